"""What is said about a day or a time, and where it stands in the utterance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from nlu import days
from nlu.meaning import Bare, DateSpan, Scored

T = TypeVar("T")

HALF_HEARD = 0.5
"""「来週の」 or 「午前」 with something behind it that was not understood: something was lost there."""

Dates = tuple[Scored[DateSpan], ...]


class Shape(StrEnum):
    """How a day or a time was named, for what may lean on it."""

    WEEKDAY = "weekday"
    WEEKDAYS = "weekdays"
    """Several without a week: 月水金, 土日."""
    COMING = "coming weekday"
    WEEK = "week"
    WEEK_AND_WEEKDAY = "week and weekday"
    MONTH = "month"
    MONTH_AND_WEEKDAY = "month and weekday"
    MONTH_DAY = "month and day"
    DAY_NUMBER = "day of the month"
    NTH = "nth weekday"
    RELATIVE = "relative"
    LATER = "later"
    MONTHS_LATER = "months later"
    STEP = "step"
    """次の日, 前の日: of a day that was said before."""
    NAMED = "named"
    BEFORE = "before"
    """一週間前, counted from what is on the table."""
    PAST = "past"
    THIRD = "third of a month"
    """Without its month."""
    RUN = "run"
    CLOCK = "clock"
    BARE_CLOCK = "bare clock"
    """Without its half of the day."""
    PART = "part"
    RANGE = "range"
    SAME = "same"
    """As on the table: 同じ時間."""
    OTHER = "other"


RUNS = (Shape.RUN, Shape.THIRD)
"""Runs of days in which a weekday may be named: 正月明けの火曜."""


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """`text[start:end]` means one of `values`, best first. No values: it was named but cannot be."""

    start: int
    end: int
    values: tuple[Scored[T], ...]
    text: str
    shape: Shape = Shape.OTHER

    weekdays: tuple[int, ...] = ()
    """Those that were said, 0 being Monday."""

    number: int = 0
    """The day of the month that was said, which such weekday of its month (-1: the last), or days to step."""

    ruled_out: bool = False
    """It was named only to be refused: 「火曜はちょっと」."""

    told: bool = False
    """It was said of something else, and is no wish: 「11月20日に引っ越した」."""


_BARE = {Shape.DAY_NUMBER: Bare.DAY, Shape.WEEKDAY: Bare.WEEKDAY, Shape.THIRD: Bare.THIRD}


def bare(named: Sequence[Found[DateSpan]]) -> Bare | None:
    """The part of a day that alone was said of all of them. 「月水金は透析」 names no week for the 「火曜」 behind it."""
    parts = {_BARE.get(one.shape) for one in named if not (one.ruled_out and one.shape is Shape.WEEKDAYS)}
    return parts.pop() if len(parts) == 1 else None


@dataclass(frozen=True, slots=True)
class Day:
    """What a phrase about days means."""

    values: Dates
    shape: Shape
    weekdays: tuple[int, ...] = ()
    number: int = 0

    @property
    def only(self) -> date | None:
        """The one day that it is, if it is one."""
        return self.values[0].value.first if self.values and self.values[0].value.single else None


def one(value: date | DateSpan | None, score: float = 0.95) -> Dates:
    """One meaning, or none where the day does not exist."""
    if value is None:
        return ()
    return (Scored(value if isinstance(value, DateSpan) else days.day(value), score),)


def one_of_two(first: date, second: date, known: Sequence[date]) -> Dates:
    """The one or, less probably, the other, which is not meant where it is one of those `known`."""
    if first == second:
        return one(first)
    return one(first, 0.9) if second in known else (*one(first, 0.75), *one(second, 0.5))


def either(found: Sequence[date], score: float) -> Dates:
    """Any of several days."""
    return tuple(Scored(days.day(value), score) for value in dict.fromkeys(found))
