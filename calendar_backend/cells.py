"""Cells: the quarter hours of one lane of a counter that a booking holds."""

from datetime import datetime, timedelta

CELL = timedelta(minutes=15)
"""Fixed for all offices and times, so that bookings made under different rules still exclude each other."""


def cells(start: datetime, end: datetime) -> tuple[datetime, ...]:
    """Starts of all cells that [start, end) touches, in order; `start` lies on a cell's start."""
    count = -((start - end) // CELL)
    return tuple(start + n * CELL for n in range(count))


def on_grid(start: datetime, minutes: int) -> bool:
    """Whether a wall-clock time is a whole multiple of `minutes` (a divisor of 60) past the hour."""
    return start.minute % minutes == 0 and start.second == 0 and start.microsecond == 0
