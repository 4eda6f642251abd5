"""How high a voice is."""

import numpy as np
import pytest

from ears.pitch import Signal, median_hz

RATE = 16_000


def sung(hertz: float) -> Signal:
    """A second of a tone with ten harmonics, each softer than the one below it."""
    at = np.arange(RATE) / RATE
    return np.asarray(sum(np.sin(2 * np.pi * hertz * n * at) / n for n in range(1, 11)))


@pytest.mark.parametrize("hertz", [85, 110, 165, 220, 300])
def test_the_pitch_of_a_tone_is_found(hertz: float):
    assert median_hz(sung(hertz), RATE) == pytest.approx(hertz, rel=0.02)
    assert median_hz(np.sin(2 * np.pi * hertz * np.arange(RATE) / RATE), RATE) == pytest.approx(
        hertz, rel=0.02
    )


@pytest.mark.parametrize("hertz", [110, 220])
def test_rumble_hum_and_pauses_do_not_move_the_pitch(hertz: float):
    rng = np.random.default_rng(0)
    rumble = np.cumsum(rng.standard_normal(3 * RATE))
    rumble -= np.linspace(rumble[0], rumble[-1], len(rumble))
    hum = 0.05 * np.sin(2 * np.pi * 50 * np.arange(3 * RATE) / RATE)
    spoken = np.pad(sung(hertz), RATE)
    for noise in (rumble / np.abs(rumble).max(), hum, 0.02 * rng.standard_normal(3 * RATE)):
        assert median_hz(spoken + noise, RATE) == pytest.approx(hertz, rel=0.03)


def test_a_glide_has_the_pitch_of_its_middle():
    glide = np.sin(2 * np.pi * np.cumsum(np.linspace(100, 200, 2 * RATE)) / RATE)
    assert median_hz(glide, RATE) == pytest.approx(150, rel=0.03)


def test_silence_and_a_click_have_no_pitch():
    assert median_hz(np.zeros(RATE), RATE) == 0.0
    assert median_hz(np.ones(100), RATE) == 0.0
