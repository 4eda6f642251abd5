"""Scores made true."""

from dataclasses import replace

import numpy as np
import pytest

from voicebot.speech.kana_calibration import calibrated, chance, features
from voicebot.speech.kana_guesses import Guess
from voicebot.speech.kana_weighing import Evidence
from voicebot.speech.kana_weights import Calibration

ONE, OTHER = Guess("はい", "はい", "hai"), Guess("灰", "はいー", "hai:")
SPOKEN = Evidence(-1.0, -4.0, 3, 0, 0, 0, 0.0, 0.0)
CLEAR = np.log(np.full((9, 29), 0.01 / 28, np.float32))
CLEAR[:, 0] = np.log(0.99)
DOUBTFUL = Calibration(0.0, 0.5, -0.5, -0.1, 0.5, -1.0, 0.5, 0.0)


def scores(share: float) -> dict[str, float]:
    found = [(ONE, share), (OTHER, 0.9 - share)]
    weighed = [(ONE, SPOKEN), (OTHER, SPOKEN)]
    return {g.sounds: s for g, s in calibrated(found, weighed, CLEAR, "hai", DOUBTFUL)}


def test_the_best_guess_has_the_probability_of_the_regression():
    known = features([(ONE, 0.7), (OTHER, 0.2)], 0, SPOKEN, CLEAR, "hai")
    assert scores(0.7)["hai"] == pytest.approx(chance(known, DOUBTFUL))


@pytest.mark.parametrize("share", [0.5, 0.7, 0.89])
def test_the_order_stays_and_all_together_are_less_than_one(share: float):
    found = scores(share)
    assert found["hai"] >= found["hai:"] > 0
    assert sum(found.values()) <= 1


UNHEARD = SPOKEN._replace(sounds=-60.0)
TRUSTING = replace(DOUBTFUL, bias=2.0)


def first_of_two(share: float, weights: Calibration) -> tuple[Guess, float]:
    """Of a guess with this share that the audio does not bear out, and one with the rest of 0.9 that it does."""
    found = [(OTHER, share), (ONE, 0.9 - share)]
    first, second = calibrated(found, [(OTHER, UNHEARD), (ONE, SPOKEN)], CLEAR, "hai", weights)
    assert first[1] >= second[1]
    return first


@pytest.mark.parametrize("share", [0.4499, 0.45, 0.4501, 0.6])
def test_which_of_two_leads_by_a_little_does_not_decide_how_sure_the_first_is(share: float):
    known = features([(OTHER, share), (ONE, 0.9 - share)], 1, SPOKEN, CLEAR, "hai")
    assert chance(known, TRUSTING) > 0.5
    assert first_of_two(share, TRUSTING) == (ONE, pytest.approx(chance(known, TRUSTING)))


def test_a_rival_that_is_hardly_likely_itself_stays_behind():
    assert first_of_two(0.46, DOUBTFUL)[0] == OTHER


def test_a_guess_far_behind_the_best_is_no_rival():
    assert first_of_two(0.8, TRUSTING)[0] == OTHER


def test_what_the_open_search_found_too_is_more_probable():
    alone, both = (
        chance(features([(ONE, 0.7)], 0, SPOKEN, CLEAR, opened), DOUBTFUL) for opened in ("hei", "hai")
    )
    assert both > alone


def test_a_guess_ahead_of_all_others_is_more_probable_and_one_without_others_most_of_all():
    weights = replace(DOUBTFUL, lead=0.5)
    told = [
        chance(features([(ONE, 0.5), *others], 0, SPOKEN, CLEAR, "hai"), weights)
        for others in ([(OTHER, 0.4)], [(OTHER, 0.05)], [])
    ]
    assert told[0] < told[1] < told[2]


def test_unclear_frames_make_a_guess_less_probable():
    unclear = np.log(np.full((9, 29), 1 / 29, np.float32))
    there, here = (chance(features([(ONE, 0.7)], 0, SPOKEN, p, "hai"), DOUBTFUL) for p in (CLEAR, unclear))
    assert here < there


def test_of_nothing_comes_nothing():
    assert calibrated([], [], CLEAR, "", DOUBTFUL) == []
