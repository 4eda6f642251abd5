"""What goes in and out of the JSON API. Moments are RFC 3339 with a zone; what goes out is +09:00."""

from datetime import date, datetime
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from numbering import e164

Id = Annotated[str, Field(min_length=1, max_length=63, pattern=r"^[a-z][a-z0-9_-]*$")]
Phone = Annotated[
    str, Field(min_length=1, max_length=60, examples=["+81935551234", "093-555-1234"]), AfterValidator(e164)
]
"""However it is written; without a country code it is Japanese. Kept as E.164."""

Text = Annotated[str, Field(max_length=60, pattern=r"^[^\x00-\x1f\x7f-\x9f]*$")]
Name = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[^\x00-\x1f\x7f-\x9f]+$")]
Kana = Annotated[str, Field(min_length=1, max_length=60, pattern=r"^[ぁ-ゖー、・ 　]+$")]
Number = Annotated[str, Field(pattern=r"^[1-9][0-9]{3}$", examples=["4711"])]
Token = Annotated[str, Field(min_length=1, max_length=64, pattern=r"^[A-Za-z0-9_-]+$")]
People = Annotated[int, Field(ge=1, le=20)]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


Details = Annotated[dict[Id, Id], Field(max_length=20)]
"""What was answered to what the office asks besides (`Office.asks`); `none`: nothing of the kind is needed."""


class Place(_In):
    """A place that is wished for."""

    office: Id
    procedure: Id
    also: Annotated[list[Id], Field(max_length=9)] = []
    """Procedures to be done after it in the same visit."""

    start: AwareDatetime
    people: People = 1


class BookPlace(Place):
    """Books a place that nobody holds."""

    phone: Phone
    name: Text = ""
    second: bool = False
    """Meant beside another booking of the number, as for another person of the family."""

    details: Details = {}


class BookHold(_In):
    """Books the place of a hold."""

    office: Id
    hold: Token
    phone: Phone
    name: Text = ""
    second: bool = False
    details: Details = {}


class Change(_In):
    """Another time for a booking."""

    start: AwareDatetime


class Close(_In):
    """A day on which an office, or one of its counters, is shut."""

    office: Id
    day: date
    counter: Id | None = None
    """None: the whole office."""

    name: Name = "臨時休業"
    """Why, as callers are told: 台風."""

    reading: Kana = "りんじきゅうぎょう"


class CounterOut(BaseModel):
    id: str
    name: str
    reading: str


class OfficeOut(BaseModel):
    id: str
    name: str
    reading: str
    phone: str
    time_zone: str
    counters: list[CounterOut]
    asks: dict[str, list[str]]
    """What visitors are asked besides, and what the office offers of it."""


class ProcedureOut(BaseModel):
    id: str
    office: str
    name: str
    reading: str
    counters: list[str]
    duration_minutes: int
    people: int
    """One booking may be for so many."""

    bring: list[str]
    deadline: str | None


class DayOut(BaseModel):
    day: date
    starts: list[datetime]


class AvailabilityOut(BaseModel):
    office: str
    procedure: str
    also: list[str]
    people: int
    days: list[DayOut]
    """Only days with free places."""


class HoldOut(BaseModel):
    hold: str
    """Whoever knows it may renew, release or book the place."""

    expires_at: datetime
    office: str
    procedure: str
    also: list[str]
    start: datetime
    end: datetime
    people: int


class ShutOut(BaseModel):
    """Why the counter is shut then."""

    closure: int | None
    """Its id; null: the office's own days and hours have changed."""

    name: str
    """台風; empty where only the hours have changed."""

    reading: str


class BookingOut(BaseModel):
    number: str
    office: str
    procedure: str
    also: list[str]
    start: datetime
    end: datetime
    people: int
    details: dict[str, str]
    status: str
    affected_by: ShutOut | None
    """The booking stands, and cannot be kept: it is to be changed."""


class AffectedOut(BaseModel):
    """A booking that stands on a day that is now closed."""

    number: str
    procedure: str
    also: list[str]
    start: datetime
    end: datetime
    people: int
    phone: str
    """Empty when withheld."""

    name: str


class ClosureOut(BaseModel):
    id: int
    office: str
    day: date
    counter: str | None
    affected: list[AffectedOut]
    """On the call-back list: their bookings stand until somebody changes or cancels them."""
