"""An office's data going into the database and coming back."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, delete, select
from sqlalchemy.orm import Session

from calendar_backend.closure import Closure
from calendar_backend.database import reading, writing
from calendar_backend.models import (
    ClosedDayRow,
    ClosureRow,
    CounterRow,
    HoursRow,
    OfficeRow,
    OpenDayRow,
    ProcedureRow,
)
from calendar_backend.office import (
    ClosedDay,
    Counter,
    Hours,
    OfficeFile,
    OpenDay,
    Procedure,
    Rules,
    Span,
    Staffing,
    YearEnd,
)
from calendar_backend.office_fields import STORED
from calendar_backend.office_part import Wording
from calendar_backend.opening import Openings

_RULES = (
    "lead_open_days",
    "cut_off",
    "horizon_days",
    "cancel_days",
    "per_person",
    "cool_down_minutes",
    "late_minutes",
    "grid_minutes",
    "asks_name",
    "asks",
)
_PROCEDURE = (
    "duration_minutes",
    "buffer_minutes",
    "lead_open_days",
    "cut_off",
    "horizon_days",
    "per_day",
    "people",
    "key",
)
"""Fields that stand in the row as they do in the file."""

_OFFICE_ANSWERS = ("parking", "access", "welfare", "walk_in")
_PROCEDURE_ANSWERS = ("fee", "proxy", "seal", "convenience_store")
"""Fields that stand together in the row's `answers`."""


_CHOICE = ("asked_as", "answered_by", "explained", "within_days")
"""Fields that stand together in the row's `choice`."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """An office as it stood at one revision, and the row ids behind its ids."""

    office: OfficeFile
    revision: int
    counters: dict[str, int]
    procedures: dict[str, int]
    openings: Openings
    """With the closures of the moment."""


def office_ids(engine: Engine) -> tuple[str, ...]:
    """Ids of all offices, in order."""
    with reading(engine) as connection:
        return tuple(connection.scalars(select(OfficeRow.id).order_by(OfficeRow.id)))


def office_names(connection: Connection) -> dict[str, str]:
    """The names of all offices by their ids, in the order of the ids."""
    asked = select(OfficeRow.id, OfficeRow.name).order_by(OfficeRow.id)
    return {row.id: row.name for row in connection.execute(asked)}


def load_into(engine: Engine, office: OfficeFile) -> bool:
    """Makes the database say what the file says; True when that changed anything.

    Bookings are not touched: a counter or procedure that has gone from the file can no longer be booked,
    and its bookings stand. Raises DatabaseUnusable; then nothing has changed.
    """
    with writing(engine) as connection:
        snapshot = read(connection, office.id)
        if snapshot and snapshot.office == office:
            return False
        write(connection, office)
    return True


def write(connection: Connection, office: OfficeFile) -> None:
    """Makes the database say what the file says, at the next revision."""
    with Session(connection) as session:
        _write(session, office)
        session.commit()


def read(connection: Connection, office_id: str) -> Snapshot | None:
    """The office as the database has it, or None."""
    with Session(connection) as session:
        row = session.get(OfficeRow, office_id)
        if row is None:
            return None
        counters = list(
            session.scalars(
                select(CounterRow).filter_by(office_id=office_id, retired=False).order_by(CounterRow.position)
            )
        )
        procedures = list(
            session.scalars(
                select(ProcedureRow)
                .filter_by(office_id=office_id, retired=False)
                .order_by(ProcedureRow.position)
            )
        )
        codes = {counter.id: counter.code for counter in counters}
        given = {
            "id": row.id,
            "name": row.name,
            "reading": row.reading,
            "phone": row.phone,
            "agent_phone": row.agent_phone,
            "agent_hours": Span(open=row.agent_opens, close=row.agent_closes),
            "called": tuple(row.called),
            **row.answers,
            "time_zone": "Asia/Tokyo",
            "rules": _rules(row),
            "counters": _counters(session, counters),
            "closed": tuple(
                ClosedDay(
                    date=closed.day,
                    name=closed.name,
                    reading=closed.reading,
                    counters=tuple(closed.counters),
                )
                for closed in session.scalars(
                    select(ClosedDayRow).filter_by(office_id=office_id).order_by(ClosedDayRow.position)
                )
            ),
            "open_days": _open_days(session, codes),
            "procedures": tuple(_procedure(procedure, codes) for procedure in procedures),
            "guide": tuple(row.guide),
        }
        office = OfficeFile.model_validate(given, context=STORED)
        return Snapshot(
            office,
            row.revision,
            {c.code: c.id for c in counters},
            {p.code: p.id for p in procedures},
            Openings(office, closures(connection, office_id, codes)),
        )


def revision(connection: Connection, office_id: str) -> int | None:
    """The office's revision in the database now."""
    return connection.scalar(select(OfficeRow.revision).where(OfficeRow.id == office_id))


def closures(connection: Connection, office_id: str, codes: Mapping[int, str]) -> list[Closure]:
    """All that are not lifted, by day; `codes` has the ids of the counters by their rows."""
    asked = (
        select(
            ClosureRow.id,
            ClosureRow.day,
            ClosureRow.counter_id,
            ClosureRow.opens,
            ClosureRow.closes,
            ClosureRow.name,
            ClosureRow.reading,
        )
        .where(ClosureRow.office_id == office_id, ClosureRow.lifted_at.is_(None))
        .order_by(ClosureRow.day, ClosureRow.id)
    )
    return [
        Closure(
            row,
            day,
            codes.get(counter) if counter else None,
            (opens, closes) if opens and closes else None,
            name,
            reading,
        )
        for row, day, counter, opens, closes, name, reading in connection.execute(asked)
        if counter is None or counter in codes
    ]


def _rules(row: OfficeRow) -> Rules:
    year_end = YearEnd.model_validate({"from": row.year_end_from, "to": row.year_end_to})
    return Rules.model_validate({name: getattr(row, name) for name in _RULES} | {"year_end": year_end})


def _counters(session: Session, rows: list[CounterRow]) -> tuple[Counter, ...]:
    hours: dict[int, list[Hours]] = {row.id: [] for row in rows}
    for row in session.scalars(select(HoursRow).where(HoursRow.counter_id.in_(hours)).order_by(HoursRow.id)):
        span = {"from": row.valid_from, "to": row.valid_to, "open": row.opens, "close": row.closes}
        hours[row.counter_id].append(Hours.model_validate({"days": row.weekdays, **span}))
    return tuple(
        Counter(
            id=r.code,
            name=r.name,
            reading=r.reading,
            capacity=r.capacity,
            hours=tuple(hours[r.id]),
            staffing=tuple(map(Staffing.model_validate, r.staffing)),
            floor=_wording(r.floor),
        )
        for r in rows
    )


def _open_days(session: Session, codes: dict[int, str]) -> tuple[OpenDay, ...]:
    found: dict[int, OpenDay] = {}
    rows = (
        select(OpenDayRow)
        .where(OpenDayRow.counter_id.in_(codes))
        .order_by(OpenDayRow.position, OpenDayRow.id)
    )
    for row in session.scalars(rows):
        before = found[row.position].counters if row.position in found else ()
        counters = (*before, codes[row.counter_id])
        found[row.position] = OpenDay(date=row.day, open=row.opens, close=row.closes, counters=counters)
    return tuple(found.values())


def _procedure(row: ProcedureRow, codes: dict[int, str]) -> Procedure:
    answers: dict[str, Any] = {name: Wording(**words) for name, words in row.answers.items()}
    return Procedure(
        id=row.code,
        name=row.name,
        reading=row.reading,
        counter=codes[row.counter_id],
        also_at=tuple(row.also_at),
        **{name: getattr(row, name) for name in _PROCEDURE},
        aliases=tuple(Wording(**words) for words in row.aliases),
        bring=tuple(Wording(**words) for words in row.bring),
        deadline=_wording(row.deadline),
        **answers,
        **row.choice,
    )


def _wording(words: dict[str, str] | None) -> Wording | None:
    return Wording(**words) if words else None


def _write(session: Session, office: OfficeFile) -> None:
    row = session.get(OfficeRow, office.id) or OfficeRow(id=office.id, revision=0)
    row.name, row.reading, row.phone = office.name, office.reading, office.phone
    row.agent_phone, span = office.agent_phone, office.agent_hours
    row.agent_opens, row.agent_closes = span.open, span.close
    row.called = list(office.called)
    row.answers = _answers(office, _OFFICE_ANSWERS)
    row.guide = [event.model_dump(mode="json", exclude_defaults=True) for event in office.guide]
    for name in _RULES:
        setattr(row, name, getattr(office.rules, name))
    row.year_end_from, row.year_end_to = office.rules.year_end.from_, office.rules.year_end.to
    row.revision += 1
    session.add(row)
    session.flush()
    counters = _write_counters(session, office)
    _write_procedures(session, office, counters)
    session.execute(delete(ClosedDayRow).filter_by(office_id=office.id))
    for position, closed in enumerate(office.closed):
        what = {"name": closed.name, "reading": closed.reading, "counters": list(closed.counters)}
        session.add(ClosedDayRow(office_id=office.id, position=position, day=closed.date, **what))
    for position, day in enumerate(office.open_days):
        for counter_id in day.counters:
            times = {"day": day.date, "opens": day.open, "closes": day.close}
            session.add(OpenDayRow(counter_id=counters[counter_id], position=position, **times))
            session.flush()


def _answers(of: OfficeFile | Procedure, names: tuple[str, ...]) -> dict[str, dict[str, str]]:
    given = {name: getattr(of, name) for name in names}
    return {name: words.model_dump() for name, words in given.items() if words}


def _write_counters(session: Session, office: OfficeFile) -> dict[str, int]:
    rows = {row.code: row for row in session.scalars(select(CounterRow).filter_by(office_id=office.id))}
    for table in (HoursRow, OpenDayRow):
        session.execute(delete(table).where(table.counter_id.in_([row.id for row in rows.values()])))
    for row in rows.values():
        row.retired = True
    for position, counter in enumerate(office.counters):
        row = rows.setdefault(counter.id, CounterRow(office_id=office.id, code=counter.id))
        row.name, row.reading, row.capacity = counter.name, counter.reading, counter.capacity
        row.staffing = [_staffing(part) for part in counter.staffing]
        row.floor = counter.floor.model_dump() if counter.floor else None
        row.position, row.retired = position, False
        session.add(row)
        session.flush()
        for hours in counter.hours:
            dates = {"valid_from": hours.from_, "valid_to": hours.to}
            times = {"weekdays": hours.days, "opens": hours.open, "closes": hours.close}
            session.add(HoursRow(counter_id=row.id, **times, **dates))
            session.flush()
    return {code: row.id for code, row in rows.items()}


def _staffing(part: Staffing) -> dict[str, Any]:
    """As in the file, so that it is read back by the same rules."""
    plain = part.model_dump(mode="json", by_alias=True)
    return plain | {"open": f"{part.open:%H:%M}", "close": f"{part.close:%H:%M}"}


def _write_procedures(session: Session, office: OfficeFile, counters: dict[str, int]) -> None:
    rows = {row.code: row for row in session.scalars(select(ProcedureRow).filter_by(office_id=office.id))}
    for row in rows.values():
        row.retired = True
    for position, procedure in enumerate(office.procedures):
        row = rows.setdefault(procedure.id, ProcedureRow(office_id=office.id, code=procedure.id))
        row.name, row.reading = procedure.name, procedure.reading
        row.counter_id, row.also_at = counters[procedure.counter], list(procedure.also_at)
        for name in _PROCEDURE:
            setattr(row, name, getattr(procedure, name))
        row.aliases = [words.model_dump() for words in procedure.aliases]
        row.bring = [words.model_dump() for words in procedure.bring]
        row.deadline = procedure.deadline.model_dump() if procedure.deadline else None
        row.answers = _answers(procedure, _PROCEDURE_ANSWERS)
        row.choice = procedure.model_dump(mode="json", include=set(_CHOICE), exclude_defaults=True)
        row.position, row.retired = position, False
        session.add(row)
    session.flush()
