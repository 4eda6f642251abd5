"""An engine of this process, asked in threads: for engines that hear while the caller speaks, and in tests."""

import asyncio
from collections.abc import Callable
from concurrent.futures import Executor
from typing import TypeVar

import numpy as np

from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech import closed
from voicebot.speech.recognition import Urgency
from voicebot.speech.recognizer import SAMPLE_RATE, Listening, Pcm, Recognizer

STREAM_MS = 400
"""How much audio is handed to the engine at a time while the caller speaks."""

_STREAM = STREAM_MS * SAMPLE_RATE // 1_000

Heard = TypeVar("Heard")


class ThreadedRecognition:
    """A `Recognition` whose utterances take turns in `pool`, in the order in which they are asked for."""

    def __init__(self, recognizer: Recognizer, pool: Executor) -> None:
        self.name = recognizer.name
        self._recognizer = recognizer
        self._pool = pool
        self.waiting = 0
        """Who waits, waits in the pool, and is not counted."""

    def begin(self, hints: Hints) -> "ThreadedHearing":
        return ThreadedHearing(self._recognizer, hints, self._pool)

    async def prepare(self, hints: Hints) -> None:
        await asyncio.get_running_loop().run_in_executor(self._pool, self._recognizer.listen, hints)

    def close(self) -> None:
        """The pool belongs to who made it."""


class ThreadedHearing:
    """One utterance; after a failure of the engine all of it is heard anew."""

    def __init__(self, recognizer: Recognizer, hints: Hints, pool: Executor) -> None:
        self._recognizer = recognizer
        self._hints = hints
        self._pool = pool
        self._heard: list[Pcm] = []
        self._waiting: list[Pcm] = []
        self._waiting_samples = 0
        self._lock = asyncio.Lock()
        self._listening: Listening | None = None
        self._streaming: asyncio.Task[None] | None = None

    @property
    def busy(self) -> bool:
        return self._streaming is not None and not self._streaming.done()

    def feed(self, pcm: Pcm) -> None:
        self._waiting.append(pcm)
        self._waiting_samples += len(pcm)
        if self._waiting_samples >= _STREAM and not self._lock.locked():
            self._streaming = asyncio.create_task(self._work(_only_listen))
            self._streaming.add_done_callback(_seen)

    async def hear(self, urgency: Urgency) -> tuple[Hypothesis, ...]:
        return await self._work(lambda listening: closed.hear(listening, self._hints))

    def hasten(self, urgency: Urgency) -> None:
        """Each utterance has its turn."""

    def forget(self) -> None:
        """What is asked is heard, and nobody looks at it."""

    async def _work(self, ask: Callable[[Listening], Heard]) -> Heard:
        async with self._lock:
            waiting, self._waiting, self._waiting_samples = self._waiting, [], 0
            self._heard += waiting
            fresh = waiting if self._listening is not None else [*self._heard]
            return await asyncio.get_running_loop().run_in_executor(self._pool, self._ask, fresh, ask)

    def _ask(self, pcm: list[Pcm], ask: Callable[[Listening], Heard]) -> Heard:
        listening, self._listening = self._listening, None  # after a failure all is heard anew
        if listening is None:
            listening = self._recognizer.listen(self._hints)
        if pcm:
            listening.feed(np.concatenate(pcm))
        heard = ask(listening)
        self._listening = listening
        return heard


def _only_listen(listening: Listening) -> None:
    """Nothing is asked of the engine yet."""


def _seen(task: asyncio.Task[None]) -> None:
    """What went wrong is told when the utterance is asked for."""
    if not task.cancelled():
        task.exception()
