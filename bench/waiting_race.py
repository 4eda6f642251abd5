"""Telephone, web and tickets race for the last place of a counter: it goes to one."""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier

from sqlalchemy import Engine, select

from bench.bare_office import bare_office
from bench.table import Row
from calendar_backend import (
    TOKYO,
    CounterQueue,
    OfficeCalendar,
    OfficeFile,
    PlaceTaken,
    load_into,
    open_database,
)
from calendar_backend.database import reading
from calendar_backend.models import CellRow

MORNING = datetime(2026, 11, 24, 0, 0, tzinfo=TOKYO)
ROUNDS_A_DAY = 40


@dataclass(frozen=True, slots=True)
class Raced:
    rounds: int
    doubly: int
    """Rounds in which more than one had the place."""
    lost: int
    """Rounds in which nobody had it."""
    winners: Counter[str]


def race(engine: Engine, rounds: int) -> Raced:
    """Each round is the last place of a counter of its own: one person at a time, a quarter of an hour open."""
    doubly, lost, winners = 0, 0, Counter[str]()
    with ThreadPoolExecutor(3) as threads:
        for first in range(0, rounds, ROUNDS_A_DAY):
            office = _office(f"race-{first}", min(ROUNDS_A_DAY, rounds - first))
            load_into(engine, office)
            for counter in range(len(office.counters)):
                won = _round(engine, office.id, counter, threads)
                doubly += len(won) > 1 or _cells(engine, office.id, counter) > 1
                lost += not won
                winners.update(won)
    return Raced(rounds, doubly, lost, winners)


def rows(rounds: int) -> list[Row]:
    with tempfile.TemporaryDirectory(prefix="voicebot-bench-") as folder:
        engine = open_database(Path(folder) / "race.db")
        found = race(engine, rounds)
        engine.dispose()
    what = f"telephone, web and tickets at the last place, {rounds} times"
    who = ", ".join(f"{name} {count}" for name, count in sorted(found.winners.items()))
    return [
        Row(f"{what}: two had it", "0", f"{found.doubly} (it went to: {who})", found.doubly == 0),
        Row(f"{what}: nobody had it", "0", str(found.lost), found.lost == 0),
    ]


def _round(engine: Engine, office_id: str, counter: int, threads: ThreadPoolExecutor) -> list[str]:
    calendar, queue = OfficeCalendar(engine, office_id), CounterQueue(engine, office_id)
    start, procedure = MORNING.replace(hour=10), f"p{counter}"
    now, ready = start - timedelta(minutes=10), Barrier(3)

    def telephone() -> bool:
        calendar.book(procedure, start, "+81935551234", f"CA{counter}", now)
        return True

    def web() -> bool:
        held = calendar.hold(procedure, start, now, client=f"web-{counter}")
        calendar.book_held(held.token, "+81935555678", now)
        return True

    def ticket() -> bool:
        return queue.draw(procedure, now, client="kiosk", step=str(counter)).has_place

    def tried(name: str, take: Callable[[], bool]) -> Iterator[str]:
        ready.wait(60)
        try:
            if take():
                yield name
        except PlaceTaken:
            return

    # Who is started last has not to be woken: each in turn.
    ways = [("telephone", telephone), ("web", web), ("ticket", ticket)]
    ways = ways[counter % 3 :] + ways[: counter % 3]
    started = [threads.submit(lambda n=name, t=take: list(tried(n, t))) for name, take in ways]  # type: ignore[misc]
    return [name for one in started for name in one.result(120)]


def _cells(engine: Engine, office_id: str, counter: int) -> int:
    row = OfficeCalendar(engine, office_id).snapshot.counters[f"c{counter}"]
    with reading(engine) as connection:
        return len(connection.execute(select(CellRow.slot).where(CellRow.counter_id == row)).all())


def _office(office_id: str, counters: int) -> OfficeFile:
    hours = [{"days": "月火水木金土日", "open": "10:00", "close": "10:15"}]
    names = [{"name": f"名{n}", "reading": "な"} for n in range(counters)]
    return bare_office(
        office_id,
        rules={"lead_open_days": 0},
        counters=[{"id": f"c{n}", **names[n], "capacity": 1, "hours": hours} for n in range(counters)],
        procedures=[
            {"id": f"p{n}", **names[n], "counter": f"c{n}", "duration_minutes": 15} for n in range(counters)
        ],
    )
