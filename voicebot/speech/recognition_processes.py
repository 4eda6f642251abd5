"""Utterances of all calls before engines in processes of their own."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from voicebot.speech.engine_process import EngineProcess
from voicebot.speech.recognition import Urgency
from voicebot.speech.recognizer import SAMPLE_RATE, Pcm
from voicebot.speech.urgent_queue import UrgentQueue


@dataclass(eq=False, slots=True)
class _Job:
    pcm: Pcm
    hints: Hints
    heard: "asyncio.Future[tuple[Hypothesis, ...]]"


class ProcessedRecognition:
    """A `Recognition` with one queue before all engines. On one event loop."""

    def __init__(self, engines: Sequence[EngineProcess]) -> None:
        self.name = engines[0].name
        self._engines = engines
        self._free = [engine for engine in engines for _ in range(engine.at_once)]
        self._at_once = len(self._free)
        self._queue: UrgentQueue[_Job] = UrgentQueue()
        self._running: set[asyncio.Task[None]] = set()

    @property
    def waiting(self) -> int:
        """Utterances that wait for an engine."""
        return len(self._queue)

    def begin(self, hints: Hints) -> "ProcessedHearing":
        return ProcessedHearing(self, hints)

    async def prepare(self, hints: Hints) -> None:
        silence = np.zeros(SAMPLE_RATE // 2, np.int16)
        await asyncio.gather(*(asyncio.wrap_future(engine.hear(silence, hints)) for engine in self._engines))

    def close(self) -> None:
        for engine in self._engines:
            engine.close()

    def ask(self, pcm: Pcm, hints: Hints, urgency: Urgency) -> "Asked":
        """Puts an utterance into the queue."""
        job = _Job(pcm, hints, asyncio.get_running_loop().create_future())
        ticket = self._queue.put(job, urgency, len(pcm) / SAMPLE_RATE)
        self._next()
        return Asked(self._queue, ticket, job)

    def _next(self) -> None:
        while self._free and (job := self._queue.take()) is not None:
            alone = len(self._free) == self._at_once and not len(self._queue)
            task = asyncio.create_task(self._hear(self._free.pop(), job, brief=not alone))
            self._running.add(task)
            task.add_done_callback(self._running.discard)

    async def _hear(self, engine: EngineProcess, job: _Job, brief: bool) -> None:
        """`brief`: a second opinion is dear, and others are heard, too."""
        try:
            heard = await asyncio.wrap_future(engine.hear(job.pcm, job.hints, brief))
        except Exception as error:
            if not job.heard.done():
                job.heard.set_exception(error)
        else:
            if not job.heard.done():
                job.heard.set_result(heard)
        finally:
            self._free.append(engine)
            self._next()


@dataclass(eq=False, slots=True)
class Asked:
    """An utterance in the queue, or on its way through an engine."""

    _queue: UrgentQueue[_Job]
    _ticket: int
    _job: _Job

    async def heard(self) -> tuple[Hypothesis, ...]:
        """Raises EngineFailed, and CancelledError when it was taken back."""
        return await asyncio.shield(self._job.heard)

    def hasten(self, urgency: Urgency) -> None:
        self._queue.hasten(self._ticket, urgency)

    def take_back(self) -> None:
        """Nothing when an engine has it already."""
        if self._queue.drop(self._ticket):
            self._job.heard.cancel()


class ProcessedHearing:
    """One utterance."""

    busy = False

    def __init__(self, recognition: ProcessedRecognition, hints: Hints) -> None:
        self._recognition = recognition
        self._hints = hints
        self._pieces: list[Pcm] = []
        self._asked: Asked | None = None

    def feed(self, pcm: Pcm) -> None:
        self._pieces.append(pcm)

    async def hear(self, urgency: Urgency) -> tuple[Hypothesis, ...]:
        whole = np.concatenate(self._pieces) if self._pieces else np.zeros(0, np.int16)
        self._pieces = [whole]
        self._asked = self._recognition.ask(whole, self._hints, urgency)
        return await self._asked.heard()

    def hasten(self, urgency: Urgency) -> None:
        if self._asked is not None:
            self._asked.hasten(urgency)

    def forget(self) -> None:
        if self._asked is not None:
            self._asked.take_back()
