"""What is written in digits with marks between: 12/4, 2026-12-04, R8.12.4, 10:30, and 1030 behind a day."""

import re

from nlu.vocabulary.days import ERA_LETTERS
from nlu.vocabulary.word import Word

_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?::(\d{2}))?(?![\d:])")
_FULL = re.compile(r"(?<![\d/.-])(?:(\d{4})|([rhstm])(\d{1,2}))([/.・,-])(\d{1,2})\4(\d{1,2})(?![\d/時月.-])")
_SHORT = re.compile(r"(?<![\d/.-])(\d{1,2})(?:/|(?<=1[0-2])-|(?<![1-9]\d)-)(\d{1,2})(?![\d/時月.-])")
_RANGE = re.compile(
    r"(?<![\d/.-])(\d{1,2})/(\d{1,2})(-)(?=\d{1,2}/\d)|(?<=/\d-)(\d{1,2})/(\d{1,2})(?![\d/.-])|(?<=/\d\d-)(\d{1,2})/(\d{1,2})(?![\d/.-])"
)
_YEAR_MONTH = re.compile(r"(?<![\d/.-])((?:19|20)\d\d)[/.](1[0-2]|0?[1-9])(?![\d/.:月-])")
_RUN = re.compile(
    r"(?:(?<=[日曜)])|(?<=[日曜)][、の\s])|(?<=/\d\s)|(?<=/\d\d\s))(\d{1,2})([0-5]\d)(?![\d:./-]|[^\x00-\x7fぁ-ん、。])"
)


def literals(text: str) -> list[tuple[int, int, Word]]:
    """Start, end and word of each."""
    out: list[tuple[int, int, Word]] = []

    def add(m: re.Match[str], kind: str, value: object, end: int = 0) -> None:
        out.append((m.start(), end or m.end(), Word(m[0], kind, value)))

    for m in _CLOCK.finditer(text):
        add(m, "WrittenClock", (int(m[1]), int(m[2]), int(m[3] or 0)))
    for m in _FULL.finditer(text):
        bases = {letter: year for year, letter in ERA_LETTERS.items()}
        year = int(m[1]) if m[1] else bases[m[2]] + int(m[3])
        add(m, "YearMonthDay", (year, int(m[5]), int(m[6])))
    for m in _SHORT.finditer(text):
        add(m, "MonthDay", (int(m[1]), int(m[2])))
    for m in _RANGE.finditer(text):
        month, day = (int(m[n]) for n in ((1, 2) if m[1] else (4, 5) if m[4] else (6, 7)))
        add(m, "MonthDay", (month, day), m.start(3) if m[3] else 0)
    for m in _YEAR_MONTH.finditer(text):
        add(m, "YearMonth", (int(m[1]), int(m[2])))
    for m in _RUN.finditer(text):
        add(m, "ClockDigits", (int(m[1]), int(m[2]), 0))
    return out
