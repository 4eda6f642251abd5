"""Drawing a ticket at the entrance: who walks in takes the next free place of today, who has booked says that they are here.
Each within a transaction at an office."""

import base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time

from sqlalchemy import ColumnElement, insert, update

from calendar_backend import attended, cells, ledger, taking
from calendar_backend.changing import is_number, unknown
from calendar_backend.entry import by_token
from calendar_backend.errors import AnotherDay, NotBookable, SeveralBookings, StepReused
from calendar_backend.models import BOOKED, CANCELLED, DID_NOT_COME, HELD, LIVE, PAST, WALKED_IN, BookingRow
from calendar_backend.place import Attendance
from calendar_backend.queue_models import BOOKING, LEFT, WAITING, WALK_IN, QueueTicketRow
from calendar_backend.queue_models import DID_NOT_COME as MISSED
from calendar_backend.queue_order import is_late
from calendar_backend.queue_ticket import QueueTicket, shut_by, tickets
from calendar_backend.queue_work import become, behind, expect, moment, next_number, note, one
from calendar_backend.reason import Reason
from calendar_backend.taking import Client, Visitor
from calendar_backend.tokyo import TOKYO
from calendar_backend.visit import Taken, Visit
from calendar_backend.work import Work


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody who has booked says at the entrance; one of the first three."""

    number: str = ""
    """The booking's four digits."""
    token: str = ""
    """Of the booking, as its QR code has it."""
    phone_end: str = ""
    """The last four digits of the telephone number."""
    start: time | None = None
    """Of the booking, where several fit."""


def draw(work: Work, procedures: str | Sequence[str], people: int, who: Client) -> QueueTicket:
    """A ticket with the next free place of today, or without one. Raises NotBookable when the counter is shut or over for today,
    StepReused, UnknownProcedure, BadWish, Collision, Stale."""
    visit = work.visit(procedures, people)
    today = visit.today
    used = work.taken(visit, today, today)
    if known := _same_step(work, who):
        if (known.procedure_ids, known.people) != (visit.ids, people):
            raise StepReused(f"the step {who.step!r} was used before for something else; use a new one")
        return known
    counter = _open_counter(work, visit)
    number = next_number(work)
    place = _next_place(work, visit, used)
    booking_id = None
    if place is not None:
        name = f"{WALKED_IN}{today.isoformat()}:{number}"
        client = Client(name, is_clerk=True)
        booking_id, counter = _take(work, visit, place, client)
    return _insert(work, who, number, counter, visit.ids, people, WALK_IN, booking_id)


def check_in(work: Work, said: Said, who: Client) -> QueueTicket:
    """A ticket for a booking of today; asked again, the same. Who was called in vain waits again, behind those who are there.

    Raises UnknownBooking, AnotherDay, SeveralBookings, NotBookable, Collision, Stale.
    """
    work.check()
    booking_id, visit = _booked(work, said)
    part = next((part for part in visit if part.end > work.now), visit[-1])
    if part.start.date() != work.now.date():
        raise AnotherDay(part.start)
    if why := shut_by(work.snapshot, part.counter_id, work.now):
        raise NotBookable(Reason.CLOSED, why[0])
    _refuse_after_hours(work, part.counter_id)
    found = tickets(work.connection, work.snapshot, work.now, QueueTicketRow.booking_id == booking_id)
    if found:
        return come_back(work, found[0], who) if found[0].state == MISSED else found[0]
    late = is_late(part.start, work.now, work.snapshot.office.rules.late_minutes)
    counter, ids, people = part.counter_id, part.booking.procedure_ids, part.booking.people
    return _insert(work, who, next_number(work), counter, ids, people, BOOKING, booking_id, late)


def come_back(work: Work, ticket: QueueTicket, who: Client) -> QueueTicket:
    """Who was called in vain, or had left, waits behind those who are there. Raises ChangedMeanwhile, Collision."""
    expect(ticket, MISSED, LEFT)
    if ticket.booking_id is not None:
        missed = (BookingRow.id == ticket.booking_id, BookingRow.status == DID_NOT_COME)
        stands = update(BookingRow).where(*missed).values(status=BOOKED)
        if work.connection.execute(stands).rowcount:
            ledger.note(work.connection, ticket.booking_id, work.now, who.id, "unmarked")
    values = {"state": WAITING, "position": behind(work), "late": True, "joined": moment(work, ticket)}
    values |= {"desk": None, "called": None, "began": None, "ended": None}
    return become(work, ticket, who.id, "came_back", values)


def _same_step(work: Work, who: Client) -> QueueTicket | None:
    if not who.step:
        return None
    mine = (QueueTicketRow.client == who.id, QueueTicketRow.step == who.step)
    return next(iter(tickets(work.connection, work.snapshot, work.now, *mine)), None)


def _open_counter(work: Work, visit: Visit) -> str:
    """The first of those that begin the visit that is open today for some time yet. Raises NotBookable."""
    today, clock = visit.today, work.local_now.time()
    refused = Reason.CLOSED, visit.opening(today).detail
    for counter in visit.legs[0].counters:
        if why := shut_by(work.snapshot, counter, work.now):
            refused = Reason.CLOSED, why[0]
            continue
        spans = work.snapshot.openings.of(counter, today).spans
        if spans and clock < spans[-1].close:
            return counter
        if spans:
            refused = Reason.OUTSIDE_HOURS, ""
    raise NotBookable(*refused)


def _refuse_after_hours(work: Work, counter_id: str) -> None:
    spans = work.snapshot.openings.of(counter_id, work.now.date()).spans
    if not spans or work.local_now.time() >= spans[-1].close:
        raise NotBookable(Reason.OUTSIDE_HOURS)


def _next_place(work: Work, visit: Visit, used: Taken) -> datetime | None:
    if work.full_days(visit, visit.today, visit.today):
        return None
    free = visit.free_mask(visit.today, used)
    first = next(iter(cells.slots(free)), None)
    return None if first is None else cells.moment(visit.today, first).replace(tzinfo=TOKYO)


def _take(work: Work, visit: Visit, place: datetime, client: Client) -> tuple[int, str]:
    """The row of the booking, and the counter where it begins."""
    booking = taking.book(work, visit, place, Visitor(""), client)
    here = (BookingRow.office_id == work.office_id, BookingRow.call_sid == client.id)
    row, parts = next(
        iter(
            attended.by_row(
                work.connection, work.snapshot, *here, BookingRow.number == booking.number
            ).items()
        )
    )
    return row, parts[0].counter_id


def _booked(work: Work, said: Said) -> tuple[int, list[Attendance]]:
    """The booking that is meant, and what each counter does for it."""
    here: list[ColumnElement[bool]] = [BookingRow.office_id == work.office_id]
    standing = BookingRow.status.not_in((HELD, CANCELLED, PAST))
    if said.token:
        entry = by_token(work.connection, work.office_id, said.token)
        here += [BookingRow.id == (entry.id if entry else -1), standing]
    elif said.number and is_number(said.number):
        here += [BookingRow.number == said.number, standing]
    elif len(said.phone_end) == 4 and said.phone_end.isdecimal() and said.phone_end.isascii():
        day = (
            datetime.combine(work.now.date(), time.min, TOKYO),
            datetime.combine(work.now.date(), time.max, TOKYO),
        )
        here += [BookingRow.phone.endswith(said.phone_end), BookingRow.start.between(*day), standing]
    else:
        raise unknown(said.number)
    found = list(attended.by_row(work.connection, work.snapshot, *here).items())
    today = [(row, parts) for row, parts in found if parts[0].start.date() == work.now.date()]
    chosen = today or [pair for pair in found if pair[1][0].booking.status in LIVE]
    if said.start is not None:
        chosen = [pair for pair in chosen if pair[1][0].booking.start.time() == said.start]
    if not chosen:
        raise unknown(said.number)
    if len(chosen) > 1 and said.phone_end:
        raise SeveralBookings(tuple(parts[0].booking.start for _, parts in chosen))
    return max(chosen, key=lambda pair: pair[1][0].booking.status in LIVE)


def _insert(
    work: Work,
    who: Client,
    number: int,
    counter: str,
    ids: tuple[str, ...],
    people: int,
    origin: str,
    booking_id: int | None,
    late: bool = False,
) -> QueueTicket:
    token = base64.urlsafe_b64encode(work.rng.getrandbits(256).to_bytes(32, "big")).rstrip(b"=").decode()
    row = {
        "office_id": work.office_id,
        "day": work.now.date(),
        "number": number,
        "position": behind(work),
        "counter_id": work.snapshot.counters[counter],
        "procedures": list(ids),
        "people": people,
        "origin": origin,
        "booking_id": booking_id,
        "state": WAITING,
        "late": late,
        "calls": 0,
        "drawn": work.now,
        "joined": work.now,
        "client": who.id,
        "step": who.step,
        "token": token,
    }
    ticket_id = work.connection.execute(
        insert(QueueTicketRow).values(**row).returning(QueueTicketRow.id)
    ).scalar_one()
    said = {"origin": origin, "counter": counter, "number": number}
    note(work, who.id, "drawn" if origin == WALK_IN else "came", ticket_id, work.now, **said)
    return one(work, QueueTicketRow.id == ticket_id)
