from pathlib import Path

import numpy as np
import pytest

from voicebot.speech import wav
from voicebot.telephony.caller_script import BadStep, Keys, last_voiced, line_noise, parse_step, recording

RNG = np.random.default_rng(7)


def pcm(*parts: tuple[float, float]) -> np.ndarray:
    """Pieces of noise: seconds and level in dBFS."""
    pieces = [RNG.standard_normal(round(s * 8_000)) * 10 ** (level / 20) for s, level in parts]
    return wav.to_int16(np.concatenate(pieces))


def test_speech_ends_with_its_last_voiced_frame() -> None:
    assert last_voiced(pcm((0.2, -55), (1.0, -20), (0.5, -55))) == 60


def test_a_pause_inside_does_not_end_the_speech() -> None:
    assert last_voiced(pcm((0.2, -50), (0.4, -22), (0.8, -50), (0.4, -25), (0.4, -50))) == 90


def test_speech_without_any_pause_ends_with_the_recording() -> None:
    assert last_voiced(pcm((0.5, -20), (0.5, -28))) == 50


@pytest.mark.parametrize("level", [-70, -45, -25])
def test_mere_line_noise_is_not_speech(level: float) -> None:
    assert last_voiced(pcm((2.0, level))) is None


def test_a_recording_is_cut_into_whole_frames_and_resampled(tmp_path: Path) -> None:
    path = tmp_path / "a.wav"
    wav.write(path, np.repeat(pcm((0.5, -20)), 2)[:-30], 16_000)
    frames = recording(path).frames
    assert len(frames) == 25
    assert {len(frame) for frame in frames} == {160}


def test_an_unreadable_recording_is_named(tmp_path: Path) -> None:
    path = tmp_path / "broken.wav"
    path.write_bytes(b"RIFFnothing")
    with pytest.raises(wav.BadRecording, match=r"broken\.wav"):
        recording(path)


def test_line_noise_is_quiet_and_always_the_same() -> None:
    assert line_noise(0.1, -65) == line_noise(0.1, -65)
    assert len(set(line_noise(0.1, -65))) > 1


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("keys:1202#", Keys("1202#")),
        ("keys:0@2s", Keys("0", 2_000)),
        ("keys:*9@0.2s", Keys("*9", 200)),
        ("keys:1@0s", Keys("1", 20)),
        ("audio/keys.wav", Path("audio/keys.wav")),
    ],
)
def test_a_step_is_a_row_of_keys_or_a_recording(text: str, step: Keys | Path) -> None:
    assert parse_step(text) == step


@pytest.mark.parametrize("text", ["keys:", "keys:12a", "keys:12@2", "keys:12@-1s", "keys:@2s", "keys:1 2"])
def test_keys_that_no_telephone_has_are_refused_with_an_example(text: str) -> None:
    with pytest.raises(BadStep, match="keys:1202"):
        parse_step(text)
