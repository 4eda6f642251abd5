"""Words for the clerks: their lists, and what they are told of a call."""

ERRANDS = {
    "change": ("予約の変更", "よやくのへんこう"),
    "cancel": ("予約の取り消し", "よやくのとりけし"),
    "check": ("予約の確認", "よやくのかくにん"),
    "late": ("遅れるご連絡", "おくれるごれんらく"),
    "cannot_come": ("来られないご連絡", "こられないごれんらく"),
}
"""What a call is about, by what the caller wanted; written and in hiragana."""

NAME_RECORDED = "（お名前は録音をお聞きください）"
"""Stands for a name that was said and not understood."""

CITY = ("区役所", "くやくしょ")
"""What is phoned by whoever phones several offices at once; written and in hiragana."""

CALLBACK_OTHERWISE = "係員との話"
