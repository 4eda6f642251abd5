"""A booking that stands where the office is shut now: told why, and moved whenever its owner asks."""

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import Engine

from calendar_backend import Affected, Booking, OfficeCalendar, TooLate, load_into
from tests.calendar_backend.small_office import NOW, at, small_office

DAY = date(2026, 12, 4)
TEN = at("2026-12-04T10:00")
PHONE = "+81935551234"
WEEK = {"days": "月火水木金", "open": "8:30", "close": "17:15"}


def both(calendar: OfficeCalendar, start: str = "2026-12-04T10:00") -> Booking:
    """15 minutes at the desk, then 30 at the wide counter."""
    return calendar.book(["short", "both"], at(start), PHONE, f"CA{start}", NOW)


def shut(calendar: OfficeCalendar, **part: Any) -> int:
    return calendar.close(DAY, "台風", "たいふう", NOW, by="clerk", **part)[0].id


def why(calendar: OfficeCalendar, booking: Booking) -> Affected | None:
    return calendar.affected([booking], NOW).get(booking.number)


def changed_hours(engine: Engine, open_: str, close: str) -> None:
    hours = [WEEK | {"open": open_, "close": close}]
    counters = [
        {"id": one, "name": "名", "reading": "な", "capacity": 2, "hours": hours} for one in ("desk", "wide")
    ]
    load_into(engine, small_office(counters=counters))


def test_a_booking_on_a_day_that_is_shut_says_why(calendar: OfficeCalendar) -> None:
    booking = both(calendar)
    assert why(calendar, booking) is None
    closure = shut(calendar)
    assert why(calendar, booking) == Affected("台風", "たいふう", None, closure)


@pytest.mark.parametrize(
    ("counter", "times", "is_affected"),
    [
        ("desk", None, True),
        ("wide", None, True),
        (None, (time(10, 30), time(12)), True),  # its second counter, from 10:15 to 10:45
        ("wide", (time(10), time(10, 15)), False),  # there only from 10:15 on
        ("desk", (time(10, 15), time(17)), False),  # there only to 10:15
        (None, (time(10, 45), time(17, 15)), False),
        (None, (time(8, 30), time(10)), False),
    ],
)
def test_only_what_is_shut_while_the_visit_is_there_concerns_it(
    calendar: OfficeCalendar, counter: str | None, times: tuple[time, time] | None, is_affected: bool
) -> None:
    booking = both(calendar)
    _, callbacks = calendar.close(DAY, "停電", "ていでん", NOW, by="clerk", counter_id=counter, times=times)
    assert bool(why(calendar, booking)) == is_affected
    assert [c.booking for c in callbacks] == [booking] * is_affected


def test_other_days_and_other_peoples_visits_are_not_concerned(calendar: OfficeCalendar) -> None:
    before, after = both(calendar, "2026-12-03T10:00"), both(calendar, "2026-12-07T10:00")
    shut(calendar)
    assert calendar.affected([before, after], NOW) == {}


def test_a_day_opened_again_is_as_it_was(calendar: OfficeCalendar) -> None:
    booking = both(calendar)
    calendar.reopen(shut(calendar), NOW, by="clerk")
    assert why(calendar, booking) is None


def test_a_day_that_the_office_file_closes_later_says_why(engine: Engine, calendar: OfficeCalendar) -> None:
    booking = both(calendar)
    load_into(
        engine, small_office(closed=[{"date": DAY, "name": "庁舎の点検", "reading": "ちょうしゃのてんけん"}])
    )
    assert why(calendar, booking) == Affected("庁舎の点検", "ちょうしゃのてんけん")


@pytest.mark.parametrize(
    ("open_", "close", "is_affected"),
    [("10:30", "17:15", True), ("8:30", "10:30", True), ("10:00", "10:45", False), ("9:00", "16:00", False)],
)
def test_hours_that_no_longer_hold_the_visit_have_no_name(
    engine: Engine, calendar: OfficeCalendar, open_: str, close: str, is_affected: bool
) -> None:
    booking = both(calendar)
    changed_hours(engine, open_, close)
    assert why(calendar, booking) == (Affected("", "") if is_affected else None)


def test_the_cleaning_up_after_a_visit_does_not_count(engine: Engine, calendar: OfficeCalendar) -> None:
    name = {"name": "名", "reading": "な"}
    slow = {"id": "short", **name, "counter": "desk", "duration_minutes": 15, "buffer_minutes": 30}
    load_into(engine, small_office(procedures=[slow]))
    booking = calendar.book("short", TEN, PHONE, "CA1", NOW)
    _, callbacks = calendar.close(DAY, "停電", "ていでん", NOW, by="clerk", times=(time(10, 15), time(12)))
    assert (callbacks, why(calendar, booking)) == ([], None)


def test_what_is_cancelled_is_not_told_of(calendar: OfficeCalendar) -> None:
    booking = both(calendar)
    calendar.cancel(booking.number, PHONE, NOW)
    shut(calendar)
    assert calendar.affected(calendar.bookings(), NOW) == {}


def test_each_counter_is_told_its_own_part_of_the_visit(calendar: OfficeCalendar) -> None:
    booking = both(calendar)
    (desk,), (wide,) = (calendar.attendances(counter, (DAY, DAY)) for counter in ("desk", "wide"))
    assert (desk.procedure_ids, desk.start, desk.end) == (("short",), TEN, at("2026-12-04T10:15"))
    assert (wide.procedure_ids, wide.end) == (("both",), booking.end)
    assert desk.booking == wide.booking == booking


def test_a_counter_of_a_visit_that_is_shut_is_told_to_the_other(calendar: OfficeCalendar) -> None:
    both(calendar)
    shut(calendar, counter_id="desk")
    calendar.refresh()
    (wide,) = calendar.attendances("wide", (DAY, DAY))
    assert wide.affected
    assert wide.affected.name == "台風"


def test_a_procedure_that_has_moved_is_told_where_its_place_is(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    booking = both(calendar)
    name = {"name": "名", "reading": "な"}
    moved = [
        {"id": one, **name, "counter": "wide", "duration_minutes": 30} for one in ("short", "long", "both")
    ]
    load_into(engine, small_office(procedures=moved))
    calendar.refresh()
    (desk,) = calendar.attendances("desk", (DAY, DAY))
    assert (desk.procedure_ids, desk.start, desk.end) == (
        ("short", "both"),
        TEN,
        at("2026-12-04T10:15"),
    )
    assert why(calendar, booking) is None


def test_names_of_all_procedures_stay_after_the_office_has_dropped_them(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    names = ("証明", "届", "申請")
    one = [
        {"id": p, "name": n, "reading": "な", "counter": c, "duration_minutes": 15}
        for p, n, c in zip(("short", "long", "both"), names, ("desk", "desk", "wide"), strict=True)
    ]
    load_into(engine, small_office(procedures=one))
    booking = calendar.book(["short", "both", "long"], TEN, "", "CA1", NOW)
    assert booking.procedure_names == ("証明", "申請", "届")
    load_into(engine, small_office(procedures=one[:1]))
    assert calendar.look_up(booking.number, None) == booking
    assert calendar.bookings() == [booking]


def test_what_the_office_cannot_keep_may_be_moved_after_the_last_day_for_it(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    load_into(engine, small_office(rules={"cancel_days": 2}))
    booking = both(calendar)
    eve, late = at("2026-12-03T16:00"), at("2026-12-04T11:00")
    with pytest.raises(TooLate):
        calendar.change(booking.number, PHONE, at("2026-12-07T10:00"), eve)
    shut(calendar)
    assert calendar.bookings_of_phone(PHONE, late) == [booking]
    moved = calendar.change(booking.number, PHONE, at("2026-12-07T10:00"), late)
    assert (moved.start, moved.number) == (at("2026-12-07T10:00"), booking.number)
    with pytest.raises(TooLate):
        calendar.cancel(booking.number, PHONE, at("2026-12-06T10:00"))


def test_a_visit_of_yesterday_is_over_even_if_it_could_not_be_kept(calendar: OfficeCalendar) -> None:
    booking = both(calendar)
    shut(calendar)
    tomorrow = at("2026-12-05T09:00")
    assert calendar.bookings_of_phone(PHONE, tomorrow) == []
    with pytest.raises(TooLate):
        calendar.cancel(booking.number, PHONE, tomorrow)


def test_a_visit_whose_counter_is_shut_goes_to_another_at_the_same_time(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    name = {"name": "名", "reading": "な", "duration_minutes": 15}
    load_into(
        engine, small_office(procedures=[{"id": "short", **name, "counter": "desk", "also_at": ["wide"]}])
    )
    booking = calendar.book("short", TEN, PHONE, "CA1", NOW)
    shut(calendar, counter_id="desk")
    assert why(calendar, booking)
    moved = calendar.change(booking.number, PHONE, TEN, NOW, by="CA2")
    assert (moved.number, moved.start, why(calendar, moved)) == (booking.number, TEN, None)
    assert [a.booking.number for a in calendar.attendances("wide", (DAY, DAY))] == [booking.number]
    assert calendar.attendances("desk", (DAY, DAY)) == []
    assert calendar.change(booking.number, PHONE, TEN, NOW, by="CA2") == moved
    assert len(calendar.history(booking.number)[0]) == 3  # booked, affected, changed


@pytest.mark.parametrize("state", ["open", "not_reached"])
@pytest.mark.parametrize("how", ["moved", "cancelled", "reopened"])
def test_nobody_phones_about_what_is_settled(calendar: OfficeCalendar, state: str, how: str) -> None:
    booking = both(calendar)
    closure, (callback,) = calendar.close(DAY, "台風", "たいふう", NOW, by="clerk")
    if state == "not_reached":
        calendar.settle_callback(callback.id, state, NOW, by="clerk")
    if how == "moved":
        calendar.change(booking.number, PHONE, at("2026-12-07T10:00"), NOW)
    elif how == "cancelled":
        calendar.cancel(booking.number, PHONE, NOW)
    else:
        calendar.reopen(closure.id, NOW, by="clerk")
    assert [c.state for c in calendar.callbacks()] == ["dropped"]


def test_who_is_booked_in_two_closures_is_still_phoned_when_one_is_lifted(calendar: OfficeCalendar) -> None:
    booking = both(calendar)
    first = shut(calendar)
    second = shut(calendar, counter_id="wide")
    assert len(calendar.callbacks("open")) == 1
    calendar.reopen(first, NOW, by="clerk")
    assert [c.booking for c in calendar.callbacks("open")] == [booking]
    calendar.reopen(second, NOW, by="clerk")
    assert calendar.callbacks("open") == []


def test_a_number_is_given_as_wanted_only_while_it_is_nobodys(calendar: OfficeCalendar) -> None:
    first = calendar.book("short", TEN, "", "CA1", NOW, number="4711")
    second = calendar.book("both", TEN, "", "CA2", NOW, number="4711")
    assert (first.number, second.number == "4711") == ("4711", False)
    for n, none in enumerate(("0711", "47110", "", "４７１２")):
        third = calendar.book("both", at(f"2026-12-07T1{n}:00"), "", "CA3", NOW, number=none)
        assert third.number != none
