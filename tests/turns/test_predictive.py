from dataclasses import replace

import pytest

from nlu.ending import Ending, SoFar
from nlu.question import Expect
from tests.turns.pausing import HALF, WHOLE, pausing
from voicebot.turns.cadence import Cadence
from voicebot.turns.predictive import (
    DICTATED_MS,
    LONGEST_MS,
    SETTLED_MS,
    SHORTEST_MS,
    UNKNOWN_MS,
    Predictive,
    Weights,
    features,
    load,
)


@pytest.fixture
def shipped() -> Predictive:
    return Predictive(load())


def test_while_nothing_is_decoded_the_wait_is_that_of_nobody_in_particular(shipped: Predictive) -> None:
    assert shipped.patience_ms(pausing(so_far=None)) == UNKNOWN_MS


@pytest.mark.parametrize("expect", list(Expect))
def test_a_whole_answer_ends_sooner_than_half_of_one(shipped: Predictive, expect: Expect) -> None:
    whole, half = (shipped.patience_ms(pausing(expect=expect, so_far=one)) for one in (WHOLE, HALF))
    assert SHORTEST_MS <= whole < half <= LONGEST_MS


def test_a_whole_yes_that_falls_is_answered_within_half_a_second(shipped: Predictive) -> None:
    fallen = pausing(expect=Expect.ANSWER, cadence=Cadence(falls=4.0, softens=8.0))
    assert SETTLED_MS <= shipped.patience_ms(fallen) <= 500


def test_who_hums_is_waited_for(shipped: Predictive) -> None:
    hums = SoFar(Ending.FILLER, complete=False, hesitates=True, certain=0.9, sounds=4)
    assert shipped.patience_ms(pausing(so_far=hums)) > shipped.patience_ms(pausing())


def test_half_a_telephone_number_is_waited_for(shipped: Predictive) -> None:
    digits = SoFar(Ending.NUMBER, complete=False, hesitates=False, certain=0.9, sounds=6)
    assert shipped.patience_ms(pausing(expect=Expect.DIGITS, so_far=digits)) >= DICTATED_MS


def test_who_pauses_long_is_waited_for_longer(shipped: Predictive) -> None:
    so_far = replace(HALF, ending=Ending.OTHER)
    waits = [shipped.patience_ms(pausing(so_far=so_far, own_ms=float(ms))) for ms in (250, 400, 700)]
    assert waits == sorted(waits)
    assert waits[0] < waits[-1]


def test_every_feature_has_its_weight() -> None:
    assert set(features(pausing())) == set(load().odds)


def test_more_caution_never_waits_less() -> None:
    even = dict.fromkeys(features(pausing()), 0.0)
    waits = [
        Predictive(Weights(even, spread=0.5, caution=caution)).patience_ms(pausing())
        for caution in (0.0, 4.0, 6.0, 7.0, 8.0, 12.0, 50.0)
    ]
    assert waits == sorted(waits)
    assert (waits[0], waits[-1]) == (SHORTEST_MS, LONGEST_MS)


def test_the_wait_ends_where_the_odds_outweigh_the_density_of_the_pauses() -> None:
    """At the median, exp(-log(median)) of lognormal density: with a caution of log(400) the wait is the caller's median."""
    even = dict.fromkeys(features(pausing()), 0.0)
    strategy = Predictive(Weights(even, spread=0.45, caution=5.991464547))
    assert strategy.patience_ms(pausing(own_ms=400.0)) == 400


def test_a_voice_that_has_fallen_is_as_good_as_the_weight_says() -> None:
    even = dict.fromkeys(features(pausing()), 0.0) | {"falls": 1.0}
    strategy = Predictive(Weights(even, spread=0.45, caution=7.0))
    fallen, level = (strategy.patience_ms(pausing(cadence=Cadence(falls=one))) for one in (6.0, 0.0))
    assert fallen < level
