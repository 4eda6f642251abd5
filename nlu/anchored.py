"""Days that are named by a weekday or a number alone, as they are meant beside what is on the table."""

from datetime import date, timedelta

from nlu import days
from nlu.anchor import Anchor

_SATURDAY, _HALF_A_WEEK = 5, 3


def on_weekday(anchor: Anchor, weekday: int, today: date) -> date | None:
    """One of its days, else the one in the week of the first, from a weekend the nearest. None: it has gone by, or
    nothing is on the table."""
    if (base := anchor.day) is None:
        return None
    if (named := next((day for day in anchor.days if day.weekday() == weekday), None)) is not None:
        return named
    off = weekday - base.weekday()
    if base.weekday() >= _SATURDAY:
        off = (off + _HALF_A_WEEK) % 7 - _HALF_A_WEEK
    found = base + timedelta(days=off)
    return found if found > today else None


def numbered(anchor: Anchor, number: int, today: date) -> date | None:
    """One of its days, else the one in the month of the first, or the next after that. None: nothing is on the table."""
    if (base := anchor.day) is None:
        return None
    named = next((day for day in anchor.days if day.day == number), None)
    return named or days.next_day_of_month(max(base.replace(day=1), today), number)
