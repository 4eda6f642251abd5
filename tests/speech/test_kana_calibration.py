"""Scores made true."""

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
DOUBTFUL = Calibration(0.0, 0.5, -0.5, -0.1, 0.5, -1.0, 0.5)


def scores(share: float) -> dict[str, float]:
    found = [(ONE, share), (OTHER, 0.9 - share)]
    weighed = [(ONE, SPOKEN), (OTHER, SPOKEN)]
    return {g.sounds: s for g, s in calibrated(found, weighed, CLEAR, "hai", DOUBTFUL)}


def test_the_best_guess_has_the_probability_of_the_regression():
    known = features(ONE, 0.7, SPOKEN, CLEAR, "hai")
    assert scores(0.7)["hai"] == pytest.approx(chance(known, DOUBTFUL))


@pytest.mark.parametrize("share", [0.5, 0.7, 0.89])
def test_the_order_stays_and_all_together_are_less_than_one(share: float):
    found = scores(share)
    assert found["hai"] >= found["hai:"] > 0
    assert sum(found.values()) <= 1


def test_what_the_open_search_found_too_is_more_probable():
    alone, both = (chance(features(ONE, 0.7, SPOKEN, CLEAR, opened), DOUBTFUL) for opened in ("hei", "hai"))
    assert both > alone


def test_unclear_frames_make_a_guess_less_probable():
    unclear = np.log(np.full((9, 29), 1 / 29, np.float32))
    there, here = (chance(features(ONE, 0.7, SPOKEN, p, "hai"), DOUBTFUL) for p in (CLEAR, unclear))
    assert here < there


def test_of_nothing_comes_nothing():
    assert calibrated([], [], CLEAR, "", DOUBTFUL) == []
