"""Shutting an office or a counter for a day: nobody's booking goes, everybody concerned is to be phoned."""

from collections.abc import Collection
from datetime import date, time

from sqlalchemy import insert, select, update

from calendar_backend import attended, ledger, store, texts
from calendar_backend.attending import overlaps
from calendar_backend.callbacks import CLOSURE, OPEN, UNSETTLED, Callback, drop, read
from calendar_backend.closure import Closure
from calendar_backend.errors import BadWish, UnknownCounter, UnknownEntry
from calendar_backend.models import LIVE, WALKED_IN, BookingRow, CallbackRow, CellRow, ClosureRow, OfficeRow
from calendar_backend.work import Stale, Work

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
        _mark(work, _closure(work, closure_id), by)
    listed = read(work.connection, CallbackRow.closure_id == closure_id)
    return _closure(work, closure_id), sorted(
        listed, key=lambda c: (c.booking.start, c.booking.number) if c.booking else ()
    )


def reopen(work: Work, closure_id: int, by: str) -> list[Callback]:
    """Lifts a closure; the call-backs it asked for that are not settled fall away and are handed back. Who is booked in
    another closure is to be phoned for that one.

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
    asked_for = (CallbackRow.closure_id == closure_id, CallbackRow.state.in_(UNSETTLED))
    dropped = read(work.connection, *asked_for)
    rows = work.connection.scalars(select(CallbackRow.booking_id).where(*asked_for)).all()
    drop(work, by, *asked_for)
    for other in closures(work):
        _mark(work, other, by, rows)
    return dropped


def closures(work: Work) -> list[Closure]:
    """All that are not lifted, by day."""
    codes = {row: code for code, row in work.snapshot.counters.items()}
    return store.closures(work.connection, work.office_id, codes)


def changed(work: Work) -> None:
    """Makes every reader read the office anew. Waits for bookings under way; those after it see the change.

    Raises Stale when the office is not as it was read.
    """
    raised = update(OfficeRow).where(OfficeRow.id == work.office_id).values(revision=OfficeRow.revision + 1)
    if work.connection.scalar(raised.returning(OfficeRow.revision)) != work.snapshot.revision + 1:
        raise Stale(work.office_id)


def _row_of(work: Work, counter_id: str) -> int:
    row = work.snapshot.counters.get(counter_id)
    if row is None:
        raise UnknownCounter(f"{work.office_id} has no counter {counter_id!r}; use an id of its office file")
    return row


def _closure(work: Work, closure_id: int) -> Closure:
    return next(closure for closure in closures(work) if closure.id == closure_id)


def _mark(work: Work, closure: Closure, by: str, among: Collection[int | None] | None = None) -> None:
    """Puts every booking that stands in the closure (None: of all, else among these rows) on the call-back list,
    unless it is on it for a closure."""
    listed = (CallbackRow.state.in_(UNSETTLED), CallbackRow.kind == CLOSURE)
    waiting = select(CallbackRow.booking_id).where(*listed, CallbackRow.booking_id.is_not(None))
    before = select(CallbackRow.booking_id).where(CallbackRow.closure_id == closure.id)
    there = select(CellRow.booking_id).where(CellRow.day == closure.day, CellRow.until.is_(None))
    asked = (
        BookingRow.office_id == work.office_id,
        BookingRow.status.in_(LIVE),
        # Who drew a ticket is here and sees it; there is nobody to be phoned.
        ~BookingRow.call_sid.startswith(WALKED_IN),
        BookingRow.id.in_(there),
        BookingRow.id.not_in(waiting),
        BookingRow.id.not_in(before),
    )
    some = () if among is None else (BookingRow.id.in_(among),)
    for booking_id, visit in sorted(attended.by_row(work.connection, work.snapshot, *asked, *some).items()):
        if not any(overlaps(closure, part) for part in visit):
            continue
        booking = visit[0].booking
        row = {"office_id": work.office_id, "kind": CLOSURE, "state": OPEN, "booking_id": booking_id}
        row |= {"closure_id": closure.id, "phone": booking.phone, "name": booking.name, "about": closure.name}
        row |= {"actor": by, "origin": by, "created_at": work.now, "updated_at": work.now}
        work.connection.execute(insert(CallbackRow).values(**row))
        ledger.note(work.connection, booking_id, work.now, by, AFFECTED, closure=str(closure.id))
