"""Nothing is found by a withheld number, also in rows that were stored under it."""

import pytest
from sqlalchemy import Engine, update

from calendar_backend import BadWish, OfficeCalendar, UnknownBooking, load_into
from calendar_backend.city import CityCalendar
from calendar_backend.database import writing
from calendar_backend.migrations import run
from calendar_backend.models import BookingRow, CallbackRow, WaitingRow
from tests.calendar_backend.small_office import NOW, at, small_office

TEN, ELEVEN = at("2026-12-04T10:00"), at("2026-12-04T11:00")
DAY = (TEN.date(), TEN.date())
HOME = "+81935551234"
ANYBODYS = [
    "+266696687",
    "+7378742883",
    "+2562533",
    "+8566696",
    "+86282452253",
    "anonymous",
    "sip:a@pbx.test",
    "+464",
]


def stored_under(engine: Engine, phone: str) -> None:
    """Every row has the number, as before there was a door."""
    with writing(engine) as connection:
        for row in (BookingRow, CallbackRow, WaitingRow):
            connection.execute(update(row).values(phone=phone))


@pytest.mark.parametrize("phone", ANYBODYS)
def test_what_was_booked_under_it_is_nobodys(engine: Engine, calendar: OfficeCalendar, phone: str) -> None:
    booking = calendar.book("short", TEN, HOME, "CA1", NOW)
    stored_under(engine, phone)
    assert calendar.bookings_of_phone(phone, NOW) == []
    with pytest.raises(UnknownBooking):
        calendar.look_up(booking.number, phone)
    with pytest.raises(UnknownBooking):
        CityCalendar(engine).look_up(booking.number, phone)
    with pytest.raises(UnknownBooking):
        calendar.change(booking.number, phone, ELEVEN, NOW)
    with pytest.raises(UnknownBooking):
        calendar.cancel(booking.number, phone, NOW)
    assert [(b.start, b.status) for b in calendar.bookings()] == [(TEN, "booked")]


@pytest.mark.parametrize("phone", ANYBODYS[:6])
def test_a_booking_made_under_it_has_no_number_and_counts_for_nobody(engine: Engine, phone: str) -> None:
    load_into(engine, small_office(rules={"per_person": 1}))
    calendar = OfficeCalendar(engine, "small")
    for n, start in enumerate((TEN, ELEVEN)):
        assert calendar.book("short", start, phone, f"CA{n}", NOW).phone == ""
    held = calendar.hold("both", TEN, NOW, client="CA3")
    assert calendar.book_held(held.token, phone, NOW).phone == ""


def test_what_is_no_number_at_all_is_refused(calendar: OfficeCalendar) -> None:
    for phone, why in (
        ("0935551234567", "too many"),
        ("110", "service"),
        ("093-555-123", "too few"),
        ("sip:a@pbx.test", "not a"),
    ):
        with pytest.raises(BadWish, match=why):
            calendar.book("short", TEN, phone, "CA1", NOW)
        with pytest.raises(BadWish, match=why):
            calendar.ask_callback(phone, "住民票", NOW, by="CA1")
        with pytest.raises(BadWish, match=why):
            calendar.wait_for("short", phone, DAY, NOW, by="CA1")
    assert calendar.bookings() == []


@pytest.mark.parametrize("phone", ANYBODYS[:6])
def test_nobody_is_called_back_or_told_of_a_place_under_it(
    engine: Engine, calendar: OfficeCalendar, phone: str
) -> None:
    with pytest.raises(BadWish, match="ask for it"):
        calendar.ask_callback(phone, "住民票", NOW, by="CA1")
    with pytest.raises(BadWish, match="ask for it"):
        calendar.wait_for("short", phone, DAY, NOW, by="CA1")
    calendar.wait_for("short", HOME, DAY, NOW, by="CA1")
    stored_under(engine, phone)
    assert calendar.offer(NOW, by="clerk") == []


@pytest.mark.parametrize(
    "phone", ["093-555-1234", "+81(0)93-555-1234", "0081-93-555-1234", "010 81 93 555 1234", "+810935551234"]
)
def test_a_number_finds_its_booking_however_it_is_written(calendar: OfficeCalendar, phone: str) -> None:
    booking = calendar.book("short", TEN, phone, "CA1", NOW)
    assert booking.phone == HOME
    assert calendar.bookings_of_phone(HOME, NOW) == calendar.bookings_of_phone(phone, NOW) == [booking]
    assert calendar.look_up(booking.number, phone) == booking
    assert calendar.change(booking.number, phone, ELEVEN, NOW).start == ELEVEN
    assert calendar.cancel(booking.number, phone, NOW).status == "cancelled"


OLD = [("+810935551234", HOME), ("0935551234", HOME), ("+266696687", ""), ("+86282452253", ""), ("+464", "+464"), ("", "")]  # fmt: skip


@pytest.mark.parametrize(("stored", "kept"), OLD)
def test_rows_of_older_versions_are_put_right(
    engine: Engine, calendar: OfficeCalendar, stored: str, kept: str
) -> None:
    calendar.book("short", TEN, HOME, "CA1", NOW)
    calendar.ask_callback(HOME, "住民票", NOW, by="CA1")
    calendar.wait_for("short", HOME, DAY, NOW, by="CA1")
    stored_under(engine, stored)
    with writing(engine) as connection:
        run.downgrade(connection, "0004")
        run.upgrade(connection)
    (booking,), (callback,), (waiting,) = calendar.bookings(), calendar.callbacks(), calendar.waiting()
    assert (booking.phone, callback.phone, waiting.phone) == (kept, kept, kept)
    assert len(calendar.bookings_of_phone(HOME, NOW)) == (kept == HOME)


def test_an_office_whose_number_is_in_no_plan_any_more_is_still_read(engine: Engine) -> None:
    with writing(engine) as connection:
        connection.exec_driver_sql("update offices set phone = '+8112', agent_phone = '+8113'")
    assert OfficeCalendar(engine, "small").office.phone == "+8112"
