"""The port to a telephone line: PCM frames both ways, marks, digits, an end. Whose line it is, only its transport knows."""

from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Pcm = NDArray[np.int16]
"""Mono, shape (samples,)."""

SAMPLE_RATE = 8_000
"""Hz, both ways."""

SAMPLES_PER_MS = SAMPLE_RATE // 1_000
FRAME_MS = 20
FRAME_SAMPLES = FRAME_MS * SAMPLES_PER_MS


class LineDead(Exception):
    """The peer stopped reading, or has gone."""


@dataclass(frozen=True, slots=True)
class Audio:
    """The next piece of the caller's voice, of any length."""

    pcm: Pcm


@dataclass(frozen=True, slots=True)
class Mark:
    """What was played before the mark of this name has sounded, or was cleared."""

    name: str


@dataclass(frozen=True, slots=True)
class Digit:
    """The caller pressed a key: one of 0123456789*#."""

    digit: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Something came that the line's protocol does not know, and was passed over."""

    why: str
    """Never repeats what the caller said or pressed."""


@dataclass(frozen=True, slots=True)
class End:
    """The caller hung up."""


Incoming = Audio | Mark | Digit | Fault | End


class Line(Protocol):
    """One call's line, for as long as it holds."""

    @property
    def id(self) -> str:
        """Its own among all lines of all calls."""

    async def receive(self) -> Incoming:
        """What comes in next. Raises EOFError when the line is lost, LineDead when the peer takes nothing any more."""

    async def play(self, frame: Pcm) -> None:
        """Appends FRAME_SAMPLES to what is being played; may wait until they have room. Raises LineDead."""

    async def mark(self, name: str) -> None:
        """Asks for a `Mark` to come in when everything appended so far has sounded. Raises LineDead."""

    async def clear(self) -> None:
        """Drops what has not sounded yet. Raises LineDead."""
