"""How long somebody will wait."""

from datetime import timedelta
from math import log

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calendar_backend import serving_time, waiting_span
from calendar_backend.queue_order import InLine
from calendar_backend.serving_time import Lognormal, Served
from calendar_backend.waiting_span import Experience, Kept
from calendar_backend.waiting_time import Ahead, DeskNow, Situation, ToCome, Wait, waits
from tests.calendar_backend.small_office import at

NOW = at("2026-11-24T10:00")
EXACT = Lognormal(log(10), 0.0, 0.0)
"""Ten minutes, always."""
USUAL = Lognormal(log(10), 0.5, 0.2)


def walk_in(number: int, serving: Lognormal = USUAL) -> Ahead:
    return Ahead(InLine(number, number, NOW), serving)


def wait(of: Situation, number: int, seed: int = 0) -> Wait | None:
    return waits(of, seed).get(number)


def situation(line: list[Ahead], desks: list[DeskNow], to_come: list[ToCome] | None = None) -> Situation:
    return Situation(NOW, tuple(line), tuple(to_come or ()), tuple(desks), 5)


def test_with_a_free_desk_and_nobody_before_there_is_no_wait() -> None:
    found = wait(situation([walk_in(1)], [DeskNow()]), 1)
    assert found == Wait(0, 0, 0)


def test_where_serving_is_exact_the_wait_is_the_sum_of_those_before() -> None:
    line = [walk_in(n, EXACT) for n in (1, 2, 3, 4)]
    one = wait(situation(line, [DeskNow()]), 4)
    two = wait(situation(line, [DeskNow(), DeskNow()]), 4)
    assert one is not None
    assert two is not None
    assert (one.low, one.middle, one.high) == pytest.approx((33, 33, 33))
    assert (two.low, two.middle, two.high) == pytest.approx((11, 11, 11))


def test_who_is_served_now_counts_with_what_is_left() -> None:
    begun = wait(situation([walk_in(1, EXACT)], [DeskNow(EXACT, 4.0)]), 1)
    assert begun is not None
    assert begun.middle == pytest.approx(7)


def test_who_has_been_served_for_long_keeps_the_others_waiting_longer() -> None:
    middles = []
    for elapsed in (0.0, 30.0, 300.0):
        found = wait(situation([walk_in(1)], [DeskNow(USUAL, elapsed)]), 1)
        assert found is not None
        middles.append(found.middle)
    assert middles[2] > middles[1] > 1
    assert middles[0] == pytest.approx(11, rel=0.15)


def test_without_a_desk_nothing_is_known() -> None:
    assert wait(situation([walk_in(1)], []), 1) is None


def test_bookings_that_are_still_to_come_make_a_walk_in_wait_longer() -> None:
    line = [walk_in(n, EXACT) for n in (1, 2, 3)]
    to_come = [ToCome(NOW + timedelta(minutes=n), EXACT) for n in (10, 20)]
    without, with_them = wait(situation(line, [DeskNow()]), 3), wait(situation(line, [DeskNow()], to_come), 3)
    assert without is not None
    assert with_them is not None
    assert without.high == pytest.approx(22)
    assert with_them.high > 30


def test_a_booking_waits_until_its_time_and_not_for_all_walk_ins() -> None:
    booked = Ahead(InLine(9, 9, NOW, NOW + timedelta(minutes=30), booked=True), EXACT)
    line = [*(walk_in(n, EXACT) for n in range(1, 9)), booked]
    found = wait(situation(line, [DeskNow()]), 9)
    assert found is not None
    assert 25 <= found.middle <= 41
    alone = wait(situation([booked], [DeskNow()]), 9)
    assert alone == Wait(0, 0, 0)


def test_a_pause_and_a_counter_that_opens_later_are_waited_for() -> None:
    later = wait(situation([walk_in(1)], [DeskNow(opens=20.0)]), 1)
    paused = wait(situation([walk_in(1)], [DeskNow(paused=True)]), 1)
    assert later == Wait(20, 20, 20)
    assert paused is not None
    assert paused.low < 3 < paused.high


def test_the_same_line_has_the_same_answer() -> None:
    line = situation([walk_in(n) for n in range(1, 20)], [DeskNow(USUAL, 3.0)])
    assert wait(line, 19, seed=4) == wait(line, 19, seed=4)


@settings(deadline=None)
@given(st.integers(1, 25), st.integers(1, 5), st.integers(0, 6))
def test_a_span_is_in_order_and_more_desks_do_not_make_it_longer(
    people: int, desks: int, bookings: int
) -> None:
    line = [walk_in(n) for n in range(1, people + 1)]
    to_come = [ToCome(NOW + timedelta(minutes=15 * n), USUAL) for n in range(bookings)]
    few = wait(situation(line, [DeskNow(USUAL, 2.0)] * desks, to_come), people)
    more = wait(situation(line, [DeskNow(USUAL, 2.0)] * (desks + 3), to_come), people)
    assert few is not None
    assert more is not None
    assert 0 <= few.low <= few.middle <= few.high
    assert more.middle <= few.middle * 1.1 + 1


def test_what_is_learnt_leans_on_the_file_until_much_is_known() -> None:
    nothing = serving_time.learn([]).of(("a",), 10)
    some = serving_time.learn([Served(("a",), 10, 20)] * 3).of(("a",), 10)
    much = serving_time.learn([Served(("a",), 10, 20)] * 300).of(("a",), 10)
    assert nothing.mean == pytest.approx(log(10))
    assert nothing.mean < some.mean < much.mean == pytest.approx(log(20), abs=0.05)
    assert nothing.doubt > some.doubt > much.doubt
    assert nothing.spread > much.spread


def test_a_procedure_of_which_nothing_is_known_leans_on_its_counter() -> None:
    times = serving_time.learn([Served(("a",), 10, 20)] * 100)
    assert times.of(("b",), 30).mean == pytest.approx(log(60), abs=0.1)


def test_a_clock_set_wrong_does_not_spoil_what_is_learnt() -> None:
    served = [Served(("a",), 10, 10)] * 50
    spoilt = serving_time.learn([*served, Served(("a",), 10, 0), Served(("a",), 10, 100_000)]).of(("a",), 10)
    assert spoilt.mean == pytest.approx(log(10), abs=0.1)


def test_before_there_is_experience_a_span_is_somewhat_wider_than_worked_out() -> None:
    corrected = waiting_span.learn([]).corrected(Wait(10, 20, 40))
    assert (corrected.low, corrected.middle, corrected.high) == pytest.approx((8, 20, 44), abs=1.5)


def test_a_span_that_was_missed_too_often_becomes_wider() -> None:
    missed = [Kept(Wait(10, 20, 30), took) for took in range(0, 60)]
    corrected = waiting_span.learn(missed * 4).corrected(Wait(10, 20, 30))
    held = sum(corrected.low <= took <= corrected.high for took in range(0, 60))
    assert corrected.low < 8
    assert corrected.high > 45
    assert 0.75 <= held / 60 <= 0.9


def test_a_wait_that_was_always_longer_is_told_longer() -> None:
    corrected = waiting_span.learn([Kept(Wait(10, 20, 30), 40)] * 200).corrected(Wait(5, 10, 15))
    assert corrected.middle == pytest.approx(20, abs=1)


@pytest.mark.parametrize(
    ("exact", "span"),
    [
        (Wait(0, 0, 0), (0, 5)),
        (Wait(3, 8, 13), (5, 15)),
        (Wait(11.9, 20, 33), (10, 35)),
        (Wait(22, 40, 66), (20, 70)),
        (Wait(68, 75, 85), (70, 80)),
    ],
)
def test_a_span_is_told_in_steps_that_claim_no_more_than_is_known(exact: Wait, span: tuple[int, int]) -> None:
    found = waiting_span.told(exact)
    assert (found.low, found.high) == span


def test_experience_never_tells_less_than_nothing() -> None:
    assert Experience(-3.0, 0.0, 1.0).corrected(Wait(2, 5, 9)).low == 0
