import numpy as np
import pytest

from voicebot.bench.ears_fit import _calibrated
from voicebot.bench.ears_fitting import descend, softmax_fit


def test_the_lowest_place_of_a_bowl_is_found() -> None:
    found = descend(lambda v: float((v[0] - 3) ** 2 + (v[1] + 1) ** 2), np.zeros(2), np.ones(2))
    assert found == pytest.approx([3, -1], abs=0.05)


def test_what_speaks_for_the_wanted_guess_gets_weight_and_what_does_not_gets_none() -> None:
    rng = np.random.default_rng(0)
    features = [rng.normal(size=(10, 2)) for _ in range(60)]
    wanted = [np.arange(10) == f[:, 0].argmax() for f in features]
    useful, useless = softmax_fit(features, wanted, np.zeros(2), np.ones(60))
    assert useful > 1
    assert abs(useless) < 0.3 * useful


def test_scores_that_boast_are_made_flat() -> None:
    rng = np.random.default_rng(0)
    sums = [np.array([0.0, rng.choice((-8.0, 8.0))]) for _ in range(100)]
    exact = [np.array([True, False]) if rng.random() < 0.4 else np.array([False, True]) for _ in sums]
    scale, none, _ = _calibrated(sums, exact, np.zeros((100, 2)), 1.0)
    assert scale < 0.2
    assert none < 0
