"""Bookings with what each counter does for them, out of the database."""

from collections import defaultdict
from dataclasses import replace

from sqlalchemy import ColumnElement, Connection, select

from calendar_backend import attending, ledger
from calendar_backend.models import LIVE, BookingRow, CellRow
from calendar_backend.place import Attendance
from calendar_backend.store import Snapshot


def visits(
    connection: Connection, snapshot: Snapshot, *conditions: ColumnElement[bool]
) -> list[list[Attendance]]:
    """The bookings that meet the conditions and have places, by start, each as its counters see it."""
    return list(by_row(connection, snapshot, *conditions).values())


def by_row(
    connection: Connection, snapshot: Snapshot, *conditions: ColumnElement[bool]
) -> dict[int, list[Attendance]]:
    """Like `visits`, by the id of the row."""
    codes = {row: code for code, row in snapshot.counters.items()}
    known = ledger.by_row(connection, *conditions)
    asked = (
        select(CellRow.booking_id, CellRow.counter_id, CellRow.slot)
        .join(BookingRow, BookingRow.id == CellRow.booking_id)
        .where(CellRow.until.is_(None), *conditions)
        .distinct()
    )
    slots: defaultdict[int, defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for booking_id, counter, slot in connection.execute(asked):
        if counter in codes:
            slots[booking_id][codes[counter]].add(slot)
    found = {}
    for booking_id, booking in known.items():
        if booking_id not in slots:
            continue
        visit = attending.attendances(snapshot.office, booking, slots[booking_id])
        why = attending.affected(snapshot.openings, visit) if booking.status in LIVE else None
        found[booking_id] = [replace(part, affected=why) for part in visit] if why else visit
    return found
