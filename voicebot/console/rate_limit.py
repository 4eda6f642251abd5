"""How often a thing may fail, or be done, in a while."""

from collections import OrderedDict, deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock

REMEMBERED = 10_000
"""Keys; the one that failed longest ago is forgotten first."""


@dataclass
class RateLimit:
    """At most so many failures a key within the last while. In memory: a restart forgets them."""

    most: int
    within: timedelta
    _failures: OrderedDict[Hashable, deque[datetime]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def wait(self, key: Hashable, now: datetime) -> timedelta | None:
        """How long until the next try; None: it may be tried now."""
        with self._lock:
            return self._wait(key, now)

    def failed(self, key: Hashable, now: datetime) -> None:
        with self._lock:
            self._count(key, now)

    def admit(self, key: Hashable, now: datetime) -> timedelta | None:
        """Counts what is to be done; or how long until it may be."""
        with self._lock:
            wait = self._wait(key, now)
            if wait is None:
                self._count(key, now)
            return wait

    def count(self, key: Hashable, now: datetime) -> int:
        """Within the last while, `most` at the most."""
        with self._lock:
            return sum(at + self.within > now for at in self._failures.get(key, ()))

    def _wait(self, key: Hashable, now: datetime) -> timedelta | None:
        failed = self._failures.get(key, deque())
        if len(failed) < self.most:
            return None
        left = failed[-self.most] + self.within - now
        return left if left > timedelta(0) else None

    def _count(self, key: Hashable, now: datetime) -> None:
        self._failures.setdefault(key, deque(maxlen=self.most)).append(now)
        self._failures.move_to_end(key)
        while len(self._failures) > REMEMBERED:
            self._failures.popitem(last=False)

    def succeeded(self, key: Hashable) -> None:
        with self._lock:
            self._failures.pop(key, None)
