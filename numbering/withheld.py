"""What networks and exchanges write in the place of a number that is withheld."""

import re

WORDS = (
    "anonymous", "blocked", "outofarea", "payphone", "private", "restricted", "unavailable", "unknown", "withheld",
)  # fmt: skip
JAPANESE = ("非通知", "非通知設定", "公衆電話", "表示圏外", "通知不可能", "通知不可", "匿名", "不明", "なし", "無し")  # fmt: skip
"""As Japanese telephones show why there is none, and as lists say that there is none."""

_KEYS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "22233344455566677778889999")

MISSPELT = ("7378742883", "8566696")
"""RESTRICTED as Twilio's own help writes it, and UNKNOWN with two keys changed round."""

PRESSED = frozenset((*(word.translate(_KEYS) for word in WORDS), *MISSPELT))
"""Twilio hands the words over as the keys that spell them: ANONYMOUS is +266696687."""


def is_withheld(text: str) -> bool:
    """Whether it stands for a number that is withheld, in words or in their keys; also when it is empty."""
    bare = re.sub(r"[\W_]", "", text).lower()
    if bare.isascii() and bare.isdecimal():
        return bare in PRESSED or bare.removeprefix("1") in PRESSED
    return bare in ("", *WORDS, *JAPANESE)
