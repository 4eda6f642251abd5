"""Many bookers, each a process of its own, want the same places at the same time."""

import random
import statistics
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from multiprocessing import get_context
from typing import Any, TypeVar

from sqlalchemy import Engine, func, select

from bench.bare_office import NAME, bare_office
from calendar_backend import (
    TOKYO,
    CalendarError,
    Collision,
    DatabaseUnusable,
    OfficeCalendar,
    OfficeFile,
    PlaceTaken,
    load_into,
)
from calendar_backend.database import reading
from calendar_backend.models import BookingRow, CellRow

T = TypeVar("T")

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
CAPACITY = 3
FIRST_DAY = date(2027, 1, 5)
REPEATED = 0.05
"""Share of requests made a second time, as after a lost answer."""

BUSY = 20
"""Requests made again while the database is busy: a hundred writers share one lock of SQLite's, and a slow disk."""

FORK = get_context("fork")


@dataclass
class Tally:
    """What bookers saw."""

    attempts: int = 0
    won: list[str] = field(default_factory=list)
    """Booking numbers."""
    gave_up: int = 0
    """Attempts that ended in `Collision`."""
    waited_out: int = 0
    """Requests that the database was too busy for, made again."""
    unequal: int = 0
    """Repeated requests that got another answer."""
    hold_ms: list[float] = field(default_factory=list)
    book_ms: list[float] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        self.attempts += other.attempts
        self.won += other.won
        self.gave_up += other.gave_up
        self.waited_out += other.waited_out
        self.unequal += other.unequal
        self.hold_ms += other.hold_ms
        self.book_ms += other.book_ms


@dataclass(frozen=True)
class Standing:
    """What the rows say afterwards."""

    doubly_booked: int
    """Places with more bookings than capacity, and cells that are not exactly their bookings'."""
    lost: int
    """Places below capacity, counted in people."""


def office(office_id: str, capacity: int = CAPACITY) -> OfficeFile:
    """One counter that is always open, so that there are places enough for any number of attempts."""
    hours = [{"days": "月火水木金土日", "open": "0:00", "close": "23:45"}]
    days = [FIRST_DAY + timedelta(days=n) for n in range(60)]
    return bare_office(
        office_id,
        rules={"horizon_days": 366},
        counters=[{"id": "desk", **NAME, "capacity": capacity, "hours": hours}],
        open_days=[{"date": day, "open": "0:00", "close": "23:45", "counters": ["desk"]} for day in days],
        procedures=[{"id": "half", **NAME, "counter": "desk", "duration_minutes": 30}],
    )


def places(count: int) -> Iterator[datetime]:
    """Half hours one after another, from the first day on."""
    for n in range(count):
        day, half_hour = divmod(n, 47)
        yield datetime.combine(FIRST_DAY, datetime.min.time(), TOKYO) + timedelta(
            days=day, minutes=30 * half_hour
        )


def race(
    engine: Engine, office_id: str, bookers: int, attempts: int, pause_s: float = 0
) -> tuple[Tally, Standing]:
    """All bookers go for the same places in the same order, until each has had its share of the attempts.

    With a pause, each waits between two attempts for a random time around it, as callers do.
    """
    load_into(engine, office(office_id))
    each = -(-attempts // bookers)
    whole = Tally()
    with processes(engine, bookers, _booker, office_id, each, pause_s) as results:
        for result in results:
            whole.add(result)
    return whole, standing(engine, office_id, list(places(each)))


def standing(engine: Engine, office_id: str, starts: list[datetime]) -> Standing:
    """Counts bookings a place, and cells a booking: two, as each is half an hour."""
    here = (BookingRow.office_id == office_id, BookingRow.status == "booked")
    with reading(engine) as connection:
        booked = Counter(connection.scalars(select(BookingRow.start).where(*here)))
        cells = select(func.count()).select_from(CellRow).join(BookingRow).where(*here)
        counted = connection.scalar(cells) or 0
    wrong = sum(count > CAPACITY for count in booked.values()) + abs(counted - 2 * sum(booked.values()))
    return Standing(wrong, sum(max(0, CAPACITY - booked[start]) for start in starts))


@contextmanager
def processes(engine: Engine, count: int, work: Callable[..., Any], *given: Any) -> Iterator[Iterator[Any]]:
    """Runs work(engine, number, *given) in forked processes that begin together; what each returned."""
    engine.dispose()
    ready, answers = FORK.Barrier(count), FORK.SimpleQueue()

    def run(number: int) -> None:
        engine.dispose(close=False)
        ready.wait(300)
        try:
            answers.put(work(engine, number, *given))
        except CalendarError as error:
            answers.put(error)
        engine.dispose()

    started = [FORK.Process(target=run, args=(number,)) for number in range(count)]
    for process in started:
        process.start()
    yield (_told(answers.get()) for _ in started)
    for process in started:
        process.join(60)


def _told(answer: Any) -> Any:
    if isinstance(answer, CalendarError):
        raise answer
    return answer


def percentile_95(values: list[float]) -> float:
    """Of at least two values."""
    return statistics.quantiles(values, n=20)[-1]


def _asked(tally: Tally, request: Callable[[], T]) -> T:
    """The answer; a database that was too busy is asked again. Raises DatabaseUnusable when it stays so."""
    for _ in range(BUSY):
        try:
            return request()
        except DatabaseUnusable:
            tally.waited_out += 1
    return request()


def _booker(engine: Engine, number: int, office_id: str, attempts: int, pause_s: float) -> Tally:
    rng, tally, client = random.Random(number), Tally(), f"booker-{number}"
    calendar = _asked(tally, partial(OfficeCalendar, engine, office_id))
    for n, start in enumerate(places(attempts)):
        if pause_s:
            time.sleep(rng.uniform(0, 2 * pause_s))
        tally.attempts += 1
        try:
            hold = partial(calendar.hold, "half", start, NOW, client=client, step=str(n))
            began = time.perf_counter()
            held = _asked(tally, hold)
            tally.hold_ms.append((time.perf_counter() - began) * 1000)
            if rng.random() < REPEATED:
                tally.unequal += _asked(tally, hold).token != held.token
            book = partial(calendar.book_held, held.token, f"+8190{1000 + number}{n:04}", NOW)
            began = time.perf_counter()
            booking = _asked(tally, book)
            tally.book_ms.append((time.perf_counter() - began) * 1000)
            if rng.random() < REPEATED:
                tally.unequal += _asked(tally, book) != booking
            tally.won.append(booking.number)
        except PlaceTaken:
            continue
        except Collision:
            tally.gave_up += 1
    return tally
