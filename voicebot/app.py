"""The service: its parts put together, and its HTTP face."""

import asyncio
import logging

from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route

from calendar_backend.city import CityCalendar
from dialog import events
from dialog.actions import Release
from dialog.calendar import Unavailable
from dialog.office import Office
from dialog.step import step
from voicebot import desks
from voicebot.api.app import mounted
from voicebot.api.context import Context
from voicebot.clock import Clock
from voicebot.export import feed_route
from voicebot.settings import Settings
from voicebot.telephony import media, webhooks
from voicebot.telephony.calls import Call, Calls, Stage
from voicebot.telephony.inquiry import answer
from voicebot.telephony.record import CallLog, FileCallLog
from voicebot.telephony.session import Parts, Session
from voicebot.telephony.transcripts import Transcripts

log = logging.getLogger(__name__)

POLITE_S = 12.0
"""How long calls may take to end when the service goes down."""


AFTER_S = 2.0
"""How long Twilio may take to ask what comes after the last stream."""


class Service:
    """Everything that lives as long as the process."""

    def __init__(
        self, settings: Settings, parts: Parts, engine: Engine, transcripts: Transcripts | None = None
    ) -> None:
        self.settings = settings
        self.parts = parts
        self.engine = engine
        self.calls = Calls()
        self.sessions: set[Session] = set()
        self.closing = False
        self.city = CityCalendar(engine)
        self._transcripts = transcripts

    @property
    def clock(self) -> Clock:
        return self.parts.clock

    @property
    def office(self) -> Office:
        """The first of those that are served."""
        return self.parts.offices[0]

    def office_of(self, call: Call) -> Office:
        """The office that a call is for, as far as that is known, and whether anybody works there today."""
        if call.state.office.agent_phone:
            return call.state.office
        return desks.phoned(self.parts.offices, call.called, self.parts.calendars, self.clock.now())[0]

    def call_log(self, call: Call) -> CallLog:
        """The record of a call that begins now."""
        folder = self.settings.var / "calls" / f"{call.began:%Y-%m-%d}"
        return FileCallLog(folder, call.sid, self._transcripts)

    def abandon(self, call: Call) -> None:
        """Ends the call's stream, if one is still held to be alive."""
        for session in self.sessions:
            if session.call is call:
                session.abandon()

    async def settle(self, call: Call, event: events.Event) -> None:
        """The last thing that happens to a call which has no stream any more; what it holds is given back."""
        self.abandon(call)
        call.state, actions = step(call.state, event)
        call.stage = Stage.DONE
        for action in actions:
            if isinstance(action, Release):
                await asyncio.to_thread(self._release, action, call)

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


async def healthz(request: Request) -> Response:
    """The process lives."""
    return PlainTextResponse("ok\n")


async def readyz(request: Request) -> Response:
    """Calls can be taken: the database answers and the service is not going down."""
    service: Service = request.app.state.service

    def ask() -> None:
        with service.engine.connect() as connection:
            connection.execute(text("SELECT 1"))

    try:
        await asyncio.to_thread(ask)
    except SQLAlchemyError as error:
        return JSONResponse({"ready": False, "why": f"database: {type(error).__name__}"}, status_code=503)
    if service.closing:
        return JSONResponse({"ready": False, "why": "going down"}, status_code=503)
    return JSONResponse({"ready": True, "lines": service.calls.streaming})


def make_app(service: Service) -> Starlette:
    """The ASGI application for a service."""
    api = mounted(Context(service.city, service.clock, service.settings.api_clients))
    routes = [
        Route("/healthz", healthz),
        Route("/readyz", readyz),
        api,
        *feed_route.routes,
        *webhooks.routes,
        *media.routes,
    ]
    app = Starlette(routes=routes, exception_handlers={webhooks.Refused: webhooks.refuse})
    app.state.service = service
    return app
