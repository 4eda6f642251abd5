import pytest

from nlu.voting import SURE, several, vote, weights


def test_what_every_hypothesis_found_keeps_its_score() -> None:
    (only,) = vote([(0.6, {"a": 0.9}), (0.4, {"a": 0.9})])
    assert only.value == "a"
    assert only.score == pytest.approx(0.9)


def test_one_faint_hypothesis_decides_nothing_that_the_others_left_open() -> None:
    (faint,) = vote([(0.95, {}), (0.05, {"a": 0.95})])
    assert faint.score < 0.3


def test_the_fewer_found_it_the_less_it_counts() -> None:
    scores = [vote([(1 - share, {}), (share, {"a": 0.95})])[0].score for share in (0.2, 0.5, 0.8)]
    assert scores == sorted(scores)
    assert scores[1] < SURE < scores[2]


def test_values_share_the_weight_of_the_hypotheses_that_name_them() -> None:
    first, second = vote([(0.7, {"a": 0.9}), (0.3, {"b": 0.9})])
    assert (first.value, second.value) == ("a", "b")
    assert first.score + second.score == pytest.approx(0.9)


def test_nothing_found_is_nothing() -> None:
    assert vote([(1.0, {})]) == ()


@pytest.mark.parametrize(
    ("scores", "shares"),
    [([0.5, 0.5], [0.5, 0.5]), ([0.0, 0.0], [0.5, 0.5]), ([float("nan"), 0.4], [0.0, 1.0])],
)
def test_weights_sum_to_one_whatever_an_engine_says(scores: list[float], shares: list[float]) -> None:
    assert weights(scores) == shares


def test_what_the_best_names_together_is_as_sure_where_most_name_it() -> None:
    best = {"inkan-shomei": 0.97, "juminhyo": 0.97}
    voted = vote([(0.8, best), (0.2, {"inkan-shomei": 0.97})])
    assert {one.value: one.score for one in several(voted, best)} == best


def test_what_most_name_alone_is_not_raised_by_the_best() -> None:
    best = {"inkan-shomei": 0.97, "juminhyo": 0.97}
    voted = vote([(0.4, best), (0.3, {"inkan-shomei": 0.97}), (0.3, {"inkan-shomei": 0.97})])
    assert several(voted, best) == voted


def test_one_that_is_named_alone_is_as_sure_as_it_was_voted() -> None:
    best = {"juminhyo": 0.97}
    voted = vote([(0.7, best), (0.3, {"koseki": 0.9})])
    assert several(voted, best) == voted
