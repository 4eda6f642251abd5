"""The lines at the counters of all offices, in this process: one queue an office, and the hub is told of changes."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar

from sqlalchemy import Engine

from calendar_backend import CounterQueue, Outlook
from voicebot.hub import Hub, QueueChanged

KEPT = timedelta(seconds=10)
"""How long waits are told again before they are worked out anew; a change makes them new at once."""

T = TypeVar("T")


@dataclass
class Queues:
    """Safe to share between threads. Everything may block on the database and raise DatabaseUnusable."""

    engine: Engine
    hub: Hub
    _queues: dict[str, CounterQueue] = field(default_factory=dict)
    _kept: dict[tuple[str, str, str], tuple[datetime, int, object]] = field(default_factory=dict)

    def at(self, office_id: str) -> CounterQueue:
        """As the office stands now. Raises UnknownOffice."""
        queue = self._queues.get(office_id)
        if queue is None:
            queue = self._queues[office_id] = CounterQueue(self.engine, office_id)
        queue.refresh()
        return queue

    def changed(self, office_id: str, counter_id: str = "") -> None:
        """Tells whoever watches; empty: of several counters, or all."""
        for key in [key for key in list(self._kept) if key[0] == office_id]:
            self._kept.pop(key, None)
        self.hub.publish(QueueChanged(office_id, counter_id))

    def outlooks(self, office_id: str, counter_id: str, now: datetime) -> Mapping[int, Outlook]:
        """Of everybody who waits at a counter, by number."""
        queue = self.at(office_id)
        key = (office_id, counter_id, "line")
        return self._again(queue, key, now, lambda: queue.outlooks(counter_id, now))

    def newcomer(self, office_id: str, counter_id: str, now: datetime) -> Outlook:
        """Of somebody who would draw a ticket now."""
        queue = self.at(office_id)
        key = (office_id, counter_id, "newcomer")
        return self._again(queue, key, now, lambda: queue.newcomer(counter_id, now))

    def _again(
        self, queue: CounterQueue, key: tuple[str, str, str], now: datetime, made: Callable[[], T]
    ) -> T:
        pulse = queue.pulse()
        kept = self._kept.get(key)
        if kept and kept[1] == pulse and timedelta(0) <= now - kept[0] < KEPT:
            return kept[2]  # type: ignore[return-value]
        found = made()
        self._kept[key] = now, pulse, found
        return found
