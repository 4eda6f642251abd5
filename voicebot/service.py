"""Everything that lives as long as the process, put together."""

import asyncio
import logging
from collections.abc import Iterator
from datetime import date

from sqlalchemy import Engine

from calendar_backend.city import CityCalendar
from dialog.office import Office
from prompts.sentence import Sentence
from voicebot import said_ahead
from voicebot.archive import retention
from voicebot.archive.indexing import Indexing
from voicebot.clock import Clock
from voicebot.hub import Hub
from voicebot.metrics import Metrics
from voicebot.queues import Queues
from voicebot.settings import Settings
from voicebot.speech import voices
from voicebot.telephony import recovery
from voicebot.telephony.calls import Call, Calls, Stage
from voicebot.telephony.parts import Parts
from voicebot.telephony.record import CallLog, Disk, FileCallLog, at_once, day_folder
from voicebot.telephony.session import Session
from voicebot.telephony.tracing import Tracing, Untraced
from voicebot.telephony.transcripts import Transcripts
from voicebot.telephony.watched import WatchedCallLog

log = logging.getLogger(__name__)

UNBOUNDED = 1_000_000
"""Calls at once of a service that nobody measured."""

POLITE_S = 12.0
"""How long calls may take to end when the service goes down."""


AFTER_S = 2.0
"""How long Twilio may take to ask what comes after the last stream."""


class Service:
    """Everything that lives as long as the process."""

    def __init__(
        self,
        settings: Settings,
        parts: Parts,
        engine: Engine,
        transcripts: Transcripts | None = None,
        indexing: Indexing | None = None,
        disk: Disk = at_once,
        tracing: Tracing | None = None,
    ) -> None:
        """`disk`: where the records of calls are written. `tracing`: None: calls are not traced."""
        self.settings = settings
        self.parts = parts
        self.engine = engine
        self.calls = Calls()
        self.sessions: set[Session] = set()
        self.closing = False
        self.city = CityCalendar(engine)
        self.hub = Hub()
        self.queues = Queues(engine, self.hub)
        self.metrics = Metrics()
        self.metrics.waiting.set_function(lambda: parts.recognition.waiting)
        self.indexing = indexing or Indexing(engine, settings.calls)
        self.capacity = UNBOUNDED
        """Calls taken at once."""

        self.transcripts = transcripts
        self.tracing = tracing or Untraced()
        self._disk = disk
        self._finding = asyncio.Lock()

    @property
    def clock(self) -> Clock:
        return self.parts.clock

    @property
    def office(self) -> Office:
        """The first of those that are served."""
        return self.parts.offices[0]

    def call_log(self, call: Call) -> CallLog:
        """The record of a call that begins now."""
        folder, disk = day_folder(self.settings.calls, call.began), self._disk
        kept = FileCallLog(folder, call.sid, self.transcripts, disk)
        trace = self.tracing.call(call.sid)
        return WatchedCallLog(
            kept, call.sid, self.hub, lambda: disk(lambda: self.indexing.add(kept.folder)), trace
        )

    async def find(self, sid: str, called: str = "") -> Call | None:
        """The call; one that another process answered is taken up from its record. None: nothing is known of it."""
        async with self._finding:
            call = self.calls.get(sid)
            if call is None and sid:
                now = self.clock.now()
                call = await asyncio.to_thread(recovery.recover, self.settings.calls, sid, now, called)
                if call is not None:
                    log.warning("call %s: known from its record, %s", sid[:40], call.stage)
                    self.calls.adopt(call)
        return call

    def tidy(self, today: date) -> None:
        """Removes what need not be kept of calls any more. Blocks. Raises DatabaseUnusable."""
        retention.tidy(self.engine, self.settings.calls, today)

    def render_ahead(self, today: date) -> Iterator[Sentence]:
        """Renders, one at each step, the phrases that callers may hear from today on and that are missing. Blocks. Raises
        EngineMissing and DatabaseUnusable."""
        if self.parts.synthesizer.name in voices.SPLICED:
            files = self.city.offices()
            wanted = (sentence for file in files for sentence in said_ahead.sentences(file, today))
            yield from voices.render_phrases(self.settings.var / "voice", wanted, self.parts.rate)

    def admits(self, call: Call) -> bool:
        """Whether a line is free for a call that rings, or has one already. Lines that are promised to others count."""
        now = self.clock.now()
        taken = sum(1 for other in self.calls.on_lines(now) if other is not call)
        return call.streams > 0 or taken < self.capacity

    def begun(self, session: Session) -> None:
        """A call is on the line."""
        self.sessions.add(session)
        self._count()

    def ended(self, session: Session) -> None:
        """It is not any more."""
        self.sessions.discard(session)
        self._count()
        if session.call.stage is Stage.DONE:
            self.metrics.ended.labels(str(session.call.outcome or "abandoned")).inc()

    def _count(self) -> None:
        self.metrics.lines.set(len(self.sessions))
        if self.transcripts is not None:
            self.transcripts.on_the_line(len(self.sessions))

    def abandon(self, call: Call) -> None:
        """Ends the call's stream, if one is still held to be alive."""
        for session in self.sessions:
            if session.call is call:
                session.abandon()

    async def wind_down(self) -> None:
        """Tells every caller that the line goes down, and waits for them to hear it."""
        self.closing = True
        had_calls = bool(self.sessions)
        for session in list(self.sessions):
            session.shut_down()
        waited = 0.0
        while self.sessions and waited < POLITE_S:
            await asyncio.sleep(0.1)
            waited += 0.1
        if had_calls:
            await asyncio.sleep(AFTER_S)
        self.hub.close()
