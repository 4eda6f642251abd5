"""What happens, for whoever watches: one hub a process, told by anybody, from any thread, without waiting."""

import asyncio
import logging
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from dialog import events
from dialog.actions import Action
from dialog.state import Outcome

log = logging.getLogger(__name__)

WAITING = 256
"""News that one watcher may be behind; the oldest beyond are lost to it, and it is told that some were."""


@dataclass(frozen=True, slots=True)
class CallHappened:
    """Something happened in a call; told after the step was taken."""

    sid: str
    ms: int
    """Offset in the caller's audio."""
    event: events.Event
    actions: tuple[Action, ...]


@dataclass(frozen=True, slots=True)
class CallForgot:
    """Words were taken out of a call's record: part of a My Number. Whoever shows them shows them no more."""

    sid: str


@dataclass(frozen=True, slots=True)
class CallEnded:
    """A call's stream has ended. Where it broke there is no outcome, and another stream may follow."""

    sid: str
    outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class QueueChanged:
    """Something changed in an office's lines at the counters: a ticket, a desk, what is shut."""

    office: str
    counter: str
    """Empty: several counters, or all."""


@dataclass(frozen=True, slots=True)
class Missed:
    """News were lost because the watcher was slow: it looks anew."""


News = CallHappened | CallForgot | CallEnded | QueueChanged | Missed


class Watcher:
    """One who watches, in the loop where it was made."""

    def __init__(self, kinds: tuple[type, ...]) -> None:
        self._kinds = kinds
        self._loop = asyncio.get_running_loop()
        self._ring = asyncio.Event()
        self._waiting: deque[News] = deque()
        self._missed = False
        self._over = False
        self._lock = Lock()

    async def news(self) -> Sequence[News]:
        """Waits for the next; all that has come since, in order. Empty: the hub is closed, nothing comes any more."""
        while True:
            await self._ring.wait()
            with self._lock:
                self._ring.clear()
                found = ([Missed()] if self._missed else []) + list(self._waiting)
                self._waiting.clear()
                self._missed = False
                if self._over:
                    self._ring.set()
            if found or self._over:
                return found

    def tell(self, news: News) -> None:
        if not isinstance(news, self._kinds):
            return
        with self._lock:
            if len(self._waiting) >= WAITING:
                self._waiting.popleft()
                self._missed = True
            self._waiting.append(news)
        self._wake()

    def end(self) -> None:
        with self._lock:
            self._over = True
        self._wake()

    def _wake(self) -> None:
        try:
            self._loop.call_soon_threadsafe(self._ring.set)
        except RuntimeError:
            log.debug("a watcher's loop has ended before it")


class Hub:
    """Passes news on to those who watch at that moment; keeps none."""

    def __init__(self) -> None:
        self._watchers: set[Watcher] = set()
        self._lock = Lock()
        self._closed = False

    @contextmanager
    def watching(self, *kinds: type) -> Iterator[Watcher]:
        """A watcher for these kinds of news."""
        watcher = Watcher((*kinds, Missed))
        with self._lock:
            self._watchers.add(watcher)
            closed = self._closed
        if closed:
            watcher.end()
        try:
            yield watcher
        finally:
            with self._lock:
                self._watchers.discard(watcher)

    @property
    def watchers(self) -> int:
        return len(self._watchers)

    def publish(self, news: News) -> None:
        """To everybody who watches its kind."""
        with self._lock:
            watchers = tuple(self._watchers)
        for watcher in watchers:
            watcher.tell(news)

    def close(self) -> None:
        """Lets everybody go who watches: the service goes down."""
        with self._lock:
            self._closed = True
            watchers = tuple(self._watchers)
        for watcher in watchers:
            watcher.end()
