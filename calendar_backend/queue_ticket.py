"""Tickets and desks as they are handed out, and reading them. All moments are aware, Asia/Tokyo."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from calendar_backend import cells
from calendar_backend.models import CANCELLED, BookingRow, CellRow
from calendar_backend.queue_models import (
    BOOKING,
    WAITING,
    DeskRow,
    QueueHistoryRow,
    QueueTicketRow,
)
from calendar_backend.queue_order import InLine
from calendar_backend.store import Snapshot
from calendar_backend.tokyo import TOKYO

SHUT = "closed"
"""State of a ticket that waits at a counter that a clerk has shut; it waits again when the counter is opened."""

GONE = "gone"
"""State of a ticket that waits for a booking that was cancelled, or moved to another day; nobody calls it."""


@dataclass(frozen=True, slots=True)
class QueueTicket:
    """Somebody who is here, or was."""

    id: int
    number: int
    """Of the office and day, from 1."""
    token: str
    """Whoever knows it may follow the ticket: /t/TOKEN."""
    day: date
    counter_id: str
    procedure_ids: tuple[str, ...]
    people: int
    origin: str
    """walk_in or booking."""
    state: str
    """waiting, called, serving, done, did_not_come, left; `SHUT`, `GONE`."""
    late: bool
    """A booking that has lost its turn."""
    place: datetime | None
    """The start of its place at this counter; None: it has none, or none any more."""
    booking_number: str
    """Empty: no place was left."""
    booking_stands: bool
    """False where it was cancelled, or moved to another day."""
    desk: int | None
    calls: int
    position: int
    drawn: datetime
    joined: datetime
    called: datetime | None
    """For the first time at this counter."""
    began: datetime | None
    ended: datetime | None
    told: dict[str, float] | None
    booking_id: int | None

    @property
    def has_place(self) -> bool:
        return self.booking_id is not None

    @property
    def in_line(self) -> InLine:
        booked = self.origin == BOOKING
        return InLine(self.number, self.position, self.joined, self.place, booked, self.late)

    @property
    def last(self) -> datetime:
        """The latest of its moments: the next is no earlier, whatever a clock says."""
        return max(at for at in (self.drawn, self.joined, self.called, self.began, self.ended) if at)


@dataclass(frozen=True, slots=True)
class Desk:
    """Where somebody serves."""

    counter_id: str
    number: int
    state: str
    """open, paused or closed."""
    since: datetime
    by: str
    ticket: QueueTicket | None
    """Whom it has called or serves."""


@dataclass(frozen=True, slots=True)
class QueueEvent:
    """A line of the history of tickets and desks."""

    id: int
    at: datetime
    by: str
    action: str
    details: dict[str, Any]
    ticket_id: int | None = None


_PLACE = (
    select(func.min(CellRow.slot))
    .where(
        CellRow.booking_id == QueueTicketRow.booking_id,
        CellRow.counter_id == QueueTicketRow.counter_id,
        CellRow.day == QueueTicketRow.day,
        CellRow.until.is_(None),
    )
    .correlate(QueueTicketRow)
    .scalar_subquery()
)
_TICKETS = select(
    *QueueTicketRow.__table__.columns,
    BookingRow.number.label("booking"),
    BookingRow.status,
    BookingRow.start,
    _PLACE.label("slot"),
).outerjoin(BookingRow, BookingRow.id == QueueTicketRow.booking_id)


def office_of(connection: Connection, token: str) -> str | None:
    """Where the ticket was drawn; None: there is none."""
    asked = select(QueueTicketRow.office_id).where(QueueTicketRow.token == token)
    return connection.execute(asked).scalar_one_or_none()


def tickets(
    connection: Connection, snapshot: Snapshot, now: datetime, *conditions: ColumnElement[bool]
) -> list[QueueTicket]:
    """Those of the office that meet the conditions, by day and number; `now` says which counters are shut."""
    here = QueueTicketRow.office_id == snapshot.office.id
    order = (QueueTicketRow.day, QueueTicketRow.number)
    asked = _TICKETS.where(here, *conditions).order_by(*order)
    codes = {row: code for code, row in snapshot.counters.items()}
    return [_ticket(row, codes, snapshot, now) for row in connection.execute(asked)]


def desks(
    connection: Connection, snapshot: Snapshot, now: datetime, counter_id: str | None = None
) -> list[Desk]:
    """By counter, in the office's order, and number."""
    wanted = [snapshot.counters[counter_id]] if counter_id else list(snapshot.counters.values())
    codes = {row: code for code, row in snapshot.counters.items()}
    asked = select(
        DeskRow.counter_id, DeskRow.number, DeskRow.state, DeskRow.since, DeskRow.actor, DeskRow.ticket_id
    )
    rows = connection.execute(asked.where(DeskRow.counter_id.in_(wanted)).order_by(DeskRow.number)).all()
    held = [row.ticket_id for row in rows if row.ticket_id]
    by_id = (
        {one.id: one for one in tickets(connection, snapshot, now, QueueTicketRow.id.in_(held))}
        if held
        else {}
    )
    found = [Desk(codes[r[0]], r[1], r[2], r[3], r[4], by_id.get(r[5] or 0)) for r in rows]
    order = {counter.id: n for n, counter in enumerate(snapshot.office.counters)}
    return sorted(found, key=lambda desk: (order[desk.counter_id], desk.number))


def events(connection: Connection, *conditions: ColumnElement[bool]) -> list[QueueEvent]:
    """The oldest first."""
    asked = select(
        QueueHistoryRow.id,
        QueueHistoryRow.at,
        QueueHistoryRow.actor,
        QueueHistoryRow.action,
        QueueHistoryRow.details,
        QueueHistoryRow.ticket_id,
    )
    rows: Sequence[Any] = connection.execute(asked.where(*conditions).order_by(QueueHistoryRow.id)).all()
    return [QueueEvent(*row) for row in rows]


def shut_by(snapshot: Snapshot, counter_id: str, now: datetime) -> tuple[str, str] | None:
    """Name and reading of the closure by which a clerk has the counter shut at `now`."""
    for closure in snapshot.openings.closures:
        here = closure.day == now.date() and closure.counter_id in (None, counter_id)
        if here and (closure.times is None or closure.times[0] <= now.time() < closure.times[1]):
            return closure.name, closure.reading
    return None


def _ticket(row: Any, codes: dict[int, str], snapshot: Snapshot, now: datetime) -> QueueTicket:
    counter = codes.get(row.counter_id, "")
    stands = row.start is not None and row.status != CANCELLED and row.start.date() == row.day
    place = None
    if row.slot is not None:
        place = cells.moment(row.day, row.slot).replace(tzinfo=TOKYO)
    state = row.state
    if state == WAITING and row.origin == BOOKING and not stands:
        state = GONE
    elif state == WAITING and row.day == now.date() and shut_by(snapshot, counter, now):
        state = SHUT
    return QueueTicket(
        id=row.id,
        number=row.number,
        token=row.token,
        day=row.day,
        counter_id=counter,
        procedure_ids=tuple(row.procedures),
        people=row.people,
        origin=row.origin,
        state=state,
        late=row.late,
        place=place,
        booking_number=row.booking or "",
        booking_stands=stands,
        desk=row.desk,
        calls=row.calls,
        position=row.position,
        drawn=row.drawn,
        joined=row.joined,
        called=row.called,
        began=row.began,
        ended=row.ended,
        told=row.told,
        booking_id=row.booking_id,
    )
