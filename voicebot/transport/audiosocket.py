"""A line over Asterisk's AudioSocket. It plays what it is given at once and knows neither marks nor clear, so all of it is
paced here. Silence is sent, too: Asterisk gives a connection up on which nothing moves for two seconds."""

import asyncio
import socket
from collections import deque
from collections.abc import Callable
from typing import cast
from uuid import UUID

from voicebot.transport import audiosocket_wire as wire
from voicebot.transport.line import End, Fault, Incoming, LineDead, Mark, Pcm
from voicebot.transport.pacing import Pacer
from voicebot.transport.timer import Alarm, Timer

MOST_UNREAD = 16_384
"""Bytes that may wait here, and as many in the kernel; half a second of audio each."""

STALLED_S = 5.0
"""A peer that is behind for this long is dead."""

MOST_CAME = 200
"""Messages that may wait for the call; then no more is read until half are gone."""

LINGER_S = 2.0
"""How long the peer has to take the end of the call and close."""


class AudioSocketLine(asyncio.Protocol):
    """One connection, from its beginning on."""

    def __init__(self, timer: Timer, connected: Callable[["AudioSocketLine"], object]) -> None:
        """`connected` is called when the peer is there."""
        self._timer = timer
        self._connected = connected
        self._transport: asyncio.Transport
        self._uuid: UUID | None = None
        self._reader = wire.Reader()
        self._came: deque[wire.Message] = deque()
        self._over: End | EOFError | LineDead | None = None
        """How the connection ended."""

        self._news = asyncio.Event()
        """Something came, or the connection ended."""

        self._room = asyncio.Event()
        """A frame has gone out, or the frames were dropped."""

        self._closed = asyncio.Event()
        self._clears = 0
        self._pacer: Pacer | None = None
        self._tick: Alarm | None = None
        self._stalled: Alarm | None = None

    # What asyncio tells

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)
        self._transport.set_write_buffer_limits(high=MOST_UNREAD)
        beneath: socket.socket = self._transport.get_extra_info("socket")
        beneath.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, MOST_UNREAD)
        self._connected(self)

    def data_received(self, data: bytes) -> None:
        if self._over is None:
            self._came += self._reader.feed(data)
            if len(self._came) > MOST_CAME:
                self._transport.pause_reading()
            self._news.set()

    def eof_received(self) -> None:
        self._end()

    def connection_lost(self, error: Exception | None) -> None:
        self._end()
        self._stop()
        self._closed.set()

    def pause_writing(self) -> None:
        self._stalled = self._timer.call_at(self._timer.time() + STALLED_S, self._give_up)

    def resume_writing(self) -> None:
        if self._stalled is not None:
            self._stalled.cancel()

    def _give_up(self) -> None:
        self._end(LineDead("the peer stopped reading"))
        self._transport.abort()

    def _end(self, why: LineDead | None = None) -> None:
        """Asterisk closes when the caller has hung up; with what is unread, its kernel resets the connection."""
        if self._over is None:
            torn = EOFError("the connection ended within a message")
            self._over = why or (torn if self._reader.within_message else End())
            self._news.set()
            self._room.set()

    def _stop(self) -> None:
        for alarm in (self._tick, self._stalled):
            if alarm is not None:
                alarm.cancel()

    # The beginning and the end

    async def identity(self) -> UUID:
        """The call that the connection is for. Raises WireError."""
        first = await self._next()
        if not isinstance(first, wire.Identity):
            raise wire.WireError("the connection does not begin with a UUID")
        self._uuid = first.uuid
        return first.uuid

    def begin(self) -> None:
        """From now on there is audio: what is played, or silence."""
        self._pacer = Pacer(self._timer.time(), wire.SILENCE)
        self._send_due()

    async def close(self) -> None:
        """Hangs up, where the peer has not. Waits until it has taken that, or LINGER_S."""
        self._stop()
        if self._over is None:
            self._over = End()
            self._transport.write(wire.END)
            self._transport.write_eof()  # what still comes is read, or the end might be lost in a reset
            self._transport.resume_reading()
        else:
            self._transport.close()
        linger = self._timer.call_at(self._timer.time() + LINGER_S, self._transport.abort)
        try:
            await self._closed.wait()
        finally:
            linger.cancel()
            self._transport.abort()

    # The port

    @property
    def id(self) -> str:
        return self._uuid.hex if self._uuid is not None else ""

    async def receive(self) -> Incoming:
        came = await self._next()
        return Fault("UUID in the middle of a stream") if isinstance(came, wire.Identity) else came

    async def play(self, frame: Pcm) -> None:
        pacer, clears = self._open(), self._clears
        while pacer.full and self._over is None:
            self._room.clear()
            await self._room.wait()
            self._open()
        if clears == self._clears:
            pacer.append(wire.audio(frame))

    async def mark(self, name: str) -> None:
        self._open().mark(name)

    async def clear(self) -> None:
        names = self._open().clear()
        self._clears += 1
        self._room.set()
        self._tell(names)

    async def _next(self) -> wire.Message:
        while not self._came:
            if isinstance(self._over, End):
                return self._over
            if self._over is not None:
                raise self._over
            self._news.clear()
            await self._news.wait()
        came = self._came.popleft()
        if len(self._came) == MOST_CAME // 2 and self._over is None:
            self._transport.resume_reading()
        return came

    def _open(self) -> Pacer:
        """Raises LineDead where nothing can be played any more; a caller who hung up is told of by `receive`."""
        if isinstance(self._over, EOFError | LineDead):
            raise LineDead(str(self._over))
        assert self._pacer is not None, "begin() comes first"
        return self._pacer

    def _send_due(self) -> None:
        assert self._pacer is not None
        frames, marks = self._pacer.take(self._timer.time())
        self._transport.write(b"".join(frames))
        self._room.set()
        self._tell(marks)
        self._tick = self._timer.call_at(self._pacer.due_at, self._send_due)

    def _tell(self, marks: list[str]) -> None:
        if marks:
            self._came += map(Mark, marks)
            self._news.set()
