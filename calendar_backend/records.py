"""Bookings as a clerk's pages need them: found by what is known of them, with the row behind them and its version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from unicodedata import normalize

from sqlalchemy import ColumnElement, Connection, String, and_, cast, func, or_, select, text

from calendar_backend import ledger
from calendar_backend.models import HELD, LIVE, BookingRow, HistoryRow, OfficeRow, ProcedureRow
from calendar_backend.place import Booking, Happening
from calendar_backend.tokyo import TOKYO

_KANA = 0x60
"""From a hiragana to its katakana."""


@dataclass(frozen=True, slots=True)
class Record:
    """A booking in whatever state."""

    id: int
    """Of its row: booking numbers are given again."""

    booking: Booking
    client: str
    """Who took it: a call, a client of the API, a clerk."""

    created_at: datetime
    version: int
    """The id of the last line of its history: another one with every change."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; what is left empty does not matter."""

    number: str = ""
    phone: str = ""
    """E.164."""
    name: str = ""
    """A part of it, in kana or kanji; hiragana finds katakana and the other way round. Spaces do not matter."""
    days: tuple[date, date] | None = None
    """The first and the last."""
    procedure: str = ""
    """The id of one of its procedures."""
    states: tuple[str, ...] = ()


def search(
    connection: Connection,
    office_id: str,
    wish: Wish,
    before: tuple[datetime, int] | None = None,
    most: int = 50,
) -> list[Record]:
    """The latest start first; `before`: those that come after the one with this start and row."""
    asked = [BookingRow.office_id == office_id, *_conditions(connection, office_id, wish)]
    if wish.phone:
        # Two steps: in one, SQLite looks through all of the office's.
        rows = connection.scalars(select(BookingRow.id).where(BookingRow.phone == wish.phone)).all()
        if not rows:
            return []
        asked.append(BookingRow.id.in_(rows))
    if before is not None:
        began, row = before
        asked.append(or_(BookingRow.start < began, (BookingRow.start == began) & (BookingRow.id < row)))
    found = select(BookingRow.id).where(BookingRow.status != HELD, *asked)
    # A number has few bookings: they are sorted, instead of all being walked through by their start.
    few = wish.number or wish.phone
    start = func.coalesce(BookingRow.start, BookingRow.start) if few else BookingRow.start
    newest = found.order_by(start.desc(), BookingRow.id.desc()).limit(most)
    return of_rows(connection, connection.scalars(newest).all())


def numbered(connection: Connection, office_id: str, number: str) -> list[Record]:
    """All bookings that have had a number: the one that stands, then the newest first."""
    here = (BookingRow.office_id == office_id, BookingRow.number == number)
    stands = BookingRow.status.in_(LIVE)
    asked = select(BookingRow.id).where(*here).order_by(stands.desc(), BookingRow.id.desc())
    return of_rows(connection, connection.scalars(asked).all())


def of_rows(connection: Connection, ids: Sequence[int]) -> list[Record]:
    """The records of rows, in their order; what is only held is none."""
    known = ledger.by_row(connection, BookingRow.id.in_(ids)) if ids else {}
    asked = (
        select(BookingRow.id, BookingRow.call_sid, BookingRow.created_at, func.max(HistoryRow.id))
        .outerjoin(HistoryRow, HistoryRow.booking_id == BookingRow.id)
        .where(BookingRow.id.in_(known))
        .group_by(BookingRow.id, BookingRow.call_sid, BookingRow.created_at)
    )
    beside: Sequence[Any] = connection.execute(asked).all() if known else ()
    found = {
        row: Record(row, known[row], client, created_at, version or 0)
        for row, client, created_at, version in beside
    }
    return [found[row] for row in ids if row in found]


def happenings(connection: Connection, booking_id: int) -> list[Happening]:
    """The history of the booking of a row, the oldest line first."""
    line = (HistoryRow.at, HistoryRow.actor, HistoryRow.action, HistoryRow.details)
    asked = select(*line).where(HistoryRow.booking_id == booking_id).order_by(HistoryRow.id)
    return [Happening(*row) for row in connection.execute(asked)]


def pulse(connection: Connection, office_id: str) -> tuple[int, ...]:
    """Another one with every booking, change, closure and hold."""
    held = text(f"bookings.status = '{HELD}'")  # word for word, as in the condition of the index
    asked = select(
        select(func.max(HistoryRow.id)).scalar_subquery(),
        select(OfficeRow.revision).where(OfficeRow.id == office_id).scalar_subquery(),
        select(func.count(BookingRow.id)).where(held).scalar_subquery(),
        select(func.sum(BookingRow.id)).where(held).scalar_subquery(),
    )
    return tuple(int(value or 0) for value in connection.execute(asked).one())


def _conditions(connection: Connection, office_id: str, wish: Wish) -> list[ColumnElement[bool]]:
    found: list[ColumnElement[bool]] = []
    if wish.number:
        found.append(BookingRow.number == wish.number)
    if wish.name:
        found.append(_named(connection, wish.name))
    if wish.days is not None:
        first, last = (datetime.combine(day, time.min, TOKYO) for day in wish.days)
        found += [BookingRow.start >= first, BookingRow.start < last + timedelta(days=1)]
    if wish.procedure:
        first_one = select(ProcedureRow.id).filter_by(office_id=office_id, code=wish.procedure)
        further = cast(BookingRow.more_procedures, String).contains(f'"{wish.procedure}"', autoescape=True)
        found.append(or_(BookingRow.procedure_id.in_(first_one), further))
    if wish.states:
        found.append(BookingRow.status.in_(wish.states))
    return found


def _named(connection: Connection, name: str) -> ColumnElement[bool]:
    plain = "".join(normalize("NFKC", name).split())
    hiragana = "".join(chr(ord(c) - _KANA) if "ァ" <= c <= "ヶ" else c for c in plain)
    katakana = "".join(chr(ord(c) + _KANA) if "ぁ" <= c <= "ゖ" else c for c in plain)
    kept: Any = func.replace(func.replace(BookingRow.name, " ", ""), "　", "")
    # Not LIKE: both engines take several times as long for it.
    where = func.instr if connection.dialect.name == "sqlite" else func.strpos
    # A name without one of the first characters has not all of them: quicker to see than what stands without the spaces.
    parts = {plain, hiragana, katakana}
    return or_(
        *(
            and_(*(where(BookingRow.name, sign) > 0 for sign in part[:3]), where(kept, part) > 0)
            for part in parts
        )
    )
