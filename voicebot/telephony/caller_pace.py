"""How fast a simulated call runs."""

import asyncio
from dataclasses import dataclass, field
from enum import StrEnum
from time import monotonic

from websockets.asyncio.client import ClientConnection

from voicebot.telephony.pstn import FRAME_MS

_AHEAD = 50
"""Frames sent in a hurry before the other side must have read them."""


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
    _due: float = field(default_factory=monotonic)
    _hurried: int = 0

    async def tick(self, playing: bool) -> None:
        """Returns when the next frame may be sent; `playing` when either side has audio to play."""
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
