"""The Recognizer port: audio in, hypotheses out, and candidates scored."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from nlu.hints import Candidate, Hints
from nlu.hypothesis import Hypothesis

SAMPLE_RATE = 16_000
"""Hz. What every engine is fed."""

Pcm = NDArray[np.int16]
"""Mono PCM, shape (samples,)."""

BESIDE = Hints()
"""Of sound that is only overheard, as it answers nothing."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate and how well the audio supports it."""

    candidate: Candidate
    score: float
    """0 to 1, summing to at most 1 over one call of `score`; the rest is "none of these"."""


class Listening(Protocol):
    """One utterance being heard. Used by one thread at a time; calls may block for hundreds of ms."""

    def feed(self, pcm: Pcm) -> None:
        """Takes the next piece of audio at 16,000 Hz."""

    def result(self) -> tuple[Hypothesis, ...]:
        """The n best for all audio fed so far, best first; empty when nothing was heard.

        May be called early (in a pause) and again after more audio.
        """

    def score(self, candidates: Sequence[Candidate]) -> tuple[Ranked, ...]:
        """Each candidate against all audio fed so far, best first; empty where the engine cannot."""


class Recognizer(Protocol):
    """An engine. One instance serves all calls."""

    name: str

    def listen(self, hints: Hints, brief: bool = False) -> Listening:
        """Starts an utterance; `hints` is what the question allows. `brief`: others wait, so second opinions are left out."""


class EngineMissing(Exception):
    """An engine or its model is not there. The message is one sentence with the remedy."""
