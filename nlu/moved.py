"""How far a booking is to move, wherever it is: 「予約を30分遅らせて」, 「一週間延ばして」; and where to, where its place is told
first: 「金曜の10時に取っとるのを、30分遅く」."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import time, timedelta

from nlu import when
from nlu.anchor import NOTHING, Anchor
from nlu.chart import At
from nlu.found import Found
from nlu.meaning import Moment, Moved, Scored, T
from nlu.moments import combine
from nlu.slots import scores_of
from nlu.vocabulary.shifts import AT_LEAST
from nlu.vocabulary.which_booking import PLACE_OF_IT
from nlu.voting import vote

OWN = 0.9
"""What stays of a booking's own day and time, being told for that."""

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


def moved_to(text: str, at: At) -> tuple[Scored[Moment], ...]:
    """The moments to which a booking is to go whose own day or time was told in front of them; what is not
    told anew stays. None: its own is not told, or one is on the table. `text`: normalized, without fillers."""
    place = PLACE_OF_IT.find(text) if at.anchor == NOTHING else None
    if place is None:
        return ()
    begin, end = place
    own = when.in_text(text[:begin], at)
    told = [one for every in own for one in every if not one.ruled_out and not one.told]
    days, times = _named(own[0])[-1:], _named(own[1])[-1:]
    whole = all(day.single for day in days) and all(clock.single for clock in times)
    if not whole or not any(one.end == begin for one in told):
        return ()
    anchor = Anchor(tuple(day.first for day in days), tuple(clock.first for clock in times), moves=True)
    new_days, new_times = when.in_text(text[end:], replace(at, anchor=anchor))
    named = [*_named(new_days)], [*_named(new_times)]
    if not any(named):
        return ()
    dates = scores_of([*new_days]) or dict.fromkeys(days, OWN)
    clocks = scores_of([*new_times]) or dict.fromkeys(times, OWN)
    return combine(vote([(1.0, dates)]), vote([(1.0, clocks)]))


def _named(found: Sequence[Found[T]]) -> list[T]:
    return [one.values[0].value for one in found if one.values and not (one.told or one.ruled_out)]


def _minutes(clock: time) -> int:
    return 60 * clock.hour + clock.minute


def _agreed(offsets: Sequence[Sequence[int]]) -> int:
    """What lies as far from every table; 0 where nothing does."""
    first, second = offsets
    return next((far for far in first if far and far in second), 0)
