"""Tables. Times are wall-clock Asia/Tokyo without a zone (see `tokyo`)."""

from datetime import date, datetime, time

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, MetaData, String, UniqueConstraint, text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from calendar_backend.tokyo import TokyoTime

BOOKED = "booked"
PAST = "past"
"""A visit gone by whose number was given back because numbers ran short."""

_LIVE = text("status = 'booked'")
_LIVE_CALL = text("status = 'booked' AND call_sid <> ''")


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
    revision: Mapped[int]
    """Grows with every change of the office's data, so that readers know their copy is old."""


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
    __table_args__ = (UniqueConstraint("office_id", "day"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    position: Mapped[int]
    day: Mapped[date]
    name: Mapped[str] = mapped_column(String(120))
    reading: Mapped[str] = mapped_column(String(120))


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
    key: Mapped[str] = mapped_column(String(1))
    aliases: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    bring: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    deadline: Mapped[dict[str, str] | None] = mapped_column(JSON(none_as_null=True))
    position: Mapped[int]
    retired: Mapped[bool]


class BookingRow(Base):
    __tablename__ = "bookings"
    __table_args__ = (
        CheckConstraint("length(number) = 4", name="number"),
        Index("uq_bookings_live_number", "office_id", "number", unique=True,
              sqlite_where=_LIVE, postgresql_where=_LIVE),
        Index("uq_bookings_live_call", "call_sid", "procedure_id", "start", unique=True,
              sqlite_where=_LIVE_CALL, postgresql_where=_LIVE_CALL),
        Index(None, "office_id", "start"),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[str] = mapped_column(ForeignKey("offices.id"))
    procedure_id: Mapped[int] = mapped_column(ForeignKey("procedures.id"), index=True)
    number: Mapped[str] = mapped_column(String(4))
    start: Mapped[datetime] = mapped_column(TokyoTime)
    end: Mapped[datetime] = mapped_column(TokyoTime)
    status: Mapped[str] = mapped_column(String(16))
    phone: Mapped[str] = mapped_column(String(255))
    call_sid: Mapped[str] = mapped_column(String(255))
    created_at: Mapped[datetime] = mapped_column(TokyoTime)


class CellRow(Base):
    """One grid cell of one lane of a counter, held by a booking. Unique: this is what ends a race."""

    __tablename__ = "booking_cells"
    __table_args__ = (
        UniqueConstraint("counter_id", "lane", "cell_start"),
        CheckConstraint("lane >= 1", name="lane"),
        Index(None, "counter_id", "cell_start"),
    )

    booking_id: Mapped[int] = mapped_column(ForeignKey("bookings.id"), primary_key=True)
    cell_start: Mapped[datetime] = mapped_column(TokyoTime, primary_key=True)
    counter_id: Mapped[int] = mapped_column(ForeignKey("counters.id"))
    lane: Mapped[int]
