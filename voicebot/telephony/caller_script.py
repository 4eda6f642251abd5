"""What a simulated caller does, one thing after another."""

import re
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from voicebot.speech import mulaw, wav
from voicebot.telephony.pstn import FRAME_BYTES, FRAME_MS

RATE = 8_000

PAUSE_MS = 120
"""Shorter silences belong to the sounds of speech (a closure before k, p, t)."""


KEY_MS = 200

_KEYS = re.compile(r"keys:([0-9*#]+)(?:@(\d+(?:\.\d+)?)s)?")


class BadStep(ValueError):
    """A text that stands for nothing a caller can do. The message says what would."""


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys pressed on the telephone: 0 to 9, * and #."""

    digits: str
    every_ms: int = KEY_MS
    """Before each of them, the first one too."""


@dataclass(frozen=True, slots=True)
class HangUp:
    """The caller puts the receiver down when the bot has finished its sentence."""


Step = Path | Keys | HangUp


@dataclass(frozen=True, slots=True)
class Recording:
    """A recording as the line carries it."""

    frames: tuple[bytes, ...]
    """160 bytes of mu-law each."""

    speech_end: int | None
    """How many frames there are up to the last one with speech; None for mere noise."""

    pauses: frozenset[int] = frozenset()
    """The frames within a pause of PAUSE_MS or more before that."""

    @property
    def ms(self) -> int:
        return len(self.frames) * FRAME_MS


def parse_step(text: str) -> Step:
    """`keys:1202` or `keys:1202@2s` (two seconds before each key), or the path of a recording. Raises BadStep."""
    if not text.startswith("keys:"):
        return Path(text)
    found = _KEYS.fullmatch(text)
    if found is None:
        raise BadStep(f"{text!r} is no row of keys; give one like keys:1202# or keys:09012345678@2s")
    every_ms = KEY_MS if found[2] is None else round(float(found[2]) * 1_000)
    return Keys(found[1], max(every_ms, FRAME_MS))


def recording(path: Path) -> Recording:
    """Reads a WAV file. Raises wav.BadRecording when it cannot be used."""
    pcm = wav.read(path, RATE)
    data = mulaw.encode(pcm)
    data += bytes([mulaw.SILENCE]) * (-len(data) % FRAME_BYTES)
    frames = tuple(data[at : at + FRAME_BYTES] for at in range(0, len(data), FRAME_BYTES))
    spoken = voiced(mulaw.decode(data))
    return Recording(frames, spoken[-1] + 1 if spoken else None, _pauses(spoken))


def _pauses(spoken: list[int]) -> frozenset[int]:
    gaps = (range(a + 1, b) for a, b in pairwise(spoken) if (b - a - 1) * FRAME_MS >= PAUSE_MS)
    return frozenset(frame for gap in gaps for frame in gap)


def last_voiced(pcm: NDArray[np.int16]) -> int | None:
    """The number of 20 ms frames up to and including the last one with speech; None for mere noise."""
    spoken = voiced(pcm)
    return spoken[-1] + 1 if spoken else None


def voiced(pcm: NDArray[np.int16]) -> list[int]:
    """The 20 ms frames with speech, by number.

    A frame is voiced when its level is within 30 dB of the loudest one and at least 8 dB over the
    quietest tenth of the recording (15 dB below the loudest one will do where there is no pause). None
    is when nothing rises 6 dB over that tenth, or over -50 dBFS: that is noise.
    """
    frames = pcm[: pcm.size // FRAME_BYTES * FRAME_BYTES].reshape(-1, FRAME_BYTES).astype(np.float64)
    level = 10 * np.log10(np.mean(frames**2, axis=1) / 2**30 + 1e-10)
    peak, floor = level.max(), np.percentile(level, 10)
    if peak < max(floor + 6, -50):
        return []
    threshold = max(min(floor + 8, peak - 15), peak - 30, -50)
    return [int(frame) for frame in np.flatnonzero(level >= threshold)]


def line_noise(seconds: float, dbfs: float) -> tuple[bytes, ...]:
    """Frames of the hiss of a quiet line, always the same ones."""
    samples = np.random.default_rng(0).standard_normal(round(seconds * RATE))
    data = mulaw.encode(wav.to_int16(samples * 10 ** (dbfs / 20)))
    return tuple(data[at : at + FRAME_BYTES] for at in range(0, len(data), FRAME_BYTES))
