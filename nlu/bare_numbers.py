"""A number alone answers the question: 「9」 or 「きゅう」 is 9時 when the time was asked, the 9th when the day was."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from nlu import days, lattice
from nlu.chart import At
from nlu.found import Found, Shape
from nlu.lattice import Edge
from nlu.meaning import NUMBER_ALONE, DateSpan, Scored, TimeSpan
from nlu.rules.clock import Clock, clock_values
from nlu.vocabulary.answers import ANY_ANSWER, POLITE
from nlu.vocabulary.phrase import Phrases, maybe, within

_BESIDE = Phrases(
    ("の 時間の", "方 ほう ほー", maybe("が で に")),
    ("に", "して する", maybe("ください 下さい もらえますか もらえませんか もらえる もらえん")),
    ("に", "できますか できませんか できる できん"),
    "ですね ですよね",
    "が で に は 空いとる あいとる",
    "えっと 、",
)
"""What may stand beside a minute that is all of an answer."""

_THEN = Phrases("なら そしたら そいたら じゃあ ほな")
"""Behind what was said of the places that are free: ふさがっとる、そんなら45分で."""

_TO_BE = Phrases("に が", ("で", "お願 おねが 頼 たの 取"))
"""Behind a minute that is wished for in a sentence of its own: 間に合わんかもしれん。45分にして."""

_MEANT = Phrases(("ち っち と って", "言 い ゆ 申し おっしゃ", within(8, stops="、。"), "つもり"))
"""Behind a number, for who was misheard."""

_ENDS = ("Soft", "Pause", "Of-", "Positive")

_STEP = 5
"""Minutes that are said of a place are so many, or a multiple of it."""

_FAR = timedelta(days=200)
"""A day that is farther away is none that is said as two numbers: 「9の30」 in November."""

_TURNS = frozenset({"Because", "Correct"})


def bare_date(text: str, today: date) -> list[Found[DateSpan]]:
    """`text`: normalized, without fillers."""
    number = _alone(text) or _meant(text)
    found = days.next_day_of_month(today, number.word.value) if number else None
    if number and (behind := _behind(text, number)):
        found = _month_and_day(number, behind, today)
    values = (Scored(days.day(found), NUMBER_ALONE),) if found else ()
    return [Found(0, len(text), values, text, Shape.DAY_NUMBER)] if values else []


def bare_time(text: str, at: At, *, asked: bool) -> list[Found[TimeSpan]]:
    """`text`: normalized, without fillers; `asked`: whether the time was asked for, so that 「じゅうよん」 is one."""
    number = _alone(text, written=not asked)
    if number is None:
        return []
    minute = _behind(text, number)
    clock = Clock(number.word.value, minute.word.value if minute else 0)
    values = tuple(Scored(v.value, min(v.score, NUMBER_ALONE)) for v in clock_values(clock, at))
    return [Found(0, len(text), values, text)] if values else []


def paired_date(text: str, today: date, offered: Iterable[date]) -> list[Found[DateSpan]]:
    """「12の8」, where places are offered: the day of one of them, or what is no hour and minute."""
    found = bare_date(text, today) if _is_paired(text) else []
    return [one for one in found if one.values[0].value.first in offered or not _minutes(text)]


def paired_time(text: str, at: At) -> list[Found[TimeSpan]]:
    """「9の30」, where places are offered."""
    return bare_time(text, at, asked=True) if _is_paired(text) and _minutes(text) else []


def _is_paired(text: str) -> bool:
    number = _alone(text)
    return number is not None and _behind(text, number) is not None


def _minutes(text: str) -> bool:
    """Whether the second of two numbers may be the minute of a place."""
    number = _alone(text)
    behind = _behind(text, number) if number else None
    return behind is not None and behind.word.value % _STEP == 0


def bare_number(text: str) -> int | None:
    """「4です」. `text`: normalized, without fillers."""
    number = _alone(text)
    return number.word.value if number else None


def bare_minute(text: str, at: At) -> list[Found[TimeSpan]]:
    """「45分で」: of the hour of what is on the table. `text`: normalized, without fillers."""
    words = lattice.of_text(text)
    starts = [0, *ANY_ANSWER.ends(text), *(n for n, mark in enumerate(text, 1) if mark == "、")]
    minutes = [words.at(n, "Minute", "HalfHour") for n in starts if not _says_more(text[:n])]
    minute = next((m for m in minutes if m is not None and not _says_more(text[m.end :])), None)
    if minute is None or not at.anchor.times:
        return []
    known = next((t for t in at.anchor.times if t.minute == minute.word.value), at.anchor.times[0])
    found = known.replace(minute=minute.word.value)
    values = (Scored(TimeSpan(found, found), 0.9),)
    return [Found(minute.start, minute.end, values, text[minute.start : minute.end])]


def changed_minute(text: str, at: At) -> list[Found[TimeSpan]]:
    """「バスが着くのがちょうど2時やけん、やっぱり半に」: of the same hour, whatever was said before it."""
    words = lattice.of_text(text)
    turns = [edge.end for row in words.starting for edge in row if edge.word.kind in _TURNS]
    turns += [end for _, end in _THEN.every(text)]
    sentences = {n for n, mark in enumerate(text, 1) if mark == "。"}
    for turn in sorted({*turns, *sentences}, reverse=True):
        start = turn + text.startswith("、", turn)
        minute = words.at(start, "Minute", "HalfHour")
        if minute is None or _says_more(text[minute.end :]):
            continue
        if turn in turns or _TO_BE.ends(text, minute.end):
            moved = bare_minute(text[start:], at)
            return [replace(found, start=found.start + start, end=found.end + start) for found in moved]
    return []


def _says_more(beside: str) -> bool:
    return bool(POLITE.replaced(_BESIDE.replaced(ANY_ANSWER.replaced(beside))).strip("、。?"))


def _meant(text: str) -> Edge | None:
    """「二十七ち言うたつもりやった」."""
    said = lattice.of_text(text).starting
    numbers = [edge for row in said for edge in row if edge.word.kind == "SaidNumber"]
    return next(
        (edge for edge in reversed(numbers) if edge.end - edge.start > 1 and _MEANT.ends(text, edge.end)),
        None,
    )


def _number(text: str, start: int) -> Edge | None:
    return lattice.of_text(text).at(start, "SaidNumber")


def _alone(text: str, *, written: bool = False) -> Edge | None:
    """The number that is all of `text` but for particles and politeness, be it two with の between (10の30)."""
    words = lattice.of_text(text)
    number = _number(text, 0)
    if number is None or (written and not text[0].isdigit()):
        return None
    if words.covers(number.end, len(text), *_ENDS):
        return number
    behind = _behind(text, number)
    return number if behind and words.covers(behind.end, len(text), *_ENDS) else None


def _behind(text: str, number: Edge) -> Edge | None:
    """The second of two numbers with の between them: 10の30, 2の半."""
    words = lattice.of_text(text)
    return words.at(number.end + 1, "SaidNumber", "HalfHour") if words.at(number.end, "Of-") else None


def _month_and_day(month: Edge, behind: Edge, today: date) -> date | None:
    """「12の8」; None for what can be none, or is far away."""
    if behind.word.kind != "SaidNumber":
        return None
    found = days.next_month_day(today, month.word.value, behind.word.value)
    return found if found is not None and found - today <= _FAR else None
