"""Who has a booking gets no second one that was not meant."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from threading import Barrier

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, SamePerson, load_into
from tests.calendar_backend.small_office import NOW, at, small_office
from tests.calendar_backend.test_taking import TEN, hold

PERSON = "+819012345678"


@pytest.mark.parametrize(
    ("procedures", "start"),
    [
        ("both", TEN),
        ("both", at("2026-12-10T14:00")),
        (["short", "both"], at("2026-12-10T14:00")),
        ("short", TEN),
        ("short", at("2026-12-04T10:15")),
        ("long", at("2026-12-04T09:30")),
    ],
)
def test_the_same_procedure_or_the_same_time_again_is_refused_where_no_second_is_meant(
    calendar: OfficeCalendar, procedures: str | list[str], start: datetime
) -> None:
    calendar.book("both", TEN, PERSON, "CA1", NOW)  # to 10:30
    with pytest.raises(SamePerson):
        calendar.book(procedures, start, PERSON, "CA2", NOW, second=False)
    assert len(calendar.bookings()) == 1
    assert calendar.book(procedures, start, PERSON, "CA2", NOW)


@pytest.mark.parametrize("start", [at("2026-12-04T09:45"), at("2026-12-04T10:30"), at("2026-12-07T10:00")])
def test_another_procedure_beside_or_on_another_day_is_no_second_one(
    calendar: OfficeCalendar, start: datetime
) -> None:
    calendar.book("both", TEN, PERSON, "CA1", NOW)
    assert calendar.book("short", start, PERSON, "CA2", NOW, second=False)


def test_no_number_and_what_is_over_or_cancelled_count_for_nobody(calendar: OfficeCalendar) -> None:
    for _ in range(2):
        calendar.book("both", TEN, "", "", NOW, second=False)
    first = calendar.book("both", at("2026-12-02T10:00"), PERSON, "CA1", NOW)
    calendar.cancel(first.number, PERSON, NOW)
    early = calendar.book("both", at("2026-12-02T11:00"), PERSON, "CA2", NOW, second=False)
    assert calendar.book("both", at("2026-12-04T11:00"), PERSON, "CA3", early.end, second=False)


def test_a_second_one_that_is_meant_stands_in_the_history(calendar: OfficeCalendar) -> None:
    first = calendar.book("both", TEN, PERSON, "CA1", NOW, second=False)
    second = calendar.book("both", TEN, PERSON, "CA2", NOW, second=True)
    told = [calendar.history(one.number)[0][0].details for one in (first, second)]
    assert told == [{"start": TEN.isoformat()}, {"start": TEN.isoformat(), "second": "yes"}]


def test_a_hold_becomes_no_second_booking_by_itself(calendar: OfficeCalendar) -> None:
    calendar.book("both", TEN, PERSON, "CA1", NOW)
    token = hold(calendar, "both", step="2")
    with pytest.raises(SamePerson):
        calendar.book_held(token, PERSON, NOW, second=False)
    booked = calendar.book_held(token, PERSON, NOW, second=True)
    assert calendar.book_held(token, PERSON, NOW, second=False) == booked


def test_one_person_many_times_at_once_is_booked_once(engine: Engine) -> None:
    load_into(engine, small_office())
    starts = [at(f"2026-12-04T{hour:02}:00") for hour in (9, 10, 11, 13, 14, 15)]
    calendars = [OfficeCalendar(engine, "small") for _ in starts]
    gate = Barrier(len(starts))

    def book(calendar: OfficeCalendar, start: datetime) -> bool:
        gate.wait()
        try:
            return bool(calendar.book("both", start, PERSON, f"web:{start}", NOW, step="book", second=False))
        except SamePerson:
            return False

    with ThreadPoolExecutor(len(starts)) as pool:
        assert sum(pool.map(book, calendars, starts)) == 1
    assert len(calendars[0].bookings()) == 1
