"""Cells: the quarters of a day at one lane of a counter that a visit takes.

A day's cells are often handled together as one whole number, a mask: bit n stands for the nth quarter, 34 for 8:30.
"""

from datetime import date, datetime, time, timedelta

CELL_MINUTES = 15
CELL = timedelta(minutes=CELL_MINUTES)
"""Fixed for all offices and times, so that bookings made under different rules still exclude each other."""

PER_DAY = 96
WHOLE_DAY = (1 << PER_DAY) - 1
TIMES = tuple(time(n * CELL_MINUTES // 60, n * CELL_MINUTES % 60) for n in range(PER_DAY))
"""When each quarter begins, wall-clock."""


def count(minutes: int) -> int:
    """Cells that so many minutes touch, from the start of a cell on."""
    return -(-minutes // CELL_MINUTES)


def on_grid(start: datetime, minutes: int) -> bool:
    """Whether a wall-clock time is a whole multiple of `minutes` (a divisor of 60) past the hour."""
    return start.minute % minutes == 0 and start.second == 0 and start.microsecond == 0


def slot(start: datetime) -> int:
    """The quarter of its day in which a wall-clock time lies."""
    return start.hour * 4 + start.minute // CELL_MINUTES


def moment(day: date, slot: int) -> datetime:
    """When a quarter of the day begins, wall-clock."""
    return datetime.combine(day, TIMES[slot])


def minute_of_day(at: time) -> int:
    """Whole minutes since midnight; a begun minute counts as whole."""
    return at.hour * 60 + at.minute + (at.second > 0 or at.microsecond > 0)


def between(first: int, end: int) -> int:
    """The mask of the slots from `first` up to `end`, which is not in it; 0 when there is none."""
    return ((1 << end) - 1) & ~((1 << first) - 1) if first < end else 0


def runs(free: int, length: int) -> int:
    """The slots from which on `length` slots, the slot itself included, are all in the mask."""
    found = free
    for _ in range(length - 1):
        found &= found >> 1
    return found


def slots(mask: int) -> list[int]:
    """The slots of a mask, in order."""
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return found


GRIDS = {minutes: sum(1 << n for n in range(0, PER_DAY, minutes // CELL_MINUTES)) for minutes in (15, 30, 60)}
"""By the grid in minutes: the slots that lie on it."""
