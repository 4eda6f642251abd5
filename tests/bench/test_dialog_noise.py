"""The recognizer's confusions: learnt from pairs, drawn from a seed."""

import random

import pytest

from bench.dialog_noise import Noise, Sample, learn, load
from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from nlu.phonemes import phonemes

SAID = "じゅうみんひょうをおねがいします"


def sample(said: str, *heard: str) -> Sample:
    return Sample(said, [Hypothesis(h, 0.9 - 0.1 * n, h) for n, h in enumerate(heard)])


def sounds(heard: tuple[Hypothesis, ...]) -> str:
    return phonemes(heard[0].reading)


def test_an_engine_without_errors_gives_no_noise():
    noise = learn([sample(SAID, SAID)], "a test")
    heard = noise.hear(SAID, Hints(), random.Random(0), times=5)
    assert sounds(heard) == phonemes(SAID)
    assert heard[0].score == pytest.approx(0.9)


def test_what_an_engine_takes_for_each_other_is_taken_for_each_other():
    noise = learn([sample("かかかかか", "たたたたた", "かかかかか")], "a test")
    assert noise.confusions == {"k": {"t": 1.0}}
    assert noise.right_below == 1.0
    assert noise.wrong["k"] > noise.wrong["a"] > 0
    rng = random.Random(0)
    heard = [noise.hear("か", Hints(), rng) for _ in range(100)]
    spoilt = [[phonemes(h.reading) for h in one] for one in heard if sounds(one) == "ta"]
    assert len(spoilt) > 20
    assert all("ka" in one for one in spoilt)


def test_a_run_of_lost_sounds_is_a_dropped_word():
    noise = learn([sample("あのじゅうみんひょう", "あの")], "a test")
    assert noise.dropped > 0
    assert not any(noise.lost.values())


def test_utterances_heard_as_nothing_are_missed():
    noise = learn([sample(SAID, SAID), Sample(SAID, ())], "a test")
    assert noise.missed == 0.5
    assert noise.hear(SAID, Hints(), random.Random(0), times=2) == ()


def test_a_particle_written_as_it_sounds_is_no_error():
    assert not any(learn([sample("じかんは", "じかんわ")], "a test").wrong.values())


def test_the_same_seed_gives_the_same():
    noise: Noise = load()
    first, second = (noise.hear(SAID, Hints(), random.Random(7), 3) for _ in range(2))
    assert first == second


def test_more_noise_gives_more_errors():
    noise, right = load(), phonemes(SAID)
    wrong = []
    for times in (0, 1, 4):
        rng = random.Random(0)
        heard = [noise.hear(SAID, Hints(), rng, times) for _ in range(100)]
        wrong.append(sum(not h or sounds(h) != right for h in heard))
    assert wrong[0] == 0 < wrong[1] < wrong[2]


def test_scores_fall_and_no_hypothesis_comes_twice():
    rng = random.Random(1)
    for _ in range(50):
        heard = load().hear(SAID, Hints(), rng, 2)
        scores = [h.score for h in heard]
        assert scores == sorted(scores, reverse=True)
        assert len({h.reading for h in heard}) == len(heard)
