"""A number alone answers the question: 「9」 or 「きゅう」 is 9時 when the time was asked, the 9th when the day was."""

from datetime import date

from nlu import days, lattice
from nlu.chart import At
from nlu.found import Found, Shape
from nlu.lattice import Edge
from nlu.meaning import NUMBER_ALONE, DateSpan, Scored, TimeSpan
from nlu.rules.clock import Clock, clock_values


def bare_date(text: str, today: date) -> list[Found[DateSpan]]:
    """`text`: normalized, without fillers."""
    number = _alone(text)
    found = days.next_day_of_month(today, number.word.value) if number else None
    values = (Scored(days.day(found), NUMBER_ALONE),) if found else ()
    return [Found(0, len(text), values, text, Shape.DAY_NUMBER)] if values else []


def bare_time(text: str, at: At, *, asked: bool) -> list[Found[TimeSpan]]:
    """`text`: normalized, without fillers; `asked`: whether the time was asked for, so that 「じゅうよん」 is one."""
    number = _alone(text, written=not asked)
    if number is None:
        return []
    minute = _number(text, number.end + 1) if lattice.of_text(text).at(number.end, "Of-") else None
    clock = Clock(number.word.value, minute.word.value if minute else 0)
    values = tuple(Scored(v.value, min(v.score, NUMBER_ALONE)) for v in clock_values(clock, at))
    return [Found(0, len(text), values, text)] if values else []


def _number(text: str, start: int) -> Edge | None:
    return lattice.of_text(text).at(start, "SaidNumber")


def _alone(text: str, *, written: bool = False) -> Edge | None:
    """The number that is all of `text` but for particles and politeness, be it two with の between (10の30)."""
    words = lattice.of_text(text)
    number = _number(text, 0)
    if number is None or (written and not text[0].isdigit()):
        return None
    if words.covers(number.end, len(text), "Soft", "Pause", "Of-"):
        return number
    minute = _number(text, number.end + 1) if words.at(number.end, "Of-") else None
    return number if minute and words.covers(minute.end, len(text), "Soft", "Pause", "Of-") else None
