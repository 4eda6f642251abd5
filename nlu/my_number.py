"""The 12-digit My Number: recognised only so that it can be thrown away."""

import re
import unicodedata
from collections.abc import Sequence

from nlu.hypothesis import Hypothesis

DIGITS = 12
"""Length of an individual number (番号法 施行令 8条). Telephone numbers have at most 11."""

_PIECE = 2
"""Digits from which an utterance may be a piece of a number."""

_COUNTED = re.compile("[月日時分番年個通枚人]")
"""What follows the digits of dates, times, choices and counts."""

_SPOKEN = {
    "ぜろ": "0",
    "れい": "0",
    "まる": "0",
    "いち": "1",
    "に": "2",
    "さん": "3",
    "よん": "4",
    "し": "4",
    "ご": "5",
    "ろく": "6",
    "なな": "7",
    "しち": "7",
    "はち": "8",
    "きゅう": "9",
    "く": "9",
}
_WORD = re.compile("|".join(sorted(_SPOKEN, key=len, reverse=True)))
_KANJI = str.maketrans("〇零一二三四五六七八九", "00123456789")
_BETWEEN = re.compile(r"(?<=\d)[\s,.、。・\-‐−ー–—のノ]+(?=\d)")
_LONG = re.compile(rf"\d{{{DIGITS},}}")


def _digits(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).translate(_KANJI)
    plain = "".join(chr(ord(c) - 0x60) if "ァ" <= c <= "ヶ" else c for c in plain)
    return _BETWEEN.sub("", _WORD.sub(lambda match: _SPOKEN[match[0]], plain))


def bare_digits(hypotheses: Sequence[Hypothesis]) -> str:
    """The digits of an utterance that is hardly more than digits: part of a number said in pieces; else empty."""
    if not hypotheses:
        return ""
    plain = _digits(hypotheses[0].text)
    digits = re.sub(r"\D", "", plain)
    rest = re.sub(r"[\d\s、。・]", "", plain)
    counted = _COUNTED.search(rest) or len(rest) > 2 * len(digits)
    return digits if len(digits) >= _PIECE and not counted else ""


def holds_my_number(hypotheses: Sequence[Hypothesis]) -> bool:
    """Whether any hypothesis has twelve digits or more in a row, however written."""
    return any(_LONG.search(_digits(part)) for h in hypotheses for part in (h.text, h.reading))
