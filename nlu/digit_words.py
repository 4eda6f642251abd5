"""Digits as they are spoken and written: singly, in groups, with place values, の or a hyphen between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_KANA = {
    "ぜろ": 0, "れい": 0, "れー": 0, "まる": 0, "いち": 1, "いっ": 1, "にい": 2, "にー": 2, "に": 2, "さん": 3, "よん": 4, "よっ": 4, "しー": 4, "しい": 4, "し": 4,
    "ごー": 5, "ごう": 5, "ごお": 5, "ご": 5, "ろく": 6, "ろっ": 6, "なな": 7, "しち": 7, "ひち": 7, "はち": 8, "はっ": 8, "きゅう": 9, "きゅー": 9, "く": 9,
    "じゅう": 10, "じゅー": 10, "じゅっ": 10, "じっ": 10, "ひゃく": 100, "びゃく": 100, "ぴゃく": 100, "せん": 1000, "ぜん": 1000,
}  # fmt: skip
_KANJI = {c: n for n, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "十": 10,
    "百": 100,
    "千": 1000,
}
_VALUES = _KANA | _KANJI | {str(n): n for n in range(10)}
_WORD = "|".join(sorted((re.escape(word) for word in _VALUES), key=len, reverse=True))
_GAP = r"(?:[のノ]|[\s、,。.・()ー\-‐−–—~]|えーと|えっと|ええと)*"
_RUN = re.compile(rf"(?:{_WORD})(?:{_GAP}(?:{_WORD}))+")
_WORDS = re.compile(_WORD)
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}
_HALF_WIDTH = str.maketrans("０１２３４５６７８９－―", "0123456789--")


@dataclass(frozen=True, slots=True)
class Run:
    """`text[start:end]` is a number of two words or more."""

    start: int
    end: int
    digits: str


def runs(text: str) -> Iterator[Run]:
    """The numbers in a text, in spoken order; katakana counts as hiragana, full width as half width."""
    text = text.translate(_KATAKANA | _HALF_WIDTH)
    return (Run(m.start(), m.end(), _digits(m[0])) for m in _RUN.finditer(text))


def _digits(run: str) -> str:
    """「きゅうじゅうさんのにに」 -> 9322: words with a place value join into one number, others stand singly."""
    out: list[str] = []
    total, place, unit = 0, 0, None
    for piece in re.split(r"[のノ、,。\s\-‐−–—~()]+", run):
        for word in _WORDS.findall(piece):
            value = _VALUES[word]
            if value < 10:
                if unit is not None or (place and place < 10):
                    out.append(_number(total, unit))
                    total, place = 0, 0
                unit = value
            else:
                if place and value >= place:
                    out.append(str(total))
                    total = 0
                total += (1 if unit is None else unit) * value
                place, unit = value, None
        if place or unit is not None:
            out.append(_number(total, unit))
        total, place, unit = 0, 0, None
    return "".join(out)


def _number(total: int, unit: int | None) -> str:
    return str(total + (unit or 0)) if total else str(unit)
