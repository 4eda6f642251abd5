"""What a simulated caller does, one thing after another."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from voicebot.speech import mulaw, wav
from voicebot.telephony.pstn import FRAME_BYTES, FRAME_MS

RATE = 8_000


@dataclass(frozen=True, slots=True)
class Keys:
    """Keys pressed on the telephone: 0 to 9, * and #."""

    digits: str


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

    @property
    def ms(self) -> int:
        return len(self.frames) * FRAME_MS


def recording(path: Path) -> Recording:
    """Reads a WAV file. Raises wav.BadRecording when it cannot be used."""
    pcm = wav.read(path, RATE)
    data = mulaw.encode(pcm)
    data += bytes([mulaw.SILENCE]) * (-len(data) % FRAME_BYTES)
    frames = tuple(data[at : at + FRAME_BYTES] for at in range(0, len(data), FRAME_BYTES))
    return Recording(frames, last_voiced(mulaw.decode(data)))


def last_voiced(pcm: NDArray[np.int16]) -> int | None:
    """The number of 20 ms frames up to and including the last one with speech.

    A frame is voiced when its level is within 30 dB of the loudest one and at least 8 dB over the
    quietest tenth of the recording (15 dB below the loudest one will do where there is no pause). None
    when nothing rises 6 dB over that tenth, or over -50 dBFS: that is noise.
    """
    frames = pcm[: pcm.size // FRAME_BYTES * FRAME_BYTES].reshape(-1, FRAME_BYTES).astype(np.float64)
    level = 10 * np.log10(np.mean(frames**2, axis=1) / 2**30 + 1e-10)
    peak, floor = level.max(), np.percentile(level, 10)
    if peak < max(floor + 6, -50):
        return None
    threshold = max(min(floor + 8, peak - 15), peak - 30, -50)
    return int(np.flatnonzero(level >= threshold)[-1]) + 1


def line_noise(seconds: float, dbfs: float) -> tuple[bytes, ...]:
    """Frames of the hiss of a quiet line, always the same ones."""
    samples = np.random.default_rng(0).standard_normal(round(seconds * RATE))
    data = mulaw.encode(wav.to_int16(samples * 10 ** (dbfs / 20)))
    return tuple(data[at : at + FRAME_BYTES] for at in range(0, len(data), FRAME_BYTES))
