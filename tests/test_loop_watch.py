import asyncio
import logging
from dataclasses import dataclass, field

import pytest

from voicebot.loop_watch import EVERY_S, QUIET_S, watch


@dataclass
class Time:
    """Goes on by what is slept, and by what is still to be late."""

    late: list[float]
    moment: float = 100.0
    told: list[float] = field(default_factory=list)

    def now(self) -> float:
        return self.moment

    async def sleep(self, seconds: float) -> None:
        if not self.late:
            raise asyncio.CancelledError
        self.moment += seconds + self.late.pop(0)


async def watched(*late: float) -> list[float]:
    time = Time([*late])
    with pytest.raises(asyncio.CancelledError):
        await watch(time.told.append, time.now, time.sleep)
    return time.told


async def test_a_stall_is_told_with_its_length():
    assert await watched(0.0, 0.2, 0.0) == [pytest.approx(0.2)]


async def test_what_is_a_little_late_is_no_stall():
    assert await watched(0.049, 0.01) == []


async def test_stalls_in_a_row_are_logged_once_with_the_worst(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.WARNING)
    quiet = [0.0] * round(QUIET_S / EVERY_S + 1)
    assert len(await watched(0.1, 0.3, 0.2, *quiet)) == 3
    assert [record.getMessage() for record in caplog.records] == [
        "the event loop was held up for 100 ms",
        "the event loop was held up for 300 ms",
    ]
