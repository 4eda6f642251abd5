from itertools import product

import numpy as np
import pytest

from ears import ctc
from ears.symbols import frames_needed, labels
from voicebot.speech.kana_model import SYMBOLS


def posteriors(frames: int, seed: int = 0) -> ctc.Posteriors:
    scores = np.random.default_rng(seed).standard_normal((frames, len(SYMBOLS)))
    return (scores - np.log(np.exp(scores).sum(axis=1, keepdims=True))).astype(np.float32)


def collapsed(path: tuple[int, ...]) -> str:
    kept = [index for place, index in enumerate(path) if place == 0 or path[place - 1] != index]
    return "".join(SYMBOLS[index] for index in kept)


def certain(*columns: int) -> ctc.Posteriors:
    found = np.full((len(columns), len(SYMBOLS)), -20.0, np.float32)
    found[np.arange(len(columns)), columns] = 0.0
    return found


def test_greedy_drops_blanks_and_repetitions() -> None:
    a, i = labels("ai")
    assert ctc.greedy(certain(0, a, a, 0, a, i, i, 0)) == "aai"


def test_greedy_of_nothing_is_nothing() -> None:
    assert ctc.greedy(posteriors(0)) == ""


@pytest.mark.parametrize("said", ["", "a", "ai", "aa", "aia"])
def test_the_score_sums_over_every_alignment(said: str) -> None:
    found = posteriors(4)
    among = [0, *labels("ai")]
    paths = [path for path in product(among, repeat=4) if collapsed(path) == said]
    expected = np.logaddexp.reduce([sum(float(found[t, c]) for t, c in enumerate(p)) for p in paths])
    assert ctc.log_likelihoods(found, [said])[0] == pytest.approx(expected, abs=1e-5)


def test_candidates_of_different_lengths_do_not_disturb_each_other() -> None:
    found = posteriors(30)
    said = ["hai", "i:e", "Ju:iCiniCi", ""]
    together = ctc.log_likelihoods(found, said)
    assert together == pytest.approx([ctc.log_likelihoods(found, [one])[0] for one in said])


def test_what_does_not_fit_into_the_frames_is_impossible() -> None:
    assert ctc.log_likelihoods(posteriors(2), ["aa"])[0] == -np.inf
    assert frames_needed(labels("aa")) == 3
