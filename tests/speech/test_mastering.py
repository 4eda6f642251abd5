import numpy as np
import pytest

from voicebot.speech import mastering, mulaw
from voicebot.speech.mastering import Samples

HERTZ = 24_000


def tone(seconds: float, volume: float = 0.5) -> Samples:
    beat = np.arange(round(seconds * HERTZ)) / HERTZ
    return (volume * np.sin(2 * np.pi * 440 * beat)).astype(np.float32)


def silence(seconds: float) -> Samples:
    return np.zeros(round(seconds * HERTZ), np.float32)


def decibels(value: float) -> float:
    return float(20 * np.log10(value))


def pcm(audio: bytes) -> Samples:
    return (mulaw.decode(audio) / 32_768).astype(np.float32)


def test_long_silence_at_both_ends_is_cut() -> None:
    audio = mastering.master(np.concatenate([silence(2), tone(1), silence(2)]), HERTZ)
    assert len(audio) == pytest.approx(8_000 * (0.04 + 1 + 0.2), abs=240)


def test_sound_begins_within_150_ms() -> None:
    audio = mastering.master(np.concatenate([silence(1), tone(1)]), HERTZ)
    assert np.flatnonzero(np.abs(pcm(audio)) > 0.01)[0] < 1_200


@pytest.mark.parametrize("volume", [0.01, 0.1, 0.9])
def test_every_engine_ends_up_equally_loud(volume: float) -> None:
    audio = pcm(mastering.master(tone(2, volume), HERTZ))
    assert decibels(np.sqrt(np.mean(audio[800:-800] ** 2))) == pytest.approx(-20, abs=0.5)


def test_no_peak_exceeds_the_ceiling() -> None:
    quiet = tone(2, 0.02)
    quiet[::2_400] = 0.99
    audio = pcm(mastering.master(quiet, HERTZ))
    assert decibels(float(np.abs(audio).max())) <= mastering.CEILING + 0.1


@pytest.mark.parametrize("gain_db", [3.0, 6.0])
def test_what_is_spoken_louder_is_as_long_and_keeps_the_ceiling(gain_db: float) -> None:
    usual = mastering.master(tone(2), HERTZ)
    raised = mastering.louder(usual, gain_db)
    levels = [decibels(np.sqrt(np.mean(audio[800:-800] ** 2))) for audio in (pcm(usual), raised / 32_768)]
    assert levels[1] - levels[0] == pytest.approx(gain_db, abs=0.5)
    assert len(raised) == len(usual)
    assert decibels(float(np.abs(mastering.louder(usual, 20.0) / 32_768).max())) <= mastering.CEILING + 0.1


def test_the_usual_level_is_left_as_it_is() -> None:
    audio = mastering.master(tone(1), HERTZ)
    assert mulaw.encode(mastering.louder(audio, 0.0)) == audio


def test_a_pause_is_cut_to_its_limit_and_keeps_both_sounds() -> None:
    audio = mastering.master(np.concatenate([tone(1), silence(1.5), tone(1)]), HERTZ)
    assert mastering.speech_seconds(audio) == pytest.approx(2 + mastering.LONGEST_PAUSE, abs=0.05)
    assert mastering.sounding_seconds(audio) == pytest.approx(2, abs=0.05)


def test_pauses_are_longer_when_the_caller_wants_it_slow() -> None:
    spoken = np.concatenate([tone(1), silence(1.5), tone(1)])
    slow = mastering.speech_seconds(mastering.master(spoken, HERTZ, rate=4.5))
    assert slow > mastering.speech_seconds(mastering.master(spoken, HERTZ, rate=5.5)) + 0.05


def test_a_plosive_is_no_pause() -> None:
    audio = mastering.master(np.concatenate([tone(1), silence(0.1), tone(1)]), HERTZ)
    assert mastering.sounding_seconds(audio) == pytest.approx(2.1, abs=0.05)


def test_silence_masters_to_nothing() -> None:
    assert mastering.master(silence(1), HERTZ) == b""
    assert mastering.master(silence(0), HERTZ) == b""
    assert mastering.speech_seconds(b"") == 0.0
