"""「もう少し遅く」: from the places that were offered or read back to earlier or later ones."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from dialog.place import proceed
from dialog.refusing import on_the_table, refuse
from dialog.say import Step
from dialog.state import Shifted, State
from nlu.meaning import DateSpan, Shift, TimeSpan

_DAYS = timedelta(days=10)
"""How far a later day is looked for."""

_MINUTE = timedelta(minutes=1)


def shift(state: State, wish: Shift, at: datetime) -> Step:
    """Looks for places on the wished side of those on the table."""
    table = on_the_table(state)
    shifted = Shifted(wish, table, state.day, state.time, state.refused)
    day, clock = _window(wish, [place.start for place in table], at.date())
    left = refuse(state, table)
    return proceed(replace(left, day=day, time=clock, order=None, misses=0, shifted=shifted))


def from_places(state: State, wish: Shift, starts: Sequence[datetime], at: datetime) -> Step:
    """The same from places that are no more on the table."""
    day, clock = _window(wish, starts, at.date())
    return proceed(replace(state, day=day, time=clock, order=None))


def _window(wish: Shift, starts: Sequence[datetime], today: date) -> tuple[DateSpan, TimeSpan | None]:
    """The day and the time to look at."""
    first, last = min(starts), max(starts)
    match wish:
        case Shift.LATER_TIME:
            return _day(last), TimeSpan((last + _MINUTE).time(), time(23, 59))
        case Shift.EARLIER_TIME:
            return _day(first), TimeSpan(time(0), (first - _MINUTE).time())
        case Shift.LATER_DAY:
            after = last.date() + timedelta(days=1)
            return DateSpan(after, after + _DAYS), None
        case Shift.EARLIER_DAY:
            before = first.date() - timedelta(days=1)
            return DateSpan(min(today, before), before), None


def _day(moment: datetime) -> DateSpan:
    return DateSpan(moment.date(), moment.date())
