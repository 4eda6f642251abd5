"""Which cells are taken, read as one number a lane and day."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Connection,
    Date,
    Integer,
    Select,
    String,
    and_,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
)

from calendar_backend.models import CellRow, CounterRow, OfficeRow, TicketRow
from calendar_backend.tokyo import TokyoTime
from calendar_backend.visit import Taken

HALF = 48
"""A day's mask comes in two halves: it has more bits than a database's integer."""


@dataclass(frozen=True, slots=True)
class Look:
    """What the rows said at one moment."""

    revisions: dict[str, int]
    """Of those offices asked for that exist."""

    lanes: Mapping[tuple[int, date], Mapping[int, int]]
    """(row of the counter, day) -> lane -> mask of the quarters that are taken."""

    def at(self, counters: Mapping[str, int]) -> Taken:
        """By the ids of an office's counters instead of their rows."""
        codes = {row: code for code, row in counters.items()}
        return {(codes[row], day): lanes for (row, day), lanes in self.lanes.items() if row in codes}


def look(
    connection: Connection,
    office_ids: Collection[str],
    counter_rows: Collection[int],
    days: tuple[date, date],
    now: datetime,
    lock: bool = False,
) -> Look:
    """What is taken on the days from/to, both included, at `now`, an aware moment.

    With `lock`, the offices stay as they are until the transaction ends: a closure waits for it.
    """
    asked = LOOK_LOCKED if lock else LOOK
    given: dict[str, Any] = {"offices": list(office_ids), "counters": list(counter_rows)}
    given |= {"first": days[0], "last": days[1], "now": now}
    revisions: dict[str, int] = {}
    lanes: defaultdict[tuple[int, date], dict[int, int]] = defaultdict(dict)
    for office_id, revision, counter, day, lane, early, late in connection.execute(asked, given):
        revisions[office_id] = revision
        if counter is not None:
            lanes[counter, day][lane] = early | late << HALF
    return Look(revisions, dict(lanes))


def _looking() -> Select[Any]:
    one, now = cast(1, BigInteger), bindparam("now", type_=TokyoTime)
    early = case((CellRow.slot < HALF, one.bitwise_lshift(CellRow.slot)), else_=0)
    late = case((CellRow.slot >= HALF, one.bitwise_lshift(CellRow.slot - HALF)), else_=0)
    counters = bindparam("counters", expanding=True, type_=Integer)
    cells = (
        select(
            CellRow.counter_id,
            CellRow.day,
            CellRow.lane,
            cast(func.sum(early), BigInteger).label("early"),
            cast(func.sum(late), BigInteger).label("late"),
        )
        .where(
            CellRow.counter_id.in_(counters),
            CellRow.day.between(bindparam("first", type_=Date), bindparam("last", type_=Date)),
            or_(CellRow.until.is_(None), CellRow.until > now),
        )
        .group_by(CellRow.counter_id, CellRow.day, CellRow.lane)
        .subquery()
    )
    here = and_(CounterRow.office_id == OfficeRow.id, CounterRow.id.in_(counters))
    return (
        select(OfficeRow.id, OfficeRow.revision, *cells.c)
        .select_from(OfficeRow)
        .outerjoin(CounterRow, here)
        .outerjoin(cells, cells.c.counter_id == CounterRow.id)
        .where(OfficeRow.id.in_(bindparam("offices", expanding=True, type_=String)))
    )


LOOK = _looking()
"""Office, revision, counter row, day, lane and both halves of the mask. An office where nothing is taken gives one
row without cells."""

LOOK_LOCKED = LOOK.with_for_update(read=True, of=OfficeRow)

DAY = "day:"


def day_scope(procedure_row: int, day: date) -> str:
    """Where the bookings of a procedure on a day are counted."""
    return f"{DAY}{procedure_row}:{day.isoformat()}"


def person_scope(office_id: str, phone: str) -> str:
    """Where the bookings of a telephone number are counted."""
    return f"person:{office_id}:{phone}"


def turn_scope(phone: str) -> str:
    """What bookings under one telephone number take for a moment, so that each sees those before it."""
    return f"turn:{phone}"


def tickets(connection: Connection, scope_from: str, scope_to: str, now: datetime) -> dict[str, set[int]]:
    """The places taken in each scope from/to, both included."""
    found: defaultdict[str, set[int]] = defaultdict(set)
    live = or_(TicketRow.until.is_(None), TicketRow.until > now)
    asked = select(TicketRow.scope, TicketRow.place).where(
        TicketRow.scope.between(scope_from, scope_to), live
    )
    for scope, place in connection.execute(asked):
        found[scope].add(place)
    return dict(found)
