"""An office as its file describes it, and as it is read back from the database."""

import re
from datetime import date, time
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

WEEKDAYS = "月火水木金土日"
"""Index = `date.weekday()`."""


def _clock(value: object) -> object:
    if isinstance(value, time):
        return value
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", str(value))
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise ValueError(f"{str(value)!r} is not a time of day; write it like 8:30 or 17:15")
    return time(int(match[1]), int(match[2]))


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    try:
        if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", str(value)):
            return date(*map(int, match.groups()))
    except ValueError:
        pass
    raise ValueError(f"{str(value)!r} is not a date; write it like 2027-03-28")


def _weekdays(value: object) -> object:
    letters = str(value)
    if not letters or any(c not in WEEKDAYS for c in letters) or len(set(letters)) < len(letters):
        raise ValueError(f"{letters!r} is not a set of weekdays; write each once, like 月火水木金")
    return letters


def _reading(value: object) -> object:
    if not re.fullmatch(r"[ぁ-ゖー、・ 　]+", str(value)):
        raise ValueError(f"{str(value)!r} is not a reading; write it in hiragana")
    return value


def _phone(value: object) -> object:
    if not re.fullmatch(r"\+\d{8,15}", str(value)):
        raise ValueError(f"{str(value)!r} is not an international number; write it like +81936718181")
    return value


def _id(value: object) -> object:
    if not re.fullmatch(r"[a-z][a-z0-9_-]{0,62}", str(value)):
        raise ValueError(f"{str(value)!r} is not an id; use small letters a-z, digits, _ and -")
    return value


def _grid(value: object) -> object:
    if str(value) not in ("15", "30", "60"):
        raise ValueError(f"{str(value)!r} is not a grid; write 15, 30 or 60")
    return int(str(value))


Clock = Annotated[time, BeforeValidator(_clock)]
Day = Annotated[date, BeforeValidator(_day)]
Reading = Annotated[str, BeforeValidator(_reading)]
Phone = Annotated[str, BeforeValidator(_phone)]
Id = Annotated[str, BeforeValidator(_id)]
Name = Annotated[str, Field(min_length=1, max_length=120)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=True)


class Wording(_Part):
    """A word or phrase and how it sounds, in hiragana."""

    text: Name
    reading: Reading


class Span(_Part):
    """A part of a day; a booking lies within one."""

    open: Clock
    close: Clock


class Hours(Span):
    """A weekly span, in force from `from` to `to` (both included; left out: always)."""

    days: Annotated[str, BeforeValidator(_weekdays)]
    from_: Day | None = Field(None, alias="from")
    to: Day | None = None

    def on(self, day: date) -> bool:
        """Whether this span holds on the day."""
        in_force = (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)
        return in_force and WEEKDAYS[day.weekday()] in self.days


class ClosedDay(_Part):
    """The whole office is closed, whatever the week says."""

    date: Day
    name: Name
    reading: Reading


class OpenDay(Span):
    """A special open day at some counters, in place of the week's hours and over weekends and holidays."""

    date: Day
    counters: tuple[Id, ...] = Field(min_length=1)


class Rules(_Part):
    """When a place may be booked."""

    lead_open_days: int = Field(1, ge=0, le=60)
    """The first bookable day is this many open days of the counter after today; 0: later today."""

    horizon_days: int = Field(60, ge=1, le=366)
    """The last bookable day is this many calendar days after today."""

    grid_minutes: Annotated[Literal[15, 30, 60], BeforeValidator(_grid)] = 15
    """Starts lie on multiples of this within the hour; whole cells (`cells.CELL`), so it may change later."""


class Counter(_Part):
    """Where procedures are done, `capacity` people at a time."""

    id: Id
    name: Name
    reading: Reading
    capacity: int = Field(ge=1, le=50)
    hours: tuple[Hours, ...] = Field(min_length=1)


class Procedure(_Part):
    """What a resident can book."""

    id: Id
    name: Name
    reading: Reading
    counter: Id
    duration_minutes: int = Field(ge=5, le=240)
    key: str = Field("", pattern="^[1-9]?$")
    """Digit of the keypad menu; empty: not in the menu."""

    aliases: tuple[Wording, ...] = ()
    """What people call it. The same text under several procedures means: ask which."""

    bring: tuple[Wording, ...] = ()
    deadline: Wording | None = None


class OfficeFile(_Part):
    """Everything about one office."""

    id: Id
    name: Name
    reading: Reading
    phone: Phone
    """Spoken to callers as the way to a person."""

    agent_phone: Phone
    """Where a call is transferred to."""

    agent_hours: Span
    """When somebody answers at `agent_phone`."""

    time_zone: Literal["Asia/Tokyo"]
    rules: Rules
    counters: tuple[Counter, ...] = Field(min_length=1)
    closed: tuple[ClosedDay, ...] = ()
    open_days: tuple[OpenDay, ...] = ()
    procedures: tuple[Procedure, ...] = Field(min_length=1)

    def procedure(self, procedure_id: str) -> Procedure | None:
        return next((p for p in self.procedures if p.id == procedure_id), None)

    def counter(self, counter_id: str) -> Counter | None:
        return next((c for c in self.counters if c.id == counter_id), None)
