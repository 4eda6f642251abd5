"""The pages about bookings among many: a day with 300, and finding one."""

import random
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from functools import partial
from itertools import islice, product
from typing import Any

from sqlalchemy import Engine, insert, text

from bench.calendar_race import percentile_95
from bench.table import Row
from calendar_backend import DEMO_OFFICE, OfficeCalendar, load_into, load_office
from calendar_backend.models import BOOKED, CAME, BookingRow, CellRow, HistoryRow
from calendar_backend.records import Wish
from calendar_backend.tokyo import TOKYO
from voicebot.console import templates
from voicebot.console.pages.bookings.day import board
from voicebot.console.words import words
from voicebot.database import writing

FULL_DAY = date(2026, 12, 4)
NOW = datetime(2026, 12, 4, 8, 0, tzinfo=TOKYO)
VISITS = 300


def measured(name: str, engine: Engine, bookings: int, times: int, goal_ms: float) -> Iterator[Row]:
    """A row for each page, of what the database and the template take."""
    load_into(engine, load_office(DEMO_OFFICE))
    calendar = OfficeCalendar(engine, load_office(DEMO_OFFICE).id)
    _fill(engine, calendar, bookings)
    for what, ask in _questions(calendar).items():
        took: list[float] = []
        found = 0
        for _ in range(times):
            began = time.perf_counter()
            found = ask()
            took.append((time.perf_counter() - began) * 1000)
        median, most = statistics.median(took), percentile_95(took)
        told = f"95 %: {most:.0f} ms (median {median:.0f}; {times} times), {found} found"
        yield Row(f"{name}: bookings, {what}", f"95 % <= {goal_ms} ms", told, most <= goal_ms)


def _questions(calendar: OfficeCalendar) -> dict[str, Callable[[], int]]:
    week = (FULL_DAY - timedelta(days=4), FULL_DAY + timedelta(days=2))
    wishes = {
        "a number": Wish(number="4711"),
        "a telephone number": Wish(phone="+819055500042"),
        "a part of a name": Wish(name="やまだ"),
        "nobody's name": Wish(name="ヤマダ ハナエ"),
        "a procedure": Wish(procedure="tennyu"),
        "a day": Wish(days=(FULL_DAY, FULL_DAY)),
    }
    asked: dict[str, Callable[[], int]] = {
        what: partial(_found, calendar, wish) for what, wish in wishes.items()
    }
    page = templates.make().get_template("bookings/board.html")
    given = {"t": words("ja"), "may": lambda role: True, "form_token": lambda: ""}

    def day() -> int:
        shown = board(calendar, FULL_DAY, "", NOW)
        return page.render(given | shown).count('class="visit"')

    asked["a full day, shown"] = day
    asked["how full a week is"] = lambda: len(calendar.occupancy(week, NOW))
    asked["whether anything changed"] = lambda: len(calendar.pulse())
    return asked


def _found(calendar: OfficeCalendar, wish: Wish) -> int:
    return len(calendar.records(wish))


def _fill(engine: Engine, calendar: OfficeCalendar, bookings: int) -> None:
    """Rows as bookings leave them; only the full day has places, of a quarter of an hour each."""
    dice = random.Random(11)
    office, rows = calendar.office, calendar.snapshot
    names = ("ヤマダ タロウ", "サトウ ハナコ", "スズキ イチロウ", "タナカ ミサキ", "山田 花子")
    slots = range(36, 68)
    lanes = ((c.id, lane) for c in office.counters for lane in range(1, c.capacity + 1))
    places = list(islice(product(lanes, slots), VISITS))
    at_counter = {c.id: [p.id for p in office.procedures if p.counter == c.id] for c in office.counters}

    def one(row: int) -> tuple[dict[str, Any], dict[str, Any], dict[str, Any] | None]:
        cell = None
        if row <= len(places):
            (counter, lane), slot = places[row - 1]
            start = datetime.combine(FULL_DAY, datetime.min.time(), TOKYO) + timedelta(minutes=15 * slot)
            procedure = dice.choice(at_counter[counter])
            cell = {"counter_id": rows.counters[counter], "day": FULL_DAY, "lane": lane, "slot": slot,
                    "booking_id": row, "until": None}  # fmt: skip
        else:
            start = NOW - timedelta(days=1 + row % 1000, minutes=-15 * dice.randrange(36))
            procedure = dice.choice(office.procedures).id
        booking = {
            "id": row, "office_id": office.id, "procedure_id": rows.procedures[procedure], "more_procedures": [],
            "number": str(1000 + row % 9000), "start": start, "end": start + timedelta(minutes=15),
            "status": BOOKED if row <= len(places) else CAME, "people": 1,
            "phone": f"+8190555{row % 50_000:05d}", "name": dice.choice(names),
            "call_sid": f"CA{row}", "step": "", "token": None, "held_until": None, "created_at": start,
        }  # fmt: skip
        line = {"booking_id": row, "at": start, "actor": f"CA{row}", "action": BOOKED, "details": {}}
        return booking, line, cell

    for first in range(1, bookings + 1, 5_000):
        part = range(first, min(first + 5_000, bookings + 1))
        made = [one(row) for row in part]
        with writing(engine, durable=False) as connection:
            connection.execute(insert(BookingRow), [booking for booking, _, _ in made])
            connection.execute(insert(HistoryRow), [line for _, line, _ in made])
            if cells := [cell for _, _, cell in made if cell]:
                connection.execute(insert(CellRow), cells)
    if engine.dialect.name == "postgresql":
        with engine.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("VACUUM ANALYZE"))
