"""The Clock port: the only place where the present moment comes from."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from time import monotonic
from typing import Protocol
from zoneinfo import ZoneInfo

TOKYO = ZoneInfo("Asia/Tokyo")


class Clock(Protocol):
    def now(self) -> datetime:
        """The present moment, aware, in Asia/Tokyo."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> datetime:
        return datetime.now(TOKYO)


@dataclass
class PinnedClock:
    """Started at a given moment and going on from there: `--now`, and the fake for tests."""

    start: datetime
    began: float = field(default_factory=monotonic)

    def now(self) -> datetime:
        elapsed = datetime.fromtimestamp(monotonic() - self.began, TOKYO) - datetime.fromtimestamp(0, TOKYO)
        return self.start.astimezone(TOKYO) + elapsed


@dataclass
class SteppedClock:
    """Goes on only when told: for calls that take no time."""

    moment: datetime

    def now(self) -> datetime:
        return self.moment.astimezone(TOKYO)

    def advance(self, seconds: float) -> None:
        """Lets so much time pass."""
        self.moment += timedelta(seconds=seconds)
