"""What becomes of a booking: another time, cancelled, came or did not come. Each within a transaction.

`seen` is the version of a `Record`: who acts on what a page showed hands it in, and is told when the booking has changed
since. It also says which of the bookings is meant that have had the number.
"""

import re
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select, update

from calendar_backend import attended, callbacks, ledger, own_place, taken, texts
from calendar_backend.entry import Entry, entries
from calendar_backend.errors import (
    BadWish,
    ChangedMeanwhile,
    NotBookable,
    PlaceTaken,
    TooLate,
    UnknownBooking,
)
from calendar_backend.models import (
    BOOKED,
    CAME,
    CANCELLED,
    CHANGED,
    DID_NOT_COME,
    HELD,
    HIGHEST_ID,
    LIVE,
    PAST,
    BookingRow,
    HistoryRow,
    TicketRow,
)
from calendar_backend.place import Booking
from calendar_backend.taking import Client, as_booking, count_day, drop
from calendar_backend.visit import Visit
from calendar_backend.work import Work

UNMARKED = "unmarked"
"""In the history: whoever was marked as come or not is neither again."""

LONGEST_REASON = 60


def standing(work: Work, number: str, phone: str | None, seen: int | None = None) -> Entry:
    """The booking that has the number now; `phone` must be its own, None: not asked. Raises UnknownBooking,
    ChangedMeanwhile."""
    return _newest(work, number, phone, LIVE, seen)


def change(
    work: Work,
    number: str,
    phone: str | None,
    start: datetime,
    client: Client,
    seen: int | None = None,
    procedures: tuple[str, ...] = (),
) -> Booking:
    """Takes the new place before it frees the old; a repeated request changes nothing more. A booking whose counter is
    shut, or that is for other `procedures` from then on, may go to another counter at the same time. Where it is, it may be
    for less at any notice.

    Raises UnknownBooking, ChangedMeanwhile, TooLate, PlaceTaken, NotBookable, Collision, Stale.
    """
    entry = standing(work, number, phone, seen)
    wanted = procedures or entry.procedure_ids
    if entry.start == start and wanted == entry.procedure_ids and not _affected(work, entry):
        return as_booking(work, entry)
    visit = work.visit(wanted, entry.people)
    work.check()
    _in_time(work, entry, client)
    _drop_own_hold(work, wanted, start, client)
    used = work.taken(visit, start.date(), start.date())
    local = start.replace(tzinfo=None)
    less = entry.start == start and set(visit.ids) < set(entry.procedure_ids)
    if refusal := visit.refusal(local, client.is_clerk or less):
        raise NotBookable(refusal.reason, refusal.detail)
    own = ledger.cells_of(work.connection, entry.id)
    seats = visit.seats(local, own_place.without(work, used, own))
    if seats is None or _has_it_already(work, entry, visit, start):
        raise PlaceTaken(f"{' + '.join(visit.ids)} at {start.isoformat()} is taken")
    new = set(work.cells(seats))
    ledger.seize(work.connection, entry.id, sorted(new), None, work.now)
    ledger.let_go_cells(work.connection, entry.id, own - new, _cool_until(work))
    _move_tickets(work, visit, entry, start)
    values = {
        "procedure_id": work.snapshot.procedures[visit.ids[0]],
        "more_procedures": list(visit.ids[1:]),
        "start": start,
        "end": visit.end(start),
        "status": CHANGED,
    }
    work.connection.execute(update(BookingRow).where(BookingRow.id == entry.id).values(**values))
    moved = {"from": entry.start.isoformat(), "to": start.isoformat()}
    ledger.note(work.connection, entry.id, work.now, client.id, CHANGED, **moved)
    callbacks.moved(work, entry.id, client.id)
    return as_booking(work, entry)


def cancel(
    work: Work, number: str, phone: str | None, client: Client, reason: str = "", seen: int | None = None
) -> Booking:
    """The client that cancelled it gets the same answer again. `reason`: an id for the history, which names no visitor.

    Raises UnknownBooking, ChangedMeanwhile, TooLate, BadWish, Stale.
    """
    texts.check(LONGEST_REASON, reason=reason)
    try:
        entry = standing(work, number, phone, seen)
    except UnknownBooking:
        entry = _newest(work, number, phone, (CANCELLED,))
        last = select(HistoryRow.actor).filter_by(booking_id=entry.id, action=CANCELLED)
        if not client.id or work.connection.scalar(last) != client.id:
            raise
        return as_booking(work, entry)
    work.check()
    _in_time(work, entry, client)
    work.connection.execute(update(BookingRow).where(BookingRow.id == entry.id).values(status=CANCELLED))
    ledger.let_go(work.connection, entry.id, _cool_until(work))
    noted = {"start": entry.start.isoformat()} | ({"reason": reason} if reason else {})
    ledger.note(work.connection, entry.id, work.now, client.id, CANCELLED, **noted)
    callbacks.moved(work, entry.id, client.id)
    return as_booking(work, entry)


def mark(work: Work, number: str, came: bool | None, client: Client, seen: int | None = None) -> Booking:
    """On its day or later; may be set right afterwards. None: neither is known again, as after a slip.

    Raises UnknownBooking, ChangedMeanwhile, BadWish.
    """
    gone_by = (PAST,) if seen is not None else ()
    entry = _newest(work, number, None, (*LIVE, CAME, DID_NOT_COME, *gone_by), seen)
    if entry.start.date() > work.now.date():
        raise BadWish(f"the visit {number} is still to come, on {entry.start.date()}; mark it on its day")
    if came is None:
        status = entry.status if entry.status in (*LIVE, PAST) else _before(work, entry)
    else:
        status = CAME if came else DID_NOT_COME
    if entry.status != status:
        work.connection.execute(update(BookingRow).where(BookingRow.id == entry.id).values(status=status))
        action = UNMARKED if came is None else status
        ledger.note(work.connection, entry.id, work.now, client.id, action)
    return as_booking(work, entry)


def _before(work: Work, entry: Entry) -> str:
    """The state of a booking before it was marked; PAST where its number has gone to another since."""
    same = (BookingRow.office_id == work.office_id, BookingRow.number == entry.number)
    others = entries(work.connection, *same, BookingRow.status.in_(LIVE))
    if any(other.id != entry.id for other in others):
        return PAST
    moved = select(HistoryRow.id).filter_by(booking_id=entry.id, action=CHANGED).limit(1)
    return BOOKED if work.connection.scalar(moved) is None else CHANGED


def _newest(
    work: Work, number: str, phone: str | None, states: tuple[str, ...], seen: int | None = None
) -> Entry:
    if not is_number(number):
        raise unknown(number)
    here = [BookingRow.office_id == work.office_id, BookingRow.number == number]
    if seen is not None:
        here.append(BookingRow.id == _seen(work, number, seen))
    found = entries(work.connection, *here, BookingRow.status.in_(states))
    entry = next((e for e in found if phone is None or (phone and e.phone == phone)), None)
    if entry is None:
        raise unknown(number)
    return entry


def _seen(work: Work, number: str, version: int) -> int:
    """The row of the booking whose version this is. Raises UnknownBooking for what is none of the number's,
    ChangedMeanwhile."""
    if not 0 < version <= HIGHEST_ID:
        raise unknown(number)
    of = select(BookingRow.id).join(HistoryRow, HistoryRow.booking_id == BookingRow.id)
    here = (BookingRow.office_id == work.office_id, BookingRow.number == number)
    row = work.connection.scalar(of.where(HistoryRow.id == version, *here).with_for_update(of=BookingRow))
    if row is None:
        raise unknown(number)
    last = select(func.max(HistoryRow.id)).where(HistoryRow.booking_id == row)
    if work.connection.scalar(last) != version:
        raise ChangedMeanwhile(f"the booking {number} was changed by somebody else meanwhile")
    return row


def is_number(text: str) -> bool:
    """Whether a booking could have this number."""
    return bool(re.fullmatch("[1-9][0-9]{3}", text))


def unknown(number: str) -> UnknownBooking:
    return UnknownBooking(f"there is no booking {number!r} for this telephone number; compare the number")


def _in_time(work: Work, entry: Entry, client: Client) -> None:
    """What the office itself cannot keep may be changed at any time until its day is over."""
    latest = entry.start.date() - timedelta(days=work.snapshot.office.rules.cancel_days)
    late = entry.start <= work.now or (work.now.date() > latest and not client.is_clerk)
    if late and (entry.start.date() < work.now.date() or not _affected(work, entry)):
        raise TooLate(f"the booking can be changed or cancelled until {latest}, before it starts")


def _affected(work: Work, entry: Entry) -> bool:
    work.check()
    visits = attended.visits(work.connection, work.snapshot, BookingRow.id == entry.id)
    return any(part.affected for visit in visits for part in visit)


def _cool_until(work: Work) -> datetime | None:
    minutes = work.snapshot.office.rules.cool_down_minutes
    return work.now + timedelta(minutes=minutes) if minutes else None


def _drop_own_hold(work: Work, procedures: tuple[str, ...], start: datetime, client: Client) -> None:
    """The client's hold of the new place makes way for the booking that moves there."""
    if not client.id:
        return
    mine = (BookingRow.call_sid == client.id, BookingRow.start == start, BookingRow.status == HELD)
    for held in entries(work.connection, BookingRow.office_id == work.office_id, *mine):
        if held.procedure_ids == procedures:
            drop(work, held)


def _has_it_already(work: Work, entry: Entry, visit: Visit, start: datetime) -> bool:
    """Whether the call that made the booking has another for the same, then."""
    same = (BookingRow.call_sid == entry.call_sid, BookingRow.start == start, BookingRow.status.in_(LIVE))
    others = entries(work.connection, BookingRow.office_id == work.office_id, *same)
    same_visit = [one for one in others if one.id != entry.id and one.procedure_id == visit.ids[0]]
    return bool(entry.call_sid and same_visit)


def _move_tickets(work: Work, visit: Visit, entry: Entry, start: datetime) -> None:
    mine = TicketRow.booking_id == entry.id
    person = (mine, ~TicketRow.scope.startswith(taken.DAY))
    work.connection.execute(update(TicketRow).where(*person).values(until=visit.end(start)))
    if start.date() != entry.start.date() or visit.ids != entry.procedure_ids:
        work.connection.execute(delete(TicketRow).where(mine, TicketRow.scope.startswith(taken.DAY)))
        count_day(work, visit, entry.id, start, None)
