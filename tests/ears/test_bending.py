import numpy as np
import pytest
from scipy.signal import lfilter

from ears import bending
from ears.bending import Bend

RATE = 16_000


@pytest.fixture(scope="module")
def voice() -> bending.Signal:
    """A second of a vowel at 200 Hz: pulses through two resonances."""
    pulses = np.zeros(RATE)
    pulses[:: RATE // 200] = 1.0
    for hertz in (700, 1_200):
        pole = 0.97 * np.exp(2j * np.pi * hertz / RATE)
        pulses = lfilter([1.0], [1.0, -2 * pole.real, abs(pole) ** 2], pulses)
    return np.asarray(pulses / np.abs(pulses).max())


def bent(bend: Bend, speech: bending.Signal) -> bending.Signal:
    return bending.bend(bend, speech, RATE, np.random.default_rng(0))


def pitch_hz(speech: bending.Signal) -> float:
    middle = speech[2_000:-2_000]
    spectrum = np.abs(np.fft.rfft(middle * np.hanning(len(middle)), 4 * RATE)) ** 2
    correlation = np.fft.irfft(spectrum)
    return RATE / float(40 + correlation[40:300].argmax())


def centre_hz(speech: bending.Signal) -> float:
    spectrum = np.abs(np.fft.rfft(speech)) ** 2
    return float(np.sum(spectrum * np.fft.rfftfreq(len(speech), 1 / RATE)) / np.sum(spectrum))


@pytest.mark.parametrize("factor", [0.6, 0.8, 1.25])
def test_the_pitch_moves_and_neither_the_pace_nor_the_formants_do(
    factor: float, voice: bending.Signal
) -> None:
    other = bent(Bend(pitch=factor), voice)
    assert pitch_hz(other) == pytest.approx(200 * factor, rel=0.03)
    assert len(other) == len(voice)
    assert centre_hz(other) == pytest.approx(centre_hz(voice), rel=0.1)


@pytest.mark.parametrize("pace", [0.75, 1.3])
def test_the_pace_moves_and_the_pitch_does_not(pace: float, voice: bending.Signal) -> None:
    other = bent(Bend(pace=pace), voice)
    assert len(other) == round(len(voice) / pace)
    assert pitch_hz(other) == pytest.approx(200, rel=0.03)


def test_a_tremor_makes_the_pitch_go_up_and_down(voice: bending.Signal) -> None:
    other = bent(Bend(tremor=0.1), voice)
    heard = [pitch_hz(np.pad(other[start : start + 800], 2_000)) for start in range(1_600, 13_000, 400)]
    assert min(heard) < 190
    assert max(heard) > 210


def test_breath_is_noise_where_there_is_speech(voice: bending.Signal) -> None:
    silence = np.zeros(RATE // 2)
    spoken = np.concatenate([voice, silence])
    added = bent(Bend(breath=0.2), spoken) - bent(Bend(breath=1e-9), spoken)
    assert np.std(added[2_000:14_000]) == pytest.approx(0.2 * np.std(voice), rel=0.4)
    assert np.abs(added[-4_000:]).max() < 1e-6


def test_no_bend_is_the_recording_itself(voice: bending.Signal) -> None:
    assert bent(Bend(), voice) is voice


def test_silence_and_a_click_go_through() -> None:
    assert np.abs(bent(Bend(pitch=0.7), np.zeros(RATE))).max() == 0
    assert len(bent(Bend(pitch=0.7), np.ones(100))) == 100


def test_the_same_draw_bends_the_same(voice: bending.Signal) -> None:
    first, second = (bending.draw(np.random.default_rng(4)) for _ in range(2))
    assert first == second
    assert (bent(first, voice) == bent(second, voice)).all()
