import numpy as np
import pytest

from voicebot.speech.ctc_forward import Posteriors, log_likelihoods
from voicebot.speech.kana_evidence import SWALLOWED, evidence
from voicebot.speech.kana_model import SYMBOLS


def clear(sounds: str) -> Posteriors:
    """Three frames for each sound, a blank between."""
    frames = np.full((4 * len(sounds), len(SYMBOLS)), -12.0, np.float32)
    for place, sound in enumerate(sounds):
        frames[4 * place : 4 * place + 3, SYMBOLS.index(sound)] = -0.01
        frames[4 * place + 3, 0] = -0.01
    return frames


def test_a_whispered_mora_may_be_missing_at_a_price() -> None:
    whole, missing = evidence(clear("tori"), ["tori", "hitori"])
    assert whole == pytest.approx(log_likelihoods(clear("tori"), ["tori"])[0])
    assert missing == pytest.approx(whole + SWALLOWED, abs=0.01)


def test_what_was_said_whole_costs_nothing() -> None:
    said, other = evidence(clear("hitori"), ["hitori", "tori"])
    assert said == pytest.approx(log_likelihoods(clear("hitori"), ["hitori"])[0], abs=0.01)
    assert other < said


@pytest.mark.parametrize("sounds", ["hiru", "ika", "haku", "Tugo:"])
def test_moras_that_are_voiced_or_have_another_vowel_are_never_missing(sounds: str) -> None:
    posteriors = clear(sounds[2:])
    assert evidence(posteriors, [sounds])[0] == log_likelihoods(posteriors, [sounds])[0]


def test_no_candidates_are_no_trouble() -> None:
    assert evidence(clear("a"), []).shape == (0,)
