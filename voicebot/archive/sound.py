"""The sound of a recorded call: both sides of all its streams, one after the other, on one line of time."""

import io
import wave
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from voicebot.archive.folder import RecordedCall, spans
from voicebot.speech import wav
from voicebot.telephony.record import RATE, Said
from voicebot.telephony.transcripts import Span

Pcm = NDArray[np.int16]

MOST_STREAMS = 9
SAMPLES_PER_MS = RATE // 1000
SIDES = ("caller", "agent")


@dataclass(frozen=True, slots=True)
class Stream:
    """One of a call's streams."""

    start_ms: int
    """Where it lies in the sound of the whole call."""

    caller: Pcm
    agent: Pcm
    """Both at 8,000 Hz and of the same length."""

    spoken: Sequence[Span]
    """Where the caller spoke, in the stream's own time; empty in older records."""

    said: Sequence[Said]
    """Where the bot's words are."""


@dataclass(frozen=True, slots=True)
class Sound:
    """Of a whole call; without streams: nothing can be heard."""

    streams: tuple[Stream, ...]
    missing: tuple[str, ...]
    """Files that should be there and are not, or hold no sound that can be read."""

    @property
    def ms(self) -> int:
        return sum(map(len, self.side("caller"))) // SAMPLES_PER_MS

    def side(self, name: str) -> list[Pcm]:
        """`caller` or `agent`, stream by stream."""
        return [stream.caller if name == "caller" else stream.agent for stream in self.streams]


def read(call: RecordedCall) -> Sound:
    """However much of it is there: where one side of a stream is missing it is silent."""
    streams: list[Stream] = []
    missing: list[str] = []
    start_ms = 0
    for suffix in ["", *(f"-{number}" for number in range(2, MOST_STREAMS + 1))]:
        paths = {side: call.path / f"{side}{suffix}.wav" for side in SIDES}
        if suffix and not any(path.exists() for path in paths.values()):
            break
        sides = {side: _pcm(path) for side, path in paths.items()}
        missing += [paths[side].name for side, pcm in sides.items() if pcm is None]
        length = max((len(pcm) for pcm in sides.values() if pcm is not None), default=0)
        caller, agent = (_padded(sides[side], length) for side in SIDES)
        said = [Said(*found) for found in spans(call.path / f"agent{suffix}.jsonl", "text")]
        spoken = [Span(*found) for found in spans(call.path / f"caller{suffix}.jsonl")]
        if length:
            streams.append(Stream(start_ms, caller, agent, spoken, said))
            start_ms += length // SAMPLES_PER_MS
    return Sound(tuple(streams), tuple(missing))


def mixed(sound: Sound) -> Pcm:
    """Both sides at once; what is louder than can be is clipped."""
    both = np.add(_joined(sound.side("caller")), _joined(sound.side("agent")), dtype=np.int32)
    pcm: Pcm = np.clip(both, -32_768, 32_767).astype(np.int16)
    return pcm


def as_wav(sound: Sound, side: str) -> bytes:
    """`caller`, `agent` or `both` as a WAV file: mono, 16 bits, 8,000 Hz."""
    file = io.BytesIO()
    wav.write(file, mixed(sound) if side == "both" else _joined(sound.side(side)), RATE)
    return file.getvalue()


def peaks(sound: Sound, side: str, columns: int) -> list[float]:
    """How loud each of `columns` parts of the call is at most, 0 to 1."""
    pcm = _joined(sound.side(side))
    if not len(pcm):
        return [0.0] * columns
    edges = np.linspace(0, len(pcm), columns, endpoint=False, dtype=np.int64)
    highest, lowest = np.maximum.reduceat(pcm, edges), np.minimum.reduceat(pcm, edges)
    return [max(float(high), -float(low)) / 32_768 for high, low in zip(highest, lowest, strict=True)]


def _joined(parts: list[Pcm]) -> Pcm:
    return np.concatenate(parts) if parts else np.zeros(0, np.int16)


def _pcm(path: Path) -> Pcm | None:
    """As it was recorded; None: there is none, or it is not of a call's record."""
    try:
        with wave.open(str(path), "rb") as file:
            if (file.getnchannels(), file.getsampwidth(), file.getframerate()) != (1, 2, RATE):
                return None
            data = file.readframes(file.getnframes())
    except (wave.Error, EOFError, OSError):
        return None
    pcm = np.frombuffer(data[: len(data) // 2 * 2], "<i2")
    return pcm if len(pcm) else None


def _padded(pcm: Pcm | None, length: int) -> Pcm:
    padded = np.zeros(length, np.int16)
    if pcm is not None:
        padded[: len(pcm)] = pcm
    return padded
