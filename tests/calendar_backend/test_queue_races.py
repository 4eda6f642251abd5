"""Many at once: the last place, the next ticket, the same request again; and days in which anything happens."""

from collections import defaultdict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from itertools import count
from threading import Barrier
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, select

from calendar_backend import (
    CalendarError,
    CounterQueue,
    OfficeCalendar,
    PlaceTaken,
    load_into,
)
from calendar_backend.database import reading
from calendar_backend.models import CellRow
from calendar_backend.queue_models import AT_DESK
from tests.calendar_backend.small_office import at, small_office

NOW = at("2026-11-24T10:00")


def at_once(*do: Callable[[], Any]) -> list[Any]:
    """What each returned, all begun together; a `CalendarError` in the place of what was refused."""
    ready = Barrier(len(do))

    def begun(one: Callable[[], Any]) -> Any:
        ready.wait(60)
        try:
            return one()
        except CalendarError as error:
            return error

    with ThreadPoolExecutor(len(do)) as threads:
        return list(threads.map(begun, do))


def test_telephone_web_and_tickets_race_for_the_last_place_and_one_has_it(engine: Engine) -> None:
    load_into(engine, small_office(rules={"lead_open_days": 0}))
    calendar, queue = OfficeCalendar(engine, "small"), CounterQueue(engine, "small")
    placed = 0
    for slot in range(6):
        start = at("2026-11-24T13:00") + timedelta(minutes=30 * slot)
        now = start - timedelta(minutes=10)

        def web(start: Any = start, now: Any = now) -> Any:
            held = calendar.hold("short", start, now, client=f"web-{start}")
            return calendar.book_held(held.token, "+81935555678", now).start

        results = at_once(
            lambda start=start, now=now: (
                calendar.book("short", start, "+81935551234", f"CA{start}", now).start
            ),
            web,
            lambda now=now: queue.draw("short", now, client="kiosk").place,
        )
        assert sum(result == start for result in results) == 1
        assert all(isinstance(one, PlaceTaken) or one >= start for one in results)
        placed += sum(not isinstance(one, PlaceTaken) for one in results)
    assert len(_cells(engine)) == placed


def test_two_desks_never_call_the_same_ticket(engine: Engine) -> None:
    queue = CounterQueue(engine, "small")
    for _ in range(8):
        queue.draw("both", NOW, client="kiosk")
    for desk in range(1, 5):
        queue.open_desk("wide", desk, NOW, by="a")
    called = []
    for _ in range(2):
        found = at_once(*(lambda d=desk: queue.call_next("wide", d, NOW, by=str(d)) for desk in range(1, 5)))
        called += [ticket.number for ticket in found]
        for desk in range(1, 5):
            queue.done("wide", desk, NOW, by="a")
    assert sorted(called) == list(range(1, 9))


def test_one_desk_pressed_many_times_at_once_calls_one(engine: Engine) -> None:
    queue = CounterQueue(engine, "small")
    for _ in range(3):
        queue.draw("short", NOW, client="kiosk")
    queue.open_desk("desk", 1, NOW, by="a")
    found = at_once(*[lambda: queue.call_next("desk", 1, NOW, by="a")] * 4)
    assert {ticket.number for ticket in found} == {1}
    assert [t.number for t in queue.today(NOW, "waiting")] == [2, 3]


def test_a_kiosk_that_asks_again_and_again_gets_one_number(engine: Engine) -> None:
    queue = CounterQueue(engine, "small")
    found = at_once(*[lambda: queue.draw("short", NOW, client="kiosk", step="s")] * 4)
    assert {ticket.number for ticket in found} == {1}
    assert len(queue.today(NOW)) == 1


def test_kiosks_at_once_give_each_a_number_and_a_place_of_its_own(engine: Engine) -> None:
    queue = CounterQueue(engine, "small")
    found = at_once(*(lambda n=n: queue.draw("short", NOW, client=f"kiosk-{n}") for n in range(6)))
    assert sorted(ticket.number for ticket in found) == [1, 2, 3, 4, 5, 6]
    assert len({ticket.place for ticket in found}) == 6


_offices = count(1)
"""One for each example."""

acts = st.lists(
    st.tuples(
        st.sampled_from(
            ["draw", "draw", "draw", "check_in", "call", "call", "serve", "done", "done", "missed",
             "send", "pause", "open", "leave", "back", "cancel"]
        ),
        st.integers(0, 5),
        st.integers(-3, 25) | st.sampled_from([-60, 60]),
    ),
    max_size=40,
)  # fmt: skip


@pytest.mark.usefixtures("path")
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts)
def test_whatever_happens_nobody_is_served_twice_and_no_counter_is_overfull(
    engine: Engine, happening: list[tuple[str, int, int]]
) -> None:
    office, day = f"office-{next(_offices)}", at("2026-11-24T09:00")
    load_into(engine, small_office(id=office))
    calendar, queue = OfficeCalendar(engine, office), CounterQueue(engine, office)
    numbers = [
        calendar.book(
            kind, day + timedelta(minutes=30 * n), "", f"CA{day}{n}", day - timedelta(days=1)
        ).number
        for n, kind in enumerate(["short", "both", "long", "both", "short"])
    ]
    for counter, desk in (("desk", 1), ("desk", 2), ("wide", 1), ("wide", 2)):
        queue.open_desk(counter, desk, day, by="a")
    now, ends = day - timedelta(minutes=30), defaultdict(int)
    for what, which, minutes in happening:
        now += timedelta(minutes=minutes)
        act = _act(queue, calendar, numbers, what, which, now)
        try:
            result = act()
        except CalendarError:
            continue
        if what == "done" and result.state == "done":
            ends[result.number] += 1
        _holds(engine, queue, now)
    assert all(times == 1 for times in ends.values())


def _act(
    queue: CounterQueue, calendar: OfficeCalendar, numbers: list[str], what: str, which: int, now: datetime
) -> Callable[[], Any]:
    counter, desk = ("desk", "wide")[which % 2], which // 2 + 1
    return {
        "draw": lambda: queue.draw(["short", "long", "both"][which % 3], now, client="kiosk"),
        "check_in": lambda: queue.check_in(now, client="kiosk", number=numbers[which % 5]),
        "call": lambda: queue.call_next(counter, desk, now, by="a"),
        "serve": lambda: queue.serving(counter, desk, now, by="a"),
        "done": lambda: queue.done(counter, desk, now, by="a"),
        "missed": lambda: queue.did_not_come(counter, desk, now, by="a"),
        "send": lambda: queue.send_on(counter, desk, "wide" if counter == "desk" else "desk", now, by="a"),
        "pause": lambda: queue.pause_desk(counter, desk, now, by="a"),
        "open": lambda: queue.open_desk(counter, desk, now, by="a"),
        "leave": lambda: queue.leave(which + 1, now, by="phone"),
        "back": lambda: queue.come_back(which + 1, now, by="a"),
        "cancel": lambda: calendar.cancel(numbers[which % 5], None, now, by="phone", by_clerk=True),
    }[what]


def _holds(engine: Engine, queue: CounterQueue, now: Any) -> None:
    tickets, desks = queue.today(now), queue.desks(now)
    at_desk = [desk.ticket.number for desk in desks if desk.ticket and desk.ticket.day == now.date()]
    assert len(at_desk) == len(set(at_desk))
    assert sorted(at_desk) == [ticket.number for ticket in tickets if ticket.state in AT_DESK]
    assert [ticket.number for ticket in tickets] == list(range(1, len(tickets) + 1))
    for ticket in tickets:
        moments = [ticket.drawn, ticket.joined, ticket.called, ticket.began, ticket.ended]
        known = [moment for moment in moments if moment is not None]
        assert known == sorted(known)
    for counter, capacity in (("desk", 1), ("wide", 2)):
        lanes = [lane for lane, _ in _lanes(engine, queue.snapshot.counters[counter])]
        assert all(1 <= lane <= capacity for lane in lanes)


def _lanes(engine: Engine, counter: int) -> list[tuple[int, int]]:
    with reading(engine) as connection:
        rows = connection.execute(select(CellRow.lane, CellRow.slot).where(CellRow.counter_id == counter))
        return [(lane, slot) for lane, slot in rows]


def _cells(engine: Engine) -> list[tuple[int, int]]:
    with reading(engine) as connection:
        return [(slot, lane) for slot, lane in connection.execute(select(CellRow.slot, CellRow.lane))]
