"""An office as its file describes it, and as it is read back from the database."""

from datetime import date
from typing import Literal

from pydantic import Field

from calendar_backend.details import Asks
from calendar_backend.life_event import MOST_EVENTS, LifeEvent
from calendar_backend.office_fields import (
    WEEKDAYS,
    Clock,
    Day,
    Grid,
    Horizon,
    Id,
    Lead,
    MonthDay,
    Name,
    Phone,
    Reading,
    Weekdays,
)
from calendar_backend.office_part import Part, Wording

MOST_ROWS = 300
"""Of any list in the file: each row of hours is compared with each other."""


class Span(Part):
    """A part of a day; a booking lies within one."""

    open: Clock
    close: Clock


class Hours(Span):
    """A weekly span, in force from `from` to `to` (both included; left out: always)."""

    days: Weekdays
    from_: Day | None = Field(default=None, alias="from")
    to: Day | None = None

    def on(self, day: date) -> bool:
        """Whether this span holds on the day."""
        in_force = (self.from_ is None or self.from_ <= day) and (self.to is None or day <= self.to)
        return in_force and WEEKDAYS[day.weekday()] in self.days


class Staffing(Hours):
    """How many are served at a time in a part of the day, in place of the counter's capacity."""

    capacity: int = Field(ge=0, le=50)


class ClosedDay(Part):
    """The office is closed, whatever the week says."""

    date: Day
    name: Name
    reading: Reading
    counters: tuple[Id, ...] = ()
    """Only these are closed; empty: the whole office."""


class OpenDay(Span):
    """A special open day at some counters, in place of the week's hours and over weekends and holidays."""

    date: Day
    counters: tuple[Id, ...] = Field(min_length=1)


class YearEnd(Part):
    """The days around New Year on which the office is closed, both included."""

    from_: MonthDay = Field(default="12-29", alias="from")
    to: MonthDay = "01-03"

    def covers(self, day: date) -> bool:
        """Whether the day lies within, over the turn of the year or not."""
        at = f"{day:%m-%d}"
        if self.from_ <= self.to:
            return self.from_ <= at <= self.to
        return self.from_ <= at or at <= self.to


class Rules(Part):
    """When a place may be booked, and how many by one person."""

    lead_open_days: Lead = 1
    """The first bookable day is this many open days of the counter after today; 0: later today."""

    cut_off: Clock | None = None
    """From this time of day on, `lead_open_days` counts one more; None: the whole day is good."""

    horizon_days: Horizon = 60
    """The last bookable day is this many calendar days after today."""

    cancel_days: int = Field(default=0, ge=0, le=60)
    """A booking may be changed or cancelled until this many calendar days before its day; 0: until it starts."""

    per_person: int | None = Field(default=None, ge=1, le=100)
    """Bookings still to come that one telephone number may have; None: any number."""

    cool_down_minutes: int = Field(default=0, ge=0, le=1440)
    """For so long a cancelled place is offered to nobody."""

    late_minutes: int = Field(default=5, ge=0, le=120)
    """Who comes later than this after the time booked has lost the turn, and waits behind those who are there."""

    year_end: YearEnd = YearEnd()

    asks_name: bool = False
    """Callers are asked for their name, which stands with the booking."""

    asks: Asks = Field(default={})
    """What callers are asked besides, and what the office offers of it."""

    grid_minutes: Grid = 15
    """Starts lie on multiples of this within the hour; whole cells (`cells.CELL`), so it may change later."""


class Counter(Part):
    """Where procedures are done, `capacity` people at a time."""

    id: Id
    name: Name
    reading: Reading
    capacity: int = Field(ge=1, le=50)
    hours: tuple[Hours, ...] = Field(min_length=1, max_length=MOST_ROWS)
    staffing: tuple[Staffing, ...] = Field(default=(), max_length=MOST_ROWS)
    """Parts of the day with more or fewer people; elsewhere `capacity` holds."""

    floor: Wording | None = None
    """Where in the building it is."""


class Procedure(Part):
    """What a resident can book."""

    id: Id
    name: Name
    reading: Reading
    counter: Id
    also_at: tuple[Id, ...] = ()
    """Further counters that serve it, asked in order when `counter` has no place."""

    duration_minutes: int = Field(ge=5, le=240)
    buffer_minutes: int = Field(default=0, ge=0, le=120)
    """The place stays taken for so long after the visit; it may reach beyond closing time."""

    lead_open_days: Lead | None = None
    """Like `cut_off` and `horizon_days`: in place of the office's rule; None: as the office says."""

    cut_off: Clock | None = None
    horizon_days: Horizon | None = None
    per_day: int | None = Field(default=None, ge=1, le=1000)
    """Bookings of this procedure on one day, over all its counters; None: as many as there are places."""

    people: int = Field(default=1, ge=1, le=20)
    """One booking may be for so many people; each takes a place of the counter's capacity."""

    key: str = Field(default="", pattern="^[1-9]?$")
    """Digit of the keypad menu; empty: not in the menu."""

    aliases: tuple[Wording, ...] = Field(default=(), max_length=MOST_ROWS)
    """What people call it. The same text under several procedures means: ask which."""

    asked_as: Wording | None = None
    """Asks for it among others with the same alias, before ですか: 市内. Used where all of them have one."""

    answered_by: tuple[Wording, ...] = Field(default=(), max_length=MOST_ROWS)
    """What callers answer to that who mean it."""

    explained: Wording | None = None
    """What it is, in one short sentence without its 。, for who asks."""

    within_days: int | None = Field(default=None, ge=0, le=366)
    """So many days after what happened it is still done, and not asked for beyond; None: always."""

    bring: tuple[Wording, ...] = Field(default=(), max_length=MOST_ROWS)
    deadline: Wording | None = None
    fee: Wording | None = None
    """What it costs; like the three below None where no answer can be given by telephone."""

    proxy: Wording | None = None
    """Whether somebody else may come, and with what."""

    seal: Wording | None = None
    """Whether a seal is needed, and which."""

    convenience_store: Wording | None = None
    """Whether it can be had at a convenience store."""

    @property
    def counters(self) -> tuple[str, ...]:
        """All counters that serve it, the one to be tried first in front."""
        return (self.counter, *self.also_at)


class OfficeFile(Part):
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

    called: tuple[Phone, ...] = ()
    """Numbers at which callers reach this office and no other, where one service takes calls for several."""

    parking: Wording | None = None
    """Like the three below, said to callers who ask for it; None: a person knows."""

    access: Wording | None = None
    """Where the office is, and how to come."""

    welfare: Wording | None = None
    """Where 生活保護 is talked about."""

    walk_in: Wording | None = None
    """How those are served who come without a booking."""

    time_zone: Literal["Asia/Tokyo"]
    rules: Rules
    counters: tuple[Counter, ...] = Field(min_length=1, max_length=MOST_ROWS)
    closed: tuple[ClosedDay, ...] = Field(default=(), max_length=MOST_ROWS)
    open_days: tuple[OpenDay, ...] = Field(default=(), max_length=MOST_ROWS)
    procedures: tuple[Procedure, ...] = Field(min_length=1, max_length=MOST_ROWS)
    guide: tuple[LifeEvent, ...] = Field(default=(), max_length=MOST_EVENTS)
    """What leads from what has happened in a family to the procedures it needs."""

    def rules_for(self, procedure: Procedure) -> Rules:
        """The office's rules with what the procedure says instead."""
        own = {name: getattr(procedure, name) for name in ("lead_open_days", "cut_off", "horizon_days")}
        return self.rules.model_copy(update={k: v for k, v in own.items() if v is not None})

    def procedure(self, procedure_id: str) -> Procedure | None:
        return next((p for p in self.procedures if p.id == procedure_id), None)

    def counter(self, counter_id: str) -> Counter | None:
        return next((c for c in self.counters if c.id == counter_id), None)
