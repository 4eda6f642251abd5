"""The HTTP server around a service: its socket, its limits, its end."""

import asyncio
import signal
import socket

import uvicorn

from voicebot import loop_watch, rendering_ahead, upkeep
from voicebot.app import make_app
from voicebot.service import Service
from voicebot.telephony.audio_socket import AudioSocket

MAX_MESSAGE_BYTES = 64 * 1024
"""A wire message has about 300 bytes."""


class CannotStart(Exception):
    """One sentence: what is missing or broken, and the remedy."""


def say(text: str) -> None:
    """Progress for whoever watches."""
    print(text, flush=True)


def listen(host: str, port: int, remedy: str = "") -> socket.socket:
    """The listening socket; who comes before the server waits. Raises CannotStart, with the remedy, when the address cannot
    be had."""
    try:
        (family, kind, protocol, _, address), *_ = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        bound = socket.socket(family, kind, protocol)
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    except OSError as error:
        raise CannotStart(
            f"cannot listen on {host} ({error.strerror}); {remedy or 'give another --host'}"
        ) from None
    try:
        bound.bind(address)
        bound.listen()
    except OSError as error:
        bound.close()
        raise CannotStart(
            f"cannot listen on {host}:{port} ({error.strerror}); stop what uses it or {remedy or 'give another --port'}"
        ) from None
    return bound


class Server(uvicorn.Server):
    """Prints when calls can be taken, and ends them politely before it stops."""

    def __init__(self, service: Service, url: str, audio: AudioSocket | None = None) -> None:
        """`audio`: where an Asterisk brings its calls."""
        config = uvicorn.Config(
            make_app(service),
            log_level="warning",
            ws_max_size=MAX_MESSAGE_BYTES,
            ws_ping_interval=None,
            timeout_graceful_shutdown=5,
            lifespan="off",
        )
        super().__init__(config)
        self._service = service
        self._url = url
        self._audio = audio
        self._winding: asyncio.Task[None] | None = None
        self._upkeep: asyncio.Task[None] | None = None
        self._watching: asyncio.Task[None] | None = None
        self._rendering: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            if self._audio is not None:
                await self._audio.start()
            service = self._service
            service.indexing.start()
            if service.transcripts is not None:
                service.transcripts.start()
            self._watching = asyncio.create_task(
                loop_watch.watch(service.metrics.stalls.observe, asyncio.get_running_loop().time)
            )
            self._upkeep = asyncio.create_task(
                upkeep.keep_tending(service.city, service.clock, tidied=service.tidy)
            )
            self._rendering = asyncio.create_task(
                rendering_ahead.keep_rendering(
                    service.render_ahead, lambda: not service.calls.streaming, service.clock
                )
            )
            say(
                f"pages: open {self._url}/ in a browser; accounts for its console: voicebot user add NAME --role ROLE"
            )
            say(f"ready {self._url}")

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for task in (self._upkeep, self._watching, self._rendering):
            if task is not None:
                task.cancel()
        if self._audio is not None:
            await self._audio.stop()
        await super().shutdown(sockets)

    def handle_exit(self, sig: int, frame: object) -> None:
        """The first signal lets the callers hear why; a second one stops at once."""
        if self._winding is None and sig in (signal.SIGTERM, signal.SIGINT):
            self._winding = asyncio.get_running_loop().create_task(self.wind_down())
        else:
            self.should_exit = self.force_exit = True

    async def wind_down(self) -> None:
        """Ends the calls, then the server."""
        if self._service.sessions:
            say("going down: telling the callers (once more to stop at once) ...")
        await self._service.wind_down()
        self.should_exit = True
