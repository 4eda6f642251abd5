"""How often something may be done in a while by all together, so that a few who do it often leave room for the others."""

from collections import Counter, deque
from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from threading import Lock


@dataclass
class FairLimit:
    """At most so many within the last while. The first half is for whoever comes; of the second, everybody has the same share. Who had
    less than that is admitted as long as there are no more than `most` / 2 of them. In memory: a restart forgets them."""

    most: int
    within: timedelta
    _done: deque[tuple[datetime, Hashable]] = field(default_factory=deque)
    _by: Counter[Hashable] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def admit(self, key: Hashable, now: datetime) -> timedelta | None:
        """Counts what is to be done; or how long until it may be."""
        with self._lock:
            self._forget(now)
            half = self.most // 2
            share = max(1, half // len(self._by.keys() | {key}))
            if len(self._done) < half or (len(self._done) < self.most and self._by[key] < share):
                self._done.append((now, key))
                self._by[key] += 1
                return None
            theirs = [at for at, by in self._done if by == key] if len(self._done) < self.most else []
            return (theirs or [self._done[0][0]])[0] + self.within - now

    def _forget(self, now: datetime) -> None:
        while self._done and self._done[0][0] + self.within <= now:
            _, key = self._done.popleft()
            self._by[key] -= 1
            if not self._by[key]:
                del self._by[key]
