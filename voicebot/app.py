"""The service: its parts put together, and its HTTP face."""

import asyncio
import logging
from datetime import date

from sqlalchemy import Engine
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from calendar_backend.city import CityCalendar
from dialog import events
from dialog.actions import Release, Transfer
from dialog.calendar import Unavailable
from dialog.office import Office
from dialog.state import NOWHERE
from dialog.step import step
from voicebot.api.app import mounted
from voicebot.api.context import Context
from voicebot.archive import retention
from voicebot.archive.indexing import Indexing
from voicebot.clock import Clock
from voicebot.console import routes as console
from voicebot.export import feed_route
from voicebot.hub import Hub
from voicebot.metrics import Metrics
from voicebot.readiness import readiness
from voicebot.settings import Settings
from voicebot.telephony import asterisk, media, recovery, webhooks
from voicebot.telephony.calls import Call, Calls, Stage
from voicebot.telephony.inquiry import answer
from voicebot.telephony.parts import Parts
from voicebot.telephony.record import CallLog, FileCallLog, day_folder
from voicebot.telephony.session import Session
from voicebot.telephony.transcripts import Transcripts
from voicebot.telephony.watched import WatchedCallLog

log = logging.getLogger(__name__)

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
    ) -> None:
        self.settings = settings
        self.parts = parts
        self.engine = engine
        self.calls = Calls()
        self.sessions: set[Session] = set()
        self.closing = False
        self.city = CityCalendar(engine)
        self.hub = Hub()
        self.metrics = Metrics()
        self.indexing = indexing or Indexing(engine, settings.calls)
        self._transcripts = transcripts
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
        kept = FileCallLog(day_folder(self.settings.calls, call.began), call.sid, self._transcripts)
        return WatchedCallLog(kept, call.sid, self.hub, lambda: self.indexing.add(kept.folder))

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

    def abandon(self, call: Call) -> None:
        """Ends the call's stream, if one is still held to be alive."""
        for session in self.sessions:
            if session.call is call:
                session.abandon()

    async def settle(self, call: Call, *last: events.Event) -> None:
        """What happens last to a call which has no stream any more; what it holds is given back, and its record is
        closed."""
        self.abandon(call)
        call.stage = Stage.DONE
        record = self.call_log(call)
        known = call.state.office is not NOWHERE
        first = () if known else (await asyncio.to_thread(self.parts.started, call),)
        for event in (*first, *last):
            call.state, actions = step(call.state, event)
            record.event(0, event, actions)
            for action in actions:
                if isinstance(action, Transfer):
                    call.transfer_to, call.whisper = action.phone, action.whisper
                if isinstance(action, Release):
                    await asyncio.to_thread(self._release, action, call)
        record.close(call.record)
        log.info("call %s: ended without a stream, %s", call.sid[:40], call.outcome)

    def _release(self, release: Release, call: Call) -> None:
        try:
            answer(release, call, self.parts.calendars, self.clock)
        except Unavailable as error:
            log.error("call %s: its hold runs out by itself: %s", call.sid, error)

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


async def metrics(request: Request) -> Response:
    """What is measured, for Prometheus; nothing of a caller is in it."""
    service: Service = request.app.state.service
    return Response(service.metrics.exposition(), media_type=Metrics.CONTENT_TYPE)


async def healthz(request: Request) -> Response:
    """The process lives."""
    return PlainTextResponse("ok\n")


async def readyz(request: Request) -> Response:
    """Calls can be taken: the database answers and the service is not going down."""
    found = await readiness(request.app.state.service)
    if not found.ready:
        return JSONResponse({"ready": False, "why": found.why}, status_code=503)
    return JSONResponse({"ready": True, "lines": found.lines})


def make_app(service: Service) -> Starlette:
    """The ASGI application for a service."""
    api = mounted(Context(service.city, service.clock, service.settings.api_clients))
    pages, answering = console.make()
    routes = [
        Route("/healthz", healthz),
        Route("/metrics", metrics),
        Route("/readyz", readyz),
        api,
        *feed_route.routes,
        *webhooks.routes,
        *media.routes,
        *asterisk.routes,
        *pages,
    ]
    app = Starlette(routes=routes, exception_handlers={webhooks.Refused: webhooks.refuse})
    app.state.service = service
    console.install(app, answering)
    return app
