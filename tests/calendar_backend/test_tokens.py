"""The secret that a hold or a booking is known by; one place in the whole city; a month at a glance."""

from datetime import date, timedelta

import pytest
from sqlalchemy import Engine

from calendar_backend import CityCalendar, OfficeCalendar, PlaceTaken, Reason, load_into
from tests.calendar_backend.small_office import NOW, at, fill, small_office

TEN = at("2026-12-04T10:00")


@pytest.fixture
def city(engine: Engine) -> CityCalendar:
    load_into(engine, small_office(id="other"))
    return CityCalendar(engine)


def test_a_hold_and_the_booking_made_of_it_have_one_secret(city: CityCalendar):
    held = city.hold_only("small", "short", TEN, NOW, client="web:1")
    assert city.held(held.token, NOW) == ("small", held)
    assert city.booked(held.token) is None
    booking = city.at("small").book_held(held.token, "", NOW)
    assert city.held(held.token, NOW) is None
    record = city.booked(held.token)
    assert record is not None
    assert record.booking == booking
    assert city.token(record.id) == held.token


def test_a_hold_that_ran_out_is_none(city: CityCalendar):
    held = city.hold_only("small", "short", TEN, NOW, client="web:1")
    assert city.held(held.token, NOW + timedelta(minutes=5)) is None


def test_a_booking_without_a_secret_is_given_one_that_stays(city: CityCalendar):
    booking = city.at("small").book("short", TEN, "", "CA1", NOW)
    row = city.at("small").record(booking.number).id
    token = city.token(row)
    assert city.token(row) == token
    record = city.booked(token)
    assert record is not None
    assert record.id == row


def test_a_secret_is_known_when_the_booking_stands_no_more(city: CityCalendar):
    held = city.hold_only("small", "short", TEN, NOW, client="web:1")
    booking = city.at("small").book_held(held.token, "", NOW)
    city.at("small").cancel(booking.number, None, NOW, by="web:1")
    record = city.booked(held.token)
    assert record is not None
    assert record.booking.status == "cancelled"


@pytest.mark.parametrize("token", ["", "zzz", "0" * 32, "0" * 31, "\0" * 32, "%" * 32])
def test_what_is_no_secret_is_of_nothing(city: CityCalendar, token: str):
    assert (city.held(token, NOW), city.booked(token)) == (None, None)


def test_a_client_keeps_one_place_in_the_whole_city(city: CityCalendar):
    first = city.hold_only("small", "short", TEN, NOW, client="web:1")
    second = city.hold_only("other", "short", TEN, NOW, client="web:1")
    assert city.held(first.token, NOW) is None
    assert city.held(second.token, NOW) is not None


def test_where_the_new_place_is_taken_the_old_one_stays(city: CityCalendar):
    city.at("other").book("short", TEN, "", "CA1", NOW)
    first = city.hold_only("small", "short", TEN, NOW, client="web:1")
    with pytest.raises(PlaceTaken):
        city.hold_only("other", "short", TEN, NOW, client="web:1")
    assert city.held(first.token, NOW) is not None


def test_a_month_tells_of_each_day_how_many_are_free_or_why_none(calendar: OfficeCalendar):
    fill(calendar, "short", "2026-12-04T08:30", "2026-12-04T17:00", 15)
    days = {one.day: one for one in calendar.glances("short", (date(2026, 11, 1), date(2027, 1, 31)), NOW)}
    assert len(days) == 92
    assert (days[date(2026, 11, 25)].free, days[date(2026, 11, 25)].reason) == (35, None)
    for day, reason, detail in (
        (date(2026, 11, 2), Reason.PAST, ""),
        (date(2026, 11, 24), Reason.TOO_SOON, ""),
        (date(2026, 12, 4), Reason.FULL, ""),
        (date(2026, 12, 5), Reason.CLOSED, "weekend"),
        (date(2026, 12, 31), Reason.CLOSED, "年末年始"),
        (date(2027, 1, 25), Reason.TOO_FAR, ""),
    ):
        assert (days[day].free, days[day].reason, days[day].detail) == (0, reason, detail)
