"""`voicebot serve`: the parts made from settings, the server run until it is told to stop."""

import asyncio
import contextlib
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from calendar_backend import open_database
from voicebot import database, desks, heap, own_sentences
from voicebot.archive.indexing import Indexing
from voicebot.clock import PinnedClock, SystemClock
from voicebot.server import CannotStart, Server, listen, say
from voicebot.service import Service
from voicebot.settings import Settings
from voicebot.speech.engines import make_recognition
from voicebot.speech.voices import make_synthesizer
from voicebot.speech.whisper_writer import WhisperWriter
from voicebot.speech.writer_process import WriterProcess
from voicebot.telephony import admission
from voicebot.telephony.audio_socket import AudioSocket
from voicebot.telephony.parts import Parts
from voicebot.telephony.record import Disk, at_once
from voicebot.telephony.tracing import Tracing, Untraced
from voicebot.telephony.transcripts import Transcripts
from voicebot.warming import warm

WORKERS = 4
"""Threads in which the database may block, and as many for voices."""


def build(settings: Settings, disk: Disk = at_once) -> Service:
    """Loads the office, opens the database, wakes the engines."""
    heap.few_arenas()
    tracing = _tracing(settings)
    try:
        settings.var.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotStart(f"cannot write to {settings.var} ({error.strerror}); set VOICEBOT_VAR") from None
    files = desks.load(settings.office_files)
    engine = open_database(settings.database_url)
    database.migrate(engine)
    clock = PinnedClock(settings.now) if settings.now else SystemClock()
    opened = desks.open_all(engine, files, clock.now())
    calendars, offices = desks.Desks(opened), [calendar.office for calendar in opened.values()]
    for office in offices:
        say(f"office: {office.name}, {len(office.procedures)} procedures")
    recognition = make_recognition(settings.asr, ThreadPoolExecutor(WORKERS, thread_name_prefix="ears"))
    say(f"ears: {recognition.name}")
    synthesizer = make_synthesizer(settings.tts, settings.var / "voice")
    say(f"voice: {synthesizer.name}")
    pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="calendar")
    speaking = ThreadPoolExecutor(WORKERS, thread_name_prefix="voice")
    known = desks.offices(offices, clock.now().date())
    own = partial(own_sentences.overrides, engine)
    parts = Parts(known, recognition, synthesizer, calendars, clock, settings.rate, pool, speaking, own)
    indexing = Indexing(engine, settings.calls)
    transcripts = Transcripts(partial(WriterProcess, WhisperWriter), settings.calls, indexing.add)
    return Service(settings, parts, engine, transcripts, indexing, disk, tracing)


def _tracing(settings: Settings) -> Tracing:
    if not settings.otlp:
        return Untraced()
    try:
        from voicebot.telephony.open_telemetry import OpenTelemetry
    except ImportError:
        raise CannotStart(
            "OTEL_EXPORTER_OTLP_ENDPOINT is set, but OpenTelemetry is not installed; "
            "get it: .venv/bin/pip install -c requirements-dev.lock -e '.[otel]'"
        ) from None
    return OpenTelemetry()


async def _made_ready(service: Service) -> None:
    """Nothing that takes long is left to the first caller, and it is known how many can be served at once."""
    parts = service.parts
    await warm(parts.recognition, parts.offices, parts.clock.now())
    service.capacity = service.settings.lines or await admission.measured(parts.recognition)
    service.metrics.capacity.set(service.capacity)
    heap.give_back()
    say(f"lines: {service.capacity} at once" + ("" if service.settings.lines else ", as measured"))


def serve(settings: Settings) -> None:
    """Runs until SIGTERM or SIGINT. Raises what `build` and `listen` raise."""
    with contextlib.ExitStack() as sockets:
        bound = sockets.enter_context(listen(settings.host, settings.port))
        asterisk = settings.audiosocket
        beside = asterisk and sockets.enter_context(
            listen(*asterisk, remedy="set VOICEBOT_AUDIOSOCKET to another")
        )
        disk = ThreadPoolExecutor(
            1, thread_name_prefix="disk"
        )  # one: what is written is written in its order
        service = build(settings, disk.submit)
        asyncio.run(_made_ready(service))
        if not settings.auth_token:
            say("TWILIO_AUTH_TOKEN is not set: only callers on this machine are served")
        audio = AudioSocket(service, beside) if beside else None
        if asterisk is not None:
            say(f"AudioSocket: {asterisk[0]} port {asterisk[1]}")
            if not settings.asterisk_key:
                say("VOICEBOT_ASTERISK_KEY is not set: only an Asterisk on this machine is served")
        host = f"[{settings.host}]" if ":" in settings.host else settings.host
        Server(service, f"http://{host}:{bound.getsockname()[1]}", audio).run(sockets=[bound])
        service.parts.close()
        disk.shutdown()
        if service.transcripts is not None:
            service.transcripts.close()
        service.indexing.close()
        service.tracing.close()
        service.engine.dispose()
