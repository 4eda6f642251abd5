"""Taking places: rules, races and what stands in the rows afterwards."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from multiprocessing import get_context
from pathlib import Path
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine, event, func, select, text

from calendar_backend import (
    TOKYO,
    Booking,
    DatabaseUnusable,
    NaiveDatetime,
    NotBookable,
    NumbersExhausted,
    OfficeCalendar,
    PlaceTaken,
    Reason,
    UnknownOffice,
    UnknownProcedure,
    ledger,
    load_into,
)
from calendar_backend.cells import moment
from calendar_backend.database import reading, writing
from calendar_backend.errors import Collision
from calendar_backend.models import BookingRow, CellRow
from tests.calendar_backend.racers import open_and_race, race
from tests.calendar_backend.small_office import NOW, at, full_disk, small_office

TEN = at("2026-12-04T10:00")


def cells_held(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(CellRow)) or 0


def test_a_booking_stands_with_everything_asked(calendar: OfficeCalendar) -> None:
    booking = calendar.book("long", TEN, "+819012345678", "CA1", NOW)
    assert booking == Booking(
        booking.number,
        "small",
        "long",
        TEN,
        at("2026-12-04T10:40"),
        "booked",
        "+819012345678",
        "小さな役所",
        "長い名",
    )
    assert calendar.bookings() == [booking]
    assert booking.as_row() == {
        "number": booking.number,
        "office": "small",
        "procedure": "long",
        "also": [],
        "start": "2026-12-04T10:00:00+09:00",
        "end": "2026-12-04T10:40:00+09:00",
        "status": "booked",
        "phone": "+819012345678",
        "details": {},
    }


def test_a_booking_holds_every_quarter_hour_it_touches(engine: Engine, calendar: OfficeCalendar) -> None:
    calendar.book("long", TEN, "", "CA1", NOW)
    with reading(engine) as connection:
        held = connection.execute(select(CellRow.day, CellRow.slot).order_by(CellRow.slot)).all()
    assert [moment(*cell).replace(tzinfo=TOKYO) for cell in held] == [
        TEN,
        TEN + timedelta(minutes=15),
        TEN + timedelta(minutes=30),
    ]


def test_times_stand_in_the_rows_as_on_the_office_clock(engine: Engine, calendar: OfficeCalendar) -> None:
    calendar.book("short", TEN.astimezone(tz=None), "", "CA1", NOW)
    with reading(engine) as connection:
        assert str(connection.scalar(text("select start from bookings"))).startswith("2026-12-04 10:00:00")
    assert calendar.bookings()[0].start.isoformat() == "2026-12-04T10:00:00+09:00"


def test_a_second_booking_of_the_last_place_is_refused(calendar: OfficeCalendar) -> None:
    first = calendar.book("short", TEN, "", "CA1", NOW)
    with pytest.raises(PlaceTaken, match="2026-12-04T10:00"):
        calendar.book("short", TEN, "", "CA2", NOW)
    with pytest.raises(PlaceTaken):
        calendar.book("long", TEN - timedelta(minutes=30), "", "CA2", NOW)
    assert calendar.bookings() == [first]


def test_the_same_call_asking_again_gets_the_same_booking(calendar: OfficeCalendar) -> None:
    first = calendar.book("short", TEN, "+819012340000", "CA1", NOW)
    much_later = NOW + timedelta(days=30)
    assert calendar.book("short", TEN, "+819012340000", "CA1", much_later) == first
    assert calendar.bookings_of_call("CA1") == [first]
    assert calendar.bookings_of_call("CA2") == []


def test_calls_without_an_id_are_not_taken_for_one_another(calendar: OfficeCalendar) -> None:
    numbers = {calendar.book("both", TEN, "", "", NOW).number for _ in range(2)}
    assert len(numbers) == 2


def test_one_call_may_book_several_times(calendar: OfficeCalendar) -> None:
    later = calendar.book("short", TEN + timedelta(hours=1), "", "CA1", NOW)
    first = calendar.book("short", TEN, "", "CA1", NOW)
    assert calendar.bookings_of_call("CA1") == [first, later]


def test_numbers_have_four_digits_and_follow_the_seed(engine: Engine) -> None:
    booked: list[list[str]] = []
    for _ in range(2):
        with writing(engine) as connection:
            connection.execute(text("delete from cells"))
            connection.execute(text("update bookings set status = 'cancelled', call_sid = ''"))
        calendar = OfficeCalendar(engine, "small", random.Random(7))
        starts = [TEN + n * timedelta(minutes=15) for n in range(8)]
        booked.append([calendar.book("short", start, "", "CA", NOW).number for start in starts])
    assert booked[0] == booked[1]
    assert len(set(booked[0])) == 8
    assert all(1000 <= int(number) <= 9999 for number in booked[0])


def test_numbers_of_past_visits_are_given_back_only_when_all_are_used(
    engine: Engine, calendar: OfficeCalendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "NUMBERS", range(1000, 1002))
    past = calendar.book("short", at("2026-11-25T10:00"), "", "a", NOW)
    still = calendar.book("short", at("2026-12-04T10:00"), "", "b", NOW)
    with pytest.raises(NumbersExhausted, match="small"):
        calendar.book("short", at("2026-12-07T10:00"), "", "c", NOW)
    new = calendar.book("short", at("2026-12-07T10:00"), "", "c", NOW + timedelta(days=2))
    assert new.number == past.number
    assert [(b.start, b.status) for b in calendar.bookings()] == [
        (past.start, "past"),
        (still.start, "booked"),
        (new.start, "booked"),
    ]


@pytest.mark.parametrize(
    ("start", "reason", "detail"),
    [
        ("2026-11-24T09:00", Reason.PAST, ""),
        ("2026-11-24T15:00", Reason.TOO_SOON, ""),
        ("2026-12-05T10:00", Reason.CLOSED, "weekend"),
        ("2026-12-30T10:00", Reason.CLOSED, "年末年始"),
        ("2026-12-04T17:15", Reason.OUTSIDE_HOURS, ""),
        ("2026-12-04T10:05", Reason.OFF_GRID, ""),
        ("2027-03-01T10:00", Reason.TOO_FAR, ""),
    ],
)
def test_a_start_outside_the_rules_is_refused_and_leaves_nothing(
    engine: Engine, calendar: OfficeCalendar, start: str, reason: Reason, detail: str
) -> None:
    with pytest.raises(NotBookable) as refused:
        calendar.book("short", at(start), "", "CA1", NOW)
    assert (refused.value.reason, refused.value.detail) == (reason, detail)
    assert (calendar.bookings(), cells_held(engine)) == ([], 0)


def test_moments_without_a_zone_and_unknown_ids_are_refused(engine: Engine, calendar: OfficeCalendar) -> None:
    with pytest.raises(NaiveDatetime):
        calendar.book("short", TEN.replace(tzinfo=None), "", "CA1", NOW)
    with pytest.raises(NaiveDatetime):
        calendar.book("short", TEN, "", "CA1", NOW.replace(tzinfo=None))
    with pytest.raises(UnknownProcedure):
        calendar.book("teleport", TEN, "", "CA1", NOW)
    with pytest.raises(UnknownOffice, match="atlantis"):
        OfficeCalendar(engine, "atlantis")
    assert calendar.bookings() == []


def test_the_database_itself_refuses_a_cell_that_is_held(engine: Engine, calendar: OfficeCalendar) -> None:
    calendar.book("short", TEN, "", "CA1", NOW)
    calendar.book("short", TEN + timedelta(hours=1), "", "CA2", NOW)
    with pytest.raises(Collision, match="cells"), writing(engine) as connection:
        connection.execute(text("update cells set slot = (select min(slot) from cells)"))


def test_the_database_itself_refuses_a_number_that_is_live(engine: Engine, calendar: OfficeCalendar) -> None:
    calendar.book("short", TEN, "", "CA1", NOW)
    calendar.book("short", TEN + timedelta(hours=1), "", "CA2", NOW)
    with pytest.raises(Collision, match="number"), writing(engine) as connection:
        connection.execute(text("update bookings set number = '1234'"))


@pytest.mark.parametrize(("procedure", "capacity"), [("short", 1), ("both", 2)])
def test_threads_racing_for_the_last_places_leave_exactly_the_capacity(
    engine: Engine, procedure: str, capacity: int
) -> None:
    calendar = OfficeCalendar(engine, "small")
    ready = Barrier(12)

    def caller(n: int) -> str:
        ready.wait(60)
        return race(calendar, procedure, "2026-12-04T10:00", f"thread-{n}")

    with ThreadPoolExecutor(12) as pool:
        numbers = list(filter(None, pool.map(caller, range(12))))
    assert len(numbers) == len(set(numbers)) == capacity
    assert sorted(numbers) == sorted(booking.number for booking in calendar.bookings())


def test_one_call_repeating_itself_in_threads_books_once(calendar: OfficeCalendar) -> None:
    ready = Barrier(8)

    def caller(_n: int) -> str:
        ready.wait(60)
        return race(calendar, "both", "2026-12-04T10:00", "CA-same")

    with ThreadPoolExecutor(8) as pool:
        numbers = set(pool.map(caller, range(8)))
    assert [booking.number for booking in calendar.bookings()] == list(numbers)


def test_processes_racing_for_the_last_places_leave_exactly_the_capacity(
    database: str, calendar: OfficeCalendar
) -> None:
    spawn = get_context("spawn")
    ready = spawn.Barrier(4)
    racers = [spawn.Process(target=open_and_race, args=(database, ready, n)) for n in range(4)]
    for racer in racers:
        racer.start()
    for racer in racers:
        racer.join(120)
    assert [racer.exitcode for racer in racers] == [0] * 4
    starts = Counter(booking.start for booking in calendar.bookings())
    assert starts == {TEN: 2, TEN + timedelta(minutes=30): 2}


def test_a_collision_seen_only_at_the_insert_is_tried_again(engine: Engine, calendar: OfficeCalendar) -> None:
    """As on a server without SQLite's single writer: a rival's row appears after the look, before the insert."""
    rival = (
        "insert into cells (booking_id, day, slot, counter_id, lane) "
        "select min(id), '2026-12-04', 40, (select id from counters where code = 'desk'), 1 from bookings"
    )
    collided: list[str] = []

    def intrude(connection: Any, _cursor: Any, statement: str, *_rest: object) -> None:
        if statement.startswith("INSERT INTO cells") and not collided:
            collided.append(statement)
            connection.exec_driver_sql(rival)

    other = calendar.book("both", TEN, "", "CA0", NOW)
    event.listen(engine, "before_cursor_execute", intrude)
    booking = calendar.book("short", TEN, "", "CA1", NOW)
    assert len(collided) == 1
    assert calendar.bookings() == sorted([booking, other], key=lambda b: b.number)


def test_a_database_that_fails_halfway_leaves_no_booking_and_no_cell(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    with full_disk(engine, "cells"), pytest.raises(DatabaseUnusable, match="disk full"):
        calendar.book("short", TEN, "", "CA1", NOW)
    assert (calendar.bookings(), cells_held(engine)) == ([], 0)
    assert calendar.book("short", TEN, "", "CA1", NOW).start == TEN


def test_a_database_file_that_vanishes_is_told_and_not_written_into(
    path: Path, calendar: OfficeCalendar
) -> None:
    for file in path.parent.glob("calendar.db*"):
        file.unlink()
    with pytest.raises(DatabaseUnusable, match=r"calendar\.db"):
        calendar.book("short", TEN, "", "CA1", NOW)
    with pytest.raises(DatabaseUnusable):
        calendar.find("short", NOW)
    assert not path.exists()


def test_bookings_made_on_a_finer_grid_still_exclude_coarser_ones(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    calendar.book("short", TEN + timedelta(minutes=30), "", "CA1", NOW)
    load_into(engine, small_office(rules={"grid_minutes": 60}))
    with pytest.raises(PlaceTaken):
        calendar.book("long", TEN, "", "CA2", NOW)
    with pytest.raises(NotBookable, match="off_grid"):
        calendar.book("short", TEN + timedelta(minutes=15), "", "CA2", NOW)


def test_the_row_keeps_the_call_and_the_moment_of_booking(engine: Engine, calendar: OfficeCalendar) -> None:
    calendar.book("short", TEN, "", "CA1", NOW)
    with reading(engine) as connection:
        row = connection.execute(select(BookingRow.call_sid, BookingRow.created_at, BookingRow.phone)).one()
    assert tuple(row) == ("CA1", NOW, "")
