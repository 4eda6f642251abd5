"""A day, or a part of one, on which an office or one of its counters is shut at short notice."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True)
class Closure:
    """Stands beside the office's file: loading the file anew does not lift it."""

    id: int
    day: date
    counter_id: str | None
    """None: the whole office."""

    times: tuple[time, time] | None
    """From and to; None: the whole day."""

    name: str
    """What callers are told: 台風."""

    reading: str
