"""A day or a counter shut at short notice: nobody's booking goes, everybody concerned is to be phoned."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import date, time, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine

from calendar_backend import (
    BadWish,
    Booking,
    Callback,
    NotBookable,
    OfficeCalendar,
    Reason,
    UnknownCounter,
    UnknownEntry,
    load_into,
)
from tests.calendar_backend.small_office import NOW, at, clock, on, small_office

TEN = at("2026-12-04T10:00")
DAY = date(2026, 12, 4)
TYPHOON = (DAY, "台風", "たいふう")


def concerned(callbacks: list[Callback]) -> list[Booking | None]:
    return [callback.booking for callback in callbacks]


def test_everybody_booked_on_a_closed_day_is_listed_with_the_phone_and_keeps_the_booking(
    calendar: OfficeCalendar,
) -> None:
    later = calendar.book("both", TEN + timedelta(hours=1), "+819012340002", "CA2", NOW)
    first = calendar.book("short", TEN, "+819012340001", "CA1", NOW)
    calendar.book("short", at("2026-12-07T10:00"), "+819012340003", "CA3", NOW)
    closure, callbacks = calendar.close(*TYPHOON, NOW, by="clerk")
    assert (closure.day, closure.counter_id, closure.name) == (DAY, None, "台風")
    assert concerned(callbacks) == [first, later]
    assert [(c.phone, c.state, c.kind) for c in callbacks] == [
        ("+819012340001", "open", "closure"),
        ("+819012340002", "open", "closure"),
    ]
    assert [booking.status for booking in calendar.bookings()] == ["booked"] * 3
    assert [h.action for h in calendar.history(first.number)[0]] == ["booked", "affected"]


def test_a_closed_day_is_booked_by_nobody_and_says_why(calendar: OfficeCalendar) -> None:
    calendar.close(*TYPHOON, NOW, by="clerk")
    found = calendar.find("short", NOW, on("2026-12-04"))
    assert (found.reason, found.detail, found.detail_reading) == (Reason.CLOSED, "台風", "たいふう")
    with pytest.raises(NotBookable, match="台風"):
        calendar.book("short", TEN, "", "CA1", NOW)
    with pytest.raises(NotBookable):
        calendar.book("short", TEN, "", "clerk", NOW, by_clerk=True)


def test_a_place_held_when_the_day_was_closed_is_not_booked(calendar: OfficeCalendar) -> None:
    token = calendar.hold("short", TEN, NOW, client="CA1").token
    calendar.close(*TYPHOON, NOW, by="clerk")
    with pytest.raises(NotBookable, match="台風"):
        calendar.book_held(token, "", NOW)


def test_a_closed_counter_leaves_the_others_open(calendar: OfficeCalendar) -> None:
    desk = calendar.book("short", TEN, "", "CA1", NOW)
    calendar.book("both", TEN, "", "CA2", NOW)
    _, callbacks = calendar.close(*TYPHOON, NOW, by="clerk", counter_id="desk")
    assert concerned(callbacks) == [desk]
    assert calendar.find("both", NOW, on("2026-12-04")).reason is None
    assert calendar.find("short", NOW, on("2026-12-04")).reason is Reason.CLOSED


def test_an_afternoon_may_be_closed_alone(calendar: OfficeCalendar) -> None:
    calendar.book("short", TEN, "", "CA1", NOW)
    across = calendar.book("long", at("2026-12-04T12:30"), "", "CA2", NOW)
    _, callbacks = calendar.close(*TYPHOON, NOW, by="clerk", times=(time(13), time(17, 15)))
    assert concerned(callbacks) == [across]
    found = calendar.find("short", NOW, on("2026-12-04"), clock("13:00", "17:00"))
    assert (found.reason, f"{found.alternatives[0].start:%H:%M}") == (Reason.OUTSIDE_HOURS, "12:15")
    assert calendar.find("short", NOW, on("2026-12-04"), clock("12:15")).reason is None


def test_closing_again_adds_nothing_and_lists_the_same(calendar: OfficeCalendar) -> None:
    calendar.book("short", TEN, "+819012340001", "CA1", NOW)
    first = calendar.close(*TYPHOON, NOW, by="clerk")
    assert calendar.close(*TYPHOON, NOW, by="another") == first
    assert calendar.closures() == [first[0]]
    assert len(calendar.callbacks()) == 1


def test_a_closure_outlives_a_reload_of_the_office(engine: Engine, calendar: OfficeCalendar) -> None:
    calendar.close(*TYPHOON, NOW, by="clerk")
    load_into(engine, small_office(name="別の名前"))
    assert OfficeCalendar(engine, "small").find("short", NOW, on("2026-12-04")).detail == "台風"


def test_a_day_opened_again_can_be_booked_and_its_open_callbacks_fall_away(calendar: OfficeCalendar) -> None:
    told = calendar.book("short", TEN, "+819012340001", "CA1", NOW)
    calendar.book("both", TEN, "+819012340002", "CA2", NOW)
    closure, callbacks = calendar.close(*TYPHOON, NOW, by="clerk")
    done = next(c for c in callbacks if c.booking == told)
    calendar.settle_callback(done.id, "done", NOW, by="clerk")
    dropped = calendar.reopen(closure.id, NOW, by="clerk")
    assert [callback.phone for callback in dropped] == ["+819012340002"]
    assert [c.state for c in calendar.callbacks()] == ["done", "dropped"]
    assert calendar.find("short", NOW, on("2026-12-04")).reason is None
    with pytest.raises(UnknownEntry):
        calendar.reopen(closure.id, NOW, by="clerk")


def test_closures_that_make_no_sense_are_refused(calendar: OfficeCalendar) -> None:
    with pytest.raises(UnknownCounter, match="roof"):
        calendar.close(*TYPHOON, NOW, by="clerk", counter_id="roof")
    with pytest.raises(BadWish, match="is over"):
        calendar.close(date(2026, 11, 23), "台風", "たいふう", NOW, by="clerk")
    with pytest.raises(BadWish, match="before it starts"):
        calendar.close(*TYPHOON, NOW, by="clerk", times=(time(13), time(12)))
    assert calendar.closures() == []


def test_a_booking_made_while_the_day_is_closed_is_refused_or_listed(calendar: OfficeCalendar) -> None:
    ready = Barrier(5)

    def run(n: int) -> list[Booking | None]:
        ready.wait(60)
        if n == 0:
            return concerned(calendar.close(*TYPHOON, NOW, by="clerk")[1])
        with suppress(NotBookable):
            calendar.book("short", TEN + n * timedelta(minutes=15), "", f"CA{n}", NOW)
        return []

    with ThreadPoolExecutor(5) as pool:
        listed = next(filter(None, pool.map(run, range(5))), [])
    assert listed == calendar.bookings()
