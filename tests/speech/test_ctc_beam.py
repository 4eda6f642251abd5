import math

import numpy as np
import pytest

from tests.speech.posteriors import drawn, said
from voicebot.speech.ctc_beam import greedy, search
from voicebot.speech.ctc_forward import log_likelihoods


def test_clear_sounds_are_found() -> None:
    assert search(said("kekkoNtodoke"))[0].sounds == greedy(said("kekkoNtodoke")) == "kekkoNtodoke"


def test_the_best_are_first_and_none_is_found_twice() -> None:
    found = search(said("haionegai", sure=0.4))
    assert [h.log_probability for h in found] == sorted((h.log_probability for h in found), reverse=True)
    assert len({h.sounds for h in found}) == len(found) > 1


@pytest.mark.parametrize("seed", range(3))
def test_a_wide_beam_finds_the_exact_probabilities(seed: int) -> None:
    posteriors = drawn(5, seed, peaky=3.0)
    found = search(posteriors, beam=3_000)[:5]
    exact = log_likelihoods(posteriors, [heard.sounds for heard in found])
    assert [heard.log_probability for heard in found] == pytest.approx(list(exact), abs=0.1)


def test_frames_that_are_surely_blank_part_equal_sounds() -> None:
    posteriors = said("aa", sure=0.9999)
    best = search(posteriors)[0]
    assert best.sounds == "aa"
    assert best.log_probability == pytest.approx(log_likelihoods(posteriors, ["aa"])[0], abs=1e-3)


def test_alignments_are_summed_where_the_single_best_is_misleading() -> None:
    # Blank is likeliest in both frames (0.36 together), but one 「a」 in any of three ways is likelier.
    frame = np.full(30, math.log(1e-9), np.float32)
    frame[0], frame[1] = math.log(0.6), math.log(0.4)
    posteriors = np.stack([frame[: said("a").shape[1]]] * 2)
    assert greedy(posteriors) == ""
    assert search(posteriors)[0].sounds == "a"


def test_no_audio_is_no_sound_for_certain() -> None:
    assert [(h.sounds, h.log_probability) for h in search(drawn(0, seed=0))] == [("", 0.0)]
