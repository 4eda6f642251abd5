"""The playback ledger: what was sent to the caller, and what of it was heard to its end."""

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import numpy as np

from voicebot.speech.word_start import word_start
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


@dataclass(eq=False, slots=True)
class _Piece:
    """A stretch of audio that is to be heard."""

    sent: Sent | None
    """The sentence that it ends."""

    audio: Pcm
    """Whole frames."""

    text: str
    start_ms: int | None = None
    """When it sounds, on the call's clock; None while it waits."""

    mark: str = ""

    @property
    def ends_ms(self) -> int:
        return (self.start_ms or 0) + len(self.audio) // SAMPLES_PER_MS


Placed = Callable[[int, Pcm, str, Sent | None], None]
"""Told a piece's start, audio, words and the sentence that it ends before it is sent."""


class Playback:
    """Sends sentences as whole frames, one mark each, and keeps the account."""

    def __init__(self, line: Line, placed: Placed = lambda *piece: None) -> None:
        self._line = line
        self._placed = placed
        self._pending: dict[str, Sent] = {}
        self._pieces: list[_Piece] = []
        """In their order; those that were heard to a mark are gone."""

        self._sounding: deque[tuple[int, Pcm]] = deque(maxlen=8)
        """What the line was given to play last: when and what."""

        self._count = 0
        self._turn = 0
        self._stops = 0
        """How often what was being sent was stopped, for a while or for good."""

        self._saying = False
        self._held = False
        self._sending = asyncio.Lock()
        self._going_on: asyncio.Task[bool] | None = None
        self.ends_ms = 0
        """When, on the call's clock, everything sent will have been played."""

    @property
    def speaking(self) -> bool:
        """Whether something that is to be said has not been heard to its end."""
        return self._saying or self._held or bool(self._pending)

    @property
    def busy(self) -> bool:
        """Whether what was held is just being sent again."""
        return self._going_on is not None and not self._going_on.done()

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
        waits = self._saying or self._held or self.busy
        return bool(self._pending) and not waits and now_ms > self.ends_ms + MARK_GRACE_MS

    def starts_ms(self, now_ms: int) -> int:
        """When, on the call's clock, what is sent now will sound."""
        return max(now_ms, self.ends_ms)

    async def play(self, sent: Sent | None, audio: Pcm, now_ms: int, text: str = "") -> bool:
        """Sends audio and, when it ends the sentence `sent`, its mark; while the voice is held, they wait.

        Returns whether nothing was dropped in the meantime. Raises LineDead.
        """
        self._pieces.append(_Piece(sent, np.pad(audio, (0, -len(audio) % FRAME_SAMPLES)), text))
        return await self._send(now_ms)

    async def drop(self, now_ms: int) -> None:
        """Stops speaking: what has not been played never will be. Raises LineDead."""
        self._turn += 1
        self._stops += 1
        self._pieces.clear()
        if self.speaking:
            held, self._saying, self._held = self._held, False, False
            self._pending.clear()
            if not held:  # else the line is silent already
                await self._silence(now_ms)

    async def hold(self, now_ms: int) -> None:
        """Stops speaking until `go_on`. A sentence whose mark has not come back was not heard to its end. Raises LineDead."""
        if self._held or not self.speaking:
            return
        self._held = True
        self._stops += 1
        self._pieces = [
            one for one in self._pieces if one.mark or one.start_ms is None or one.ends_ms > now_ms
        ]
        for piece in self._pieces:
            if piece.start_ms is not None:
                heard = max(0, now_ms - piece.start_ms) * SAMPLES_PER_MS
                piece.audio = piece.audio[word_start(piece.audio, heard) :]
            self._pending.pop(piece.mark, None)
            piece.start_ms, piece.mark = None, ""
        await self._silence(now_ms)

    def go_on(self, now_ms: int) -> None:
        """Says the rest, from the beginning of the word at which the voice was held."""
        if self._held:
            self._held = False
            self._going_on = asyncio.create_task(self._send(now_ms))
            self._going_on.add_done_callback(_seen)

    def close(self) -> None:
        """Nothing more is sent."""
        if self._going_on is not None:
            self._going_on.cancel()

    def heard(self, name: str) -> Sent | None:
        """A mark came back; None when its sentence had been dropped or held, or is of another stream."""
        sent = self._pending.pop(name, None)
        if sent is not None:
            marked = [one.mark for one in self._pieces]
            del self._pieces[: marked.index(name) + 1]
        return sent

    def give_up(self) -> list[Sent]:
        """Takes the missing marks off the account."""
        lost = list(self._pending.values())
        self._pending.clear()
        self._pieces.clear()
        return lost

    def played(self, from_ms: int, to_ms: int) -> Pcm:
        """What the caller's telephone was given to play between two moments of the last seconds, silence included."""
        whole = np.zeros((to_ms - from_ms) * SAMPLES_PER_MS, np.int16)
        for start_ms, audio in self._sounding:
            at = (start_ms - from_ms) * SAMPLES_PER_MS
            piece = audio[max(0, -at) : max(0, len(whole) - at)]
            whole[max(0, at) :][: len(piece)] = piece
        return whole

    async def _send(self, now_ms: int) -> bool:
        """Sends what waits, in its order, unless the voice is held. Returns whether nothing was dropped in the meantime."""
        turn = self._turn
        async with self._sending:
            while self._turn == turn and not self._held:
                piece = next((one for one in self._pieces if one.start_ms is None), None)
                if piece is None:
                    break
                await self._put(piece, now_ms)
        return self._turn == turn

    async def _put(self, piece: _Piece, now_ms: int) -> None:
        stops = self._stops
        start_ms = piece.start_ms = self.starts_ms(now_ms)
        audio = piece.audio
        self.ends_ms = piece.ends_ms
        self._sounding.append((start_ms, audio))
        self._placed(start_ms, audio, piece.text, piece.sent)
        for frame in audio.reshape(-1, FRAME_SAMPLES):
            await self._bounded(self._line.play(frame))
            if self._stops != stops:
                return
        if piece.sent is not None:
            self._count += 1
            piece.mark = f"{self._line.id[-6:]}.{self._count}:{piece.sent.key}"
            self._pending[piece.mark] = piece.sent
            await self._bounded(self._line.mark(piece.mark))

    async def _silence(self, now_ms: int) -> None:
        self.ends_ms = now_ms
        until = [(start, audio[: max(0, now_ms - start) * SAMPLES_PER_MS]) for start, audio in self._sounding]
        self._sounding = deque(until, maxlen=self._sounding.maxlen)
        await self._bounded(self._line.clear())

    async def _bounded(self, sending: Awaitable[None]) -> None:
        try:
            async with asyncio.timeout(SEND_TIMEOUT_S):
                await sending
        except TimeoutError as error:
            raise LineDead("the peer stopped reading") from error


def _seen(task: asyncio.Task[bool]) -> None:
    """A line that died is told to who listens to it."""
    if not task.cancelled():
        task.exception()
