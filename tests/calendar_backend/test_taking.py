"""Holds, and how they become bookings."""

from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, event, func, select

from calendar_backend import (
    BadWish,
    DatabaseUnusable,
    HoldGone,
    MyNumberGiven,
    NotBookable,
    OfficeCalendar,
    PersonLimit,
    PlaceTaken,
    Reason,
    StepReused,
    UnknownProcedure,
    load_into,
)
from calendar_backend.database import reading
from calendar_backend.models import CellRow
from tests.calendar_backend.small_office import NOW, at, clock, full_disk, on, small_office

TEN = at("2026-12-04T10:00")
FIVE = timedelta(minutes=5)
SECOND = timedelta(seconds=1)
NAME = {"name": "名", "reading": "な"}


def hold(calendar: OfficeCalendar, procedures: str | list[str] = "short", step: str = "1") -> str:
    return calendar.hold(procedures, TEN, NOW, client="CA1", step=step).token


def cells(engine: Engine) -> int:
    with reading(engine) as connection:
        return connection.scalar(select(func.count()).select_from(CellRow)) or 0


@contextmanager
def statements(engine: Engine) -> Iterator[list[str]]:
    """The first word of each that is sent, without what opens and ends the transaction."""
    sent: list[str] = []

    def note(connection: object, cursor: object, statement: str, *rest: object) -> None:
        word = statement.split()[0]
        sent.extend([word] if word not in ("BEGIN", "SET", "COMMIT") else [])

    event.listen(engine, "before_cursor_execute", note)
    yield sent
    event.remove(engine, "before_cursor_execute", note)


def test_a_hold_is_four_statements_and_its_booking_six(engine: Engine, calendar: OfficeCalendar) -> None:
    with statements(engine) as sent:
        token = hold(calendar, "long")
    assert sent == ["SELECT", "SELECT", "INSERT", "INSERT"]
    with statements(engine) as sent:
        calendar.book_held(token, "", NOW)
    assert sent == ["SELECT", "SELECT", "SELECT", "UPDATE", "UPDATE", "INSERT"]


def test_a_held_place_is_offered_to_nobody_else(calendar: OfficeCalendar) -> None:
    held = calendar.hold("short", TEN, NOW, client="CA1", step="1")
    assert (held.until, held.place.start) == (NOW + FIVE, TEN)
    assert calendar.find("short", NOW, on("2026-12-04"), clock("10:00")).reason is Reason.FULL
    with pytest.raises(PlaceTaken):
        calendar.hold("short", TEN, NOW, client="CA2", step="1")
    with pytest.raises(PlaceTaken):
        calendar.book("short", TEN, "", "CA2", NOW)
    assert calendar.bookings() == []


def test_a_hold_becomes_a_booking_once_however_often_it_is_asked(calendar: OfficeCalendar) -> None:
    token = hold(calendar)
    booking = calendar.book_held(token, "+819012345678", NOW, name="ヤマダ")
    assert calendar.book_held(token, "+819012345678", NOW + timedelta(hours=1)) == booking
    assert (booking.name, booking.status, booking.phone) == ("ヤマダ", "booked", "+819012345678")
    assert calendar.bookings() == [booking]


def test_a_booking_is_told_again_though_its_procedure_is_no_longer_offered(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    token = hold(calendar)
    booking = calendar.book_held(token, "", NOW)
    left = [{"id": "other", **NAME, "counter": "wide", "duration_minutes": 15}]
    load_into(engine, small_office(procedures=left))
    assert calendar.book_held(token, "", NOW) == booking


def test_a_hold_runs_out_to_the_second(calendar: OfficeCalendar) -> None:
    token = hold(calendar)
    assert calendar.find("short", NOW + FIVE - SECOND, on("2026-12-04"), clock("10:00")).reason is Reason.FULL
    assert calendar.find("short", NOW + FIVE, on("2026-12-04"), clock("10:00")).reason is None
    with pytest.raises(HoldGone, match="anew"):
        calendar.book_held(token, "", NOW + FIVE)
    with pytest.raises(HoldGone):
        calendar.renew(token, NOW + FIVE)


def test_a_place_whose_hold_ran_out_goes_to_the_next_without_a_sweep(calendar: OfficeCalendar) -> None:
    token = hold(calendar)
    booking = calendar.book("short", TEN, "", "CA2", NOW + FIVE)
    with pytest.raises(HoldGone):
        calendar.book_held(token, "", NOW + FIVE)
    assert calendar.bookings() == [booking]


def test_a_renewed_hold_lasts_five_minutes_more(calendar: OfficeCalendar) -> None:
    token = hold(calendar)
    later = NOW + timedelta(minutes=4)
    assert calendar.renew(token, later).until == later + FIVE
    with pytest.raises(PlaceTaken):
        calendar.book("short", TEN, "", "CA2", NOW + FIVE)
    assert calendar.book_held(token, "", later + FIVE - SECOND).start == TEN


def test_a_released_place_is_free_at_once_and_a_booking_is_not_released(calendar: OfficeCalendar) -> None:
    token = hold(calendar)
    assert calendar.release(token, NOW)
    assert not calendar.release(token, NOW)
    booking = calendar.book("short", TEN, "", "CA2", NOW)
    again = calendar.hold("short", TEN + timedelta(hours=1), NOW, client="CA1", step="2").token
    calendar.book_held(again, "", NOW)
    assert not calendar.release(again, NOW)
    assert booking in calendar.bookings()
    assert len(calendar.bookings()) == 2


def test_who_hangs_up_leaves_no_hold_and_keeps_the_bookings(calendar: OfficeCalendar) -> None:
    hold(calendar, "short", "1")
    hold(calendar, "both", "2")
    calendar.book("both", TEN, "", "CA1", NOW)
    other = calendar.hold("both", TEN, NOW, client="CA2", step="1")
    assert (calendar.release_all("CA1", NOW), calendar.release_all("CA1", NOW)) == (1, 0)
    assert calendar.release_all("", NOW) == 0
    assert calendar.find("short", NOW, on("2026-12-04"), clock("10:00")).reason is None
    assert len(calendar.bookings()) == 1
    assert calendar.renew(other.token, NOW).token == other.token


def test_the_only_hold_of_a_call_moves_with_its_wish_and_lasts_anew_when_asked_again(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    first = calendar.hold_only("short", TEN, NOW, client="CA1")
    again = calendar.hold_only("short", TEN, NOW + 4 * SECOND, client="CA1")
    assert (again.token, again.until) == (first.token, NOW + FIVE + 4 * SECOND)
    calendar.hold_only("short", TEN + timedelta(hours=1), NOW, client="CA1")
    assert calendar.release_all("CA1", NOW) == 1
    assert cells(engine) == 0


def test_an_only_hold_that_ran_out_is_taken_anew_unless_somebody_was_first(calendar: OfficeCalendar) -> None:
    first = calendar.hold_only("short", TEN, NOW, client="CA1")
    late = NOW + FIVE
    assert calendar.hold_only("short", TEN, late, client="CA1").token != first.token
    calendar.hold_only("short", TEN, late + FIVE, client="CA2")
    with pytest.raises(PlaceTaken):
        calendar.hold_only("short", TEN, late + FIVE, client="CA1")
    assert calendar.book("short", TEN, "", "CA2", late + FIVE).start == TEN


def test_the_same_step_gets_the_same_hold_and_another_wish_under_it_is_refused(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    first = calendar.hold("both", TEN, NOW, client="CA1", step="1")
    assert calendar.hold("both", TEN, NOW + SECOND, client="CA1", step="1") == first
    assert cells(engine) == 2
    with pytest.raises(StepReused, match="new one"):
        calendar.hold("both", TEN + timedelta(hours=1), NOW, client="CA1", step="1")
    assert calendar.hold("both", TEN, NOW, client="CA1", step="2").token != first.token
    assert calendar.hold("short", TEN, NOW, client="CA2", step="1").token != first.token


def test_a_step_books_once_even_from_many_threads(calendar: OfficeCalendar) -> None:
    ready = Barrier(6)

    def client(_n: int) -> str:
        ready.wait(60)
        return calendar.book("both", TEN, "", "web", NOW, step="key").number

    with ThreadPoolExecutor(6) as pool:
        numbers = set(pool.map(client, range(6)))
    assert [booking.number for booking in calendar.bookings()] == list(numbers)


def test_clients_of_the_web_share_an_id_and_have_each_their_own_booking(calendar: OfficeCalendar) -> None:
    numbers = {calendar.book("both", TEN, "", "web", NOW, step=key).number for key in ("a", "b")}
    assert len(numbers) == 2


def test_a_call_that_holds_the_place_books_it_without_its_token(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    hold(calendar, "both")
    calendar.book("both", TEN, "", "CA1", NOW)
    assert cells(engine) == 2


def test_threads_racing_with_holds_leave_exactly_the_capacity(calendar: OfficeCalendar) -> None:
    ready = Barrier(8)

    def caller(n: int) -> str:
        ready.wait(60)
        try:
            token = calendar.hold("both", TEN, NOW, client=f"CA{n}", step="1").token
        except PlaceTaken:
            return ""
        return calendar.book_held(token, "", NOW).number

    with ThreadPoolExecutor(8) as pool:
        numbers = list(filter(None, pool.map(caller, range(8))))
    assert len(numbers) == len(set(numbers)) == len(calendar.bookings()) == 2


def test_several_procedures_at_one_counter_add_up(engine: Engine, calendar: OfficeCalendar) -> None:
    booking = calendar.book(["short", "long"], TEN, "", "CA1", NOW)
    assert booking.end == TEN + timedelta(minutes=55)
    assert (booking.procedure_id, booking.more_procedure_ids) == ("short", ("long",))
    assert cells(engine) == 4
    with pytest.raises(PlaceTaken):
        calendar.book("short", TEN + timedelta(minutes=45), "", "CA2", NOW)


def test_procedures_at_two_counters_follow_each_other(calendar: OfficeCalendar) -> None:
    booking = calendar.book(["short", "both"], TEN, "", "CA1", NOW)
    assert booking.end == TEN + timedelta(minutes=45)
    day = on("2026-12-04")
    desk, wide = calendar.attendances("desk", day), calendar.attendances("wide", day)
    assert [(a.start, a.end) for a in desk] == [(TEN, TEN + timedelta(minutes=15))]
    assert [(a.start, a.end) for a in wide] == [(TEN + timedelta(minutes=15), booking.end)]


def test_a_booking_for_two_takes_two_places(engine: Engine) -> None:
    procedures = [{"id": "pair", **NAME, "counter": "wide", "duration_minutes": 30, "people": 2}]
    load_into(engine, small_office(procedures=procedures))
    calendar = OfficeCalendar(engine, "small")
    assert calendar.book("pair", TEN, "", "CA1", NOW, people=2).people == 2
    with pytest.raises(PlaceTaken):
        calendar.book("pair", TEN, "", "CA2", NOW)
    with pytest.raises(BadWish, match="1 to 2 people"):
        calendar.book("pair", TEN, "", "CA2", NOW, people=3)


def test_a_procedure_is_booked_no_oftener_a_day_than_it_may_be(engine: Engine) -> None:
    procedures = [{"id": "few", **NAME, "counter": "wide", "duration_minutes": 15, "per_day": 2}]
    load_into(engine, small_office(procedures=procedures))
    calendar = OfficeCalendar(engine, "small")
    calendar.book("few", TEN, "", "CA1", NOW)
    token = calendar.hold("few", TEN + timedelta(hours=1), NOW, client="CA2").token
    with pytest.raises(PlaceTaken, match="2 times"):
        calendar.book("few", TEN + timedelta(hours=2), "", "CA3", NOW)
    assert calendar.find("few", NOW, on("2026-12-04")).reason is Reason.FULL
    assert calendar.availability("few", NOW, on("2026-12-04")) == ()
    calendar.release(token, NOW)
    assert calendar.find("few", NOW, on("2026-12-04")).reason is None


def test_a_hold_that_became_a_booking_still_counts_for_its_day_when_the_hold_would_have_run_out(
    engine: Engine,
) -> None:
    procedures = [{"id": "few", **NAME, "counter": "wide", "duration_minutes": 15, "per_day": 1}]
    load_into(engine, small_office(procedures=procedures))
    calendar = OfficeCalendar(engine, "small")
    calendar.book_held(hold(calendar, "few"), "", NOW)
    with pytest.raises(PlaceTaken, match="1 times"):
        calendar.book("few", TEN + timedelta(hours=1), "", "CA2", NOW + FIVE)


def test_threads_racing_for_the_last_booking_of_a_day_at_different_times_leave_the_limit(
    engine: Engine,
) -> None:
    procedures = [{"id": "few", **NAME, "counter": "wide", "duration_minutes": 15, "per_day": 2}]
    load_into(engine, small_office(procedures=procedures))
    calendar, ready = OfficeCalendar(engine, "small"), Barrier(6)

    def caller(n: int) -> bool:
        ready.wait(60)
        try:
            calendar.book("few", TEN + n * timedelta(minutes=15), "", f"CA{n}", NOW)
        except PlaceTaken:
            return False
        return True

    with ThreadPoolExecutor(6) as pool:
        assert Counter(pool.map(caller, range(6)))[True] == 2


def test_a_telephone_number_has_no_more_bookings_than_the_office_allows(engine: Engine) -> None:
    load_into(engine, small_office(rules={"per_person": 1}))
    calendar = OfficeCalendar(engine, "small")
    first = calendar.book("short", TEN, "+819012340000", "CA1", NOW)
    with pytest.raises(PersonLimit):
        calendar.book("both", TEN, "+819012340000", "CA2", NOW)
    calendar.book("both", TEN, "", "CA3", NOW)
    calendar.book("both", TEN, "+819012340000", "clerk", NOW, by_clerk=True)
    assert (
        calendar.book("short", at("2026-12-07T10:00"), "+819012340000", "CA4", first.end).status == "booked"
    )


def test_a_clerk_books_at_shorter_notice_and_further_ahead_but_never_twice(calendar: OfficeCalendar) -> None:
    today, far = at("2026-11-24T15:00"), at("2027-03-01T10:00")
    for start, reason in ((today, Reason.TOO_SOON), (far, Reason.TOO_FAR)):
        with pytest.raises(NotBookable, match=reason):
            calendar.book("short", start, "", "CA1", NOW)
        calendar.book("short", start, "", "clerk", NOW, by_clerk=True)
        with pytest.raises(PlaceTaken):
            calendar.book("short", start, "", "other", NOW, by_clerk=True)
    with pytest.raises(NotBookable, match="past"):
        calendar.book("short", at("2026-11-24T09:00"), "", "clerk", NOW, by_clerk=True)


@pytest.mark.parametrize(
    ("start", "reason"),
    [
        ("2026-11-23T10:00", Reason.PAST),
        ("2026-12-04T20:00", Reason.OUTSIDE_HOURS),
        ("2026-12-04T10:05", Reason.OFF_GRID),
        ("2027-03-01T10:00", Reason.TOO_FAR),
        ("2026-12-05T10:00", Reason.CLOSED),
    ],
)
def test_a_hold_outside_the_rules_is_refused_and_leaves_nothing(
    engine: Engine, calendar: OfficeCalendar, start: str, reason: Reason
) -> None:
    with pytest.raises(NotBookable) as refused:
        calendar.hold("short", at(start), NOW, client="CA1", step="1")
    assert refused.value.reason is reason
    assert cells(engine) == 0


def test_a_my_number_is_kept_as_nobodys_name(calendar: OfficeCalendar, engine: Engine) -> None:
    held, phone, day = calendar.hold("short", TEN, NOW, client="CA1"), "+819012340000", TEN.date()
    for name in ("123456789012", "１２３４　５６７８　９０１８"):
        with pytest.raises(MyNumberGiven):
            calendar.book("long", TEN, phone, "CA2", NOW, name=name)
        with pytest.raises(MyNumberGiven):
            calendar.book_held(held.token, phone, NOW, name=name)
        with pytest.raises(MyNumberGiven):
            calendar.wait_for("short", phone, (day, day), NOW, by="clerk", name=name)
        with pytest.raises(MyNumberGiven):
            calendar.ask_callback(phone, "相談", NOW, by="CA3", name=name)
    assert (calendar.bookings(), calendar.waiting(), calendar.callbacks()) == ([], [], [])


def test_wishes_that_are_none_are_refused(calendar: OfficeCalendar) -> None:
    with pytest.raises(UnknownProcedure, match="teleport"):
        calendar.hold(["short", "teleport"], TEN, NOW, client="CA1")
    for procedures in ([], ["short", "short"]):
        with pytest.raises(BadWish, match="each once"):
            calendar.hold(procedures, TEN, NOW, client="CA1")
    with pytest.raises(BadWish, match="people"):
        calendar.hold("short", TEN, NOW, client="CA1", people=0)
    for client, step in (("CA\0", "1"), ("CA", "\ud800"), ("CA", "x" * 256)):
        with pytest.raises(BadWish, match="hand in"):
            calendar.hold("short", TEN, NOW, client=client, step=step)
    with pytest.raises(BadWish, match="name"):
        calendar.book("short", TEN, "+819012340000", "CA1", NOW, name="ヤ" * 256)
    for token in ("", "\0", "f" * 32, "' or 1=1"):
        with pytest.raises(HoldGone):
            calendar.book_held(token, "", NOW)
    with pytest.raises(ValueError, match="aware"):
        calendar.hold("short", TEN.replace(tzinfo=None), NOW, client="CA1")


def test_a_full_disk_in_the_middle_leaves_the_hold_a_hold(engine: Engine, calendar: OfficeCalendar) -> None:
    token = hold(calendar)
    with full_disk(engine, "history"), pytest.raises(DatabaseUnusable, match="disk full"):
        calendar.book_held(token, "+819012340000", NOW)
    assert calendar.bookings() == []
    assert calendar.book_held(token, "+819012340000", NOW).start == TEN
