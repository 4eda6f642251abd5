"""Tables of who is here today: tickets, desks, how long serving took, the devices at the entrance and in the hall."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from calendar_backend.models import Base
from calendar_backend.tokyo import TokyoTime

WAITING = "waiting"
CALLED = "called"
SERVING = "serving"
DONE = "done"
DID_NOT_COME = "did_not_come"
LEFT = "left"
AT_DESK = (CALLED, SERVING)
"""States of a ticket that a desk has."""

WALK_IN = "walk_in"
BOOKING = "booking"
"""Origins of a ticket."""

OPEN = "open"
PAUSED = "paused"
CLOSED = "closed"
"""States of a desk."""

_STEP = text("step <> ''")


class QueueTicketRow(Base):
    """Somebody who is here, or was. Its unique number and its state, changed on condition, are what end a race."""

    __tablename__ = "queue_tickets"
    __table_args__ = (
        UniqueConstraint("office_id", "day", "number"),
        UniqueConstraint("booking_id"),
        UniqueConstraint("token"),
        Index("uq_queue_tickets_step", "office_id", "client", "step", unique=True,
              sqlite_where=_STEP, postgresql_where=_STEP),
        Index(None, "counter_id", "day", "state"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    day: Mapped[date]
    number: Mapped[int]
    position: Mapped[int]
    """Its place in the line where nobody's time has come: its number, or behind those who were there."""
    counter_id: Mapped[int] = mapped_column(ForeignKey("counters.id"))
    """Where it waits or was served last."""
    procedures: Mapped[list[str]] = mapped_column(JSON)
    people: Mapped[int]
    origin: Mapped[str] = mapped_column(String(16))
    booking_id: Mapped[int | None] = mapped_column(ForeignKey("bookings.id"))
    """None: no place was left."""
    state: Mapped[str] = mapped_column(String(16))
    late: Mapped[bool]
    """Has lost the turn that its place gave."""
    desk: Mapped[int | None]
    calls: Mapped[int]
    """How often it was called at this counter."""
    drawn: Mapped[datetime] = mapped_column(TokyoTime)
    joined: Mapped[datetime] = mapped_column(TokyoTime)
    """This counter's line."""
    called: Mapped[datetime | None] = mapped_column(TokyoTime)
    began: Mapped[datetime | None] = mapped_column(TokyoTime)
    ended: Mapped[datetime | None] = mapped_column(TokyoTime)
    client: Mapped[str] = mapped_column(String(255))
    """The device, or who else drew it."""
    step: Mapped[str] = mapped_column(String(255))
    """The client's own name for its request; asked again under the same name, it is the same ticket."""
    token: Mapped[str] = mapped_column(String(43))
    told: Mapped[dict[str, float] | None] = mapped_column(JSON(none_as_null=True))
    """The minutes expected when it was drawn, before they were set right by experience: low, middle, high."""


class DeskRow(Base):
    """Where somebody serves. Has one ticket at a time."""

    __tablename__ = "desks"
    __table_args__ = (UniqueConstraint("ticket_id"), CheckConstraint("number >= 1", name="number"))

    counter_id: Mapped[int] = mapped_column(ForeignKey("counters.id"), primary_key=True)
    number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    state: Mapped[str] = mapped_column(String(16))
    since: Mapped[datetime] = mapped_column(TokyoTime)
    actor: Mapped[str] = mapped_column(String(255))
    """Who serves there, or who closed it."""
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("queue_tickets.id"))


class ServingTimeRow(Base):
    """How long somebody was served. Holds nothing of the person."""

    __tablename__ = "serving_times"
    __table_args__ = (Index(None, "counter_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    ticket_id: Mapped[int] = mapped_column(ForeignKey("queue_tickets.id"), index=True)
    counter_id: Mapped[int] = mapped_column(ForeignKey("counters.id"))
    desk: Mapped[int]
    procedures: Mapped[list[str]] = mapped_column(JSON)
    """What was done at this counter."""
    began: Mapped[datetime] = mapped_column(TokyoTime)
    ended: Mapped[datetime] = mapped_column(TokyoTime)


class QueueHistoryRow(Base):
    """Who did what to a ticket or a desk. The database refuses to change or remove a row. Holds no personal data."""

    __tablename__ = "queue_history"
    __table_args__ = (Index(None, "office_id", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    ticket_id: Mapped[int | None] = mapped_column(ForeignKey("queue_tickets.id"), index=True)
    """None: of a desk alone."""
    at: Mapped[datetime] = mapped_column(TokyoTime)
    actor: Mapped[str] = mapped_column(String(255))
    action: Mapped[str] = mapped_column(String(16))
    details: Mapped[dict[str, Any]] = mapped_column(JSON)


class DeviceRow(Base):
    """A kiosk or a wall screen, known by its key."""

    __tablename__ = "devices"
    __table_args__ = (UniqueConstraint("key_hash"), Index(None, "office_id", "id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    kind: Mapped[str] = mapped_column(String(16))
    name: Mapped[str] = mapped_column(String(120))
    key_hash: Mapped[str] = mapped_column(String(64))
    made: Mapped[datetime] = mapped_column(TokyoTime)
    made_by: Mapped[str] = mapped_column(String(255))
    taken_back: Mapped[datetime | None] = mapped_column(TokyoTime)
    taken_back_by: Mapped[str] = mapped_column(String(255))
