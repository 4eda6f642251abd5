from itertools import product

import numpy as np
import pytest

from recordings_fixtures import load_all
from recordings_fixtures.channel import through_the_line
from voicebot.speech import wav
from voicebot.speech.resampler import Doubler
from voicebot.speech.tones import is_tone

RATE = 16_000
SECONDS = np.arange(3 * RATE) / RATE
KEYS = tuple(product((697, 770, 852, 941), (1_209, 1_336, 1_477, 1_633)))


def tone(*hertz: float) -> np.ndarray:
    return np.sin(2 * np.pi * np.outer(hertz, SECONDS)).sum(axis=0)


def off_the_line(sound: np.ndarray) -> np.ndarray:
    line = through_the_line(8_000 * sound, RATE, -20.0, -50.0, np.random.default_rng(0))
    return Doubler().feed(line)


@pytest.mark.parametrize("key", KEYS)
def test_keys_are_tones(key: tuple[int, int]) -> None:
    assert is_tone(off_the_line(tone(*key) * (SECONDS % 0.3 < 0.1)))


@pytest.mark.parametrize(
    "sound",
    [
        tone(400) * (SECONDS % 1 < 0.5),
        tone(425) * (SECONDS % 0.5 < 0.25),
        tone(400) * (1 + np.sin(2 * np.pi * 16 * SECONDS)) * (SECONDS % 3 < 1),
        tone(350, 440),
        tone(1_000),
        tone(2_100),
    ],
    ids=["busy", "busy abroad", "ringing", "dial", "1 kHz", "fax"],
)
def test_so_are_the_sounds_of_the_exchange(sound: np.ndarray) -> None:
    assert is_tone(off_the_line(sound))


def test_no_recorded_turn_is_one() -> None:
    turns = [turn.path for call in load_all() for turn in call.turns if turn.path]
    assert len(turns) > 80
    assert not [path.name for path in turns if is_tone(wav.read(path, RATE))]


def test_noise_silence_and_next_to_nothing_are_none() -> None:
    rng = np.random.default_rng(0)
    assert not is_tone(rng.normal(0, 1_000, RATE).astype(np.int16))
    assert not is_tone(np.zeros(RATE, np.int16))
    assert not is_tone(np.zeros(100, np.int16))


def test_a_voice_between_keys_is_heard() -> None:
    path = next(turn.path for call in load_all() for turn in call.turns if turn.path)
    keys = (6_000 * tone(770, 1_336) * (SECONDS % 0.3 < 0.1)).astype(np.int16)
    assert not is_tone(np.concatenate([keys[:RATE], wav.read(path, RATE)]))
