"""How fast a simulated call runs."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from time import monotonic

from websockets.asyncio.client import ClientConnection

from voicebot.telephony.caller_line import Line
from voicebot.telephony.pstn import FRAME_MS

_AHEAD = 50
"""Frames sent in a hurry before the other side must have read them."""

_TURNS = 5
"""Turns of the event loop in which whatever has come in is taken."""

Settled = Callable[[str, int], Awaitable[None]]
"""Returns when the service has done all that follows from so many messages of the stream with that id."""


class Pace(StrEnum):
    REALTIME = "realtime"
    """One frame every 20 ms."""
    FAST = "fast"
    """While the bot's audio plays, while the caller speaks and between the keys of a number, frames go as fast as they are
    taken. Pauses in the speech and waiting for an answer are always real, so that a measured gap is one."""


@dataclass
class Ticker:
    """Waits between two frames."""

    pace: Pace
    socket: ClientConnection
    settled: Settled | None = None
    """The next frame may be sent when all that followed from those before has come in, whatever the pace."""

    _due: float = field(default_factory=monotonic)
    _hurried: int = 0

    async def tick(self, playing: bool, line: Line) -> None:
        """Returns when the next frame may be sent; `playing` when either side has audio to play."""
        if self.settled is not None:
            await self.settled(line.stream_sid, line.sent)
            await (await self.socket.ping())  # a pong is in order with what the service sent before it
            for _ in range(_TURNS):
                await asyncio.sleep(0)
            return
        if self.pace is Pace.FAST and playing:
            await self._hurry()
            return
        await self.catch_up()
        self._due = max(self._due, monotonic() - 0.2) + FRAME_MS / 1_000
        await asyncio.sleep(max(0.0, self._due - monotonic()))

    async def catch_up(self) -> None:
        """Waits until the other side has read what was sent in a hurry."""
        if self._hurried:
            self._hurried = 0
            # A pong is in order with the frames before it: the service has taken them all.
            await (await self.socket.ping())
            self._due = monotonic()

    async def _hurry(self) -> None:
        self._hurried += 1
        if self._hurried >= _AHEAD:
            await self.catch_up()
        else:
            await asyncio.sleep(0)
