"""What simulated callers say, as it goes on the wire: recordings with the noise of a line, in frames of base64."""

import base64
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from recordings_fixtures.channel import line_noise
from voicebot.speech import mulaw, wav
from voicebot.telephony.caller_script import voiced

RATE = 8_000
FRAME = 160
FRAME_MS = 20


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording as the line carries it."""

    payloads: tuple[str, ...]
    """20 ms of mu-law each, in base64."""

    begins_ms: float | None = None
    """The first frame with speech; None for mere noise."""

    ends_ms: float | None = None
    """After the last voiced sample; None for mere noise."""


@cache
def recording(path: Path, noise_dbfs: float) -> Sound:
    """A recording with so much more noise on it. Raises wav.BadRecording when it cannot be used."""
    pcm = wav.read(path, RATE)
    pcm = np.concatenate([pcm, np.zeros(-pcm.size % FRAME, np.int16)])
    begins, ends = speech(pcm)
    rng = np.random.default_rng(zlib.crc32(path.name.encode()))
    noise = line_noise(pcm.size, noise_dbfs, rng) * 2**15
    return Sound(_payloads(np.clip(pcm + noise, -(2**15), 2**15 - 1).astype(np.int16)), begins, ends)


@cache
def noise(noise_dbfs: float) -> Sound:
    """Two seconds of a line on which nobody speaks, to be repeated."""
    samples = line_noise(2 * RATE, noise_dbfs, np.random.default_rng(0)) * 2**15
    return Sound(_payloads(samples.astype(np.int16)))


def speech(pcm: NDArray[np.int16]) -> tuple[float | None, float | None]:
    """Where speech begins (its first frame) and ends (its last sample of half the strength of its frame), in ms.

    Nones for mere noise.
    """
    frames = voiced(pcm)
    if not frames:
        return None, None
    last = np.abs(pcm[frames[-1] * FRAME : (frames[-1] + 1) * FRAME].astype(np.float64))
    strong = np.flatnonzero(last >= np.sqrt(np.mean(last**2)) / 2)
    return frames[0] * FRAME_MS, frames[-1] * FRAME_MS + (int(strong[-1]) + 1) * 1_000 / RATE


def _payloads(pcm: NDArray[np.int16]) -> tuple[str, ...]:
    data = mulaw.encode(pcm)
    return tuple(base64.b64encode(data[at : at + FRAME]).decode() for at in range(0, len(data), FRAME))
