"""`voicebot serve`: the parts made from settings, the server run until it is told to stop."""

import asyncio
import contextlib
import logging
import socket
from concurrent.futures import ThreadPoolExecutor

import uvicorn

from calendar_backend import DEMO_OFFICE, OfficeCalendar, load_into, load_office, open_database
from voicebot import desk
from voicebot.app import Service, make_app
from voicebot.clock import PinnedClock, SystemClock
from voicebot.settings import Settings
from voicebot.speech.engines import make_recognizer
from voicebot.speech.voices import make_synthesizer
from voicebot.telephony.session import Parts

log = logging.getLogger(__name__)

WORKERS = 4
"""Threads in which engines and the database may block."""

MAX_MESSAGE_BYTES = 64 * 1024


class CannotStart(Exception):
    """One sentence: what is missing or broken, and the remedy."""


def say(text: str) -> None:
    """Progress for whoever watches."""
    print(text, flush=True)


def listen(host: str, port: int) -> socket.socket:
    """The bound socket. Raises CannotStart when the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as error:
        bound.close()
        raise CannotStart(
            f"cannot listen on {host}:{port} ({error.strerror}); stop what uses it or give another --port"
        ) from None
    return bound


def build(settings: Settings) -> Service:
    """Loads the office, opens the database, wakes the engines."""
    try:
        settings.var.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotStart(f"cannot write to {settings.var} ({error.strerror}); set VOICEBOT_VAR") from None
    file = load_office(settings.office_file or DEMO_OFFICE)
    engine = open_database(settings.database_url)
    load_into(engine, file)
    say(f"office: {file.name}, {len(file.procedures)} procedures")
    clock = PinnedClock(settings.now) if settings.now else SystemClock()
    recognizer = make_recognizer(settings.asr)
    say(f"ears: {recognizer.name}")
    synthesizer = make_synthesizer(settings.tts, settings.var / "voice")
    say(f"voice: {synthesizer.name}")
    calendar = desk.Desk(OfficeCalendar(engine, file.id))
    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="engine")
    parts = Parts(desk.office(file), recognizer, synthesizer, calendar, clock, pool)
    return Service(settings, parts, engine)


class Server(uvicorn.Server):
    """Ends calls politely before it stops."""

    def __init__(self, config: uvicorn.Config, service: Service, url: str) -> None:
        super().__init__(config)
        self._service = service
        self._url = url
        self._winding: asyncio.Task[None] | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if self.started:
            say(f"ready {self._url}")

    def handle_exit(self, sig: int, frame: object) -> None:
        if self._winding is None:
            self._winding = asyncio.get_running_loop().create_task(self._wind_down())
        else:
            self.should_exit = self.force_exit = True

    async def _wind_down(self) -> None:
        if self._service.sessions:
            say("going down: telling the callers (once more to stop at once) ...")
        await self._service.wind_down()
        self.should_exit = True


def serve(settings: Settings) -> None:
    """Runs until SIGTERM or SIGINT. Raises what `build` and `listen` raise."""
    bound = listen(settings.host, settings.port)
    with contextlib.closing(bound):
        service = build(settings)
        if not settings.auth_token:
            say("TWILIO_AUTH_TOKEN is not set: only callers on this machine are served")
        url = f"http://{settings.host}:{bound.getsockname()[1]}"
        config = uvicorn.Config(
            make_app(service),
            log_level="warning",
            ws_max_size=MAX_MESSAGE_BYTES,
            ws_ping_interval=None,
            timeout_graceful_shutdown=5,
            lifespan="off",
        )
        server = Server(config, service, url)
        server.run(sockets=[bound])
        service.parts.pool.shutdown(wait=False, cancel_futures=True)
        service.engine.dispose()
