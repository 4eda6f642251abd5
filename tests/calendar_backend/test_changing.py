"""Another time, cancelled, came or did not come; and what the history says of it."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, text

from calendar_backend import (
    BadWish,
    Booking,
    Collision,
    DatabaseUnusable,
    NotBookable,
    OfficeCalendar,
    PlaceTaken,
    Reason,
    TooLate,
    UnknownBooking,
    load_into,
)
from calendar_backend.database import writing
from tests.calendar_backend.small_office import NOW, at, clock, full_disk, on, small_office

TEN = at("2026-12-04T10:00")
ELEVEN = at("2026-12-04T11:00")
PHONE = "+819012345678"


@pytest.fixture
def booking(calendar: OfficeCalendar) -> Booking:
    return calendar.book("short", TEN, PHONE, "CA1", NOW)


def free(calendar: OfficeCalendar, time: str = "10:00") -> bool:
    return calendar.find("short", NOW, on("2026-12-04"), clock(time)).reason is None


def actions(calendar: OfficeCalendar, number: str) -> list[str]:
    return [happening.action for booking in calendar.history(number) for happening in booking]


def test_a_change_keeps_the_number_and_frees_the_old_place(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    changed = calendar.change(booking.number, PHONE, ELEVEN, NOW, by="CA2")
    assert (changed.number, changed.start, changed.status) == (booking.number, ELEVEN, "changed")
    assert changed.end == ELEVEN + timedelta(minutes=15)
    assert free(calendar, "10:00")
    assert not free(calendar, "11:00")
    assert calendar.bookings() == [changed]


def test_a_change_to_a_taken_place_leaves_everything_as_it_was(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    other = calendar.book("short", ELEVEN, "", "CA9", NOW)
    with pytest.raises(PlaceTaken):
        calendar.change(booking.number, PHONE, ELEVEN, NOW)
    with pytest.raises(NotBookable, match="outside_hours"):
        calendar.change(booking.number, PHONE, at("2026-12-04T20:00"), NOW)
    assert calendar.bookings() == [booking, other]


def test_a_booking_may_move_by_less_than_its_own_length(calendar: OfficeCalendar) -> None:
    booking = calendar.book("long", TEN, PHONE, "CA1", NOW)
    moved = calendar.change(booking.number, PHONE, TEN + timedelta(minutes=15), NOW)
    assert moved.start == TEN + timedelta(minutes=15)
    assert free(calendar, "10:00")
    assert not free(calendar, "10:45")


def test_a_change_to_where_it_is_and_a_repeated_change_do_nothing(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    assert calendar.change(booking.number, PHONE, TEN, NOW, by="CA2") == booking
    changed = calendar.change(booking.number, PHONE, ELEVEN, NOW, by="CA2")
    assert calendar.change(booking.number, PHONE, ELEVEN, NOW, by="CA2") == changed
    assert actions(calendar, booking.number) == ["booked", "changed"]


def test_a_change_uses_up_the_callers_own_hold_of_the_new_place(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    calendar.hold("short", ELEVEN, NOW, client="CA2", step="1")
    with pytest.raises(PlaceTaken):
        calendar.change(booking.number, PHONE, ELEVEN, NOW, by="CA3")
    assert calendar.change(booking.number, PHONE, ELEVEN, NOW, by="CA2").start == ELEVEN


def test_a_call_does_not_get_the_same_thing_twice_at_one_time(calendar: OfficeCalendar) -> None:
    first = calendar.book("both", TEN, PHONE, "CA1", NOW)
    second = calendar.book("both", ELEVEN, PHONE, "CA1", NOW)
    with pytest.raises(PlaceTaken):
        calendar.change(first.number, PHONE, ELEVEN, NOW)
    assert calendar.bookings() == [first, second]


def test_two_bookings_racing_for_one_place_move_only_one(calendar: OfficeCalendar, booking: Booking) -> None:
    other = calendar.book("short", at("2026-12-04T09:00"), PHONE, "CA9", NOW)
    ready = Barrier(2)

    def move(number: str) -> bool:
        ready.wait(60)
        try:
            calendar.change(number, PHONE, ELEVEN, NOW)
        except PlaceTaken:
            return False
        return True

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(move, (booking.number, other.number))) == [False, True]


def test_a_cancelled_place_is_free_and_its_number_finds_nothing(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    assert calendar.cancel(booking.number, PHONE, NOW, by="CA2").status == "cancelled"
    assert free(calendar)
    with pytest.raises(UnknownBooking):
        calendar.look_up(booking.number, PHONE)
    assert calendar.cancel(booking.number, PHONE, NOW, by="CA2").status == "cancelled"
    with pytest.raises(UnknownBooking):
        calendar.cancel(booking.number, PHONE, NOW, by="CA3")
    assert actions(calendar, booking.number) == ["booked", "cancelled"]


def test_a_cancelled_place_is_offered_again_after_the_cool_down(engine: Engine) -> None:
    load_into(engine, small_office(rules={"cool_down_minutes": 30}))
    calendar = OfficeCalendar(engine, "small")
    booking = calendar.book("short", TEN, PHONE, "CA1", NOW)
    calendar.cancel(booking.number, PHONE, NOW)
    with pytest.raises(PlaceTaken):
        calendar.book("short", TEN, "", "CA2", NOW + timedelta(minutes=29))
    assert calendar.book("short", TEN, "", "CA2", NOW + timedelta(minutes=30)).start == TEN


def test_one_may_go_back_to_ones_own_place_during_its_cool_down(engine: Engine) -> None:
    load_into(engine, small_office(rules={"cool_down_minutes": 30}))
    calendar = OfficeCalendar(engine, "small")
    booking = calendar.book("short", TEN, PHONE, "CA1", NOW)
    calendar.change(booking.number, PHONE, ELEVEN, NOW)
    assert calendar.change(booking.number, PHONE, TEN, NOW).start == TEN
    assert not free(calendar)


@pytest.mark.parametrize("number", ["", "0000", "other", "x' or 1=1", "\0", "４７１８"])
def test_a_number_that_is_not_the_callers_finds_changes_and_cancels_nothing(
    calendar: OfficeCalendar, booking: Booking, number: str
) -> None:
    if number == "other":
        number = "1000" if booking.number != "1000" else "1001"
    for phone in (PHONE, "+819012340000", ""):
        given = booking.number if phone != PHONE else number
        with pytest.raises(UnknownBooking, match="compare"):
            calendar.look_up(given, phone)
        with pytest.raises(UnknownBooking):
            calendar.change(given, phone, ELEVEN, NOW)
        with pytest.raises(UnknownBooking):
            calendar.cancel(given, phone, NOW)
    assert calendar.bookings() == [booking]


def test_a_withheld_number_matches_nobody_and_a_clerk_needs_none(calendar: OfficeCalendar) -> None:
    booking = calendar.book("short", TEN, "", "CA1", NOW)
    with pytest.raises(UnknownBooking):
        calendar.look_up(booking.number, "")
    assert calendar.look_up(booking.number, None) == booking


def test_it_is_too_late_after_the_offices_last_day_and_after_the_start(engine: Engine) -> None:
    load_into(engine, small_office(rules={"cancel_days": 2}))
    calendar = OfficeCalendar(engine, "small")
    booking = calendar.book("short", TEN, PHONE, "CA1", NOW)
    late = at("2026-12-03T00:00")
    with pytest.raises(TooLate, match="2026-12-02"):
        calendar.cancel(booking.number, PHONE, late)
    with pytest.raises(TooLate):
        calendar.change(booking.number, PHONE, at("2026-12-07T10:00"), late)
    with pytest.raises(TooLate):
        calendar.cancel(booking.number, None, TEN, by_clerk=True)
    assert calendar.cancel(booking.number, None, late, by_clerk=True).status == "cancelled"


def test_whoever_came_is_marked_on_the_day_and_put_right_afterwards(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    with pytest.raises(BadWish, match="still to come"):
        calendar.mark(booking.number, True, NOW)
    assert calendar.mark(booking.number, False, TEN).status == "did_not_come"
    assert calendar.mark(booking.number, True, TEN).status == "came"
    calendar.mark(booking.number, True, TEN)
    assert actions(calendar, booking.number) == ["booked", "did_not_come", "came"]


def test_the_history_says_who_when_and_where_to_and_names_nobody(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    calendar.change(booking.number, PHONE, ELEVEN, NOW + timedelta(hours=1), by="CA2")
    first, second = calendar.history(booking.number)[0]
    assert (first.by, first.at, second.by, second.at) == ("CA1", NOW, "CA2", NOW + timedelta(hours=1))
    assert second.details == {"from": TEN.isoformat(), "to": ELEVEN.isoformat()}
    assert PHONE not in repr(calendar.history(booking.number))


@pytest.mark.parametrize("change", ["update history set actor = 'nobody'", "delete from history"])
def test_the_database_itself_refuses_to_change_the_history(
    engine: Engine, calendar: OfficeCalendar, booking: Booking, change: str
) -> None:
    with pytest.raises(Collision, match="append-only"), writing(engine) as connection:
        connection.execute(text(change))
    assert actions(calendar, booking.number) == ["booked"]


def test_a_full_disk_in_the_middle_of_a_change_leaves_the_old_booking(
    engine: Engine, calendar: OfficeCalendar, booking: Booking
) -> None:
    with full_disk(engine, "history"):
        for do in (
            lambda: calendar.change(booking.number, PHONE, ELEVEN, NOW),
            lambda: calendar.cancel(booking.number, PHONE, NOW),
        ):
            with pytest.raises(DatabaseUnusable, match="disk full"):
                do()
    assert calendar.bookings() == [booking]
    assert (free(calendar, "10:00"), free(calendar, "11:00")) == (False, True)


def test_cancel_and_change_at_once_leave_one_story(calendar: OfficeCalendar, booking: Booking) -> None:
    ready = Barrier(2)

    def run(cancels: bool) -> None:
        ready.wait(60)
        with suppress(UnknownBooking):
            if cancels:
                calendar.cancel(booking.number, PHONE, NOW, by="CA2")
            else:
                calendar.change(booking.number, PHONE, ELEVEN, NOW, by="CA3")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(run, (True, False)))
    (stands,) = calendar.bookings()
    assert stands.status == "cancelled"
    assert calendar.find("short", NOW, on("2026-12-04"), clock("11:00")).reason is not Reason.FULL


def test_a_booking_may_be_for_something_else_at_its_own_time(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    changed = calendar.change(booking.number, PHONE, TEN, NOW, by="CA2", procedures=("long",))
    assert (changed.number, changed.start, changed.procedure_ids) == (booking.number, TEN, ("long",))
    assert changed.end == TEN + timedelta(minutes=40)
    assert not free(calendar, "10:30")
    assert calendar.change(booking.number, PHONE, TEN, NOW, by="CA2", procedures=("long",)) == changed
    assert calendar.change(booking.number, PHONE, ELEVEN, NOW, by="CA2").procedure_ids == ("long",)


def test_a_booking_that_becomes_too_long_for_its_place_stays_as_it_was(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    calendar.book("short", TEN + timedelta(minutes=15), "", "CA9", NOW)
    with pytest.raises(PlaceTaken):
        calendar.change(booking.number, PHONE, TEN, NOW, by="CA2", procedures=("long",))
    assert calendar.look_up(booking.number, PHONE) == booking
