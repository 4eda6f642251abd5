"""Days at a glance: how many starts each has for a visit, or why it has none. Pure."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from calendar_backend.finding import why_not
from calendar_backend.opening import days
from calendar_backend.reason import Reason
from calendar_backend.visit import Visit


@dataclass(frozen=True, slots=True)
class DayAtGlance:
    day: date
    free: int
    """Starts."""

    reason: Reason | None = None
    """Why there are none; None: there are."""

    detail: str = ""
    """With `Reason.CLOSED`, as in `Found`."""

    detail_reading: str = ""


def glances(visit: Visit, free: Mapping[date, int], first: date, last: date) -> Iterator[DayAtGlance]:
    """From first to last; `free`: the masks of the days that have free starts."""
    for day in days(first, last):
        if mask := free.get(day, 0):
            yield DayAtGlance(day, mask.bit_count())
            continue
        why = why_not(visit, day)
        yield DayAtGlance(day, 0, why.reason, why.detail, why.detail_reading)
