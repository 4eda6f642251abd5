"""Recorded calls played against a whole service: webhook, socket, recognizer, dialog, database."""

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from calendar_backend import OfficeCalendar, open_database
from recordings_fixtures import Call
from recordings_fixtures.loader import FOLDER
from voicebot import database, desks, own_sentences
from voicebot.clock import PinnedClock
from voicebot.replay.engines import Engines
from voicebot.server import Server, listen
from voicebot.service import Service
from voicebot.settings import Settings
from voicebot.speech.recognition_threads import ThreadedRecognition
from voicebot.telephony.audio_socket import AudioSocket
from voicebot.telephony.caller import CallResult, HangUp, Keys, Pace, Step, phone
from voicebot.telephony.parts import Parts
from voicebot.telephony.session import Session

QUIET_MS = 600
"""How long the bot must be silent before the caller speaks. A caller in a hurry has heard a sentence long before
its time is over, and must not take the making of the next one for the end of the question."""

Row = tuple[tuple[str, ...], datetime, str]
"""The procedures of a visit in their order, its start and the phone."""


@dataclass(frozen=True)
class Outcome:
    """How a recorded call ended."""

    call: Call
    result: CallResult
    rows: tuple[Row, ...]
    """The caller's bookings that stand."""

    @property
    def wanted(self) -> tuple[Row, ...]:
        """The rows that must stand."""
        return tuple(
            ((row.procedure, *row.more), row.start, row.phone or self.call.caller)
            for row in self.call.expect.rows
        )

    @property
    def right(self) -> bool:
        return self.rows == self.wanted and self.result.outcome == self.call.expect.outcome


@contextmanager
def service(
    settings: Settings,
    engines: Engines,
    now: datetime,
    audio: Callable[[Service], AudioSocket] | None = None,
) -> Iterator[tuple[Service, str]]:
    """A running service on a free port and its address; its files are under `settings.var`. `audio` makes what listens for an
    Asterisk beside it."""
    settings.var.mkdir(parents=True, exist_ok=True)
    files = desks.load(settings.office_files)
    engine = open_database(settings.database_url)
    database.migrate(engine)
    calendars = desks.Desks(desks.open_all(engine, files))
    with ThreadPoolExecutor(2) as pool, listen("127.0.0.1", 0) as bound:
        clock = PinnedClock(now)
        parts = Parts(
            desks.offices(files, now.date()),
            ThreadedRecognition(engines.recognizer, pool),
            engines.synthesizer,
            calendars,
            clock,
            settings.rate,
            pool,
            pool,
            partial(own_sentences.overrides, engine),
        )
        running = Service(settings, parts, engine)
        url = f"http://127.0.0.1:{bound.getsockname()[1]}"
        server = Server(running, url, audio(running) if audio else None)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [bound]})
        thread.start()
        try:
            yield running, url
        finally:
            server.should_exit = True
            thread.join()
            running.indexing.close()
            engine.dispose()


class Settling:
    """What `caller_pace.Settled` asks, of a service in this process."""

    def __init__(self, running: Service) -> None:
        self._running = running
        self._streams: dict[str, Session] = {}

    async def __call__(self, stream_sid: str, messages: int) -> None:
        while stream_sid not in self._streams:
            self._streams |= {session.line_id: session for session in tuple(self._running.sessions)}
            await asyncio.sleep(0)
        await self._streams[stream_sid].settled(messages)


def play(
    call: Call,
    engines: Engines,
    folder: Path,
    pace: Pace = Pace.FAST,
    *,
    recordings: Path = FOLDER,
    audio_time: bool = False,
) -> Outcome:
    """Phones a service of its own, on the call's clock, with what has been booked before.

    `folder` is for the service's files; `recordings` is where the call's own files lie. In `audio_time` the line waits for
    the service: the call is the same on every machine, and its gaps tell nothing.
    """
    office = str(recordings / call.office) if call.office else ""
    settings = Settings(
        var=folder, database="", office_file=office, public_url="", auth_token="", api_clients=(), feed_key=""
    )
    with service(settings, engines, call.now) as (running, url):
        calendar = OfficeCalendar(running.engine, running.office.id)
        for at, before in enumerate(call.before):
            for n in range(before.count):
                whose = call.caller if before.phone else f"+819012{at:03d}{n:03d}"
                calendar.book(before.procedure, before.start, whose, f"before-{at}-{n}", call.now)
        taken = steps(call, recordings)
        settled = Settling(running) if audio_time else None
        dialled = phone(url, taken, call.caller, pace=pace, quiet_ms=QUIET_MS, auth_token="", settled=settled)
        result = asyncio.run(dialled)
        phones = dict.fromkeys([call.caller, *(row.phone or call.caller for row in call.expect.rows)])
        rows = tuple(
            ((b.procedure_id, *b.more_procedure_ids), b.start, b.phone)
            for number in phones
            if number
            for b in calendar.bookings_of_phone(number, call.now)
        )
    return Outcome(call, result, rows)


def steps(call: Call, recordings: Path = FOLDER) -> Sequence[Step]:
    """What the caller does, in order."""
    taken: list[Step] = []
    for turn in call.turns:
        if turn.keys:
            taken.append(Keys(turn.keys))
        elif turn.hang_up:
            taken.append(HangUp())
        elif turn.file is not None:
            taken.append(recordings / turn.file)
    return taken
