import numpy as np
import pytest

from bench.ears_figures import by_chance, error_rate, reliability, share, threshold, wilson


def test_an_interval_holds_the_share_and_narrows_with_the_count() -> None:
    low, high = wilson(9, 10)
    assert low < 0.9 < high
    narrow = wilson(900, 1_000)
    assert low < narrow[0] < 0.9 < narrow[1] < high
    assert wilson(0, 0) == (0.0, 1.0)
    assert wilson(10, 10) == (pytest.approx(0.7225, abs=1e-3), 1.0)


def test_shares_and_error_rates_tell_the_counts_they_rest_on() -> None:
    assert share(49, 50).startswith("98.0 % (49 of 50; ")
    assert error_rate([0, 1, 0, 2], [10, 10, 10, 10]).startswith("7.5 % (3 of 40 sounds in 4; 0.0 to ")


def test_scores_that_are_true_have_no_calibration_error() -> None:
    scores = [0.95] * 20 + [0.25] * 20
    true = reliability(scores, [True] * 19 + [False] + [True] * 5 + [False] * 15)
    assert true.error == pytest.approx(0.0)
    boasting = reliability(scores, [True] * 10 + [False] * 30)
    assert boasting.error == pytest.approx((20 * 0.45 + 20 * 0.25) / 40)
    assert [count for count, _, _ in boasting.bins if count] == [20, 20]


def test_the_sure_threshold_is_the_lowest_from_which_all_are_right() -> None:
    assert threshold([0.9, 0.8, 0.7, 0.6], [True, True, False, True], 0.995) == 0.8
    assert threshold([0.9, 0.8], [False, True], 0.995) == 1.0
    assert threshold([], [], 0.995) == 1.0


def test_true_scores_show_some_calibration_error_by_chance_and_less_the_more_they_are() -> None:
    few, many = (by_chance(np.linspace(0.05, 0.95, count).tolist()) for count in (50, 5_000))
    assert 0.05 < few < 0.2
    assert many < 0.02
