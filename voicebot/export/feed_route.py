"""Where the feeds are: GET /feeds/{office}/{counter}/{secret}.ics."""

import asyncio
import hmac
import logging
from datetime import timedelta

from sqlalchemy import Engine
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from calendar_backend import CalendarError, DatabaseUnusable, OfficeCalendar
from voicebot.clock import Clock
from voicebot.export import feed_address
from voicebot.export.feed import feed
from voicebot.settings import Settings

log = logging.getLogger(__name__)

BACK, AHEAD = timedelta(days=7), timedelta(days=366)
"""What is in a feed, from today."""


async def answer(request: Request) -> Response:
    """404 unless the address is right in every part, so that none can be told from another."""
    service = request.app.state.service
    settings: Settings = service.settings
    office, counter = request.path_params["office"], request.path_params["counter"]
    right = feed_address.secret(settings, office, counter)
    given = request.path_params["secret"]
    if not settings.feed_key or not hmac.compare_digest(right.encode(), given.encode()):
        return _nowhere()
    try:
        made = await asyncio.to_thread(_made, service.engine, service.clock, office, counter)
    except DatabaseUnusable as error:
        log.error("%s", error)
        return PlainTextResponse("予約のデータベースが使えません。\n", 503, {"Retry-After": "60"})
    except CalendarError:
        return _nowhere()
    return Response(
        made, headers={"Cache-Control": "private, no-cache"}, media_type="text/calendar; charset=utf-8"
    )


def _nowhere() -> Response:
    return PlainTextResponse("この番地に予定表はありません。\n", 404)


def _made(engine: Engine, clock: Clock, office_id: str, counter_id: str) -> bytes:
    """Raises UnknownOffice, UnknownCounter, DatabaseUnusable."""
    now = clock.now()
    calendar = OfficeCalendar(engine, office_id)
    lines = calendar.attendances(counter_id, (now.date() - BACK, now.date() + AHEAD))
    counter = calendar.office.counter(counter_id)
    assert counter is not None
    return feed(calendar.office, counter, lines, now)


routes = [Route("/feeds/{office}/{counter}/{secret}.ics", answer)]
