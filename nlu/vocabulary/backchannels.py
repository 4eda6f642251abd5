"""What who listens says, and with what who wants the turn begins."""

SAID = [
    "はい",
    "うん",
    "ふん",
    "ええ",
    "えっ",
    "ああ",
    "あっ",
    "はあ",
    "へえ",
    "ほう",
    "おお",
    "わあ",
    "なるほど",
    "なるほどね",
    "そうですか",
    "そうですね",
    "そうか",
    "おねがいします",
    "ほんと",
    "はは",
    "ふふ",
    "ひひ",
    "へへ",
    "ほほ",
]
"""Backchannels, as they sound."""

LAUGHTER = ["aha", "haha", "ha", "fu", "hu"]
"""In phonemes, as it is overheard in parts."""

OPENING = frozenset(
    ["あの", "あのね", "あのさ", "いや", "いえ", "いいえ", "ちょっと", "すみません", "待って", "まって"]
)
