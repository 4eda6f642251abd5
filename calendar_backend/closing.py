"""Shutting an office or a counter for a day: nobody's booking goes, everybody concerned is to be phoned."""

from datetime import date, datetime, time

from sqlalchemy import insert, select, update

from calendar_backend import cells, ledger, store, texts
from calendar_backend.callbacks import CLOSURE, DROPPED, OPEN, Callback, read
from calendar_backend.closure import Closure
from calendar_backend.errors import BadWish, UnknownCounter, UnknownEntry
from calendar_backend.models import LIVE, BookingRow, CallbackRow, CellRow, ClosureRow, OfficeRow
from calendar_backend.work import Work

AFFECTED = "affected"

LONGEST_NAME = 120


def close(
    work: Work,
    day: date,
    name: str,
    reading: str,
    counter_id: str | None,
    times: tuple[time, time] | None,
    by: str,
) -> tuple[Closure, list[Callback]]:
    """The closure, and a call-back for every booking that stands in it, by start.

    Closing again what is closed adds nothing. Raises UnknownCounter, BadWish.
    """
    if times and times[1] <= times[0]:
        raise BadWish(f"the closure ends at {times[1]}, before it starts at {times[0]}; hand in (from, to)")
    if day < work.now.date():
        raise BadWish(f"{day} is over; close a day from {work.now.date()} on")
    texts.check(LONGEST_NAME, name=name, reading=reading)
    texts.check(client=by)
    changed(work)
    counter = _row_of(work, counter_id) if counter_id else None
    opens, closes = times or (None, None)
    what = {"office_id": work.office_id, "day": day, "counter_id": counter, "opens": opens, "closes": closes}
    closure_id = work.connection.scalar(select(ClosureRow.id).filter_by(**what, lifted_at=None))
    if closure_id is None:
        told = {"name": name, "reading": reading, "actor": by, "created_at": work.now}
        row = insert(ClosureRow).values(**what, **told).returning(ClosureRow.id)
        closure_id = work.connection.execute(row).scalar_one()
        _mark(work, closure_id, day, counter, times, by, name)
    listed = read(work.connection, CallbackRow.closure_id == closure_id)
    closure = next(c for c in closures(work) if c.id == closure_id)
    return closure, sorted(listed, key=lambda c: (c.booking.start, c.booking.number) if c.booking else ())


def reopen(work: Work, closure_id: int, by: str) -> list[Callback]:
    """Lifts a closure; the call-backs it asked for that are still open fall away and are handed back.

    Raises UnknownEntry.
    """
    changed(work)
    here = (
        ClosureRow.office_id == work.office_id,
        ClosureRow.id == closure_id,
        ClosureRow.lifted_at.is_(None),
    )
    if not work.connection.execute(update(ClosureRow).where(*here).values(lifted_at=work.now)).rowcount:
        raise UnknownEntry(f"there is no closure {closure_id} that could be lifted")
    open_ = (CallbackRow.closure_id == closure_id, CallbackRow.state == OPEN)
    dropped = read(work.connection, *open_)
    state = {"state": DROPPED, "updated_at": work.now, "actor": by}
    work.connection.execute(update(CallbackRow).where(*open_).values(**state))
    return dropped


def closures(work: Work) -> list[Closure]:
    """All that are not lifted, by day."""
    codes = {row: code for code, row in work.snapshot.counters.items()}
    return store.closures(work.connection, work.office_id, codes)


def changed(work: Work) -> None:
    """Makes every reader read the office anew. Waits for bookings under way; those after it see the change."""
    raised = update(OfficeRow).where(OfficeRow.id == work.office_id).values(revision=OfficeRow.revision + 1)
    work.connection.execute(raised)


def _row_of(work: Work, counter_id: str) -> int:
    row = work.snapshot.counters.get(counter_id)
    if row is None:
        raise UnknownCounter(f"{work.office_id} has no counter {counter_id!r}; use an id of its office file")
    return row


def _mark(
    work: Work,
    closure_id: int,
    day: date,
    counter: int | None,
    times: tuple[time, time] | None,
    by: str,
    name: str,
) -> None:
    """Puts every booking that stands in the closure on the call-back list, unless it is on it for a closure."""
    first, end = times or (time.min, time.max)
    slots = CellRow.slot.between(
        cells.slot(datetime.combine(day, first)), cells.count(cells.minute_of_day(end)) - 1
    )
    at = CellRow.counter_id == counter if counter is not None else BookingRow.office_id == work.office_id
    waiting = select(CallbackRow.booking_id).where(CallbackRow.state == OPEN, CallbackRow.kind == CLOSURE)
    asked = (
        select(BookingRow.id, BookingRow.phone, BookingRow.name)
        .join(CellRow, CellRow.booking_id == BookingRow.id)
        .where(CellRow.day == day, slots, at, BookingRow.status.in_(LIVE), CellRow.until.is_(None))
        .where(BookingRow.id.not_in(waiting.where(CallbackRow.booking_id.is_not(None))))
        .distinct()
        .order_by(BookingRow.id)
    )
    for booking_id, phone, visitor in work.connection.execute(asked).all():
        row = {"office_id": work.office_id, "kind": CLOSURE, "state": OPEN, "booking_id": booking_id}
        row |= {"closure_id": closure_id, "phone": phone, "name": visitor, "about": name, "actor": by}
        row |= {"created_at": work.now, "updated_at": work.now}
        work.connection.execute(insert(CallbackRow).values(**row))
        ledger.note(work.connection, booking_id, work.now, by, AFFECTED, closure=str(closure_id))
