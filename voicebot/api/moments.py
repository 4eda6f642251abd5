"""Starts as they come in over the wire."""

from datetime import datetime

from calendar_backend import NotBookable, Reason

_YEARS = range(2000, 2200)


def bookable(start: datetime) -> datetime:
    """The same start. Raises NotBookable where no calendar has days to count from."""
    if start.year not in _YEARS:
        raise NotBookable(Reason.PAST if start.year < _YEARS.start else Reason.TOO_FAR)
    return start
