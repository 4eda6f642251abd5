"""A booking that is to be for something else: its own place counts as free for that, and for nobody else."""

import pytest

from calendar_backend import Booking, OfficeCalendar, PlaceTaken
from tests.calendar_backend.small_office import NOW, at, clock, on

TEN = at("2026-12-04T10:00")
QUARTER_PAST = at("2026-12-04T10:15")
PHONE = "+819012345678"


@pytest.fixture
def booking(calendar: OfficeCalendar) -> Booking:
    """Of two procedures at a counter that serves one at a time."""
    return calendar.book(["short", "long"], TEN, PHONE, "CA1", NOW)


def test_its_own_place_is_free_for_what_takes_its_place_alone(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    wish = (NOW, on("2026-12-04"), clock("10:00"))
    assert calendar.find("long", *wish).fitting == ()
    (found,) = calendar.find("long", *wish, instead_of=booking.number).fitting
    assert found.start == TEN


def test_what_is_longer_and_meets_another_s_place_does_not_fit(calendar: OfficeCalendar) -> None:
    booking = calendar.book("short", TEN, PHONE, "CA1", NOW)
    calendar.book("short", QUARTER_PAST, "", "CA9", NOW)
    wish = (NOW, on("2026-12-04"), clock("10:00"))
    assert calendar.find("long", *wish, instead_of=booking.number).fitting == ()
    with pytest.raises(PlaceTaken):
        calendar.hold_only("long", TEN, NOW, client="CA2", instead_of=booking.number)


def test_only_what_is_not_its_own_is_held_besides(calendar: OfficeCalendar) -> None:
    booking = calendar.book("short", TEN, PHONE, "CA1", NOW)
    calendar.hold_only("long", TEN, NOW, client="CA2", instead_of=booking.number)
    calendar.hold_only("long", TEN, NOW, client="CA2", instead_of=booking.number)
    with pytest.raises(PlaceTaken):
        calendar.book("short", QUARTER_PAST, "", "CA9", NOW)
    changed = calendar.change(booking.number, PHONE, TEN, NOW, by="CA2", procedures=("long",))
    assert (changed.procedure_ids, changed.start) == (("long",), TEN)
    assert calendar.bookings() == [changed]


def test_a_hold_that_is_given_back_leaves_the_booking_its_place(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    calendar.hold_only("long", TEN, NOW, client="CA2", instead_of=booking.number)
    calendar.release_all("CA2", NOW)
    with pytest.raises(PlaceTaken):
        calendar.book("short", TEN, "", "CA9", NOW)
    assert calendar.bookings() == [booking]


def test_for_less_it_keeps_its_place_and_gives_back_the_rest(
    calendar: OfficeCalendar, booking: Booking
) -> None:
    calendar.hold_only("short", TEN, NOW, client="CA2", instead_of=booking.number)
    changed = calendar.change(booking.number, PHONE, TEN, NOW, by="CA2", procedures=("short",))
    assert (changed.number, changed.end) == (booking.number, QUARTER_PAST)
    assert calendar.book("short", QUARTER_PAST, "", "CA9", NOW).start == QUARTER_PAST


def test_for_less_no_notice_is_too_short(calendar: OfficeCalendar, booking: Booking) -> None:
    the_day_itself = at("2026-12-04T09:00")
    wish = (on("2026-12-04"), clock("10:00"))
    (found,) = calendar.find("short", the_day_itself, *wish, instead_of=booking.number).fitting
    assert found.start == TEN
    calendar.hold_only("short", TEN, the_day_itself, client="CA2", instead_of=booking.number)
    changed = calendar.change(booking.number, PHONE, TEN, the_day_itself, by="CA2", procedures=("short",))
    assert changed.procedure_ids == ("short",)


def test_without_such_a_booking_it_is_a_hold_as_any(calendar: OfficeCalendar, booking: Booking) -> None:
    with pytest.raises(PlaceTaken):
        calendar.hold_only("short", TEN, NOW, client="CA2", instead_of="0000")
