import numpy as np
from numpy.typing import NDArray

from voicebot.speech.recognizer import Pcm
from voicebot.turns.cadence import Cadence, cadence

RATE = 16_000


def voice(hertz: NDArray[np.float64], level: NDArray[np.float64] | float = 1.0) -> Pcm:
    """Overtones of a voice over a telephone: 300 to 3,400 Hz."""
    phase = 2 * np.pi * np.cumsum(hertz) / RATE
    overtones = [k for k in range(1, 40) if 300 < k * hertz.mean() < 3_400]
    sound = np.sum([np.sin(k * phase) / k for k in overtones], axis=0)
    return (4_000 * level * sound / np.abs(sound).max()).astype(np.int16)


def held(hertz: float, ms: int) -> NDArray[np.float64]:
    return np.full(ms * RATE // 1_000, hertz)


def test_silence_and_a_word_too_short_to_judge_have_no_cadence() -> None:
    assert cadence(np.zeros(RATE, np.int16)) == Cadence()
    assert cadence(voice(held(120, 60))) == Cadence()


def test_a_fifth_down_at_the_end_is_seven_semitones() -> None:
    fallen = cadence(voice(np.concatenate([held(240, 800), held(160, 250)])))
    assert abs(fallen.falls - 7) < 1


def test_a_whole_octave_is_a_mistake_and_no_fall() -> None:
    assert cadence(voice(np.concatenate([held(240, 800), held(120, 250)]))).falls == 0


def test_a_voice_that_stays_level_does_not_fall() -> None:
    assert abs(cadence(voice(held(180, 1_000))).falls) < 0.5


def test_what_ends_at_half_the_level_is_six_decibels_softer() -> None:
    level = np.concatenate([np.ones(RATE), np.full(RATE // 4, 0.5)])
    assert abs(cadence(voice(held(180, 1_250), level)).softens - 6) < 1


def test_a_sound_that_is_drawn_out_is_longer_than_one_that_just_began() -> None:
    def ending_in(ms: int) -> float:
        noise = np.random.default_rng(0).normal(0, 2_000, RATE * 6 // 10).astype(np.int16)
        return cadence(np.concatenate([noise, voice(held(150, 300)), noise, voice(held(220, ms))])).drawn_ms

    assert ending_in(600) > ending_in(200) + 200
