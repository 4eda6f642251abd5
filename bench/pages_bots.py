"""Ten thousand requests of bots at /book, and residents among them, one behind an address that many share.

A hundred bots keep places of the next days by the handful and book one of each, each bot from an address of its own; a thousand more addresses
keep one at a time.
Behind the shared address twenty others keep places, and one of them books, before it begins.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from statistics import median

from httpx2 import AsyncHTTPTransport, Limits
from sqlalchemy import select

from bench.pages_service import Running
from bench.pages_visitor import NOT_KEPT, PROCEDURE, REDIRECTED, Visitor, starts
from bench.table import Row, share
from calendar_backend import DEMO_OFFICE, OfficeCalendar, load_office, open_database
from calendar_backend.database import reading
from calendar_backend.models import HELD, BookingRow
from voicebot.console.state import ConsoleState

REQUESTS, HEAVY, LIGHT, A_HANDFUL, AT_ONCE = 10_000, 100, 1_000, 6, 32
DAYS = tuple(date(2026, 11, 24) + timedelta(days=n) for n in (1, 2, 3, 6, 7))
"""The next that are open."""

LATER = date(2026, 12, 9)
"""Where residents look when they have lost two places."""

THINKS_S = 15.0
"""How long a resident fills in the form."""

SHARED = "198.51.100.1"
NEIGHBOURS = 20
RESIDENTS = 10
"""While the bots are at it; the sixth comes from the shared address, the others from homes."""

GROWTH_MB = 64
KEPT_IN_ALL = ConsoleState().holds_of_all.most
BOOKED_IN_ALL = ConsoleState().bookings_of_all.most


Visit = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Resident:
    behind: bool
    """The shared address."""
    booked: bool
    kept: bool
    """The place, while the form was filled in."""
    slowest_ms: float


@dataclass
class Attack:
    service: Running
    requests: int
    rng: random.Random = field(default_factory=lambda: random.Random(17))
    answers: Counter[int] = field(default_factory=Counter)
    booked: int = 0
    kept: Counter[bool] = field(default_factory=Counter)
    """Forms that bots came to with a place kept, and without."""
    residents: list[Resident] = field(default_factory=list)
    most_kept: int = 0
    most_kept_of_a_day: int = 0
    memory_mb: list[float] = field(default_factory=list)


def rows(service: Running, requests: int = REQUESTS) -> Iterator[Row]:
    attack, all_starts = Attack(service, requests), _starts_of_a_day(service)
    asyncio.run(_run(attack))
    told = ", ".join(f"{count} × {status}" for status, count in sorted(attack.answers.items()))
    yield _row("answers", "-", f"{told} ({attack.answers.total()} requests)")
    came = sum(one.booked for one in attack.residents)
    yield _row("residents among them who booked", "all", share(came, RESIDENTS), came == RESIDENTS)
    (behind,) = [one for one in attack.residents if one.behind]
    kept = "its place kept" if behind.kept else "its place not kept before"
    yield _row(
        "the one behind the shared address",
        "booked",
        f"{'booked' if behind.booked else 'NOT booked'}, {kept}",
        behind.booked,
    )
    slow = sorted(one.slowest_ms for one in attack.residents)
    yield _row("slowest page of a resident", "-", f"median {median(slow):.0f} ms, at most {slow[-1]:.0f} ms")
    most, without = attack.most_kept, share(attack.kept[False], attack.kept.total())
    yield _row(
        "places kept at a time",
        f"<= {KEPT_IN_ALL}",
        f"{most}; forms without one {without}",
        most <= KEPT_IN_ALL,
    )
    of_a_day = attack.most_kept_of_a_day
    yield _row("of these of one day", f"<= {all_starts}, its starts", f"{of_a_day}", of_a_day <= all_starts)
    yield _row("booked by bots", f"<= {BOOKED_IN_ALL}", f"{attack.booked}", attack.booked <= BOOKED_IN_ALL)
    first, *_, last = attack.memory_mb
    grown = f"{last - first:.0f} MB, from {first:.0f} MB after the first resident"
    yield _row("memory that the service took", f"<= {GROWTH_MB} MB", grown, last - first <= GROWTH_MB)


def _row(what: str, goal: str, measured: str, met: bool | None = None) -> Row:
    return Row(f"bots at /book: {what}", goal, measured, met)


async def _run(attack: Attack) -> None:
    url = attack.service.url
    async with AsyncHTTPTransport(limits=Limits(max_connections=2 * AT_ONCE)) as transport:
        for n in range(NEIGHBOURS):
            neighbour = Visitor(SHARED, url, transport)
            page = await neighbour.looks(f"{DAYS[0]}")
            kept = await neighbour.keeps(page, attack.rng.choice(starts(page.text)))
            if n == 0 and not await neighbour.books(kept):
                raise RuntimeError("nobody can book: the pages are not as this expects them")
        coming = _coming(attack, transport)
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(_one_after_another(coming))


def _coming(attack: Attack, transport: AsyncHTTPTransport) -> Iterator[Visit]:
    """Bots until all requests are answered, and the residents one after another between them."""
    url, rng = attack.service.url, attack.rng
    came = visits = 0
    while attack.answers.total() < attack.requests or came < RESIDENTS:
        if attack.answers.total() >= attack.requests * (came + 1) // (RESIDENTS + 1):
            behind = came == RESIDENTS // 2
            resident = Visitor(SHARED if behind else f"233.252.0.{came}", url, transport)
            yield partial(_resident, attack, resident, behind, f"0903333{came:04d}")
            came += 1
        visits += 1
        light = f"192.0.{visits % LIGHT // 200}.{visits % LIGHT % 200}"
        heavy = f"203.0.113.{rng.randrange(HEAVY)}"
        bot = Visitor(light if visits % 2 else heavy, url, transport)
        yield partial(_visit, attack, bot, 1 if visits % 2 else A_HANDFUL)


async def _one_after_another(coming: Iterator[Visit]) -> None:
    for visit in coming:
        await visit()


async def _visit(attack: Attack, bot: Visitor, places: int) -> None:
    """Keeps places of one of the next days, or of the next that has some, each as another visitor; of a handful the last is booked."""
    page = await bot.looks(f"{attack.rng.choice(DAYS)}")
    if not starts(page.text):
        page = await bot.looks()
    free, came = starts(page.text), None
    for _ in range(places if free else 0):
        bot.is_another()
        answer = await bot.keeps(page, attack.rng.choice(free))
        if answer.status_code == REDIRECTED:
            came = answer
            attack.kept[NOT_KEPT not in answer.headers["location"]] += 1
    if came is not None and places > 1:
        made = await bot.books(came)
        attack.booked += made
    attack.answers.update(bot.answers)


async def _resident(attack: Attack, resident: Visitor, behind: bool, phone: str) -> None:
    booked, kept = await resident.comes_to_book(phone, THINKS_S, f"{LATER}")
    attack.residents.append(Resident(behind, booked, kept, max(resident.ms)))
    await asyncio.to_thread(_look, attack)


def _look(attack: Attack) -> None:
    """At what is kept and at the memory."""
    engine, now = open_database(attack.service.database), attack.service.clock.now()
    try:
        held = select(BookingRow.start).where(BookingRow.status == HELD, BookingRow.held_until > now)
        with reading(engine) as connection:
            days = Counter(start.date() for start in connection.scalars(held))
    finally:
        engine.dispose()
    attack.most_kept = max(attack.most_kept, days.total())
    attack.most_kept_of_a_day = max(attack.most_kept_of_a_day, *days.values(), 0)
    attack.memory_mb.append(attack.service.memory_mb())


def _starts_of_a_day(service: Running) -> int:
    """Of the first of the days, before anybody comes."""
    engine = open_database(service.database)
    try:
        calendar = OfficeCalendar(engine, load_office(DEMO_OFFICE).id)
        return sum(
            len(one.times)
            for one in calendar.availability([PROCEDURE], service.clock.now(), (DAYS[0], DAYS[0]))
        )
    finally:
        engine.dispose()
