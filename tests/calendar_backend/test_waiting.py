"""The waiting list: what falls free is held for whoever has waited longest."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import Engine

from calendar_backend import BadWish, CityCalendar, HoldGone, OfficeCalendar, UnknownEntry, Waiting, load_into
from tests.calendar_backend.small_office import NOW, at, fill, small_office

DAY = date(2026, 12, 4)
DAYS = (DAY, DAY)
LATER = NOW + timedelta(hours=1)


@pytest.fixture
def full(calendar: OfficeCalendar) -> OfficeCalendar:
    """No place left at the desk that day."""
    fill(calendar, "short", "2026-12-04T08:30", "2026-12-04T17:00", minutes=15)
    return calendar


def wait(
    calendar: OfficeCalendar, phone: str = "+819012340001", times: tuple[time, time] | None = None
) -> Waiting:
    return calendar.wait_for("short", phone, DAYS, NOW, by="CA1", times=times, name="ヤマダ")


def cancel(calendar: OfficeCalendar, start: str) -> None:
    booking = next(b for b in calendar.bookings() if b.start == at(start))
    calendar.cancel(booking.number, None, NOW)


def test_nothing_is_offered_while_nothing_is_free(full: OfficeCalendar) -> None:
    entry = wait(full)
    assert entry.state == "waiting"
    assert full.offer(NOW, by="clerk") == []
    assert full.waiting("waiting") == [entry]


def test_a_place_that_falls_free_is_held_for_who_waited_longest(full: OfficeCalendar) -> None:
    first, second = wait(full), full.wait_for("short", "+819012340002", DAYS, LATER, by="CA2")
    cancel(full, "2026-12-04T10:00")
    (offered,) = full.offer(LATER, by="clerk")
    assert (offered.id, offered.state, offered.offered) == (first.id, "offered", at("2026-12-04T10:00"))
    assert offered.offered_until == LATER + timedelta(minutes=60)
    assert full.availability("short", LATER, DAYS) == ()
    assert [entry.id for entry in full.waiting("waiting")] == [second.id]


def test_an_offer_that_is_accepted_is_a_booking_once(full: OfficeCalendar) -> None:
    entry = wait(full)
    cancel(full, "2026-12-04T10:00")
    full.offer(NOW, by="clerk")
    booking = full.accept(entry.id, LATER - timedelta(seconds=1), by="CA9")
    assert (booking.start, booking.phone, booking.name) == (at("2026-12-04T10:00"), "+819012340001", "ヤマダ")
    assert full.accept(entry.id, LATER, by="CA9") == booking
    assert full.waiting("booked")[0].id == entry.id


def test_a_declined_place_goes_to_the_next(full: OfficeCalendar) -> None:
    entry, second = wait(full), full.wait_for("short", "+819012340002", DAYS, LATER, by="CA2")
    cancel(full, "2026-12-04T10:00")
    full.offer(NOW, by="clerk")
    assert full.decline(entry.id, NOW, by="CA1").state == "declined"
    assert [offered.id for offered in full.offer(NOW, by="clerk")] == [second.id]


def test_who_waits_on_after_declining_is_offered_again(full: OfficeCalendar) -> None:
    entry = wait(full)
    cancel(full, "2026-12-04T10:00")
    full.offer(NOW, by="clerk")
    assert full.decline(entry.id, NOW, by="CA1", waits_on=True).state == "waiting"
    assert [offered.id for offered in full.offer(LATER, by="clerk")] == [entry.id]


def test_an_offer_nobody_took_lapses_and_its_place_is_free(engine: Engine, full: OfficeCalendar) -> None:
    entry = wait(full)
    cancel(full, "2026-12-04T10:00")
    full.offer(NOW, by="clerk")
    with pytest.raises(HoldGone):
        full.accept(entry.id, LATER, by="CA1")
    assert CityCalendar(engine).sweep(LATER) == 1
    assert full.waiting()[0].state == "lapsed"
    assert full.book("short", at("2026-12-04T10:00"), "", "CA2", LATER).start == at("2026-12-04T10:00")


def test_only_times_that_were_wished_are_offered(full: OfficeCalendar) -> None:
    wait(full, times=(time(13), time(17)))
    cancel(full, "2026-12-04T10:00")
    assert full.offer(NOW, by="clerk") == []
    cancel(full, "2026-12-04T13:00")
    assert [entry.offered for entry in full.offer(NOW, by="clerk")] == [at("2026-12-04T13:00")]


def test_the_same_wish_stands_once_and_a_past_one_is_dropped(full: OfficeCalendar) -> None:
    assert wait(full) == wait(full)
    assert full.offer(NOW + timedelta(days=30), by="clerk") == []
    assert full.waiting()[0].state == "dropped"


def test_each_office_has_its_own_list(engine: Engine, full: OfficeCalendar) -> None:
    load_into(engine, small_office(id="other"))
    other = OfficeCalendar(engine, "other")
    assert wait(other).id != wait(full).id
    assert len(other.waiting()) == len(full.waiting()) == 1


def test_wishes_that_cannot_be_met_are_refused(full: OfficeCalendar) -> None:
    for phone, days, times in (
        ("", DAYS, None),
        ("+819012340001", (DAY, DAY - timedelta(days=1)), None),
        ("+819012340001", (date(2026, 11, 1), date(2026, 11, 2)), None),
        ("+819012340001", DAYS, (time(12), time(11))),
    ):
        with pytest.raises(BadWish):
            full.wait_for("short", phone, days, NOW, by="CA1", times=times)
    with pytest.raises(UnknownEntry, match="99"):
        full.accept(99, NOW, by="CA1")
    assert full.waiting() == []
