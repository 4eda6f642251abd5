"""Bookers killed (SIGKILL) at random moments: nothing half done is left."""

import os
import random
import signal
import time
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from multiprocessing.process import BaseProcess

from sqlalchemy import Engine, select

from bench.calendar_race import CAPACITY, FORK, NOW, office, places
from calendar_backend import CalendarError, CityCalendar, load_into
from calendar_backend.database import reading
from calendar_backend.models import LIVE, BookingRow, CellRow

BOOKERS = 4
PLACES = 40
LONGEST_S = 1.2
"""A booker lives at most so long: through some dozen requests."""

AFTER = NOW + timedelta(minutes=6)
"""When every hold has run out."""


@dataclass(frozen=True)
class Aftermath:
    kills: int
    bookings: int
    wrong: int
    """Cells that are not exactly those of the bookings that stand, and places with more than their capacity."""
    neither: int
    """Places, counted in people, that after the hold time were neither booked nor could be booked."""


def kill(engine: Engine, office_id: str, kills: int) -> Aftermath:
    """Keeps some bookers at work and kills one after another."""
    load_into(engine, office(office_id))
    engine.dispose()
    rng, done = random.Random(kills), 0
    at_work = [_start(engine, office_id, n) for n in range(BOOKERS)]
    while done < kills:
        time.sleep(rng.uniform(0, LONGEST_S / BOOKERS))
        victim = at_work.pop(0)
        if victim.pid is not None and victim.is_alive():
            os.kill(victim.pid, signal.SIGKILL)
            done += 1
        victim.join()
        at_work.append(_start(engine, office_id, BOOKERS + done))
    for booker in at_work:
        booker.kill()
        booker.join()
    return _look(engine, office_id, kills)


def _start(engine: Engine, office_id: str, number: int) -> BaseProcess:
    booker = FORK.Process(target=_booker, args=(engine, office_id, number), daemon=True)
    booker.start()
    return booker


def _booker(engine: Engine, office_id: str, number: int) -> None:
    """Holds, books, moves and cancels at random until it is killed."""
    engine.dispose(close=False)
    calendar, rng = CityCalendar(engine).at(office_id), random.Random(number)
    starts, client, numbers = list(places(PLACES)), f"booker-{number}", list[str]()
    while True:
        start = rng.choice(starts)
        try:
            match rng.randrange(5):
                case 0:
                    numbers.append(calendar.book("half", start, "", f"{client}-{rng.random()}", NOW).number)
                case 1 | 2:
                    held = calendar.hold("half", start, NOW, client=client, step=str(rng.random()))
                    if rng.random() < 0.5:
                        numbers.append(calendar.book_held(held.token, "", NOW).number)
                case 3 if numbers:
                    calendar.change(rng.choice(numbers), None, start, NOW)
                case 4 if numbers:
                    calendar.cancel(numbers.pop(), None, NOW)
        except CalendarError:
            continue


def _look(engine: Engine, office_id: str, kills: int) -> Aftermath:
    city = CityCalendar(engine)
    city.sweep(AFTER)
    here = BookingRow.office_id == office_id
    live = select(BookingRow.id, BookingRow.start).where(here, BookingRow.status.in_(LIVE))
    with reading(engine) as connection:
        booked = dict(connection.execute(live).tuples().all())
        cells = Counter(
            connection.scalars(
                select(CellRow.booking_id).join(BookingRow).where(here, CellRow.until.is_(None))
            )
        )
        left = connection.scalars(select(CellRow.booking_id).join(BookingRow).where(here)).all()
    wrong = sum(cells[row_id] != 2 for row_id in booked) + sum(row_id not in booked for row_id in left)
    counted = Counter(booked.values())
    wrong += sum(count > CAPACITY for count in counted.values())
    neither = sum(
        _cannot_be_filled(city, office_id, start, CAPACITY - counted[start]) for start in places(PLACES)
    )
    return Aftermath(kills, len(booked), wrong, neither)


def _cannot_be_filled(city: CityCalendar, office_id: str, start: datetime, free: int) -> int:
    """How many of the free places cannot be booked after all."""
    refused = 0
    for n in range(free):
        try:
            city.at(office_id).book("half", start, "", f"after-{start.isoformat()}-{n}", AFTER)
        except CalendarError:
            refused += 1
    return refused
