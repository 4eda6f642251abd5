"""How far a booking is to move, wherever it is: 「予約を30分遅らせて」, 「一週間延ばして」."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

from nlu import when
from nlu.anchor import NOTHING, Anchor
from nlu.chart import At
from nlu.found import Found
from nlu.meaning import Moved, T
from nlu.vocabulary.shifts import AT_LEAST

_TABLES = ((60, time(11)), (68, time(12)))
"""Days from today and times that differ in the weekday, too: what is as far from both leans on them alone."""


def moved(text: str, at: At) -> Moved | None:
    """How far what is named lies from a booking that is not known yet; None: it leans on none, or one is on the table.
    `text`: normalized, without fillers."""
    if at.anchor != NOTHING:
        return None
    text = AT_LEAST.replaced(text)
    days: list[list[int]] = []
    minutes: list[list[int]] = []
    for ahead, clock in _TABLES:
        day = at.today + timedelta(days=ahead)
        dates, times = when.in_text(text, replace(at, anchor=Anchor((day,), (clock,))))
        days.append([(named.first - day).days for named in _named(dates)])
        minutes.append([_minutes(start.first) - _minutes(clock) for start in _named(times)])
    far = Moved(_agreed(days), _agreed(minutes))
    return far if far != Moved() else None


def _named(found: Sequence[Found[T]]) -> list[T]:
    return [one.values[0].value for one in found if one.values and not (one.told or one.ruled_out)]


def _minutes(clock: time) -> int:
    return 60 * clock.hour + clock.minute


def _agreed(offsets: Sequence[Sequence[int]]) -> int:
    """What lies as far from every table; 0 where nothing does."""
    first, second = offsets
    return next((far for far in first if far and far in second), 0)
