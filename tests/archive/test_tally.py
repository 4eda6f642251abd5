"""Calls added up, and the waits that half and nearly all of them are not longer than."""

from datetime import timedelta
from random import Random
from statistics import median

import pytest

from tests.telephony.conftest import NOW
from voicebot.archive import tally
from voicebot.archive.figures import CallFigures
from voicebot.archive.tally import BIN_MS, WAIT_LIMIT_MS, Group, Tally


def call(outcome: str = "booked", hour: int = 10, procedures: str = "juminhyo", **figures: object) -> Tally:
    began = NOW.replace(hour=hour) + timedelta(minutes=59)
    found = CallFigures(**figures)  # type: ignore[arg-type]
    return tally.of_call(began, outcome, "kita", procedures.split(), found)


def waited(*waits: int) -> Group:
    return call(waits=waits).all


def test_calls_are_added_up_by_outcome_hour_office_and_procedure():
    whole = tally.total(
        [
            call("booked", 9, "juminhyo tennyu"),
            call("answered", 9, ""),
            call("transferred", 16, handover="asked", connected=True),
            call("abandoned", 16, dropped="asks.date", slots={"day": False, "procedures": True}),
            call("callback", 16, handover="silence"),
            call("", 17),
        ]
    )
    assert (whole.all.calls, whole.all.ended, whole.all.completed) == (6, 5, 2)
    assert whole.all.completion == pytest.approx(0.4)
    assert whole.outcomes["booked"] == whole.outcomes[""] == 1
    assert {hour: group.calls for hour, group in whole.hours.items()} == {"9": 2, "16": 3, "17": 1}
    assert {one: group.calls for one, group in whole.procedures.items()} == {
        "juminhyo": 5,
        "tennyu": 1,
        "": 1,
    }
    assert whole.hours["16"].completion == 0
    assert whole.hours["17"].completion is None
    assert (whole.connected, whole.unconnected) == ({"asked": 1}, {"silence": 1})
    assert (whole.dropped, whole.right, whole.slots) == (
        {"asks.date": 1},
        {"procedures": 1},
        {"day": 1, "procedures": 1},
    )


def test_a_person_who_came_on_for_a_reason_that_is_not_known_is_counted():
    assert call("transferred", connected=True).connected == {"other": 1}


@pytest.mark.parametrize("seed", range(5))
def test_median_and_95_percent_are_right_to_a_step(seed: int):
    dice = Random(seed)
    waits = sorted(int(dice.lognormvariate(6.7, 0.5)) for _ in range(dice.randrange(1, 400)))
    group = waited(*waits)
    told = group.wait_ms(0.5), group.wait_ms(0.95)
    assert None not in told
    if waits[-1] < WAIT_LIMIT_MS:
        assert told[0] == pytest.approx(median(waits), abs=BIN_MS + _gap(waits, 0.5))
        assert waits[max(0, int(0.95 * len(waits)) - 1)] - BIN_MS <= told[1] <= waits[-1] + BIN_MS


def _gap(waits: list[int], share: float) -> int:
    """Between the two in the middle."""
    at = int(len(waits) * share)
    return waits[min(at, len(waits) - 1)] - waits[max(0, at - 1)]


@pytest.mark.parametrize(
    ("waits", "half", "most"),
    [
        ((), None, None),
        ((720,), 725, 747.5),
        ((100,) * 19 + (3_000,), 100 + 50 * 10 / 19, 150),
        ((100, 200, 300, 400), 250, 440),
        ((60_000,), WAIT_LIMIT_MS, WAIT_LIMIT_MS),
        ((0,), 25, 47.5),
    ],
)
def test_waits_worked_out_by_hand(waits: tuple[int, ...], half: float | None, most: float | None):
    group = waited(*waits)
    assert (group.wait_ms(0.5), group.wait_ms(0.95)) == (pytest.approx(half), pytest.approx(most))


def test_what_is_kept_is_read_back_the_same_and_adds_up_the_same():
    one = call(waits=(700, 1_900), slots={"day": True}, handover="asked", connected=True)
    two = call("abandoned", 11, "tennyu", waits=(4_000, 90_000), dropped="phases.confirming")
    again = tally.total(tally.loaded(part.dumped()) for part in (one, two))
    assert again.dumped() == tally.total([one, two]).dumped()
    assert tally.loaded(Tally().dumped()) == Tally()


def test_adding_up_changes_none_of_the_parts():
    one, two = call(waits=(700,)), call(waits=(1_900,))
    before = one.dumped(), two.dumped()
    tally.total([one, two, one])
    assert (one.dumped(), two.dumped()) == before
