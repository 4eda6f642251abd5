"""Sentences read by people, off a telephone line: the clips that are only measured with, and their corrected readings."""

import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from faster_whisper.audio import decode_audio

from bench import ears_samples, people_readings
from bench.ears_samples import CLEAN, Sample
from bench.ears_sentences import NOW
from bench.hearing import DATA
from ears import pitch
from ears.pitch import Signal
from nlu.hinting import hints_for
from nlu.phonemes import phonemes
from nlu.question import Expect, Question
from voicebot.speech.recognizer import SAMPLE_RATE
from voicebot.speech.wav import BadRecording

FOLDER = DATA / "people"
MEASURE = "measure"
"""The split of which nothing is learnt."""

_UNKNOWN = "cv:unknown"


@dataclass(frozen=True, slots=True)
class Clip:
    """A sentence that somebody read."""

    sample: Sample
    """As it arrives over a telephone, heard as the first answer of a call."""

    speaker: str
    """An account, which is not always one person; the clip's own name where it is not known."""

    known: bool
    """Whether the account is."""

    gender: str
    """As given: "male", "female" or ""."""

    hertz: float
    """Median fundamental frequency of this clip; 0.0 where no voice was found."""


def entries(split: str, folder: Path = FOLDER) -> list[dict[str, Any]]:
    """The clips of a split as the manifest has them, in its order; empty where the data is absent."""
    manifest = folder / "manifest.jsonl"
    if not manifest.is_file():
        return []
    lines = manifest.read_text(encoding="utf-8").splitlines()
    return [one for one in map(json.loads, lines) if one["split"] == split]


def clips(folder: Path = FOLDER, readings: Mapping[str, str] | None = None) -> list[Clip]:
    """All clips that have a corrected reading, in the order of the manifest; empty where the data is absent.

    Args:
        readings: clip's file name to its hiragana; those of `people_readings` where None.

    Raises:
        ValueError: a reading belongs to no clip of the split MEASURE.
        BadRecording: a clip is missing or cannot be decoded.
    """
    entered = entries(MEASURE, folder)
    if not entered:
        return []
    corrected = people_readings.load() if readings is None else readings
    measured = [one for one in entered if Path(one["file"]).name in corrected]
    strangers = set(corrected) - {Path(one["file"]).name for one in measured}
    if strangers:
        raise ValueError(f"{sorted(strangers)[0]} has a reading and is no clip of the split {MEASURE}")
    hints = hints_for(Question(Expect.ANY), NOW, ears_samples.lexicon())
    found = []
    for one in measured:
        name = Path(one["file"]).name
        speech = decoded(folder / one["file"])
        line = np.random.default_rng(zlib.crc32(name.encode()))
        pcm = ears_samples.off_the_line(speech, CLEAN, line)
        known = one["speaker"] != _UNKNOWN
        found.append(
            Clip(
                Sample(pcm, phonemes(corrected[name]), hints, text=one["text"]),
                one["speaker"] if known else name,
                known,
                one["gender"],
                pitch.median_hz(speech, SAMPLE_RATE),
            )
        )
    return found


def decoded(path: Path) -> Signal:
    """An MP3 or FLAC file as mono in -1..1 at SAMPLE_RATE, shape (samples,). Raises BadRecording."""
    try:
        speech = decode_audio(str(path), SAMPLE_RATE)
    except (OSError, ValueError, EOFError, IndexError) as error:
        raise BadRecording(f"{path}: not a readable recording ({error})") from None
    assert isinstance(speech, np.ndarray)
    if not len(speech):
        raise BadRecording(f"{path}: the recording holds no sound")
    return speech.astype(np.float64)
