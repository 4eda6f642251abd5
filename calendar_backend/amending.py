"""Changing an office's data so that it is known who did it, and can be taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select

from calendar_backend import attended, store, texts
from calendar_backend.database import reading, writing
from calendar_backend.errors import ChangedMeanwhile, OfficeInUse, UnknownEntry
from calendar_backend.models import LIVE, BookingRow, OfficeChangeRow, OfficeRow
from calendar_backend.office import OfficeFile
from calendar_backend.office_plain import plain, stored
from calendar_backend.place import Attendance
from calendar_backend.store import Snapshot
from calendar_backend.tokyo import in_tokyo
from calendar_backend.work import unknown_office

START, FILE, PAGE = "start", "file", "page"
"""Where a change comes from: a file that a program started with, a file that was loaded, a person at a page."""


@dataclass(frozen=True, slots=True)
class Change:
    """A line of an office's history."""

    id: int
    at: datetime
    by: str
    source: str
    undoes: int | None
    before: OfficeFile | None
    """None: the office was new."""

    after: OfficeFile


def load(engine: Engine, office: OfficeFile, now: datetime, by: str, source: str) -> bool:
    """Like `store.load_into`, with a line in the history; True when that changed anything. Raises DatabaseUnusable."""
    with writing(engine) as connection:
        known = _locked(connection, office.id)
        if known is None or known.office != office:
            store.write(connection, office)
            _note(connection, known, office, now, by, source)
            return True
    return False


def load_at_start(engine: Engine, office: OfficeFile, now: datetime, by: str) -> bool:
    """Loads the file that a program starts with, unless somebody has changed the office at a page since a file was
    loaded: then the database stands, and the answer is False. Raises DatabaseUnusable."""
    with writing(engine) as connection:
        known = _locked(connection, office.id)
        newest = _newest(connection, office.id)
        same = known is not None and known.office == office
        if newest == PAGE and not same:
            return False
        if not same:
            store.write(connection, office)
        if not same or newest == PAGE:
            _note(connection, known, office, now, by, START)
    return True


def amend(
    engine: Engine, office: OfficeFile, revision: int, now: datetime, by: str, undoes: int | None = None
) -> int:
    """Changes the office as it was at the revision into this one; the id of the change.

    Raises ChangedMeanwhile where it is at another revision by now, OfficeInUse where a counter or procedure goes that has
    bookings to come, UnknownOffice, DatabaseUnusable; then nothing has changed.
    """
    with writing(engine) as connection:
        known = _locked(connection, office.id)
        if known is None:
            raise unknown_office(office.id)
        if known.revision != revision:
            raise ChangedMeanwhile(f"{office.id} has changed since revision {revision}; look at it again")
        if losing := leaving(connection, known, office, now):
            raise OfficeInUse(tuple(dict.fromkeys(visit.booking.number for visit in losing)))
        store.write(connection, office)
        return _note(connection, known, office, now, by, PAGE, undoes)


def leaving(connection: Connection, known: Snapshot, office: OfficeFile, now: datetime) -> list[Attendance]:
    """Visits to come at counters, or for procedures, that this office has no more."""
    counters = {one.id for one in known.office.counters} - {one.id for one in office.counters}
    procedures = {one.id for one in known.office.procedures} - {one.id for one in office.procedures}
    if not counters and not procedures:
        return []
    return [
        visit
        for visit in visits(connection, known, now)
        if visit.counter_id in counters or procedures.intersection(visit.booking.procedure_ids)
    ]


def visits(connection: Connection, known: Snapshot, now: datetime) -> list[Attendance]:
    """All that are still to come, by start."""
    here = (BookingRow.office_id == known.office.id, BookingRow.status.in_(LIVE), BookingRow.end > now)
    found = [part for visit in attended.visits(connection, known, *here) for part in visit]
    return sorted(found, key=lambda part: (part.start, part.booking.number))


def changes(engine: Engine, office_id: str, before: int | None = None, most: int = 30) -> list[Change]:
    """The newest first; `before`: those older than the change of this id."""
    asked = select(OfficeChangeRow).where(OfficeChangeRow.office_id == office_id)
    if before is not None:
        asked = asked.where(OfficeChangeRow.id < before)
    with reading(engine) as connection:
        rows = connection.execute(asked.order_by(OfficeChangeRow.id.desc()).limit(most)).all()
    return [_change(row) for row in rows]


def change(engine: Engine, office_id: str, change_id: int) -> Change:
    """One of them. Raises UnknownEntry."""
    asked = select(OfficeChangeRow).filter_by(office_id=office_id, id=change_id)
    with reading(engine) as connection:
        row = connection.execute(asked).first()
    if row is None:
        raise UnknownEntry(f"{office_id} has no change {change_id}")
    return _change(row)


def undone(engine: Engine, office_id: str, change_ids: Sequence[int]) -> dict[int, int]:
    """Which of the changes were taken back, and by which."""
    asked = select(OfficeChangeRow.undoes, OfficeChangeRow.id).where(
        OfficeChangeRow.office_id == office_id, OfficeChangeRow.undoes.in_(change_ids)
    )
    with reading(engine) as connection:
        return {undoes: row for undoes, row in connection.execute(asked) if undoes is not None}


def _locked(connection: Connection, office_id: str) -> Snapshot | None:
    """The office as it stays until the transaction ends; bookings under way are waited for."""
    connection.execute(select(OfficeRow.id).where(OfficeRow.id == office_id).with_for_update())
    return store.read(connection, office_id)


def _note(
    connection: Connection,
    known: Snapshot | None,
    office: OfficeFile,
    now: datetime,
    by: str,
    source: str,
    undoes: int | None = None,
) -> int:
    texts.check(client=by)
    row = {"office_id": office.id, "at": in_tokyo(now), "actor": by, "source": source, "undoes": undoes}
    row |= {"before": plain(known.office) if known else None, "after": plain(office)}
    return connection.execute(
        insert(OfficeChangeRow).values(**row).returning(OfficeChangeRow.id)
    ).scalar_one()


def _newest(connection: Connection, office_id: str) -> str | None:
    asked = select(OfficeChangeRow.source).where(OfficeChangeRow.office_id == office_id)
    return connection.scalar(asked.order_by(OfficeChangeRow.id.desc()).limit(1))


def _change(row: Any) -> Change:
    before = stored(row.before) if row.before else None
    return Change(row.id, row.at, row.actor, row.source, row.undoes, before, stored(row.after))
