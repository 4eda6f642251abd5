"""Places and bookings as the calendar hands them out. All moments are aware, Asia/Tokyo."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time

from calendar_backend.reason import Reason


@dataclass(frozen=True, slots=True)
class Place:
    """A time at which the procedure can be done."""

    procedure_id: str
    start: datetime
    end: datetime
    more_procedure_ids: tuple[str, ...] = ()
    """What is done after it in the same visit."""


@dataclass(frozen=True, slots=True)
class FreeDay:
    """All free starts of one day at one office."""

    office_id: str
    day: date
    times: tuple[time, ...]
    """Asia/Tokyo, in order."""


@dataclass(frozen=True, slots=True)
class Hold:
    """A place kept for somebody who has not said yes yet."""

    token: str
    """Whoever knows it may renew, release or book the place."""

    until: datetime
    """From then on the place is free again; the moment of booking once it is booked."""

    place: Place
    people: int = 1


@dataclass(frozen=True, slots=True)
class Found:
    """The answer to a wish: places, or the reason and the nearest places instead."""

    fitting: tuple[Place, ...] = ()
    reason: Reason | None = None
    """None when something fits."""

    detail: str = ""
    """With `Reason.CLOSED`: the holiday as written (文化の日), `WEEKEND`, or empty on other days."""

    alternatives: tuple[Place, ...] = ()
    """Nearest first; empty when something fits."""

    detail_reading: str = ""
    """The holiday in hiragana; empty where the detail is no holiday or its reading is not known."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of a booking's history."""

    at: datetime
    by: str
    """The call, the client of the API or the clerk."""

    action: str
    """booked, changed, cancelled, came, did_not_come, or affected by a closure."""

    details: dict[str, str]


@dataclass(frozen=True, slots=True)
class Booking:
    """A place that is somebody's."""

    number: str
    """Four digits, the first not 0."""

    office_id: str
    procedure_id: str
    start: datetime
    end: datetime
    status: str
    """One of booked, changed, cancelled, came, did_not_come, past."""

    phone: str
    """As the network gave it, E.164; empty when withheld."""

    office_name: str
    procedure_name: str
    name: str = ""
    """Of the visitor, in katakana; empty where nobody asked."""

    people: int = 1
    more_procedure_ids: tuple[str, ...] = ()
    """What is done after the first procedure in the same visit."""

    more_procedure_names: tuple[str, ...] = ()
    """As the office names them now or, where it does them no more, last named them."""

    details: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What the visitor answered to what the office asks besides."""

    @property
    def procedure_ids(self) -> tuple[str, ...]:
        """All that the visit is for."""
        return (self.procedure_id, *self.more_procedure_ids)

    @property
    def procedure_names(self) -> tuple[str, ...]:
        return (self.procedure_name, *self.more_procedure_names)

    def as_row(self) -> dict[str, str | list[str] | dict[str, str]]:
        """The row of `voicebot bookings --json`; times ISO 8601 with +09:00."""
        return {
            "number": self.number,
            "office": self.office_id,
            "procedure": self.procedure_id,
            "also": list(self.more_procedure_ids),
            "start": self.start.isoformat(),
            "end": self.end.isoformat(),
            "status": self.status,
            "phone": self.phone,
            "details": dict(self.details),
        }


@dataclass(frozen=True, slots=True)
class Affected:
    """Why a booking that stands cannot be kept: its counter is shut then."""

    name: str
    """What callers are told: 台風; empty where only the hours have changed."""

    reading: str
    times: tuple[time, time] | None = None
    """The part of the day that is shut, where a clerk shut a part."""

    closure_id: int | None = None
    """None: it is shut by the office's file."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """What a counter has to do for a booking: a line of its day sheet."""

    counter_id: str
    start: datetime
    """At this counter, which may be later than the booking's start."""

    end: datetime
    booking: Booking
    procedure_ids: tuple[str, ...] = ()
    """What of the booking is done at this counter."""

    affected: Affected | None = None
    """Why the visit cannot be kept, at whichever of its counters; None: it can."""

    @property
    def procedure_names(self) -> tuple[str, ...]:
        names = dict(zip(self.booking.procedure_ids, self.booking.procedure_names, strict=True))
        return tuple(names[one] for one in self.procedure_ids)
