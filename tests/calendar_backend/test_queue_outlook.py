"""How many are before somebody, and how long it will take, out of the database."""

from datetime import datetime, timedelta

import pytest
from sqlalchemy import Engine

from calendar_backend import CounterQueue, OfficeCalendar, Outlook, Span, UnknownTicket
from tests.calendar_backend.small_office import at

NOW = at("2026-11-24T10:00")


def later(minutes: float) -> datetime:
    return NOW + timedelta(minutes=minutes)


@pytest.fixture
def queue(engine: Engine) -> CounterQueue:
    return CounterQueue(engine, "small")


def high(outlook: Outlook | None) -> int:
    assert outlook is not None
    assert outlook.span is not None
    return outlook.span.high


def test_everybody_is_told_how_many_are_before_and_a_span(queue: CounterQueue) -> None:
    queue.open_desk("desk", 1, NOW, by="a")
    for _ in range(4):
        queue.draw("short", NOW, client="kiosk")
    found = queue.outlooks("desk", NOW)
    assert [found[n].before for n in (1, 2, 3, 4)] == [0, 1, 2, 3]
    assert found[1].span == Span(0, 5)
    spans = [one.span for one in found.values() if one.span]
    assert [span.low for span in spans] == sorted(span.low for span in spans)
    assert found[4] == queue.outlook(4, NOW)
    assert queue.newcomer("desk", NOW).before == 4
    assert high(queue.newcomer("desk", NOW)) >= high(found[4])


def test_what_was_told_is_kept_with_the_ticket_and_not_written_again(queue: CounterQueue) -> None:
    queue.open_desk("desk", 1, NOW, by="a")
    first = queue.draw("short", NOW, client="kiosk", step="1")
    second = queue.draw("short", NOW, client="kiosk", step="2")
    assert first.told == {"low": 0, "middle": 0, "high": 0}
    assert second.told is not None
    assert 0 < second.told["low"] < second.told["middle"] < second.told["high"]
    queue.draw("long", NOW, client="kiosk")
    assert queue.draw("short", later(9), client="kiosk", step="2").told == second.told


def test_where_no_desk_is_open_in_the_hours_nothing_is_claimed(queue: CounterQueue) -> None:
    ticket = queue.draw("short", NOW, client="kiosk")
    assert queue.outlook(ticket.number, NOW) == Outlook(0, None, None)
    assert ticket.told is None


def test_before_the_counter_opens_its_opening_is_waited_for(queue: CounterQueue) -> None:
    early = at("2026-11-24T08:10")
    ticket = queue.draw("short", early, client="kiosk")
    outlook = queue.outlook(ticket.number, early)
    assert outlook is not None
    assert outlook.span == Span(20, 25)


def test_bookings_to_come_are_waited_for_and_those_that_lost_their_turn_are_not(
    queue: CounterQueue, calendar: OfficeCalendar
) -> None:
    queue.open_desk("desk", 1, NOW, by="a")
    for _ in range(3):
        queue.draw("short", NOW, client="kiosk")
    alone = high(queue.newcomer("desk", NOW))
    for start in ("11:00", "11:45"):
        calendar.book("long", at(f"2026-11-24T{start}"), "", f"CA{start}", at("2026-11-20T10:00"))
    assert high(queue.newcomer("desk", NOW)) > alone
    gone = at("2026-11-24T11:51")
    for _ in range(3):
        queue.call_next("desk", 1, gone, by="a")
        queue.done("desk", 1, gone, by="a")
    assert high(queue.newcomer("desk", gone)) == 5


def test_it_is_learnt_how_long_serving_takes(queue: CounterQueue) -> None:
    queue.open_desk("desk", 1, NOW, by="a")
    for n in range(8):
        queue.draw("short", later(45 * n), client="kiosk")
        queue.call_next("desk", 1, later(45 * n), by="a")
        queue.done("desk", 1, later(45 * n + 40), by="a")
    tomorrow = NOW + timedelta(days=1)
    for _ in range(2):
        queue.draw("short", tomorrow, client="kiosk")
    outlook = queue.outlook(2, tomorrow)
    assert outlook is not None
    assert outlook.wait is not None
    assert outlook.wait.middle > 25


def test_who_does_not_wait_has_no_outlook(queue: CounterQueue) -> None:
    queue.open_desk("desk", 1, NOW, by="a")
    queue.draw("short", NOW, client="kiosk")
    queue.call_next("desk", 1, NOW, by="a")
    assert queue.outlook(1, NOW) is None
    with pytest.raises(UnknownTicket):
        queue.outlook(2, NOW)
