import wave
from pathlib import Path

import numpy as np
import pytest

from voicebot.speech import wav


def written(path: Path, data: bytes, rate: int = 16_000, channels: int = 1, width: int = 2) -> Path:
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(data)
    return path


def test_what_was_written_is_read_back_the_same(tmp_path: Path) -> None:
    pcm = np.array([0, 1, -1, 32_767, -32_768], np.int16)
    wav.write(tmp_path / "a.wav", pcm, 8_000)
    assert np.array_equal(wav.read(tmp_path / "a.wav", 8_000), pcm)


def test_two_channels_become_their_mean(tmp_path: Path) -> None:
    stereo = np.array([[100, 300], [-200, 0]], "<i2")
    assert wav.read(written(tmp_path / "s.wav", stereo.tobytes(), channels=2), 16_000).tolist() == [200, -100]


@pytest.mark.parametrize(
    ("width", "data"),
    [(1, b"\xc0\x40"), (3, b"\x00\x00\x40\x00\x00\xc0"), (4, b"\x00\x00\x00\x40\x00\x00\x00\xc0")],
)
def test_other_sample_widths_are_understood(tmp_path: Path, width: int, data: bytes) -> None:
    assert wav.read(written(tmp_path / "w.wav", data, width=width), 16_000).tolist() == [16_384, -16_384]


def test_another_rate_is_converted_and_the_length_kept(tmp_path: Path) -> None:
    path = written(tmp_path / "r.wav", np.zeros(44_100, "<i2").tobytes(), rate=44_100)
    assert len(wav.read(path, 16_000)) == 16_000


@pytest.mark.parametrize("data", [b"", b"not a recording", b"RIFF\x24\x00\x00\x00WAVEfmt "])
def test_a_broken_file_is_refused_with_its_name_and_the_remedy(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "x.wav").write_bytes(data)
    with pytest.raises(wav.BadRecording, match=r"x\.wav.*16-bit PCM WAV"):
        wav.read(tmp_path / "x.wav", 16_000)


def test_a_recording_without_sound_is_refused(tmp_path: Path) -> None:
    with pytest.raises(wav.BadRecording, match="holds no sound"):
        wav.read(written(tmp_path / "e.wav", b""), 16_000)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(wav.BadRecording, match="no such file"):
        wav.read(tmp_path / "none.wav", 16_000)
