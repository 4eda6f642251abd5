"""Who is called next."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from calendar_backend.queue_order import EARLY, PATIENCE, InLine, following, is_late, ordered
from tests.calendar_backend.small_office import at

TEN = at("2026-11-24T10:00")


def minute(n: float) -> datetime:
    return TEN + timedelta(minutes=n)


def walk_in(
    number: int, joined: float = 0, place: float | None = None, position: int | None = None
) -> InLine:
    start = None if place is None else minute(place)
    return InLine(number, position or number, minute(joined), start)


def booking(number: int, place: float, joined: float = 0, late: bool = False) -> InLine:
    return InLine(number, number, minute(joined), minute(place), booked=True, late=late)


def numbers(line: list[InLine], now: float) -> list[int]:
    return [one.number for one in ordered(line, minute(now))]


def test_walk_ins_are_called_by_number() -> None:
    assert numbers([walk_in(3, 2), walk_in(1, 0, 45), walk_in(2, 1, 15)], 5) == [1, 2, 3]


def test_a_booking_goes_first_from_shortly_before_its_time_on() -> None:
    line = [walk_in(1, 0, 45), walk_in(2, 0, 60), booking(3, 30)]
    assert numbers(line, 24) == [1, 2, 3]
    assert numbers(line, 25) == [3, 1, 2]


def test_bookings_are_called_by_their_times_whoever_came_first() -> None:
    assert numbers([booking(1, 30), booking(2, 15), booking(3, 15)], 40) == [2, 3, 1]


def test_a_booking_is_called_before_its_time_where_nobody_else_waits() -> None:
    assert following([booking(1, 60)], minute(0)) == booking(1, 60)
    assert following([], minute(0)) is None


def test_who_is_late_by_more_than_the_minutes_goes_behind_those_who_wait() -> None:
    assert [is_late(minute(0), minute(n), 5) for n in (0, 5, 5.1)] == [False, False, True]
    assert numbers([booking(3, 0, joined=6, late=True), walk_in(1), walk_in(2)], 7) == [1, 2, 3]


def test_a_walk_in_whose_place_has_come_goes_before_bookings_of_a_later_time() -> None:
    assert numbers([walk_in(1, 0, 15), booking(2, 30)], 40) == [1, 2]
    assert numbers([walk_in(1, 0, 45), booking(2, 30)], 40) == [2, 1]


def test_who_has_no_place_goes_before_later_bookings_after_an_hour() -> None:
    assert numbers([walk_in(1), booking(2, 59)], 70) == [2, 1]
    assert numbers([walk_in(1), booking(2, 61)], 70) == [1, 2]


def test_a_place_of_somebody_behind_pulls_those_before() -> None:
    assert numbers([walk_in(1), walk_in(2, 1, 15), booking(3, 20)], 30) == [1, 2, 3]


people = st.builds(
    InLine,
    number=st.integers(1, 60),
    position=st.integers(1, 60),
    joined=st.integers(0, 300).map(minute),
    place=st.none() | st.integers(0, 32).map(lambda n: minute(n * 15)),
    booked=st.booleans(),
    late=st.booleans(),
)
lines = st.lists(people, max_size=12, unique_by=lambda one: one.number)


@given(lines, st.integers(0, 480))
def test_everybody_stands_in_the_order_once_and_walk_ins_by_position(line: list[InLine], now: int) -> None:
    found = ordered(line, minute(now))
    assert sorted(one.number for one in found) == sorted(one.number for one in line)
    walk_ins = [(one.position, one.number) for one in found if not one.has_time]
    assert walk_ins == sorted(walk_ins)
    if found:
        assert following(line, minute(now)) == found[0]


@given(lines, st.integers(0, 480))
def test_no_booking_whose_time_has_come_waits_for_a_walk_in_with_a_later_turn(
    line: list[InLine], now: int
) -> None:
    found = ordered(line, minute(now))
    for n, one in enumerate(found):
        if one.has_time and one.place is not None and one.place - EARLY <= minute(now):
            before = [other for other in found[:n] if not other.has_time]
            behind_or_at = [other for other in found if not other.has_time]
            for other in before:
                pulled_by = behind_or_at[behind_or_at.index(other) :]
                assert min(each.turn for each in pulled_by) < one.place


@given(st.lists(st.booleans(), min_size=1, max_size=12), st.integers(1, 40))
def test_nobody_starves_though_bookings_come_without_end(kinds: list[bool], minutes: int) -> None:
    """One is called every so many minutes, and a booking comes for every one who is called."""
    line = [walk_in(n, 0, None if kind else 15 * n) for n, kind in enumerate(kinds, 1)]
    waiting, number = {one.number for one in line}, 100
    now = 0
    while waiting:
        now, number = now + minutes, number + 1
        line.append(booking(number, now, joined=now))
        called = following(line, minute(now))
        assert called is not None
        line.remove(called)
        waiting.discard(called.number)
        # Every booking before the last turn goes first, and nobody waits longer than that.
        longest = max(PATIENCE, timedelta(minutes=15 * len(kinds))).total_seconds() / 60
        assert now <= longest + minutes * (longest // minutes + len(kinds) + 2)
