"""What others do before or during a call: book, close, cancel; a calendar that fails."""

import datetime as dt
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field

from calendar_backend import CalendarError, OfficeCalendar
from numbering import caller_id
from voicebot.clock import TOKYO

MINUTES_A_DAY = 24 * 60


def _moment(value: Any) -> Any:
    moment = dt.datetime.fromisoformat(value) if isinstance(value, str) else value
    if isinstance(moment, dt.datetime) and moment.tzinfo is None:
        return moment.replace(tzinfo=TOKYO)
    return moment


def _clock(value: Any) -> Any:
    """YAML reads an unquoted 9:00 as minutes."""
    if isinstance(value, int) and 0 <= value < MINUTES_A_DAY:
        return dt.time(value // 60, value % 60)
    return dt.time.fromisoformat(value.zfill(5)) if isinstance(value, str) else value


Moment = Annotated[dt.datetime, BeforeValidator(_moment)]
"""Asia/Tokyo unless written with another offset."""

Clock = Annotated[dt.time, BeforeValidator(_clock)]
Number = Annotated[str, AfterValidator(caller_id)]
"""A telephone number however it is written; empty: withheld."""

CALLER = "caller"
"""Stands for the number phoned from."""

FIRST_OTHER = 10_000_000
"""What follows 090 in the number of the first of the others."""


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Books(Strict):
    """Somebody books; with `count`, so many people with numbers of their own."""

    procedure: str
    start: Moment
    more: tuple[str, ...] = ()
    phone: str = ""
    """E.164; `caller`: the caller's own booking, made earlier."""

    count: int = Field(default=1, ge=1)
    office: str = ""
    """Its id; empty: the first."""

    def __str__(self) -> str:
        return f"book {'+'.join((self.procedure, *self.more))} {self.start:%m-%d %H:%M}, {self.count} times"


class Closes(Strict):
    """A clerk closes a day, or a part of it, or one counter."""

    day: dt.date
    name: str
    reading: str
    counter: str | None = None
    first: Clock | None = Field(default=None, alias="from")
    last: Clock | None = Field(default=None, alias="to")
    office: str = ""

    def __str__(self) -> str:
        return f"close {self.counter or 'the office'} on {self.day:%m-%d}: {self.name}"


class Cancels(Strict):
    """Somebody gives the bookings at a time back."""

    procedure: str
    start: Moment
    office: str = ""

    def __str__(self) -> str:
        return f"cancel {self.procedure} {self.start:%m-%d %H:%M}"


class DeedFailed(Exception):
    """A scenario makes others do what the calendar refuses. The message names it."""


def do(deed: Books | Closes | Cancels, calendar: OfficeCalendar, caller: str, now: dt.datetime) -> None:
    """Raises DeedFailed."""
    try:
        match deed:
            case Books():
                _book(deed, calendar, caller, now)
            case Closes():
                times = (deed.first, deed.last) if deed.first and deed.last else None
                shut = (deed.day, deed.name, deed.reading, now)
                calendar.close(*shut, by="clerk", counter_id=deed.counter, times=times)
            case Cancels(procedure=procedure, start=start):
                for booking in calendar.bookings():
                    if (booking.procedure_id, booking.start) == (procedure, start):
                        calendar.cancel(booking.number, None, now, by="clerk", by_clerk=True)
    except CalendarError as error:
        raise DeedFailed(f"others cannot {deed}: {error}") from error


def _book(deed: Books, calendar: OfficeCalendar, caller: str, now: dt.datetime) -> None:
    procedures = (deed.procedure, *deed.more)
    taken = len(calendar.bookings())
    for n in range(taken, taken + deed.count):
        phone = caller if deed.phone == CALLER else deed.phone or f"+8190{FIRST_OTHER + n}"
        calendar.book(procedures, deed.start, phone, f"OTHER{n}", now)
