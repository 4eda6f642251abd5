"""The port on which Asterisk brings a call's audio: who is let in."""

import asyncio
import logging
import socket

from voicebot.service import Service
from voicebot.telephony import asterisk
from voicebot.telephony.calls import Call, StreamRefused
from voicebot.telephony.carrying import carry
from voicebot.transport.audiosocket import AudioSocketLine
from voicebot.transport.audiosocket_wire import WireError
from voicebot.transport.timer import Timer

log = logging.getLogger(__name__)

IDENTITY_TIMEOUT_S = 10.0


class AudioSocket:
    """Listens from `start` to `stop`."""

    def __init__(self, service: Service, bound: socket.socket, timer: Timer | None = None) -> None:
        """`timer`: what the bot's voice is paced by; the event loop when None."""
        self._service = service
        self._bound = bound
        self._timer = timer
        self._server: asyncio.Server | None = None
        self._carried: set[asyncio.Task[None]] = set()

    async def start(self) -> None:
        loop = asyncio.get_running_loop()
        timer = self._timer or loop
        self._server = await loop.create_server(
            lambda: AudioSocketLine(timer, self._connected), sock=self._bound
        )

    async def stop(self) -> None:
        """Hangs up on everybody."""
        if self._server is not None:
            self._server.close()
        for task in self._carried:
            task.cancel()
        await asyncio.gather(*self._carried, return_exceptions=True)

    def _connected(self, line: AudioSocketLine) -> None:
        task = asyncio.get_running_loop().create_task(self._carry(line))
        self._carried.add(task)
        task.add_done_callback(self._carried.discard)

    async def _carry(self, line: AudioSocketLine) -> None:
        try:
            call = await self._let_in(line)
            line.begin()
            await carry(self._service, call, line)
        except (StreamRefused, WireError, TimeoutError, EOFError) as error:
            log.warning("stream refused: %s", error or type(error).__name__)
        except Exception:
            log.exception("a call on AudioSocket failed")
        finally:
            await line.close()

    async def _let_in(self, line: AudioSocketLine) -> Call:
        """Raises StreamRefused, WireError, TimeoutError, EOFError."""
        async with asyncio.timeout(IDENTITY_TIMEOUT_S):
            uuid = await line.identity()
        if self._service.closing:
            raise StreamRefused("the service is going down")
        return self._service.calls.claim(asterisk.sid(uuid), str(uuid), self._service.clock.now())
