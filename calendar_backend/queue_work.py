"""What every change of a ticket is made of: its state on condition, its booking, its cells, its line of history."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, func, insert, select, update

from calendar_backend import cells, ledger
from calendar_backend.errors import ChangedMeanwhile, Collision, UnknownCounter, UnknownTicket
from calendar_backend.models import LIVE, BookingRow
from calendar_backend.queue_models import WAITING, QueueHistoryRow, QueueTicketRow
from calendar_backend.queue_ticket import GONE, SHUT, QueueTicket, tickets
from calendar_backend.work import Work


def one(work: Work, *conditions: ColumnElement[bool]) -> QueueTicket:
    """The last that meets the conditions. Raises UnknownTicket."""
    found = tickets(work.connection, work.snapshot, work.now, *conditions)
    if not found:
        raise nobody()
    return found[-1]


def nobody() -> UnknownTicket:
    return UnknownTicket("nobody waits with this number; compare the number")


def counter_row(work: Work, counter_id: str) -> int:
    """Raises UnknownCounter, Stale."""
    row = work.snapshot.counters.get(counter_id)
    if row is None:
        work.check()
        raise UnknownCounter(f"{work.office_id} has no counter {counter_id!r}; use an id of its file")
    return row


def served_at(work: Work, ids: tuple[str, ...], counter_id: str) -> tuple[str, ...]:
    """The procedures of these that the counter serves; all, where it is none of theirs."""
    office = work.snapshot.office
    return tuple(p for p in ids if (q := office.procedure(p)) and counter_id in q.counters) or ids


def moment(work: Work, ticket: QueueTicket) -> datetime:
    """Now, or the ticket's last moment where a clock that was ahead has set it."""
    return max(work.now, ticket.last)


def become(
    work: Work, ticket: QueueTicket, by: str, action: str, values: dict[str, Any], **details: Any
) -> QueueTicket:
    """The ticket with other values. Raises Collision when somebody else has changed it since it was read."""
    same = (
        QueueTicketRow.id == ticket.id,
        QueueTicketRow.calls == ticket.calls,
        QueueTicketRow.state == stored_state(ticket),
        QueueTicketRow.desk.is_(None) if ticket.desk is None else QueueTicketRow.desk == ticket.desk,
    )
    done = work.connection.execute(update(QueueTicketRow).where(*same).values(**values)).rowcount
    if done != 1:
        raise Collision("somebody else was first with this ticket; look again")
    note(work, by, action, ticket.id, moment(work, ticket), **details)
    return one(work, QueueTicketRow.id == ticket.id)


def stored_state(ticket: QueueTicket) -> str:
    """As in the row: that a counter is shut or a booking gone is only seen."""
    return WAITING if ticket.state in (SHUT, GONE) else ticket.state


def expect(ticket: QueueTicket, *states: str) -> None:
    """Raises ChangedMeanwhile where the ticket is in no such state."""
    if ticket.state not in states:
        raise ChangedMeanwhile(
            f"ticket {ticket.number} is {ticket.state}, not {' or '.join(states)}; look again"
        )


def note(work: Work, by: str, action: str, ticket_id: int | None, at: datetime, **details: Any) -> None:
    """A line of history."""
    line = {"office_id": work.office_id, "ticket_id": ticket_id, "at": at, "actor": by, "action": action}
    work.connection.execute(insert(QueueHistoryRow).values(**line, details=details))


def mark_booking(work: Work, ticket: QueueTicket, status: str, by: str) -> None:
    """What became of the ticket's booking; one that does not stand any more stays as it is."""
    if ticket.booking_id is None:
        return
    live = (BookingRow.id == ticket.booking_id, BookingRow.status.in_(LIVE))
    if work.connection.execute(update(BookingRow).where(*live).values(status=status)).rowcount:
        ledger.note(work.connection, ticket.booking_id, work.now, by, status)


def free_rest(work: Work, ticket: QueueTicket) -> None:
    """Others may have what is left of the place at this counter. The quarter that has begun stays, and of what was booked before,
    the first quarter: the day sheet goes by it."""
    if ticket.booking_id is None:
        return
    counter = work.snapshot.counters.get(ticket.counter_id)
    mine = {cell for cell in ledger.cells_of(work.connection, ticket.booking_id) if cell[0] == counter}
    begun = cells.slot(work.local_now) if work.now.date() == ticket.day else cells.PER_DAY
    rest = {cell for cell in mine if cell[3] > begun}
    if ticket.in_line.booked and rest == mine:
        first = min(cell[3] for cell in mine) if mine else 0
        rest = {cell for cell in rest if cell[3] > first}
    ledger.let_go_cells(work.connection, ticket.booking_id, rest, None)


def next_number(work: Work) -> int:
    """Of a ticket of today. The row's unique key refuses it to all but one of those who get it at once."""
    here = (QueueTicketRow.office_id == work.office_id, QueueTicketRow.day == work.now.date())
    return (work.connection.scalar(select(func.max(QueueTicketRow.number)).where(*here)) or 0) + 1


def behind(work: Work) -> int:
    """A position behind all of today."""
    here = (QueueTicketRow.office_id == work.office_id, QueueTicketRow.day == work.now.date())
    return (work.connection.scalar(select(func.max(QueueTicketRow.position)).where(*here)) or 0) + 1
