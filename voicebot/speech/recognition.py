"""The Recognition port: utterances heard beside the event loop, who waits for an answer first."""

from enum import IntEnum
from typing import Protocol

from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech.recognizer import Pcm


class Urgency(IntEnum):
    """How soon somebody needs what is heard; the least first."""

    ANSWER = 0
    """The turn has ended: the caller waits."""

    GUESS = 1
    """Asked in a pause, to see how long to wait."""

    AHEAD = 2
    """Nobody waits: what is prepared for the calls to come."""


class Hearing(Protocol):
    """One utterance on its way through an engine. Used on one event loop; nothing here blocks it."""

    def feed(self, pcm: Pcm) -> None:
        """Takes the next piece of audio at 16,000 Hz."""

    async def hear(self, urgency: Urgency) -> tuple[Hypothesis, ...]:
        """The n best for all audio fed so far, best first, led by what a closed question allows; empty when nothing was
        heard. Raises what the engine raises."""

    def hasten(self, urgency: Urgency) -> None:
        """What was asked last, and is not heard yet, is needed sooner."""

    def forget(self) -> None:
        """What was asked last is out of date; it is cancelled, unless an engine is at it."""

    @property
    def busy(self) -> bool:
        """Whether audio is just being handed to the engine, unasked."""


class Recognition(Protocol):
    """Shared by all calls of a service."""

    name: str

    @property
    def waiting(self) -> int:
        """Utterances that wait for an engine."""

    def begin(self, hints: Hints) -> Hearing:
        """Starts an utterance; `hints` is what the question allows."""

    async def prepare(self, hints: Hints) -> None:
        """Makes ready what an engine builds from hints, so that no caller waits for it."""

    def close(self) -> None:
        """Nothing more will be asked."""
