"""From a request to a page: who asks, may they, is the form their own, and what went wrong."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from urllib.parse import urlencode

from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.datastructures import URL
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.routing import Route

from calendar_backend import DatabaseUnusable
from voicebot.console import cookies, form, form_token, sign_ins
from voicebot.console.ask import Ask, Go, View
from voicebot.console.headers import guard
from voicebot.console.page import Live, Page
from voicebot.console.refusal import FORBIDDEN, NOT_FOUND, STALE, Refusal, SignInNeeded
from voicebot.console.roles import Needs
from voicebot.console.shown import Shower, form_cookie, spoken_to

log = logging.getLogger(__name__)

SIGN_IN = "/sign-in"
PING_S = 15
MOST_LIVE = 200
"""Staff who read live pages at a time, all together."""
MOST_LIVE_RESIDENTS = 1_000
"""Residents who do, and devices: they take nothing from the staff."""
READMITTED = timedelta(minutes=1)
"""How long a live page goes on without asking again whether its reader may see it."""

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True)
class Answering:
    shower: Shower

    def route(self, page: Page | Live) -> Route:
        """The page as Starlette wants it."""

        async def endpoint(request: Request) -> Response:
            if isinstance(page, Live):
                return await self._go_on(page, request)
            return await self._answer(page, request)

        return Route(page.path, endpoint, methods=[page.method if isinstance(page, Page) else "GET"])

    async def missing(self, request: Request, error: Exception) -> Response:
        """An address there is not, or not for this method: a page for people, a line for programs."""
        assert isinstance(error, HTTPException)
        if "text/html" not in request.headers.get("accept", ""):
            return PlainTextResponse(f"{error.detail}\n", error.status_code, error.headers)
        ask = _anonymous(request, self.shower.for_residents(request.url.path))
        key = "not_found" if error.status_code == NOT_FOUND else "unreadable"
        return await asyncio.to_thread(self.shower.refusal, ask, Refusal(error.status_code, key))

    async def _answer(self, page: Page, request: Request) -> Response:
        ask = _anonymous(request, page.residents)
        async with ask.state.turns:
            try:
                ask = await admitted(ask, page.needs)
                if page.method == "POST":
                    ask = await _with_form(ask)
                return await asyncio.to_thread(self._made, page, ask)
            except SignInNeeded:
                return _to_sign_in(page, request)
            except Refusal as refusal:
                log.info("%s refused: %s", page.path, refusal.key)
                return await asyncio.to_thread(self.shower.refusal, ask, refusal)
            except DatabaseUnusable as error:
                log.error("%s: %s", page.path, error)
                return await asyncio.to_thread(self.shower.refusal, ask, Refusal(503, "no_database"))
            except Exception:
                log.exception("%s failed", page.path)
                return await asyncio.to_thread(self.shower.refusal, ask, Refusal(500, "broken"))

    async def _go_on(self, page: Live, request: Request) -> Response:
        """A refusal is a line of text here: a script reads it."""
        ask = _anonymous(request, page.residents)
        try:
            ask = await admitted(ask, page.needs)
        except SignInNeeded:
            return guard(PlainTextResponse("sign in\n", 401))
        except Refusal as refusal:
            return guard(PlainTextResponse(f"{refusal.key}\n", refusal.status))
        except DatabaseUnusable:
            return guard(PlainTextResponse("no database\n", 503))
        if _readers(page, ask) >= (MOST_LIVE_RESIDENTS if page.residents else MOST_LIVE):
            return guard(PlainTextResponse("too many watch\n", 503))
        response = EventSourceResponse(self._messages(page, ask), ping=PING_S, sep="\n")
        return guard(response)

    async def _messages(self, page: Live, ask: Ask) -> AsyncIterator[ServerSentEvent]:
        """As long as the reader may see them: a sign-out, a lost role or a restart ends them."""
        _counted(page, ask, 1)
        admitted_at = ask.service.clock.now()
        try:
            async with contextlib.aclosing(page.handler(ask)) as pieces:
                async for piece in pieces:
                    now = ask.service.clock.now()
                    if now - admitted_at >= READMITTED:
                        await admitted(replace(ask, now=now), page.needs)
                        admitted_at = now
                    text = (
                        piece if isinstance(piece, str) else self.shower.piece(replace(ask, now=now), piece)
                    )
                    yield ServerSentEvent(text, sep="\n")
        except (SignInNeeded, Refusal, DatabaseUnusable) as ended:
            log.info("%s: ended, %s", page.path, type(ended).__name__)
            yield ServerSentEvent("", event="ended", sep="\n")
        finally:
            _counted(page, ask, -1)

    def _made(self, page: Page, ask: Ask) -> Response:
        answer = page.handler(ask)
        match answer:
            case View():
                return self.shower.view(ask, answer)
            case Go():
                return guard(RedirectResponse(answer.address, 303))
            case Response():
                return guard(answer)


def _readers(page: Live, ask: Ask) -> int:
    return ask.state.live_residents if page.residents else ask.state.live


def _counted(page: Live, ask: Ask, one: int) -> None:
    if page.residents:
        ask.state.live_residents += one
    else:
        ask.state.live += one


def _anonymous(request: Request, residents: bool) -> Ask:
    service = request.app.state.service
    words = spoken_to(request, residents)
    return Ask(request, service, request.app.state.console, service.clock.now(), words)


async def admitted(ask: Ask, needs: Needs | None) -> Ask:
    """Who asks, and that they may. Raises SignInNeeded, Refusal, DatabaseUnusable."""
    cookie = cookies.read(ask.request, cookies.SESSION)
    try:
        known = replace(ask, who=await asyncio.to_thread(sign_ins.person, ask.engine, cookie, ask.now))
    except DatabaseUnusable:
        if needs is not None:
            raise
        known = ask
    if needs is not None and known.who is None:
        raise SignInNeeded
    if needs is not None and not known.may(needs):
        raise Refusal(FORBIDDEN, "role", needed=ask.words(f"roles.{needs}"))
    return known


async def _with_form(ask: Ask) -> Ask:
    sent = await form.read(ask.request)
    wrong = form_token.complaint(form_cookie(ask), sent.fields.get("form_token", ""), ask.now)
    if wrong:
        log.warning("%s: form refused: %s", ask.request.url.path, wrong)
        raise Refusal(STALE if wrong == "stale" else FORBIDDEN, f"form_{wrong}")
    return replace(ask, form=sent.fields, files=sent.files)


def _to_sign_in(page: Page, request: Request) -> Response:
    """With the address to come back to: the page itself, or the one whose form was sent."""
    back = request.url
    if page.method == "POST":
        back = URL(request.headers.get("referer", "/console"))
    address = back.path + (f"?{back.query}" if back.query else "")
    return guard(RedirectResponse(f"{SIGN_IN}?{urlencode({'back': address})}", 303))
