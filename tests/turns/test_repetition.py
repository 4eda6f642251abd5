import numpy as np

from voicebot.turns import repetition


def syllable(rng: np.random.Generator, hertz: float) -> np.ndarray:
    at = np.arange(1_600) / 8_000
    tones = sum(np.sin(2 * np.pi * hertz * k * at) / k for k in range(1, 6))
    return 5_000 * np.hanning(1_600) * tones + rng.normal(0, 20, 1_600)


def said(*hertz: float) -> np.ndarray:
    rng = np.random.default_rng(7)
    return np.concatenate([syllable(rng, one) for one in hertz]).astype(np.int16)


def test_laughter_is_the_same_syllable_again_and_again():
    assert repetition.likeness(said(200, 200, 200)) >= repetition.REPEATED


def test_sound_that_goes_on_changing_is_no_repetition():
    at = np.arange(4_800) / 8_000
    rising = 5_000 * np.sin(2 * np.pi * (200 * at + 2_700 * at**2))
    assert repetition.likeness(rising.astype(np.int16)) < repetition.REPEATED


def test_what_is_too_short_repeats_nothing():
    assert repetition.likeness(said(200)) == -1.0
