from itertools import product

import numpy as np
import pytest

from tests.speech.posteriors import drawn, said
from voicebot.speech.ctc_forward import Posteriors, log_likelihoods
from voicebot.speech.kana_model import BLANK, SYMBOLS


def by_force(posteriors: Posteriors, symbols: str) -> dict[str, float]:
    """The probability of every string over some of the symbols: all alignments, one by one."""
    columns = [0, *(SYMBOLS.index(symbol) for symbol in symbols)]
    totals: dict[str, float] = {}
    for path in product(columns, repeat=len(posteriors)):
        kept = [c for n, c in enumerate(path) if n == 0 or path[n - 1] != c]
        string = "".join(SYMBOLS[c] for c in kept if SYMBOLS[c] != BLANK)
        probability = float(np.exp(sum(posteriors[n, c] for n, c in enumerate(path))))
        totals[string] = totals.get(string, 0.0) + probability
    return totals


@pytest.mark.parametrize("seed", range(4))
def test_scores_are_what_counting_every_alignment_gives(seed: int) -> None:
    posteriors = drawn(6, seed)
    counted = by_force(posteriors, "ak:")
    scores = log_likelihoods(posteriors, list(counted))
    assert np.exp(scores) == pytest.approx(list(counted.values()), rel=1e-4)


def test_a_doubled_sound_needs_a_blank_between() -> None:
    posteriors = drawn(2, seed=1)
    assert log_likelihoods(posteriors, ["aa"])[0] == -np.inf
    assert np.isfinite(log_likelihoods(drawn(3, seed=1), ["aa"])[0])


def test_a_string_longer_than_the_audio_is_impossible() -> None:
    assert log_likelihoods(drawn(3, seed=0), ["hai", "haitai"])[1] == -np.inf


def test_no_audio_is_the_empty_string_for_certain() -> None:
    assert list(log_likelihoods(drawn(0, seed=0), ["", "a"])) == [0.0, -np.inf]


def test_no_candidates_have_no_scores() -> None:
    assert len(log_likelihoods(drawn(3, seed=0), [])) == 0


def test_a_score_does_not_depend_on_the_other_candidates() -> None:
    posteriors = said("mokuyo:bi")
    alone = log_likelihoods(posteriors, ["mokuyo:bi"])[0]
    among = log_likelihoods(posteriors, ["ka", "mokuyo:bi", "raiSu:nomokuyo:bi"])[1]
    assert among == pytest.approx(alone)


def test_a_long_utterance_does_not_underflow() -> None:
    sounds = "Ju:nigaTuyoQkanogogoniJinionegaiSimasu" * 6
    scores = log_likelihoods(said(sounds, sure=0.2), [sounds, sounds[:-1]])
    assert np.isfinite(scores).all()
    assert scores[0] > scores[1]


def test_what_is_no_sound_is_refused() -> None:
    with pytest.raises(KeyError):
        log_likelihoods(said("hai"), ["はい"])
