"""Words for the clerk's lists; nobody hears them."""

CALLBACK_ABOUT = {"change": "予約の変更", "cancel": "予約の取り消し", "check": "予約の確認"}
"""What a call-back is about, by what the caller wanted."""

CALLBACK_OTHERWISE = "係員との話"
