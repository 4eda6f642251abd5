"""Who is called next at a counter. Pure.

Everybody has a turn, a moment that does not move: who has a place, its start; who has none, `PATIENCE` after coming. A booking
goes first from `EARLY` before its time on, unless somebody who walked in has an earlier turn; until then, walk-ins are called in
their order. As nobody who comes later gets an earlier turn than all who wait, everybody is called some time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

EARLY = timedelta(minutes=5)
"""So long before its time a booking that is here goes before walk-ins: who is called now is not done at once."""

PATIENCE = timedelta(minutes=60)
"""After so long, who has no place goes before bookings of a later time."""


@dataclass(frozen=True, slots=True)
class InLine:
    """Somebody who waits at a counter."""

    number: int
    position: int
    """Among those whose time has not come: lower ones first, then lower numbers."""
    joined: datetime
    """When the person came to this counter's line."""
    place: datetime | None = None
    """The start of the place at this counter."""
    booked: bool = False
    """Before the person came."""
    late: bool = False
    """Came so late for the place that the turn is lost."""

    @property
    def has_time(self) -> bool:
        """Whether it is to be called at its time."""
        return self.booked and not self.late and self.place is not None

    @property
    def turn(self) -> datetime:
        return self.place if self.place is not None and not self.late else self.joined + PATIENCE


def is_late(place: datetime, now: datetime, late_minutes: int) -> bool:
    """Whether who comes now for a place has lost its turn; `late_minutes` after its time is still good."""
    return now > place + timedelta(minutes=late_minutes)


def following(line: Iterable[InLine], now: datetime) -> InLine | None:
    """Who is called next at `now`; None when nobody waits."""
    return next(iter(ordered(line, now)), None)


def ordered(line: Iterable[InLine], now: datetime) -> list[InLine]:
    """All in the order in which they would be called, were they all called at `now`."""
    everybody = list(line)
    booked = sorted((one for one in everybody if one.has_time), key=lambda one: (one.turn, one.number))
    walk_ins = sorted(
        (one for one in everybody if not one.has_time), key=lambda one: (one.position, one.number)
    )
    pulls = pulling(walk_ins)
    found: list[InLine] = []
    walked, kept = 0, 0
    while walked < len(walk_ins) or kept < len(booked):
        first = booked[kept] if kept < len(booked) else None
        if first is not None and (walked == len(walk_ins) or goes_before(first.turn, pulls[walked], now)):
            found.append(first)
            kept += 1
        else:
            found.append(walk_ins[walked])
            walked += 1
    return found


def goes_before(place: datetime, pull: datetime, now: datetime) -> bool:
    """Whether a booking goes before walk-ins, the earliest turn of whom is `pull`."""
    return place - EARLY <= now and place <= pull


def pulling(walk_ins: list[InLine]) -> list[datetime]:
    """For each of them in their order the earliest turn of it and all behind it: they move together, as they are called by
    position and not by turn."""
    found: list[datetime] = []
    for one in reversed(walk_ins):
        found.append(min(one.turn, found[-1]) if found else one.turn)
    return found[::-1]
