"""The Timer port: when something is to happen by the wall clock. An event loop is one."""

import heapq
from collections.abc import Callable
from itertools import count
from typing import Protocol


class Alarm(Protocol):
    def cancel(self) -> None:
        """It does not go off any more."""


class Timer(Protocol):
    """What of `asyncio.AbstractEventLoop` tells the time."""

    def time(self) -> float:
        """Seconds, from any beginning; never goes back."""

    def call_at(self, when: float, callback: Callable[[], object], /) -> Alarm:
        """Has the callback called when it is `when`."""


class SteppedTimer:
    """Goes on only when told: the fake that ships with the port."""

    def __init__(self) -> None:
        self._now = 0.0
        self._alarms: list[tuple[float, int, _Alarm]] = []
        self._numbers = count()

    def time(self) -> float:
        return self._now

    def call_at(self, when: float, callback: Callable[[], object], /) -> Alarm:
        alarm = _Alarm(callback)
        heapq.heappush(self._alarms, (when, next(self._numbers), alarm))
        return alarm

    def advance(self, seconds: float) -> None:
        """Lets so much time pass: each alarm goes off at its time."""
        until = self._now + seconds
        while self._alarms and self._alarms[0][0] <= until:
            when, _, alarm = heapq.heappop(self._alarms)
            self._now = max(self._now, when)
            alarm.go_off()
        self._now = until


class _Alarm:
    def __init__(self, callback: Callable[[], object]) -> None:
        self._callback: Callable[[], object] | None = callback

    def cancel(self) -> None:
        self._callback = None

    def go_off(self) -> None:
        if self._callback is not None:
            self._callback()
