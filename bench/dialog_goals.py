"""What simulated residents want, and how it is graded on the rows of the database."""

import random
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from calendar_backend import OfficeFile, Procedure, holiday
from voicebot.chat.deeds import CALLER, Books
from voicebot.clock import TOKYO


class Kind(StrEnum):
    """What somebody phones for."""

    BOOK = "book"
    FLEXIBLE = "book, half a day"
    EARLIEST = "book, earliest"
    SEVERAL = "book, two procedures"
    FULL = "book, time is full"
    FULL_DAY = "book, day is full"
    CLOSED = "book, day is closed"
    CHANGE = "change"
    CANCEL = "cancel"
    LOOK_UP = "look up"
    BRING = "ask what to bring"
    HOURS = "ask the hours"
    PERSON = "a person"
    WRONG_NUMBER = "nothing for us"


WEIGHTS = {
    Kind.BOOK: 30,
    Kind.FLEXIBLE: 10,
    Kind.EARLIEST: 6,
    Kind.SEVERAL: 6,
    Kind.FULL: 6,
    Kind.FULL_DAY: 4,
    Kind.CLOSED: 6,
    Kind.CHANGE: 10,
    Kind.CANCEL: 8,
    Kind.LOOK_UP: 4,
    Kind.BRING: 4,
    Kind.HOURS: 2,
    Kind.PERSON: 2,
    Kind.WRONG_NUMBER: 2,
}
BOOKING = frozenset(
    {Kind.BOOK, Kind.FLEXIBLE, Kind.EARLIEST, Kind.SEVERAL, Kind.FULL, Kind.FULL_DAY, Kind.CLOSED}
)
BY_KEYS = frozenset({Kind.BOOK, Kind.CLOSED, Kind.PERSON})
MENU = 3
"""Procedures that the keypad menu names."""

QUARTER = timedelta(minutes=15)
AT_COUNTER = {"okuyami": (time(9), time(10, 30), time(13), time(14, 30))}
"""Counters with few starts a day."""


@dataclass(frozen=True)
class Goal:
    """What must have come of the call, and what stands before it."""

    kind: Kind
    procedures: tuple[str, ...] = ()
    day: date | None = None
    at: time | None = None
    half: str = ""
    """「morning」 or 「afternoon」."""

    own: datetime | None = None
    """Start of the booking that the resident has already."""

    before: tuple[Books, ...] = field(default=())

    def fits(self, procedures: tuple[str, ...], start: datetime) -> bool:
        """Whether the resident wants just this booked."""
        if sorted(procedures) != sorted(self.procedures):
            return False
        if self.kind in (Kind.EARLIEST, Kind.FULL_DAY, Kind.CLOSED, Kind.FULL):
            return True
        if self.day and start.date() != self.day:
            return False
        if self.half:
            return (start.hour < 12) == (self.half == "morning")
        return self.at is None or start.time() == self.at

    def but_at(self, at: time) -> "Goal":
        """The resident has changed their mind."""
        return replace(self, at=at)


def draw(rng: random.Random, office: OfficeFile, now: datetime, by_keys: bool = False) -> Goal:
    """A resident's goal, drawn by WEIGHTS; `by_keys`: one that the keypad menu leads to."""
    weights = {kind: n for kind, n in WEIGHTS.items() if kind in BY_KEYS or not by_keys}
    kind = rng.choices([*weights], [*weights.values()])[0]
    procedures = [p for p in office.procedures if p.counter not in AT_COUNTER]
    procedure = rng.choice([p for p in procedures if p.key][:MENU] if by_keys else procedures)
    day = _open_day(rng, now)
    at = _start(rng, procedure)
    wish = Goal(kind, (procedure.id,), day, at)
    match kind:
        case Kind.FLEXIBLE:
            return replace(wish, at=None, half=rng.choice(["morning", "afternoon"]))
        case Kind.EARLIEST:
            return replace(wish, at=None, day=None)
        case Kind.SEVERAL:
            return replace(
                wish, procedures=("juminhyo", rng.choice(["inkan-shomei", "zei-shomei", "kokuho"]))
            )
        case Kind.FULL:
            full = Books(procedure="zei-shomei", start=_moment(day, at))
            return replace(wish, procedures=("zei-shomei",), before=(full,))
        case Kind.FULL_DAY:
            full_day = [Books(procedure="okuyami", start=_moment(day, t)) for t in AT_COUNTER["okuyami"]]
            return replace(wish, procedures=("okuyami",), at=None, before=tuple(full_day))
        case Kind.CLOSED:
            return replace(wish, day=day + timedelta(days=5 - day.weekday()))
        case Kind.CHANGE | Kind.CANCEL | Kind.LOOK_UP:
            own = _moment(_open_day(rng, now), _start(rng, procedure))
            stands = Books(procedure=procedure.id, start=own, phone=CALLER)
            if kind is Kind.CHANGE and own == _moment(day, at):
                at = (own - QUARTER).time()
            return replace(wish, at=at, own=own, before=(stands,))
        case Kind.PERSON | Kind.WRONG_NUMBER:
            return Goal(kind)
    return wish


def _moment(day: date, at: time) -> datetime:
    return datetime.combine(day, at, TOKYO)


def _open_day(rng: random.Random, now: datetime) -> date:
    """A day on which every counter is open, two to thirty days ahead."""
    days = [now.date() + timedelta(days=n) for n in range(2, 31)]
    return rng.choice([d for d in days if d.weekday() < 5 and not holiday(d)])


def _start(rng: random.Random, procedure: Procedure) -> time:
    """On the hour or the half, sometimes a quarter, with room for the procedure at every counter."""
    minute = rng.choice([0, 0, 0, 30, 30, 15])
    return time(rng.choice([9, 10, 10, 11, 13, 14, 14, 15]), minute)
