"""People who read sentences (Common Voice ja, CC0), of the split that may be learnt from, and what they said.

The clips are read where they lie, in `../shared/data/people`; none is copied.
"""

import functools
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from faster_whisper.audio import decode_audio
from numpy.typing import NDArray

from ears import texts
from ears.pitch import Signal
from nlu.phonemes import phonemes
from nlu.reading import hiragana
from voicebot.speech import wav

FOLDER = texts.BROAD.parent / "people"
ADAPT = "adapt"
MOST = 200
"""Clips of one speaker that are trained on: one of them spoke more than half of all."""

_KEPT = 4
"""One speaker in so many is kept apart, all clips with him: to watch the training, and to fit scores."""

_MANY = 100
"""Clips of a speaker who is too much of all to be kept apart."""

_PIECE = 9
"""Sounds of the pieces by which texts are compared."""

_FAMILIAR = 0.2
"""Share of a sentence's pieces, if so many were trained on."""

RATE = 16_000


@dataclass(frozen=True, slots=True)
class Clip:
    """A sentence that somebody read."""

    path: Path
    speaker: str
    text: str
    sounds: str
    """Symbols of `nlu.phonemes`, by a front end: unchecked."""

    kept: bool
    """Not to be trained on."""

    def speech(self) -> Signal:
        """Shape (samples,) at RATE, -1 to 1. Raises OSError."""
        return np.asarray(_decoded(self.path), np.float64) / 32_768


def clips(folder: Path = FOLDER) -> list[Clip]:
    """All of the split but doubtful ones, at most MOST of a speaker, the first by their names. Raises OSError."""
    lines = (folder / "manifest.jsonl").read_text(encoding="utf-8").splitlines()
    entries = [one for one in map(json.loads, lines) if one["split"] == ADAPT and not one["odd"]]
    spoken: dict[str, list[dict[str, str]]] = {}
    for one in sorted(entries, key=lambda one: one["file"]):
        spoken.setdefault(one["speaker"], []).append(one)
    found = []
    for speaker, own in spoken.items():
        kept = len(own) <= _MANY and zlib.crc32(speaker.encode()) % _KEPT == 0
        found += [
            Clip(folder / one["file"], speaker, one["text"], phonemes(hiragana(one["reading"])), kept)
            for one in own[:MOST]
        ]
    return found


def unfamiliar(read: Sequence[Clip]) -> list[Clip]:
    """Of those that are kept: whose texts are unlike those that are trained on. Half of all clips are of a few books, whose
    expressions a listener learns by heart."""
    known = {piece for clip in read if not clip.kept for piece in _pieces(clip.sounds)}
    kept = [clip for clip in read if clip.kept]
    return [one for one in kept if len(_pieces(one.sounds) & known) < _FAMILIAR * len(_pieces(one.sounds))]


def _pieces(sounds: str) -> set[str]:
    return {sounds[at : at + _PIECE] for at in range(max(1, len(sounds) - _PIECE + 1))}


@functools.cache
def _decoded(path: Path) -> NDArray[np.int16]:
    """Kept, as decoding costs more than a whole call through the channel."""
    return wav.to_int16(np.asarray(decode_audio(str(path), sampling_rate=RATE), np.float64))
