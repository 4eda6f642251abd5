"""Tables. Times are wall-clock Asia/Tokyo without a zone (see `tokyo`)."""

from datetime import date, datetime, time
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, MetaData, String, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from calendar_backend.tokyo import TokyoTime

HELD = "held"
BOOKED = "booked"
CHANGED = "changed"
"""Booked, and at another time than at first."""
CANCELLED = "cancelled"
CAME = "came"
DID_NOT_COME = "did_not_come"
PAST = "past"
"""A visit gone by whose number was given back because numbers ran short."""

HIGHEST_ID = 2**31 - 1
"""Of a row: PostgreSQL refuses to compare with more."""

WALKED_IN = "ticket:"
"""How the client of a booking begins that was made by drawing a ticket."""

LIVE = (BOOKED, CHANGED)
"""States in which a booking stands: its number is its own, its place is taken."""

_LIVE = text("status IN ('booked', 'changed')")
_LIVE_CALL = text("status IN ('booked', 'changed') AND call_sid <> '' AND step = ''")
_HELD = text("status = 'held'")
_STEP = text("step <> ''")


class Base(DeclarativeBase):
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "ck": "ck_%(table_name)s_%(constraint_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )


class OfficeRow(Base):
    __tablename__ = "offices"

    id: Mapped[str] = mapped_column(String(63), primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    reading: Mapped[str] = mapped_column(String(120))
    phone: Mapped[str] = mapped_column(String(16))
    agent_phone: Mapped[str] = mapped_column(String(16))
    agent_opens: Mapped[time]
    agent_closes: Mapped[time]
    lead_open_days: Mapped[int]
    horizon_days: Mapped[int]
    grid_minutes: Mapped[int]
    cut_off: Mapped[time | None]
    cancel_days: Mapped[int]
    per_person: Mapped[int | None]
    cool_down_minutes: Mapped[int]
    late_minutes: Mapped[int] = mapped_column(server_default="5")
    year_end_from: Mapped[str] = mapped_column(String(5))
    year_end_to: Mapped[str] = mapped_column(String(5))
    asks_name: Mapped[bool]
    asks: Mapped[dict[str, list[str]]] = mapped_column(JSON)
    called: Mapped[list[str]] = mapped_column(JSON)
    answers: Mapped[dict[str, dict[str, str]]] = mapped_column(JSON)
    """What is said to callers who ask, by the names of the fields in the office file; also of a procedure."""
    guide: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    """The life events, as in the office file."""
    revision: Mapped[int]
    """Grows with every change of the office's data, so that readers know their copy is old."""


class OfficeChangeRow(Base):
    """One change of an office's data, whole: what it was and what it became. Never changed, never removed."""

    __tablename__ = "office_changes"
    __table_args__ = (Index(None, "office_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    at: Mapped[datetime] = mapped_column(TokyoTime)
    actor: Mapped[str] = mapped_column(String(255))
    source: Mapped[str] = mapped_column(String(16))
    """`amending.START`, `FILE` or `PAGE`."""
    undoes: Mapped[int | None]
    """The change that this one takes back."""
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    """Plain, as in the file; None: the office was new."""
    after: Mapped[dict[str, Any]] = mapped_column(JSON)


class CounterRow(Base):
    __tablename__ = "counters"
    __table_args__ = (UniqueConstraint("office_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    code: Mapped[str] = mapped_column(String(63))
    """The id in the office file."""
    name: Mapped[str] = mapped_column(String(120))
    reading: Mapped[str] = mapped_column(String(120))
    capacity: Mapped[int]
    staffing: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    floor: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    position: Mapped[int]
    retired: Mapped[bool]
    """No longer in the office file; kept for its bookings."""


class HoursRow(Base):
    __tablename__ = "opening_hours"

    id: Mapped[int] = mapped_column(primary_key=True)
    counter_id: Mapped[int] = mapped_column(ForeignKey("counters.id"), index=True)
    weekdays: Mapped[str] = mapped_column(String(7))
    opens: Mapped[time]
    closes: Mapped[time]
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]


class OpenDayRow(Base):
    __tablename__ = "open_days"

    id: Mapped[int] = mapped_column(primary_key=True)
    counter_id: Mapped[int] = mapped_column(ForeignKey("counters.id"), index=True)
    position: Mapped[int]
    day: Mapped[date]
    opens: Mapped[time]
    closes: Mapped[time]


class ClosedDayRow(Base):
    __tablename__ = "closed_days"

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"), index=True)
    position: Mapped[int]
    day: Mapped[date]
    name: Mapped[str] = mapped_column(String(120))
    reading: Mapped[str] = mapped_column(String(120))
    counters: Mapped[list[str]] = mapped_column(JSON)


class ProcedureRow(Base):
    __tablename__ = "procedures"
    __table_args__ = (UniqueConstraint("office_id", "code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    code: Mapped[str] = mapped_column(String(63))
    """The id in the office file."""
    counter_id: Mapped[int] = mapped_column(ForeignKey("counters.id"), index=True)
    name: Mapped[str] = mapped_column(String(120))
    reading: Mapped[str] = mapped_column(String(120))
    duration_minutes: Mapped[int]
    also_at: Mapped[list[str]] = mapped_column(JSON)
    buffer_minutes: Mapped[int]
    lead_open_days: Mapped[int | None]
    cut_off: Mapped[time | None]
    horizon_days: Mapped[int | None]
    per_day: Mapped[int | None]
    people: Mapped[int]
    key: Mapped[str] = mapped_column(String(1))
    aliases: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    bring: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    deadline: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    answers: Mapped[dict[str, dict[str, str]]] = mapped_column(JSON)
    choice: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What tells it from others with the same alias, by the names of the fields in the office file."""
    position: Mapped[int]
    retired: Mapped[bool]


class BookingRow(Base):
    """A place that is somebody's: held for a while, or booked."""

    __tablename__ = "bookings"
    __table_args__ = (
        CheckConstraint("number IS NULL OR length(number) = 4", name="number"),
        CheckConstraint("(status = 'held') = (number IS NULL)", name="held_without_number"),
        CheckConstraint("(status = 'held') = (held_until IS NOT NULL)", name="held_until"),
        UniqueConstraint("token"),
        Index("uq_bookings_live_number", "office_id", "number", unique=True,
              sqlite_where=_LIVE, postgresql_where=_LIVE),
        Index("uq_bookings_live_call", "call_sid", "procedure_id", "start", unique=True,
              sqlite_where=_LIVE_CALL, postgresql_where=_LIVE_CALL),
        Index("uq_bookings_step", "office_id", "call_sid", "step", unique=True,
              sqlite_where=_STEP, postgresql_where=_STEP),
        Index("ix_bookings_held", "call_sid", sqlite_where=_HELD, postgresql_where=_HELD),
        Index("ix_bookings_live_phone", "phone", sqlite_where=_LIVE, postgresql_where=_LIVE),
        Index(None, "office_id", "start"),
        Index(None, "office_id", "number"),
        Index(None, "phone"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    procedure_id: Mapped[int] = mapped_column(ForeignKey("procedures.id"), index=True)
    more_procedures: Mapped[list[str]] = mapped_column(JSON)
    """Ids of the procedures done after the first in the same visit."""
    number: Mapped[str | None] = mapped_column(String(4))
    """None while held."""
    start: Mapped[datetime] = mapped_column(TokyoTime)
    end: Mapped[datetime] = mapped_column(TokyoTime)
    status: Mapped[str] = mapped_column(String(16))
    people: Mapped[int]
    phone: Mapped[str] = mapped_column(String(255))
    name: Mapped[str] = mapped_column(String(255))
    details: Mapped[dict[str, str]] = mapped_column(JSON, server_default="{}")
    """What the visitor answered to what the office asks besides."""
    call_sid: Mapped[str] = mapped_column(String(255))
    """Who took it: the call, or another client of the calendar."""
    step: Mapped[str] = mapped_column(String(255))
    """The client's own name for its request; asked again under the same name, it is the same booking."""
    token: Mapped[str | None] = mapped_column(String(43))
    held_until: Mapped[datetime | None] = mapped_column(TokyoTime)
    created_at: Mapped[datetime] = mapped_column(TokyoTime)


class CellRow(Base):
    """A quarter of a day in one lane of a counter, taken. Its primary key is what ends a race."""

    __tablename__ = "cells"
    __table_args__ = (
        CheckConstraint("lane >= 1", name="lane"),
        CheckConstraint("slot BETWEEN 0 AND 95", name="slot"),
        {"sqlite_with_rowid": False},
    )

    counter_id: Mapped[int] = mapped_column(ForeignKey("counters.id"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    lane: Mapped[int] = mapped_column(primary_key=True)
    slot: Mapped[int] = mapped_column(primary_key=True)
    """0 is 0:00, 34 is 8:30."""
    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), index=True)
    until: Mapped[datetime | None] = mapped_column(TokyoTime)
    """From then on nobody's: the end of a hold or of a cool-down. None: taken for good."""


class TicketRow(Base):
    """One of a limited number: the bookings of a procedure on a day, or those of one telephone number."""

    __tablename__ = "tickets"
    __table_args__ = ({"sqlite_with_rowid": False},)

    scope: Mapped[str] = mapped_column(String(320), primary_key=True)
    place: Mapped[int] = mapped_column(primary_key=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), index=True)
    until: Mapped[datetime | None] = mapped_column(TokyoTime)


class HistoryRow(Base):
    """Who did what to a booking. The database refuses to change or remove a row. Holds no personal data."""

    __tablename__ = "history"

    id: Mapped[int] = mapped_column(primary_key=True)
    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), index=True)
    at: Mapped[datetime] = mapped_column(TokyoTime)
    actor: Mapped[str] = mapped_column(String(255))
    action: Mapped[str] = mapped_column(String(16))
    details: Mapped[dict[str, str]] = mapped_column(JSON)


class ClosureRow(Base):
    """A day, or a part of one, on which an office or one of its counters is shut by a clerk."""

    __tablename__ = "closures"
    __table_args__ = (Index(None, "office_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    counter_id: Mapped[int | None] = mapped_column(ForeignKey("counters.id"))
    """None: the whole office."""
    day: Mapped[date]
    opens: Mapped[time | None]
    """The part that is shut, from; None: from the morning."""
    closes: Mapped[time | None]
    name: Mapped[str] = mapped_column(String(120))
    reading: Mapped[str] = mapped_column(String(120))
    actor: Mapped[str] = mapped_column(String(255))
    created_at: Mapped[datetime] = mapped_column(TokyoTime)
    lifted_at: Mapped[datetime | None] = mapped_column(TokyoTime)


class _Listed:
    """What every line of a list that is worked off has."""

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    state: Mapped[str] = mapped_column(String(16))
    created_at: Mapped[datetime] = mapped_column(TokyoTime)
    updated_at: Mapped[datetime] = mapped_column(TokyoTime)
    actor: Mapped[str] = mapped_column(String(255))
    """Who wrote it last."""
    origin: Mapped[str] = mapped_column(String(255))
    """Who put it on the list: the call, the clerk, the closure's clerk."""
    phone: Mapped[str] = mapped_column(String(255))
    name: Mapped[str] = mapped_column(String(255))


class CallbackRow(_Listed, Base):
    """Somebody to be phoned."""

    __tablename__ = "callbacks"
    __table_args__ = (UniqueConstraint("closure_id", "booking_id"), Index(None, "office_id", "state"))

    kind: Mapped[str] = mapped_column(String(16))
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("bookings.id"))
    closure_id: Mapped[int | None] = mapped_column(ForeignKey("closures.id"))
    about: Mapped[str] = mapped_column(String(1000))
    tries: Mapped[int] = mapped_column(server_default="0")
    """How often it was phoned in vain."""


class WaitingRow(_Listed, Base):
    """Somebody who wants a place where none is free."""

    __tablename__ = "waiting"
    __table_args__ = (Index(None, "office_id", "state"),)

    procedures: Mapped[list[str]] = mapped_column(JSON)
    first: Mapped[date]
    last: Mapped[date]
    earliest: Mapped[time | None]
    latest: Mapped[time | None]
    people: Mapped[int]
    token: Mapped[str | None] = mapped_column(String(43))
    offered: Mapped[datetime | None] = mapped_column(TokyoTime)
    offered_until: Mapped[datetime | None] = mapped_column(TokyoTime)
