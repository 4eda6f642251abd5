"""Digits as they are spoken and written: singly, in groups, with place values, の or a hyphen between."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nlu.vocabulary.callback import PHONED, PLEASE
from nlu.vocabulary.word import folded
from numbering import Completeness, completeness, is_my_number
from numbering.my_number import DIGITS as MY_NUMBER

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
_HALF_WIDTH = str.maketrans("０１２３４５６７８９－―", "0123456789--")


_TIMES = {
    word: times
    for times, words in {
        2: "ふたつ 二つ 2つ 2個 二個",
        3: "みっつ 三つ 3つ 3個 三個",
        4: "よっつ 四つ 4つ 4個 四個",
    }.items()
    for word in words.split()
}
_REPEATED = re.compile(rf"({_WORD})が({'|'.join(_TIMES)})(?:の|、|と)?")
_APART = re.compile(r"[のノ,.\s\-‐−–—~()]+")
_PAUSE = "、。・"
_TO = "に"
_TOKEN = re.compile(rf"(?<=[千百])\d{{2,3}}|[{_PAUSE}]|{_WORD}")


@dataclass(frozen=True, slots=True)
class Run:
    """`text[start:end]` is a number of two words or more."""

    start: int
    end: int
    groups: tuple[str, ...]
    """Its digits as they were said together: 093, 561, 1234."""

    @property
    def digits(self) -> str:
        return "".join(self.groups)


def plain(text: str) -> str:
    """`text` in which digits that are counted are said out: 「ゼロが2つ」 is ゼロゼロ; katakana as hiragana, full width as half."""
    return _REPEATED.sub(lambda m: m[1] * _TIMES[m[2]], folded(text).translate(_HALF_WIDTH))


def runs(text: str) -> Iterator[Run]:
    """The numbers in a text, in spoken order; katakana counts as hiragana, full width as half width."""
    text = folded(text).translate(_HALF_WIDTH)
    return (_less_particle(Run(m.start(), m.end(), _groups(m[0])), text) for m in _RUN.finditer(text))


def _less_particle(run: Run, text: str) -> Run:
    """「090の1234の5678にかけて」: に behind a whole telephone number is no 2. Where it would make a My Number of it, this is so
    only if somebody is to phone there; a number that checks is one for お願い too."""
    before = run.digits[:-1]
    if not text.endswith(_TO, 0, run.end) or completeness(before) is not Completeness.COMPLETE:
        return run
    called = PHONED.ends(text, run.end) or (PLEASE.ends(text, run.end) and not is_my_number(run.digits))
    if len(run.digits) >= MY_NUMBER and not called:
        return run
    return Run(run.start, run.end - len(_TO), (*run.groups[:-1], run.groups[-1][:-1]))


def _groups(run: str) -> tuple[str, ...]:
    return tuple(group for piece in _APART.split(run) for group in _digits(piece))


def _digits(piece: str) -> list[str]:
    """「きゅうじゅうさん」 -> 93, 「よんせん、ななひゃく」 -> 4700: words with a place value join into one number, also over a pause,
    others stand singly."""
    groups = [""]
    total, place, unit = 0, 0, None
    tokens = _TOKEN.findall(piece)
    for token, following in zip(tokens, [*tokens[1:], ""], strict=True):
        if token in _PAUSE:
            goes_on = place > 1 and unit is None and _VALUES.get(following, place) < place
            if not goes_on:
                groups[-1] += _number(total, unit) if place or unit is not None else ""
                groups.append("")
                total, place, unit = 0, 0, None
            continue
        value = _VALUES[token] if token in _VALUES else int(token)
        if value < 10:
            if unit is not None or (place and place < 10):
                groups[-1] += _number(total, unit)
                total, place = 0, 0
            unit = value
        elif token not in _VALUES:
            groups[-1] += str(total + value)
            total, place, unit = 0, 0, None
        else:
            if place and value >= place:
                groups[-1] += str(total)
                total = 0
            total += (1 if unit is None else unit) * value
            place, unit = value, None
    if place or unit is not None:
        groups[-1] += _number(total, unit)
    return [group for group in groups if group]


def _number(total: int, unit: int | None) -> str:
    return str(total + (unit or 0)) if total else str(unit)
