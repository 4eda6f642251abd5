"""Words for the clerks: their lists, and what they are told of a call."""

ERRANDS = {
    "change": ("予約の変更", "よやくのへんこう"),
    "cancel": ("予約の取り消し", "よやくのとりけし"),
    "check": ("予約の確認", "よやくのかくにん"),
}
"""What a call is about, by what the caller wanted; written and in hiragana."""

CALLBACK_OTHERWISE = "係員との話"
