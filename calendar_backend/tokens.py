"""The secret that a hold or a booking is known by to whoever has it: 128 random bits, in hexadecimal.

A hold keeps its own when it becomes a booking; others get one when somebody is to be given it.
"""

import random
import re

from sqlalchemy import Connection, select, update

from calendar_backend.models import HELD, BookingRow, ProcedureRow
from calendar_backend.place import Hold, Place

_TOKEN = re.compile("[0-9a-f]{32}")
_HOLD = select(
    BookingRow.office_id,
    ProcedureRow.code,
    BookingRow.more_procedures,
    BookingRow.start,
    BookingRow.end,
    BookingRow.held_until,
    BookingRow.people,
).join(ProcedureRow, ProcedureRow.id == BookingRow.procedure_id)


def made(rng: random.Random) -> str:
    return f"{rng.getrandbits(128):032x}"


def row_of(connection: Connection, token: str) -> int | None:
    """The row of the booking, in whatever state; None: there is none, or it is only a hold."""
    if not _TOKEN.fullmatch(token):
        return None
    asked = select(BookingRow.id).where(BookingRow.token == token, BookingRow.status != HELD)
    return connection.scalars(asked).first()


def hold_of(connection: Connection, token: str) -> tuple[str, Hold] | None:
    """The office and the hold, which may have run out; None: there is none, or it is a booking."""
    if not _TOKEN.fullmatch(token):
        return None
    row = connection.execute(_HOLD.where(BookingRow.token == token, BookingRow.status == HELD)).first()
    if row is None or row.held_until is None:
        return None
    place = Place(row.code, row.start, row.end, tuple(row.more_procedures))
    return row.office_id, Hold(token, row.held_until, place, row.people)


def given(connection: Connection, booking_id: int, rng: random.Random) -> str:
    """The booking's own; one is made where it has none."""
    mine = BookingRow.id == booking_id
    connection.execute(update(BookingRow).where(mine, BookingRow.token.is_(None)).values(token=made(rng)))
    return connection.scalars(select(BookingRow.token).where(mine)).one() or ""


def offices_of(connection: Connection, client: str) -> list[str]:
    """Where a client has holds."""
    asked = select(BookingRow.office_id).where(BookingRow.call_sid == client, BookingRow.status == HELD)
    return list(connection.scalars(asked.distinct()))
