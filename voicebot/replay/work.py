"""What takes longer than a page may: replays from audio, all of a day, recordings. One at a time, after the calls."""

import contextlib
import logging
import os
import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from voicebot.replay.engines import Engines

NICE = 15
"""Added to the niceness of the thread that works, and of those that its engines start (Linux): calls go first."""

WAITING = 20
"""Jobs that may wait."""

REMEMBERED = 50
"""Jobs that are done and whose result is kept."""

log = logging.getLogger(__name__)

Result = TypeVar("Result")


class TooMuch(Exception):
    """So many jobs wait already."""


@dataclass
class Job(Generic[Result]):
    """Something to be done, and how far it is."""

    key: str
    work: Callable[["Job[Result]"], Result]
    done: int = 0
    of: int = 0
    """0: not known."""

    result: Result | None = None
    error: Exception | None = None
    """What the work raised."""

    started: bool = False
    over: threading.Event = field(default_factory=threading.Event)

    def told(self, done: int, of: int) -> None:
        """How far it is."""
        self.done, self.of = done, of


class Work:
    """One thread, there from the first job on."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job[object]] = OrderedDict()
        self._waiting: deque[Job[object]] = deque()
        self._lock = threading.Condition()
        self._thread: threading.Thread | None = None
        self._engines: Engines | None = None

    def add(self, key: str, work: Callable[[Job[object]], object]) -> Job[object]:
        """The job of this name; one that is not over yet is not begun twice. Raises TooMuch."""
        with self._lock:
            known = self._jobs.get(key)
            if known is not None and not known.over.is_set():
                return known
            if len(self._waiting) >= WAITING:
                raise TooMuch
            job = self._jobs[key] = Job(key, work)
            self._jobs.move_to_end(key)
            self._waiting.append(job)
            self._forget()
            if self._thread is None:
                self._thread = threading.Thread(target=self._run, name="replays", daemon=True)
                self._thread.start()
            self._lock.notify()
            return job

    def get(self, key: str) -> Job[object] | None:
        """None: never begun, or forgotten."""
        return self._jobs.get(key)

    def engines(self, wake: Callable[[], Engines]) -> Engines:
        """Those of this thread, woken once: the calls have their own."""
        if self._engines is None:
            self._engines = wake()
        return self._engines

    def _forget(self) -> None:
        over = [key for key, job in self._jobs.items() if job.over.is_set()]
        for key in over[: max(0, len(over) - REMEMBERED)]:
            del self._jobs[key]

    def _run(self) -> None:
        with contextlib.suppress(OSError, AttributeError):
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)
        while True:
            with self._lock:
                while not self._waiting:
                    self._lock.wait()
                job = self._waiting.popleft()
            job.started = True
            try:
                job.result = job.work(job)
            except Exception as error:
                log.info("%s: %s", job.key, type(error).__name__, exc_info=True)
                job.error = error
            job.over.set()
