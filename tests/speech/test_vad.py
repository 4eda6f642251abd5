from itertools import pairwise

import numpy as np
import pyopenjtalk
import pytest
import soxr

from voicebot.speech.vad import CHUNK_SAMPLES, VoiceActivity
from voicebot.speech.wav import to_int16


@pytest.fixture(scope="module")
def spoken() -> np.ndarray:
    """A second of silence, a sentence, a second of silence, at 16,000 Hz."""
    samples, rate = pyopenjtalk.tts("住民票の写しをお願いします")
    speech = to_int16(soxr.resample(samples / 32_768, rate, 16_000) * 0.5)
    return np.concatenate([np.zeros(16_000, np.int16), speech, np.zeros(16_000, np.int16)])


def test_a_sentence_is_speech_and_the_silence_around_it_is_not(spoken: np.ndarray) -> None:
    probabilities = VoiceActivity().feed(spoken)
    assert max(probabilities[:28]) < 0.2
    assert max(probabilities[-20:]) < 0.2
    assert np.median(probabilities[36:-36]) > 0.9


def test_the_length_of_the_pieces_does_not_matter(spoken: np.ndarray) -> None:
    whole = VoiceActivity().feed(spoken)
    activity = VoiceActivity()
    cuts = [*range(0, len(spoken), 320), len(spoken)]
    pieces = [p for start, end in pairwise(cuts) for p in activity.feed(spoken[start:end])]
    assert pieces == pytest.approx(whole, abs=1e-5)


def test_one_probability_comes_for_every_512_samples() -> None:
    activity = VoiceActivity()
    fed = [len(activity.feed(np.zeros(n, np.int16))) for n in (511, 1, 1_000, 24, 0)]
    assert fed == [0, 1, 1, 1, 0]
    assert CHUNK_SAMPLES == 512


def test_calls_do_not_hear_each_other(spoken: np.ndarray) -> None:
    alone = VoiceActivity().feed(spoken)
    one, other = VoiceActivity(), VoiceActivity()
    mixed = []
    for start in range(0, len(spoken), 512):
        mixed += one.feed(spoken[start : start + 512])
        other.feed(np.zeros(512, np.int16))
    assert mixed == pytest.approx(alone, abs=1e-5)


@pytest.mark.parametrize("level", [30, 300])
def test_line_noise_is_not_speech(level: int) -> None:
    noise = np.random.default_rng(0).normal(0, level, 48_000).astype(np.int16)
    assert max(VoiceActivity().feed(noise)) < 0.5


def test_silence_below_every_voice_is_none_and_speech_after_it_is_heard(spoken: np.ndarray) -> None:
    hiss = np.random.default_rng(0).normal(0, 18, len(spoken)).astype(np.int16)
    probabilities = VoiceActivity().feed(np.where(spoken == 0, hiss, spoken))
    assert set(probabilities[:28]) == {0.0}
    assert np.median(probabilities[36:-36]) > 0.9
