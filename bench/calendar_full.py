"""A city whose calendar is full of bookings, and how long its free places take to find."""

import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, func, insert, select, text
from sqlalchemy.dialects import postgresql, sqlite

from calendar_backend import DEMO_OFFICE, TOKYO, CityCalendar, OfficeCalendar, load_into, load_office
from calendar_backend.cells import moment
from calendar_backend.database import reading, writing
from calendar_backend.models import BookingRow, CellRow
from calendar_backend.opening import days
from calendar_backend.store import Snapshot
from calendar_backend.taken import LOOK

OFFICES = 7
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
PERIOD = timedelta(days=60)
COMING = 8_500
"""Of an office's bookings, those still to come: most of its 9,000 numbers. The others are past."""

BATCH = 5_000
LENGTH = 2
"""Quarters of each booking."""


@dataclass(frozen=True)
class Found:
    bookings: int
    cells: int
    places: int
    """Free starts handed out in all."""
    ms: list[float]
    plan: list[str]


def fill(engine: Engine, bookings: int) -> list[str]:
    """The demo office seven times, with so many bookings in the sixty days before and after; the offices' ids."""
    file, rng, made = load_office(DEMO_OFFICE), random.Random(1), list[str]()
    for n in range(OFFICES):
        office = file.model_copy(update={"id": f"ward-{n}"})
        load_into(engine, office)
        made.append(office.id)
        snapshot = OfficeCalendar(engine, office.id).snapshot
        coming = min(COMING, bookings // OFFICES)
        rows = list(_rows(snapshot, NOW.date() + timedelta(days=1), rng))
        past = list(_rows(snapshot, NOW.date() - PERIOD, rng))
        rng.shuffle(rows)
        rng.shuffle(past)
        numbers = rng.sample(range(1000, 10_000), coming)
        taken = [(*row, "booked", str(number)) for row, number in zip(rows, numbers, strict=False)]
        taken += [(*row, "came", "1000") for row in past[: bookings // OFFICES - coming]]
        _write(engine, snapshot, taken)
    with writing(engine) as connection:
        connection.execute(text("ANALYZE"))
    return made


def find(engine: Engine, office_ids: list[str], times: int) -> Found:
    """Asks again and again for every free place of sixty days at all offices, a different procedure each time."""
    city = CityCalendar(engine)
    procedures = [procedure.id for procedure in city.at(office_ids[0]).office.procedures]
    ms, places = [], 0
    for n in range(times + len(procedures)):
        began = time.perf_counter()
        found = city.availability(procedures[n % len(procedures)], NOW, office_ids=office_ids)
        took = (time.perf_counter() - began) * 1000
        if n >= len(procedures):
            ms.append(took)
            places += sum(len(day.times) for day in found)
    with reading(engine) as connection:
        bookings = connection.scalar(select(func.count()).select_from(BookingRow)) or 0
        cells = connection.scalar(select(func.count()).select_from(CellRow)) or 0
    return Found(bookings, cells, places, ms, _plan(engine, city, office_ids, procedures[0]))


def _rows(snapshot: Snapshot, first: date, rng: random.Random) -> Iterator[tuple[int, int, date, int, int]]:
    """Procedure row, counter row, day, lane and slot, all that fit."""
    at = {procedure.counter: snapshot.procedures[procedure.id] for procedure in snapshot.office.procedures}
    for day in days(first, first + PERIOD - timedelta(days=2)):
        for counter in snapshot.office.counters:
            for span in snapshot.openings.of(counter.id, day).spans:
                opens, closes = (4 * edge.hour + edge.minute // 15 for edge in (span.open, span.close))
                for lane in range(1, counter.capacity + 1):
                    for slot in range(opens, closes - LENGTH + 1, LENGTH):
                        yield at[counter.id], snapshot.counters[counter.id], day, lane, slot


def _write(engine: Engine, snapshot: Snapshot, taken: list[Any]) -> None:
    with writing(engine) as connection:
        newest = connection.scalar(select(func.max(BookingRow.id))) or 0
        bookings, cells = [], []
        for row_id, (procedure, counter, day, lane, slot, status, number) in enumerate(taken, newest + 1):
            start = moment(day, slot).replace(tzinfo=TOKYO)
            bookings.append(
                {
                    "id": row_id,
                    "office_id": snapshot.office.id,
                    "procedure_id": procedure,
                    "more_procedures": [],
                    "number": number,
                    "start": start,
                    "end": start + timedelta(minutes=15 * LENGTH),
                    "status": status,
                    "people": 1,
                    "phone": f"+8193{row_id:07}",
                    "name": "",
                    "call_sid": f"fill-{row_id}",
                    "step": "",
                    "created_at": NOW,
                }
            )
            where = {"counter_id": counter, "day": day, "lane": lane, "booking_id": row_id}
            cells += [where | {"slot": slot + n} for n in range(LENGTH)]
        for table, rows in ((BookingRow, bookings), (CellRow, cells)):
            for n in range(0, len(rows), BATCH):
                connection.execute(insert(table), rows[n : n + BATCH])


def _plan(engine: Engine, city: CityCalendar, office_ids: list[str], procedure_id: str) -> list[str]:
    """How the database answers the query, in its own words."""
    snapshots = [city.at(office_id).snapshot for office_id in office_ids]
    counter = snapshots[0].office.procedure(procedure_id)
    assert counter is not None
    rows = [snapshot.counters[counter.counter] for snapshot in snapshots]
    asked = LOOK.params(
        offices=office_ids, counters=rows, first=NOW.date(), last=NOW.date() + PERIOD, now=NOW
    )
    server = engine.dialect.name == "postgresql"
    dialect = postgresql.dialect() if server else sqlite.dialect()  # type: ignore[no-untyped-call]
    sql = str(asked.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
    with reading(engine) as connection:
        lines = connection.exec_driver_sql(f"{'EXPLAIN' if server else 'EXPLAIN QUERY PLAN'} {sql}").all()
    return [str(line[-1]) for line in lines]
