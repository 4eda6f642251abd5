"""The playback ledger: what was sent to the caller, and what of it was heard to its end."""

import asyncio
from collections.abc import Awaitable
from dataclasses import dataclass

import numpy as np

from voicebot.transport.line import FRAME_SAMPLES, SAMPLES_PER_MS, Line, LineDead, Pcm

SEND_TIMEOUT_S = 5.0
"""A line that takes no frame for this long is dead."""

MARK_GRACE_MS = 3_000
"""How much later than computed a mark may come before it is held to be lost."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A sentence on its way to the caller's ear."""

    key: str
    last: bool
    """The last one of what the bot has to say now."""


class Playback:
    """Sends sentences as whole frames, one mark each, and keeps the account."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._pending: dict[str, Sent] = {}
        self._count = 0
        self._turn = 0
        self._saying = False
        self.ends_ms = 0
        """When, on the call's clock, everything sent will have been played."""

    @property
    def speaking(self) -> bool:
        """Whether something sent has not been heard to its end."""
        return self._saying or bool(self._pending)

    def only(self, key: str) -> bool:
        """Whether this sentence, and no other, was sent and has not been heard to its end."""
        return bool(self._pending) and all(sent.key == key for sent in self._pending.values())

    def silent(self, now_ms: int) -> bool:
        """Whether nothing of what was sent sounds."""
        return not self._pending and self.ends_ms <= now_ms

    def begin(self) -> None:
        """Something is about to be said, in one piece or several."""
        self._saying = True

    def done(self) -> None:
        """All of it has been sent."""
        self._saying = False

    @property
    def turn(self) -> int:
        """Changes whenever what was being said is dropped."""
        return self._turn

    def overdue(self, now_ms: int) -> bool:
        """Whether marks are missing that should have come long ago."""
        return bool(self._pending) and not self._saying and now_ms > self.ends_ms + MARK_GRACE_MS

    def starts_ms(self, now_ms: int) -> int:
        """When, on the call's clock, what is sent now will sound."""
        return max(now_ms, self.ends_ms)

    async def play(self, sent: Sent | None, audio: Pcm, now_ms: int) -> bool:
        """Sends audio and, when it ends the sentence `sent`, its mark.

        Returns whether all of it was sent: a `drop` in the meantime ends it. Raises LineDead.
        """
        turn = self._turn
        whole = np.pad(audio, (0, -len(audio) % FRAME_SAMPLES))
        self.ends_ms = self.starts_ms(now_ms) + len(whole) // SAMPLES_PER_MS
        for frame in whole.reshape(-1, FRAME_SAMPLES):
            await self._bounded(self._line.play(frame))
            if self._turn != turn:
                return False
        if sent is not None:
            self._count += 1
            name = f"{self._line.id[-6:]}.{self._count}:{sent.key}"
            self._pending[name] = sent
            await self._bounded(self._line.mark(name))
        return self._turn == turn

    async def drop(self, now_ms: int) -> None:
        """Stops speaking: what has not been played never will be. Raises LineDead."""
        self._turn += 1
        if self.speaking:
            self._saying = False
            self._pending.clear()
            self.ends_ms = now_ms
            await self._bounded(self._line.clear())

    def heard(self, name: str) -> Sent | None:
        """A mark came back; None when its sentence had been dropped, or is of another stream."""
        return self._pending.pop(name, None)

    def give_up(self) -> list[Sent]:
        """Takes the missing marks off the account."""
        lost = list(self._pending.values())
        self._pending.clear()
        return lost

    async def _bounded(self, sending: Awaitable[None]) -> None:
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                await sending
        except TimeoutError as error:
            raise LineDead("the peer stopped reading") from error
