"""The rows of bookings: reading them, taking cells for them and letting cells go."""

import random
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Date,
    Integer,
    String,
    bindparam,
    delete,
    insert,
    select,
    text,
    update,
)

from calendar_backend.errors import Collision, NumbersExhausted
from calendar_backend.models import (
    HELD,
    LIVE,
    PAST,
    BookingRow,
    CellRow,
    HistoryRow,
    OfficeRow,
    ProcedureRow,
    TicketRow,
)
from calendar_backend.place import Booking
from calendar_backend.taken import DAY
from calendar_backend.tokyo import TokyoTime

NUMBERS = range(1000, 10_000)
"""Four digits, the first not 0: it is said aloud and written down."""

DRAWN = 16
"""Numbers looked up at a time: with half of all numbers in use, 1 draw in 65,536 finds none that is free."""

Cell = tuple[int, date, int, int]
"""Counter row, day, lane, slot."""

_COLUMNS = (
    select(
        BookingRow.id,
        BookingRow.number,
        BookingRow.office_id,
        ProcedureRow.code,
        BookingRow.start,
        BookingRow.end,
        BookingRow.status,
        BookingRow.phone,
        OfficeRow.name,
        ProcedureRow.name,
        BookingRow.name,
        BookingRow.people,
        BookingRow.more_procedures,
        BookingRow.details,
    )
    .join(ProcedureRow, ProcedureRow.id == BookingRow.procedure_id)
    .join(OfficeRow, OfficeRow.id == BookingRow.office_id)
    .order_by(BookingRow.start, BookingRow.number, BookingRow.id)
)

_ONE = _COLUMNS.where(BookingRow.id == bindparam("of"))

_CELL = (bindparam("counter", type_=Integer), bindparam("day", type_=Date), bindparam("lane", type_=Integer),
         bindparam("slot", type_=Integer))  # fmt: skip
_OWNED = (
    bindparam("booking", type_=Integer),
    bindparam("until", type_=TokyoTime),
    bindparam("now", type_=TokyoTime),
)

_SEIZE = text(
    "INSERT INTO cells (counter_id, day, lane, slot, booking_id, until) "
    "VALUES (:counter, :day, :lane, :slot, :booking, :until) "
    "ON CONFLICT (counter_id, day, lane, slot) "
    "DO UPDATE SET booking_id = excluded.booking_id, until = excluded.until "
    "WHERE cells.until <= :now OR cells.booking_id = excluded.booking_id"
).bindparams(*_CELL, *_OWNED)
"""A cell that is nobody's any more is taken over; one that is somebody's makes no row."""

_ADD = insert(BookingRow).returning(BookingRow.id)
_NOTE = insert(HistoryRow)
_KEPT = {"until": bindparam("kept", type_=TokyoTime)}
_KEEP_CELLS = update(CellRow).where(CellRow.booking_id == bindparam("of")).values(_KEPT)
_KEEP_TICKETS = (
    update(TicketRow)
    .where(TicketRow.booking_id == bindparam("of"), TicketRow.scope.startswith(DAY))
    .values(_KEPT)
)
_DRAWN = select(BookingRow.number).where(
    BookingRow.office_id == bindparam("office"),
    BookingRow.status.in_(LIVE),
    BookingRow.number.in_(bindparam("drawn", expanding=True, type_=String)),
)

_ONE_CELL = (
    CellRow.booking_id == bindparam("of"),
    CellRow.counter_id == bindparam("counter"),
    CellRow.day == bindparam("on"),
    CellRow.lane == bindparam("in_lane"),
    CellRow.slot == bindparam("at"),
)
_LET_GO = delete(CellRow).where(*_ONE_CELL)
_LET_COOL = update(CellRow).where(*_ONE_CELL).values(until=bindparam("cool", type_=TokyoTime))

_TICKET = text(
    "INSERT INTO tickets (scope, place, booking_id, until) VALUES (:scope, :place, :booking, :until) "
    "ON CONFLICT (scope, place) DO UPDATE SET booking_id = excluded.booking_id, until = excluded.until "
    "WHERE tickets.until <= :now OR tickets.booking_id = excluded.booking_id"
).bindparams(bindparam("scope", type_=String), bindparam("place", type_=Integer), *_OWNED)


def bookings(connection: Connection, *conditions: ColumnElement[bool]) -> list[Booking]:
    """All that meet the conditions, by start, then number. What is only held is none."""
    return list(by_row(connection, *conditions).values())


def one(connection: Connection, booking_id: int) -> Booking:
    """The booking of a row."""
    return next(iter(_read(connection, [connection.execute(_ONE, {"of": booking_id}).one()]).values()))


def by_row(connection: Connection, *conditions: ColumnElement[bool]) -> dict[int, Booking]:
    """Like `bookings`, by the id of the row."""
    asked = _COLUMNS.where(BookingRow.status != HELD, *conditions)
    return _read(connection, connection.execute(asked).all())


def _read(connection: Connection, rows: Sequence[Any]) -> dict[int, Booking]:
    several = {row.office_id for row in rows if row.more_procedures}
    asked = select(ProcedureRow.office_id, ProcedureRow.code, ProcedureRow.name)
    named = connection.execute(asked.where(ProcedureRow.office_id.in_(several))).all() if several else ()
    names = {(office_id, code): name for office_id, code, name in named}
    found = {}
    for row_id, *rest, more, details in rows:
        booking = replace(Booking(*[*rest, tuple(more)]), details=details)
        called = tuple(names.get((booking.office_id, one), one) for one in more)
        found[row_id] = replace(booking, more_procedure_names=called) if more else booking
    return found


def add(connection: Connection, row: Mapping[str, Any]) -> int:
    """A new booking or hold, still without cells; its id. Raises IntegrityError when a constraint refuses it."""
    return connection.execute(_ADD, dict(row)).scalar_one()


def seize(
    connection: Connection, booking_id: int, cells: Sequence[Cell], until: datetime | None, now: datetime
) -> None:
    """Takes all cells for the booking. Raises Collision when somebody else has one of them."""
    owned = {"booking": booking_id, "until": until, "now": now}
    rows = [
        dict(zip(("counter", "day", "lane", "slot"), cell, strict=True)) | owned for cell in sorted(cells)
    ]
    if rows and connection.execute(_SEIZE, rows).rowcount != len(rows):
        raise Collision("somebody else was first to take this place; look again")


def seize_ticket(
    connection: Connection,
    booking_id: int,
    scope: str,
    place: int,
    until: datetime | None,
    now: datetime,
) -> None:
    """Raises Collision when somebody else has it."""
    row = {"booking": booking_id, "until": until, "now": now, "scope": scope, "place": place}
    if connection.execute(_TICKET, row).rowcount != 1:
        raise Collision("somebody else was first to take the last of a limited number; look again")


def cells_of(connection: Connection, booking_id: int) -> set[Cell]:
    asked = select(CellRow.counter_id, CellRow.day, CellRow.lane, CellRow.slot)
    return {(c, d, n, s) for c, d, n, s in connection.execute(asked.where(CellRow.booking_id == booking_id))}


def keep(connection: Connection, booking_id: int, until: datetime | None, tickets: bool = True) -> int:
    """Sets until when the booking has its cells and its tickets of the day, None: for good. How many cells it has.

    `tickets` False: it needs none.
    """
    given = {"of": booking_id, "kept": until}
    if tickets:
        connection.execute(_KEEP_TICKETS, given)
    return connection.execute(_KEEP_CELLS, given).rowcount


def let_go(connection: Connection, booking_id: int, cool_until: datetime | None = None) -> None:
    """Frees what the booking has, at once or, its cells and tickets of the day, after a cool-down."""
    mine = TicketRow.booking_id == booking_id
    if cool_until is not None:
        keep(connection, booking_id, cool_until)
        connection.execute(delete(TicketRow).where(mine, ~TicketRow.scope.startswith(DAY)))
        return
    connection.execute(delete(TicketRow).where(mine))
    connection.execute(delete(CellRow).where(CellRow.booking_id == booking_id))


def let_go_cells(
    connection: Connection, booking_id: int, cells: Collection[Cell], cool_until: datetime | None
) -> None:
    """Frees some of the booking's cells."""
    statement = _LET_COOL if cool_until is not None else _LET_GO
    rows = [
        {"of": booking_id, "counter": c, "on": day, "in_lane": lane, "at": slot, "cool": cool_until}
        for c, day, lane, slot in sorted(cells)
    ]
    if rows:
        connection.execute(statement, rows)


def note(
    connection: Connection, booking_id: int, now: datetime, by: str, action: str, **details: str
) -> None:
    """A line of the booking's history."""
    line = {"booking_id": booking_id, "at": now, "actor": by, "action": action, "details": details}
    connection.execute(_NOTE, line)


def free_number(
    connection: Connection, office_id: str, now: datetime, rng: random.Random, wanted: str = ""
) -> str:
    """A number no live booking of the office has, the wanted one if it is none's; numbers of past visits are given
    back when none is left.

    Raises NumbersExhausted.
    """
    live = (BookingRow.office_id == office_id, BookingRow.status.in_(LIVE))
    drawn = [str(number) for number in rng.sample(NUMBERS, min(DRAWN, len(NUMBERS)))]
    if wanted in map(str, NUMBERS):
        drawn.insert(0, wanted)
    taken = set(connection.scalars(_DRAWN, {"office": office_id, "drawn": drawn}))
    if found := next((number for number in drawn if number not in taken), None):
        return found
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
    taken = set(map(str, connection.scalars(select(BookingRow.number).where(*live))))
    return [number for number in NUMBERS if str(number) not in taken]
