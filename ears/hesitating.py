"""People who think while they speak: hesitations in front of, and between, what was recorded apart.

Who hesitates in one of our recordings is not always who goes on; a listener of single sounds does not mind.
"""

from collections.abc import Iterator, Sequence
from random import Random
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from ears.texts import Utterance

Signal = NDArray[np.float64]

PATTERNS = ("hs", "hhs", "hshs", "shs", "hshs", "sh")
"""h: a hesitation, s: something said."""

_MOST_SOUNDS = 30
"""Of one thing said: the whole must not outlast a window of the encoder."""

_PAUSE_S = (0.05, 0.9)
_SOFTEST = 0.25
"""Loudness of a murmured hesitation, as a share."""


def sequences(spoken: Sequence["Utterance"], count: int, rng: Random) -> Iterator[tuple["Utterance", ...]]:
    """So many rows of utterances, of which those of the kind "filler" are the hesitations."""
    fillers = [u for u in spoken if u.kind == "filler"]
    said = [u for u in spoken if u.kind != "filler" and len(u.sounds) <= _MOST_SOUNDS]
    for _ in range(count):
        yield tuple(rng.choice(fillers if mark == "h" else said) for mark in rng.choice(PATTERNS))


def joined(recordings: Sequence[tuple[Signal, bool]], rate: int, rng: Random) -> Signal:
    """(recording, whether it is a hesitation) one after the other, shape (samples,), with pauses as long as thinking takes."""
    pieces: list[Signal] = []
    for recording, hesitation in recordings:
        if pieces:
            pieces.append(np.zeros(int(rng.uniform(*_PAUSE_S) * rate)))
        pieces.append(recording * (rng.uniform(_SOFTEST, 1.0) if hesitation else 1.0))
    return np.concatenate(pieces)
