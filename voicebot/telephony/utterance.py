"""What the caller says in one go, on its way through the recognition."""

import asyncio

import numpy as np

from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech.recognition import Recognition, Urgency
from voicebot.speech.recognizer import SAMPLE_RATE, Pcm

Guess = asyncio.Task[tuple[Hypothesis, ...]]


class Utterance:
    """From its first sound on; on one event loop."""

    def __init__(self, recognition: Recognition, hints: Hints, start_ms: int, early: bool) -> None:
        self.start_ms = start_ms
        self.end_ms = start_ms
        """Where the speech stopped, once it is finished."""

        self.early = early
        """The bot was speaking when it began, and went on."""

        self.follows: Utterance | None = None
        """The utterance that this one may go on with."""

        self.interrupted = False
        """It stopped the bot."""

        self._recognition = recognition
        self._hints = hints
        self._hearing = recognition.begin(hints)
        self._pcm: list[Pcm] = []
        self._fed = 0
        """Pieces of it that the recognition has."""

        self._guess: Guess | None = None

    def add(self, pcm: Pcm) -> None:
        """The next audio at 16,000 Hz. While a guess stands, it is kept back: silence changes nothing that was said."""
        self._pcm.append(pcm)
        if self._guess is None:
            self._feed()

    def guess(self, urgency: Urgency = Urgency.GUESS) -> Guess:
        """Starts decoding what was said so far; the same task until `forget`."""
        if self._guess is None or _failed(self._guess):
            self._feed()
            self._guess = asyncio.create_task(self._hearing.hear(urgency))
        elif not self._guess.done():
            self._hearing.hasten(urgency)
        return self._guess

    def forget(self) -> None:
        """The caller went on: the guess is out of date."""
        self._guess = None
        self._hearing.forget()

    @property
    def streaming(self) -> bool:
        """Whether audio is just being handed to the engine."""
        return self._hearing.busy

    def recent(self, ms: int) -> Pcm:
        """The last `ms` of what was said so far, or all of it; shape (samples,)."""
        samples, pieces, found = ms * SAMPLE_RATE // 1_000, [], 0
        for pcm in reversed(self._pcm):
            if found >= samples:
                break
            pieces.append(pcm)
            found += len(pcm)
        return np.concatenate(pieces[::-1])[-samples:]

    def stands(self, guess: Guess) -> bool:
        """Whether nothing was said since."""
        return self._guess is guess

    def with_rest(self, *rest: "Utterance") -> "Utterance":
        """This one and what followed it, to be heard anew as one answer to what this one answered."""
        whole = Utterance(self._recognition, self._hints, self.start_ms, self.early)
        whole._pcm = [pcm for one in (self, *rest) for pcm in one._pcm]
        return whole

    async def final(self) -> tuple[Hypothesis, ...]:
        """The hypotheses for the whole utterance, also for a second one who asks. Raises what the engine raises."""
        return await asyncio.shield(self.guess(Urgency.ANSWER))

    def _feed(self) -> None:
        for pcm in self._pcm[self._fed :]:
            self._hearing.feed(pcm)
        self._fed = len(self._pcm)


def _failed(task: Guess) -> bool:
    return task.done() and (task.cancelled() or task.exception() is not None)
