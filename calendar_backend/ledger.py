"""The rows of bookings: reading them, and writing one whole."""

import random
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from calendar_backend.errors import NumbersExhausted
from calendar_backend.models import BOOKED, PAST, BookingRow, CellRow, OfficeRow, ProcedureRow
from calendar_backend.place import Booking

NUMBERS = range(1000, 10_000)
"""Four digits, the first not 0: it is said aloud and written down."""

_COLUMNS = (
    select(
        BookingRow.number,
        BookingRow.office_id,
        ProcedureRow.code,
        BookingRow.start,
        BookingRow.end,
        BookingRow.status,
        BookingRow.phone,
        OfficeRow.name,
        ProcedureRow.name,
    )
    .join(ProcedureRow, ProcedureRow.id == BookingRow.procedure_id)
    .join(OfficeRow, OfficeRow.id == BookingRow.office_id)
    .order_by(BookingRow.start, BookingRow.number, BookingRow.id)
)


def bookings(connection: Connection, *conditions: ColumnElement[bool]) -> list[Booking]:
    """All that meet the conditions, by start, then number."""
    return [Booking(*row) for row in connection.execute(_COLUMNS.where(*conditions))]


def add(
    connection: Connection, booking: dict[str, Any], counter_id: int, lane: int, covered: Sequence[datetime]
) -> None:
    """A booking and its cells. Raises IntegrityError when a constraint refuses one of them."""
    booking_id = connection.execute(
        insert(BookingRow).values(**booking).returning(BookingRow.id)
    ).scalar_one()
    held = [
        {"booking_id": booking_id, "counter_id": counter_id, "lane": lane, "cell_start": c} for c in covered
    ]
    connection.execute(insert(CellRow).values(held))


def free_number(connection: Connection, office_id: str, now: datetime, rng: random.Random) -> str:
    """A number no live booking of the office has; numbers of past visits are given back when none is left.

    Raises NumbersExhausted.
    """
    live = (BookingRow.office_id == office_id, BookingRow.status == BOOKED)
    free = _free(connection, *live)
    if not free:
        connection.execute(update(BookingRow).where(*live, BookingRow.end <= now).values(status=PAST))
        free = _free(connection, *live)
    if not free:
        raise NumbersExhausted(
            f"all booking numbers of {office_id} are in use; cancel or finish some bookings"
        )
    return str(rng.choice(free))


def _free(connection: Connection, *live: ColumnElement[bool]) -> list[int]:
    taken = set(map(int, connection.scalars(select(BookingRow.number).where(*live))))
    return [number for number in NUMBERS if number not in taken]
