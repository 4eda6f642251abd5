"""「月末」: at the end of the month, not a week before it."""

import calendar
from datetime import timedelta

from dialog import open_on
from dialog.state import State
from nlu.meaning import DateSpan, Order

LAST_OPEN = 2
"""So many open days are meant by it."""

_RUN = timedelta(days=6)
"""From the first to the last day of what `nlu` takes for the end of a month."""


def last_open(state: State) -> DateSpan | None:
    """The wished days; of the end of a month from the last but one on that is open, as far as that is known."""
    days = state.day
    if days is None or days.single or state.order is Order.EARLIEST or not _is_month_end(days):
        return days
    length = (days.last - days.first).days + 1
    every = [days.last - timedelta(days=n) for n in range(length)]
    opened = [
        day for day in every if open_on.closed(state.office, state.procedures, DateSpan(day, day)) is None
    ]
    return DateSpan(opened[:LAST_OPEN][-1], days.last) if opened else days


def _is_month_end(days: DateSpan) -> bool:
    end = calendar.monthrange(days.last.year, days.last.month)[1]
    return days.last.day == end and days.last - days.first <= _RUN
