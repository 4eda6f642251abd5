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

WRITTEN = ("願", "ねが")
"""The one kanji that a backchannel is written with, and how it sounds: お願いします."""

LAUGHTER = ["aha", "haha", "ha", "fu", "hu"]
"""In phonemes, as it is overheard in parts."""

OPENING = frozenset(
    ["あの", "あのね", "あのさ", "いや", "いえ", "いいえ", "ちょっと", "すみません", "待って", "まって"]
)
"""With what alone somebody asks for the turn, as it is written or sounds, without ー."""
