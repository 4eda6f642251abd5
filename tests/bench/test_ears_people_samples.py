"""Clips of people: found by their readings, sent over the telephone, and how high the voice is."""

import json
from pathlib import Path

import numpy as np
import pytest

from bench import ears_people_samples
from bench.ears_people_samples import FOLDER, clips, decoded
from voicebot.speech import wav
from voicebot.speech.recognizer import SAMPLE_RATE
from voicebot.speech.wav import BadRecording

ONE, OTHER, TRAINED = "common_voice_ja_1.mp3", "common_voice_ja_2.mp3", "common_voice_ja_3.mp3"


def tone(hertz: float) -> np.ndarray:
    """A second of a voice-like tone: eight harmonics."""
    time = np.arange(SAMPLE_RATE) / SAMPLE_RATE
    return sum(np.sin(2 * np.pi * hertz * k * time) / k for k in range(1, 9)) / 4


@pytest.fixture
def people(tmp_path: Path) -> Path:
    (tmp_path / "clips").mkdir()
    lines = []
    for name, hertz, speaker, split in (
        (ONE, 110.0, "cv:aaaa", "measure"),
        (OTHER, 220.0, "cv:unknown", "measure"),
        (TRAINED, 110.0, "cv:bbbb", "adapt"),
    ):
        wav.write(tmp_path / "clips" / name, wav.to_int16(tone(hertz)), SAMPLE_RATE)
        lines.append(
            {"file": f"clips/{name}", "text": "はい", "speaker": speaker, "split": split, "gender": ""}
        )
    (tmp_path / "manifest.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return tmp_path


def test_who_is_unknown_stands_alone(people: Path):
    one, other = clips(people, {ONE: "はい", OTHER: "いいえ"})
    assert (one.speaker, one.known) == ("cv:aaaa", True)
    assert (other.speaker, other.known) == (OTHER, False)
    assert (one.sample.sounds, other.sample.sounds) == ("hai", "i:e")


def test_how_high_a_voice_is_was_measured_before_the_telephone_cut_it(people: Path):
    one, other = clips(people, {ONE: "はい", OTHER: "いいえ"})
    assert one.hertz == pytest.approx(110, rel=0.03)
    assert other.hertz == pytest.approx(220, rel=0.03)


def test_a_clip_that_is_trained_on_is_never_measured_with(people: Path):
    with pytest.raises(ValueError, match=TRAINED):
        clips(people, {ONE: "はい", TRAINED: "はい"})


def test_a_clip_without_a_corrected_reading_is_left_out(people: Path):
    assert [clip.speaker for clip in clips(people, {ONE: "はい"})] == ["cv:aaaa"]


def test_where_the_data_is_absent_there_are_no_clips(tmp_path: Path):
    assert clips(tmp_path) == []


@pytest.mark.parametrize("content", [b"", b"no sound at all", b"ID3\x04\x00\x00"])
def test_a_damaged_clip_is_named(tmp_path: Path, content: bytes):
    damaged = tmp_path / "damaged.mp3"
    damaged.write_bytes(content)
    with pytest.raises(BadRecording, match=r"damaged\.mp3"):
        decoded(damaged)


def test_a_missing_clip_is_named(tmp_path: Path):
    with pytest.raises(BadRecording, match=r"gone\.mp3"):
        decoded(tmp_path / "gone.mp3")


@pytest.mark.skipif(not FOLDER.is_dir(), reason="the speech of people is not here")
def test_clips_of_people_are_read_as_published():
    name = next(iter(ears_people_samples.people_readings.load()))
    (clip,) = clips(readings={name: ears_people_samples.people_readings.load()[name]})
    assert len(clip.sample.pcm) > SAMPLE_RATE
    assert 60 < clip.hertz < 400
