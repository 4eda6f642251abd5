"""What is booked, as a clerk looks at it, and acting on what was seen."""

from datetime import date, time

import pytest

from calendar_backend import BadWish, ChangedMeanwhile, OfficeCalendar, UnknownBooking, load_into
from calendar_backend.daybook import Stretch
from calendar_backend.records import Wish
from tests.calendar_backend.small_office import NOW, at, fill, small_office

DAY = date(2026, 12, 4)
TEN = at("2026-12-04T10:00")


def test_a_version_grows_with_every_change(calendar: OfficeCalendar) -> None:
    number = calendar.book("short", TEN, "+81935551234", "CA1", NOW).number
    versions = [calendar.record(number).version]
    calendar.change(number, None, at("2026-12-04T11:00"), NOW)
    versions.append(calendar.record(number).version)
    calendar.mark(number, True, TEN)
    versions.append(calendar.record(number).version)
    calendar.mark(number, None, TEN)
    versions.append(calendar.record(number).version)
    assert versions == sorted(set(versions))


@pytest.mark.parametrize("act", ["change", "cancel", "mark"])
def test_who_saw_an_older_version_changes_nothing(calendar: OfficeCalendar, act: str) -> None:
    number = calendar.book("short", TEN, "", "CA1", NOW).number
    seen = calendar.record(number).version
    calendar.change(number, None, at("2026-12-04T11:00"), NOW, by="clerk:other")
    before = calendar.history(number)
    with pytest.raises(ChangedMeanwhile):
        _act(calendar, act, number, seen)
    assert calendar.history(number) == before
    _act(calendar, act, number, calendar.record(number).version)
    assert len(calendar.history(number)[0]) == len(before[0]) + 1


def _act(calendar: OfficeCalendar, act: str, number: str, seen: int) -> None:
    match act:
        case "change":
            calendar.change(number, None, at("2026-12-04T12:00"), NOW, by="clerk:me", seen=seen)
        case "cancel":
            calendar.cancel(number, None, NOW, by="clerk:me", seen=seen)
        case _:
            calendar.mark(number, True, TEN, by="clerk:me", seen=seen)


@pytest.mark.parametrize("act", ["change", "cancel", "mark"])
def test_a_version_of_another_booking_is_none(calendar: OfficeCalendar, act: str) -> None:
    number = calendar.book("short", TEN, "", "CA1", NOW).number
    other = calendar.book("both", TEN, "", "CA1", NOW).number
    for seen in (calendar.record(other).version, 0, -1, 10**15):
        with pytest.raises(UnknownBooking):
            _act(calendar, act, number, seen)


@pytest.mark.parametrize("moved", [False, True])
def test_a_mark_that_was_a_slip_leaves_the_booking_as_it_was(calendar: OfficeCalendar, moved: bool) -> None:
    number = calendar.book("short", TEN, "", "CA1", NOW).number
    if moved:
        calendar.change(number, None, at("2026-12-04T09:00"), NOW)
    before = calendar.look_up(number, None)
    calendar.mark(number, False, TEN)
    assert calendar.mark(number, None, TEN) == before
    assert calendar.mark(number, None, TEN) == before
    assert [h.action for h in calendar.history(number)[0]][-2:] == ["did_not_come", "unmarked"]


def test_the_reason_of_a_cancellation_is_in_the_history(calendar: OfficeCalendar) -> None:
    number = calendar.book("short", TEN, "", "CA1", NOW).number
    with pytest.raises(BadWish):
        calendar.cancel(number, None, NOW, reason="x" * 61)
    calendar.cancel(number, None, NOW, by="clerk:me", reason="visitor")
    assert calendar.history(number)[0][-1].details["reason"] == "visitor"


def test_a_day_shows_free_parts_that_add_up(calendar: OfficeCalendar) -> None:
    calendar.book("both", TEN, "", "CA1", NOW)
    calendar.hold("both", TEN, NOW, client="CA2")
    desk, wide = calendar.day(DAY, NOW).counters
    assert desk.free == (Stretch(time(8, 30), time(17, 15), 1),)
    assert wide.free == (
        Stretch(time(8, 30), time(10), 2),
        Stretch(time(10, 30), time(17, 15), 2),
    )
    # What is held is taken, and nobody's visit yet.
    assert [one.record.booking.start for one in wide.expected] == [TEN]
    assert sum(wide.load.taken) == 4
    assert sum(wide.load.places) == 2 * 35


def test_of_today_only_what_is_still_to_come_is_free_and_of_days_gone_by_nothing(
    calendar: OfficeCalendar,
) -> None:
    desk, _ = calendar.day(NOW.date(), NOW).counters
    assert desk.free == (Stretch(time(10, 15), time(17, 15), 1),)
    assert all(counter.free == () for counter in calendar.day(date(2026, 11, 20), NOW).counters)


def test_what_is_cancelled_is_not_expected(calendar: OfficeCalendar) -> None:
    number = calendar.book("short", TEN, "", "CA1", NOW).number
    calendar.cancel(number, None, NOW)
    book = calendar.day(DAY, NOW)
    assert (book.counters[0].expected, book.homeless) == ((), ())
    assert calendar.record(number).booking.status == "cancelled"


def test_a_booking_may_move_to_its_own_place_and_beside_it(calendar: OfficeCalendar) -> None:
    fill(calendar, "short", "2026-12-04T08:30", "2026-12-04T17:00", 15)
    number = calendar.bookings()[4].number
    calendar.cancel(calendar.bookings()[5].number, None, NOW)
    record = calendar.record(number)
    (day,) = calendar.movable(record.id, (DAY, DAY), NOW)
    assert day.times == (time(9, 30), time(9, 45))
    with pytest.raises(UnknownBooking):
        calendar.movable(record.id + 1000, (DAY, DAY), NOW)


def test_a_procedure_that_is_full_for_the_day_may_move_within_it(calendar: OfficeCalendar) -> None:
    base = small_office()
    once = base.procedures[0].model_copy(update={"per_day": 1})
    load_into(calendar._engine, base.model_copy(update={"procedures": (once, *base.procedures[1:])}))
    number = calendar.book("short", TEN, "", "CA1", NOW).number
    calendar.book("short", at("2026-12-03T10:00"), "", "CA2", NOW)
    free = calendar.movable(calendar.record(number).id, (date(2026, 12, 3), DAY), NOW)
    assert [day.day for day in free] == [DAY]
    moved = calendar.change(number, None, at("2026-12-04T11:00"), NOW)
    assert moved.start == at("2026-12-04T11:00")


def test_a_clerk_sees_what_is_free_today_and_after_the_horizon(calendar: OfficeCalendar) -> None:
    days = (NOW.date(), date(2027, 6, 1))
    residents = calendar.availability("short", NOW, days)
    clerks = calendar.availability("short", NOW, days, by_clerk=True)
    assert residents[0].day == date(2026, 11, 25)
    assert (clerks[0].day, clerks[0].times[0]) == (NOW.date(), time(10, 15))
    assert clerks[-1].day == date(2027, 6, 1) > residents[-1].day


def test_the_list_goes_on_where_it_ended_also_among_equal_starts(calendar: OfficeCalendar) -> None:
    fill(calendar, "both", "2026-12-04T09:00", "2026-12-04T11:00", 30, people=2)
    seen = []
    before = None
    while found := calendar.records(Wish(), before, 3):
        seen += [one.id for one in found]
        before = (found[-1].booking.start, found[-1].id)
    assert len(seen) == len(set(seen)) == 10


def test_who_put_a_line_on_a_list_stays_known(calendar: OfficeCalendar) -> None:
    row = calendar.ask_callback("+81935551234", "x", NOW, by="CA1").id
    for tries in (1, 2):
        settled = calendar.settle_callback(row, "not_reached", NOW, by="clerk:me")
        assert (settled.by, settled.origin, settled.tries) == ("clerk:me", "CA1", tries)
    with pytest.raises(ChangedMeanwhile):
        calendar.settle_callback(row, "done", NOW, by="clerk:me", seen="open")
    waits = calendar.wait_for("short", "+81935551234", (DAY, DAY), NOW, by="CA2")
    with pytest.raises(ChangedMeanwhile):
        calendar.decline(waits.id, NOW, by="clerk:me", seen="offered")
    gone = calendar.decline(waits.id, NOW, by="clerk:me", seen=waits.version)
    assert (gone.by, gone.origin) == ("clerk:me", "CA2")
