from itertools import islice

import pytest

from bench.realtime_plan import FIRST_S, GRID_MS, Line, plan, playable
from recordings_fixtures import load_all

CALLS = playable(load_all())


def test_the_same_seed_gives_the_same_callers_and_another_one_others() -> None:
    assert plan(4, 2, seed=1, calls=CALLS) == plan(4, 2, seed=1, calls=CALLS)
    assert plan(4, 2, seed=1, calls=CALLS) != plan(4, 2, seed=2, calls=CALLS)


def test_every_recording_is_played_before_one_is_played_again() -> None:
    played = [one.call.id for caller in plan(len(CALLS), 1, calls=CALLS) for one in caller.conversations]
    assert sorted(played) == sorted(call.id for call in CALLS)


def test_the_first_calls_of_all_callers_differ_and_ring_at_once() -> None:
    callers = plan(24, 3, calls=CALLS)
    assert len({caller.conversations[0].call.id for caller in callers}) == 24
    assert all(0 <= caller.begins_s <= FIRST_S for caller in callers)


def test_each_conversation_has_a_number_of_its_own() -> None:
    numbers = [one.number for caller in plan(40, 4, calls=CALLS) for one in caller.conversations]
    assert len(set(numbers)) == len(numbers) == 160
    assert all(len(number) == len("+819012345678") for number in numbers)


def test_a_caller_pauses_before_each_step() -> None:
    (caller,) = plan(1, 5, calls=CALLS)
    assert all(len(one.pauses_ms) == len(one.call.turns) for one in caller.conversations)


def test_without_prepared_bookings_only_calls_that_need_none_are_played() -> None:
    assert not any(call.before for call in playable(load_all(), prepared=False))
    assert any(call.before for call in CALLS)


def test_delays_stay_within_the_jitter_and_the_loss_is_that_of_the_line() -> None:
    delays = list(islice(Line(jitter_ms=40, lost=0.03, noise_dbfs=-60, seed=5).delays(), 20_000))
    arrived = [delay for delay in delays if delay is not None]
    assert min(arrived) == 0
    assert max(arrived) == 40
    assert {delay % GRID_MS for delay in arrived} == {0}
    assert delays.count(None) / len(delays) == pytest.approx(0.03, abs=0.005)


def test_a_line_is_the_same_each_time() -> None:
    line = Line(20, 0.02, -60, 9)
    assert list(islice(line.delays(), 500)) == list(islice(line.delays(), 500))


def test_a_perfect_line_delays_nothing() -> None:
    assert set(islice(Line(0, 0.0, -60, 1).delays(), 200)) == {0}
