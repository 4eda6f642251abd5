"""Ten thousand requests of bots at /book, and residents among them, one behind an address that many share.

A hundred bots keep places of the next days by the handful and book them, each from an address of its own; a thousand more keep one each.
Behind the shared address twenty others keep places, and one of them books, before it begins.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from statistics import median

from httpx2 import AsyncHTTPTransport, Limits
from sqlalchemy import func, select

from bench.pages_service import Running
from bench.pages_visitor import NOT_KEPT, PROCEDURE, REDIRECTED, Visitor, starts
from bench.table import Row, share
from calendar_backend import DEMO_OFFICE, OfficeCalendar, load_office, open_database
from calendar_backend.database import reading
from calendar_backend.models import HELD, BookingRow
from calendar_backend.taking import HOLD
from voicebot.console.residents.keeping import FREELY
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
GOAL_LEFT = 0.33
KEPT_IN_ALL = ConsoleState().holds_of_all.most
BOOKED_IN_ALL = ConsoleState().bookings_of_all.most


Visit = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Bot:
    address: str
    places: int
    """That it keeps when it comes."""


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
    fewest_left: float = 1.0
    """Of the starts that are not booked, on the worst day that has some."""
    memory_mb: list[float] = field(default_factory=list)


def rows(service: Running, requests: int = REQUESTS) -> Iterator[Row]:
    attack = Attack(service, requests)
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
    left = attack.fewest_left
    yield _row(
        "starts not kept, of those not booked on the worst day",
        f">= {GOAL_LEFT:.0%}",
        f"{left:.0%}",
        left >= GOAL_LEFT,
    )
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
        bots = [Bot(f"203.0.113.{n}", A_HANDFUL) for n in range(HEAVY)]
        others = [Bot(f"192.0.{n // 200}.{n % 200}", 1) for n in range(LIGHT)]
        visits = [bots[n % HEAVY] for n in range(attack.requests * 8 // 100)] + others[
            : attack.requests // 10
        ]
        attack.rng.shuffle(visits)
        coming: list[Visit] = [partial(_visit, attack, bot, transport) for bot in visits]
        for n in reversed(range(RESIDENTS)):
            behind = n == RESIDENTS // 2
            resident = Visitor(SHARED if behind else f"233.252.0.{n}", url, transport)
            at = len(visits) * (n + 1) // (RESIDENTS + 1)
            coming.insert(at, partial(_resident, attack, resident, behind, f"0903333{n:04d}"))
        left = iter(coming)
        async with asyncio.TaskGroup() as group:
            for _ in range(AT_ONCE):
                group.create_task(_one_after_another(left))


async def _one_after_another(coming: Iterator[Visit]) -> None:
    for visit in coming:
        await visit()


async def _visit(attack: Attack, bot: Bot, transport: AsyncHTTPTransport) -> None:
    """Keeps places, each as another visitor; of a handful the last is booked."""
    visitor = Visitor(bot.address, attack.service.url, transport)
    page = await visitor.looks(f"{attack.rng.choice(DAYS)}")
    places, came = starts(page.text), None
    for _ in range(bot.places if places else 0):
        visitor.is_another()
        answer = await visitor.keeps(page, attack.rng.choice(places))
        if answer.status_code == REDIRECTED:
            came = answer
            attack.kept[NOT_KEPT not in answer.headers["location"]] += 1
    if came is not None and bot.places > 1:
        made = await visitor.books(came)
        attack.booked += made
    attack.answers.update(visitor.answers)


async def _resident(attack: Attack, resident: Visitor, behind: bool, phone: str) -> None:
    booked, kept = await resident.comes_to_book(phone, THINKS_S, f"{LATER}")
    attack.residents.append(Resident(behind, booked, kept, max(resident.ms)))
    await asyncio.to_thread(_look, attack)


def _look(attack: Attack) -> None:
    """At what is kept, what is left, and the memory."""
    now = attack.service.now()
    engine = open_database(attack.service.database)
    try:
        held = select(func.count(BookingRow.id)).where(BookingRow.status == HELD, BookingRow.held_until > now)
        with reading(engine) as connection:
            attack.most_kept = max(attack.most_kept, connection.scalar(held) or 0)
    finally:
        engine.dispose()
    free, unbooked = _starts(attack, now), _starts(attack, now + HOLD)
    shares = [free.get(day, 0) / starts for day, starts in unbooked.items() if starts >= 2 * FREELY]
    attack.fewest_left = min([attack.fewest_left, *shares])
    attack.memory_mb.append(attack.service.memory_mb())


def _starts(attack: Attack, now: datetime) -> dict[date, int]:
    """How many are free, by day; after `HOLD` nothing that is kept now is kept any more."""
    engine = open_database(attack.service.database)
    try:
        calendar = OfficeCalendar(engine, load_office(DEMO_OFFICE).id)
        found = calendar.availability([PROCEDURE], now, (DAYS[0], DAYS[-1]))
        return {one.day: len(one.times) for one in found}
    finally:
        engine.dispose()
