"""At the desks: who is called, served, did not come, is sent on, leaves. Each within a transaction at an office.

Two desks never have the same ticket: a desk takes it on condition that it waits, and the row of the desk holds it under a unique key.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import insert, select, update

from calendar_backend import callbacks, ledger
from calendar_backend.errors import BadWish, Collision, DeskBusy, DeskShut, NotBookable, UnknownTicket
from calendar_backend.models import CAME, CANCELLED
from calendar_backend.models import DID_NOT_COME as MISSED
from calendar_backend.queue_models import (
    AT_DESK,
    CALLED,
    CLOSED,
    DID_NOT_COME,
    DONE,
    LEFT,
    OPEN,
    SERVING,
    WAITING,
    DeskRow,
    QueueTicketRow,
    ServingTimeRow,
)
from calendar_backend.queue_order import following
from calendar_backend.queue_ticket import GONE, SHUT, Desk, QueueTicket, desks, shut_by, tickets
from calendar_backend.queue_work import (
    become,
    counter_row,
    expect,
    free_rest,
    mark_booking,
    moment,
    note,
    served_at,
)
from calendar_backend.reason import Reason
from calendar_backend.work import Work

MOST_DESKS = 50

SENT_ON = "sent_on"


def set_desk(work: Work, counter_id: str, number: int, state: str, by: str) -> Desk:
    """Opens, pauses or closes a desk; a new one is opened. Raises DeskBusy where somebody is to be closed away, UnknownCounter,
    BadWish, Collision."""
    counter = counter_row(work, counter_id)
    if not 1 <= number <= MOST_DESKS:
        raise BadWish(f"a desk has a number from 1 to {MOST_DESKS}, not {number}")
    work.check()
    known = _known_desk(work, counter_id, number)
    if known is not None and known.state == state and known.by == by:
        return known
    if known is not None and known.ticket is not None and state == CLOSED:
        raise DeskBusy(f"desk {number} has ticket {known.ticket.number}; say first what became of it")
    row = {"state": state, "since": max(work.now, known.since) if known else work.now, "actor": by}
    here = (DeskRow.counter_id == counter, DeskRow.number == number)
    if known is None:
        work.connection.execute(insert(DeskRow).values(counter_id=counter, number=number, **row))
    else:
        # Whoever calls at this moment has set the ticket: a desk is not closed over it.
        free = (DeskRow.ticket_id.is_(None),) if known.ticket is None and state == CLOSED else ()
        if not work.connection.execute(update(DeskRow).where(*here, *free).values(**row)).rowcount:
            raise Collision("somebody else was first at this desk; look again")
    note(work, by, f"desk_{state}", None, work.now, counter=counter_id, desk=number)
    return _desk(work, counter_id, number)


def call_next(work: Work, counter_id: str, number: int, by: str) -> QueueTicket | None:
    """Whoever is next in the line; None when nobody waits. A desk that has somebody gets the same ticket again.

    Raises DeskShut, NotBookable where a clerk has shut the counter, UnknownCounter, Collision.
    """
    counter = counter_row(work, counter_id)
    work.check()
    desk = _desk(work, counter_id, number)
    if desk.ticket is not None:
        return desk.ticket
    if desk.state != OPEN:
        raise DeskShut(f"desk {number} is {desk.state}; open it first")
    if why := shut_by(work.snapshot, counter_id, work.now):
        raise NotBookable(Reason.CLOSED, why[0])
    there = _there(work, counter_id)
    _let_go_gone(work, there, by)
    waiting = [ticket for ticket in there if ticket.state == WAITING]
    chosen = following((ticket.in_line for ticket in waiting), work.now)
    if chosen is None:
        return None
    ticket = next(ticket for ticket in waiting if ticket.number == chosen.number)
    free = (DeskRow.counter_id == counter, DeskRow.number == number, DeskRow.ticket_id.is_(None))
    taken_by = update(DeskRow).where(*free, DeskRow.state == OPEN).values(ticket_id=ticket.id)
    if not work.connection.execute(taken_by).rowcount:
        raise Collision("somebody else called at this desk; look again")
    at = moment(work, ticket)
    values = {"state": CALLED, "desk": number, "calls": ticket.calls + 1, "called": at}
    return become(work, ticket, by, CALLED, values, counter=counter_id, desk=number)


def call_again(work: Work, counter_id: str, number: int, by: str) -> QueueTicket:
    """Sounds once more. Raises UnknownTicket where the desk has none, ChangedMeanwhile, Collision."""
    ticket = _at(work, counter_id, number)
    expect(ticket, CALLED)
    values = {"calls": ticket.calls + 1}
    return become(work, ticket, by, "called_again", values, counter=counter_id, desk=number)


def serve(work: Work, counter_id: str, number: int, by: str) -> QueueTicket:
    """The person is at the desk. Raises UnknownTicket, Collision."""
    ticket = _at(work, counter_id, number)
    if ticket.state == SERVING:
        return ticket
    values = {"state": SERVING, "began": moment(work, ticket)}
    return become(work, ticket, by, SERVING, values, counter=counter_id, desk=number)


def done(work: Work, counter_id: str, number: int, by: str) -> QueueTicket:
    """What is left of its place is free. A visit that goes on at another counter waits there. Raises UnknownTicket, Collision."""
    ticket = _at(work, counter_id, number)
    if onward := _next_counter(work, ticket):
        return _send(work, ticket, number, onward, by)
    _leave_desk(work, ticket, number)
    _served(work, ticket, number)
    mark_booking(work, ticket, CAME, by)
    at = moment(work, ticket)
    values = {"state": DONE, "began": ticket.began or ticket.called, "ended": at}
    return become(work, ticket, by, DONE, values, counter=counter_id, desk=number)


def did_not_come(work: Work, counter_id: str, number: int, by: str) -> QueueTicket:
    """Called, and nobody came. Raises UnknownTicket, ChangedMeanwhile once the person is served, Collision."""
    ticket = _at(work, counter_id, number)
    expect(ticket, CALLED)
    _leave_desk(work, ticket, number)
    mark_booking(work, ticket, MISSED, by)
    values = {"state": DID_NOT_COME, "ended": moment(work, ticket)}
    return become(work, ticket, by, DID_NOT_COME, values, counter=counter_id, desk=number)


def send_on(work: Work, counter_id: str, number: int, to_counter: str, by: str) -> QueueTicket:
    """Waits at another counter, in its place by position: before those who came to the office later. Raises UnknownTicket,
    UnknownCounter, BadWish, NotBookable where that counter is shut, Collision."""
    ticket = _at(work, counter_id, number)
    counter_row(work, to_counter)
    work.check()
    if to_counter == counter_id:
        raise BadWish(f"the ticket is at {counter_id} already; choose another counter")
    if why := shut_by(work.snapshot, to_counter, work.now):
        raise NotBookable(Reason.CLOSED, why[0])
    return _send(work, ticket, number, to_counter, by)


def leave(work: Work, ticket: QueueTicket, by: str) -> QueueTicket:
    """Does not want to wait any longer. Raises ChangedMeanwhile for who is served or gone, Collision."""
    if ticket.state == LEFT:
        return ticket
    expect(ticket, WAITING, CALLED, SHUT, GONE)
    if ticket.desk is not None:
        _leave_desk(work, ticket, ticket.desk)
    else:
        free_rest(work, ticket)
    mark_booking(work, ticket, CANCELLED, by)
    if ticket.booking_id is not None:
        ledger.let_go(work.connection, ticket.booking_id)
        callbacks.moved(work, ticket.booking_id, by)
    return become(work, ticket, by, LEFT, {"state": LEFT, "ended": moment(work, ticket), "desk": None})


def line(work: Work, counter_id: str) -> list[QueueTicket]:
    """Who waits there today and may be called, by number."""
    return [ticket for ticket in _there(work, counter_id) if ticket.state == WAITING]


def _there(work: Work, counter_id: str) -> list[QueueTicket]:
    """Who waits there today, by number; also `SHUT` and `GONE`, whom nobody calls."""
    here = (QueueTicketRow.counter_id == counter_row(work, counter_id), QueueTicketRow.day == work.now.date())
    return tickets(work.connection, work.snapshot, work.now, *here, QueueTicketRow.state == WAITING)


def _let_go_gone(work: Work, there: Iterable[QueueTicket], by: str) -> None:
    """Whose booking was cancelled meanwhile waits no more."""
    for ticket in there:
        if ticket.state == GONE:
            values = {"state": LEFT, "ended": moment(work, ticket)}
            become(work, ticket, by, LEFT, values, reason="booking_gone")


def _send(work: Work, ticket: QueueTicket, number: int, to_counter: str, by: str) -> QueueTicket:
    _leave_desk(work, ticket, number)
    _served(work, ticket, number)
    at = moment(work, ticket)
    values: dict[str, Any] = {"state": WAITING, "counter_id": counter_row(work, to_counter), "desk": None}
    values |= {"joined": at, "called": None, "began": None, "calls": 0}
    said = {"counter": ticket.counter_id, "desk": number, "to": to_counter}
    return become(work, ticket, by, SENT_ON, values, **said)


def _served(work: Work, ticket: QueueTicket, number: int) -> None:
    began = ticket.began or ticket.called or work.now
    row: dict[str, Any] = {
        "ticket_id": ticket.id,
        "counter_id": work.snapshot.counters[ticket.counter_id],
        "desk": number,
    }
    row |= {
        "procedures": list(served_at(work, ticket.procedure_ids, ticket.counter_id)),
        "began": began,
        "ended": moment(work, ticket),
    }
    work.connection.execute(insert(ServingTimeRow).values(**row))


def _next_counter(work: Work, ticket: QueueTicket) -> str | None:
    """Where the visit has its next place, after the one at this counter."""
    if ticket.booking_id is None or not ticket.booking_stands:
        return None
    codes = {row: code for code, row in work.snapshot.counters.items()}
    mine = sorted(
        (slot, codes.get(row, "")) for row, _, _, slot in ledger.cells_of(work.connection, ticket.booking_id)
    )
    been = select(ServingTimeRow.counter_id).where(ServingTimeRow.ticket_id == ticket.id)
    over = {codes.get(row) for row in work.connection.scalars(been)} | {ticket.counter_id, ""}
    return next((counter for _, counter in mine if counter not in over), None)


def _leave_desk(work: Work, ticket: QueueTicket, number: int) -> None:
    counter = work.snapshot.counters[ticket.counter_id]
    here = (DeskRow.counter_id == counter, DeskRow.number == number, DeskRow.ticket_id == ticket.id)
    if not work.connection.execute(update(DeskRow).where(*here).values(ticket_id=None)).rowcount:
        raise Collision("somebody else was first at this desk; look again")
    free_rest(work, ticket)


def _at(work: Work, counter_id: str, number: int) -> QueueTicket:
    counter_row(work, counter_id)
    ticket = _desk(work, counter_id, number).ticket
    if ticket is None or ticket.state not in AT_DESK:
        raise UnknownTicket(f"desk {number} has nobody; call the next")
    return ticket


def _desk(work: Work, counter_id: str, number: int) -> Desk:
    """Raises DeskShut."""
    found = _known_desk(work, counter_id, number)
    if found is None:
        raise DeskShut(f"{counter_id} has no desk {number}; open it first")
    return found


def _known_desk(work: Work, counter_id: str, number: int) -> Desk | None:
    """None: it was never opened."""
    found = desks(work.connection, work.snapshot, work.now, counter_id)
    return next((desk for desk in found if desk.number == number), None)
