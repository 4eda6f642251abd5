"""A PBX with one call, as AudioSocket's published protocol describes it, and a caller on it who keeps audio time.

Protocol: https://docs.asterisk.org/Configuration/Channel-Drivers/AudioSocket/
"""

import asyncio
import socket
import struct
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np
import requests

from voicebot.service import Service
from voicebot.telephony.session import Session
from voicebot.telephony.settling import settled
from voicebot.transport.timer import Alarm, SteppedTimer

PATIENCE_S = 120.0
"""After this long something has gone wrong; nothing is measured by it."""

FRAME = bytes(320)
"""20 ms of silence: 160 samples of 16 bits."""


def message(kind: int, payload: bytes = b"") -> bytes:
    return struct.pack(">BH", kind, len(payload)) + payload


class Pbx:
    """One connection."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def connect(cls, port: int, uuid: str) -> "Pbx":
        pbx = await cls.plug(port)
        await pbx.sends(message(0x01, UUID(uuid).bytes))
        return pbx

    @classmethod
    async def plug(cls, port: int) -> "Pbx":
        """Only the connection."""
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def sends(self, data: bytes) -> None:
        self._writer.write(data)
        await self._writer.drain()

    async def speaks(self, frame: bytes) -> None:
        await self.sends(message(0x10, frame))

    async def presses(self, digit: str) -> None:
        await self.sends(message(0x03, digit.encode("ascii")))

    async def hangs_up(self) -> None:
        """The caller does."""
        await self.sends(message(0x00))
        await self.is_hung_up_on()

    async def hears(self) -> bytes | None:
        """The bot's next piece of audio; None when it hangs up or closes."""
        async with asyncio.timeout(PATIENCE_S):
            try:
                kind, length = struct.unpack(">BH", await self._reader.readexactly(3))
                payload = await self._reader.readexactly(length)
            except (asyncio.IncompleteReadError, ConnectionResetError):
                return None
        assert kind in (0x00, 0x10)
        return payload if kind == 0x10 else None

    async def is_hung_up_on(self) -> None:
        """Listens until the bot hangs up, and closes as Asterisk does then."""
        while await self.hears() is not None:
            pass
        await self.closes()

    async def breaks(self) -> None:
        """The connection is reset."""
        linger = struct.pack("ii", 1, 0)
        self._writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        await self.closes()

    async def closes(self) -> None:
        self._writer.close()
        with suppress(ConnectionError):
            await self._writer.wait_closed()


class ServiceTimer(SteppedTimer):
    """The time that a service's voice is paced by, moved on from outside."""

    loop: asyncio.AbstractEventLoop

    def call_at(self, when, callback, /) -> Alarm:  # type: ignore[no-untyped-def]
        self.loop = asyncio.get_running_loop()
        return super().call_at(when, callback)


@dataclass
class Caller:
    """Sends a frame when all that followed from the one before is done; then 20 ms go by for the bot's voice, too."""

    pbx: Pbx
    service: Service
    timer: ServiceTimer
    uuid: str
    audio: bytearray = field(default_factory=bytearray)
    """The bot's voice."""

    over: bool = False
    """The bot has hung up."""

    sent_ms: int = 0
    sounding_ms: int = 0
    """How much of the bot's voice is sound."""

    _quiet_ms: int = 0
    _asked: bool = False
    _session: Session | None = None

    async def lasts(self, frame: bytes = FRAME) -> None:
        """20 ms."""
        if self.over:
            return
        await self.pbx.speaks(frame)
        self.sent_ms += 20
        await self._session_known()
        async with asyncio.timeout(PATIENCE_S):
            await asyncio.wrap_future(asyncio.run_coroutine_threadsafe(self._turn(), self.timer.loop))
        heard = await self.pbx.hears()
        self.over = heard is None
        self.audio += heard or b""
        sounds = bool(np.abs(np.frombuffer(heard or b"", "<i2").astype(np.int32)).max(initial=0) > 50)
        self._asked |= sounds
        self.sounding_ms += 20 * sounds
        self._quiet_ms = 0 if sounds else self._quiet_ms + 20

    async def says(self, pcm: bytes) -> None:
        for at in range(0, len(pcm), len(FRAME)):
            await self.lasts(pcm[at : at + len(FRAME)].ljust(len(FRAME), b"\0"))
        self._waits_for_an_answer()

    async def presses(self, digits: str) -> None:
        for digit in digits:
            await self.pbx.presses(digit)
            await self.lasts()
        self._waits_for_an_answer()

    def _waits_for_an_answer(self) -> None:
        self._asked, self._quiet_ms = False, 0

    async def hears_out(self, quiet_ms: int = 600) -> None:
        """Listens until the bot has spoken and is silent, or has hung up."""
        while not self.over and not (self._asked and self._quiet_ms >= quiet_ms):
            await self.lasts()

    async def is_hung_up_on(self) -> None:
        """Listens until the bot hangs up."""
        while not self.over:
            await self.lasts()
        await self.pbx.closes()

    async def _session_known(self) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while self._session is None:
                lines = tuple(self.service.sessions)
                self._session = next((one for one in lines if one.line_id == UUID(self.uuid).hex), None)
                await asyncio.sleep(0)

    async def _turn(self) -> None:
        """In the service's loop."""
        session = self._session
        assert session is not None

        def thinking() -> bool:
            return session in self.service.sessions and (session.now_ms < self.sent_ms or session.thinking)

        await settled(thinking)
        self.timer.advance(0.02)
        await settled(thinking)


async def ask(url: str, method: str, path: str, key: str = "", **form: str) -> requests.Response:
    """What the dialplan's CURL() asks."""
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return await asyncio.to_thread(
        requests.request, method, f"{url}/asterisk/{path}", data=form, headers=headers, timeout=PATIENCE_S
    )
