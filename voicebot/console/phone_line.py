"""What the phone in the browser asks over HTTP, in place of a telephone network: a call, its words, what comes after.

Its audio takes the road of every call, `/twilio/media`. A call's id stands on the console's pages, so who asks must
show the key, too, that only the phone which rang was given.
"""

import asyncio
import hmac
import secrets
from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from dialog import events
from numbering import BadNumber, e164, number_or_none
from voicebot.console import moments, phone_door
from voicebot.console.headers import guard
from voicebot.console.shown import spoken_to
from voicebot.service import Service
from voicebot.telephony.calls import Call, Stage
from voicebot.telephony.carrying import carries_on
from voicebot.telephony.unstreamed import settle

PREFIX = "PH"
MOST = 20
"""Streams at a time, all together; each keeps the recognizer busy."""

Handler = Callable[[Request, Service], Awaitable[Response]]
Endpoint = Callable[[Request], Awaitable[Response]]


def _complaint(status: int, why: str) -> Response:
    return guard(JSONResponse({"error": why}, status_code=status))


def _guarded(handler: Handler) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        service: Service = request.app.state.service
        if not phone_door.is_open_to(request, service.settings.phone_open):
            return _complaint(403, "closed")
        if request.method == "POST" and not phone_door.is_own_page(request):
            return _complaint(403, "forged")
        return guard(await handler(request, service))

    return endpoint


async def ring(request: Request, service: Service) -> Response:
    """A call begins: its id, and the one-time token of its stream.

    Who has a number is known by it: only this machine may name one, from elsewhere every number is withheld.
    """
    if service.closing or service.calls.streaming >= MOST:
        return _complaint(503, "busy")
    form = await request.form(max_files=0, max_fields=8)
    caller = ""
    if form.get("from") and phone_door.is_open_to(request, opened=False):
        try:
            caller = e164(str(form["from"]))
        except BadNumber:
            return _complaint(422, "bad_number")
    now = service.clock.now()
    sid = PREFIX + secrets.token_hex(16)
    call = service.calls.arrive(sid, caller, now, number_or_none(str(form.get("to", ""))))
    path = f"/phone/calls/{sid}/{_key(request, sid)}"
    return JSONResponse({"sid": sid, "token": call.invite(now), "path": path}, status_code=201)


def _key(request: Request, sid: str) -> str:
    secret: bytes = request.app.state.console.phone_secret
    return hmac.new(secret, sid.encode(), "sha256").hexdigest()


def _call(request: Request, service: Service) -> Call | None:
    sid, key = str(request.path_params["sid"]), str(request.path_params["key"])
    if not sid.startswith(PREFIX) or not hmac.compare_digest(key.encode(), _key(request, sid).encode()):
        return None
    return service.calls.get(sid)


async def told(request: Request, service: Service) -> Response:
    """Both sides' words so far, and what was booked, as people read it."""
    call = _call(request, service)
    if call is None:
        return _complaint(404, "unknown")
    card = (
        await asyncio.to_thread(_card, call, spoken_to(request, residents=False).language)
        if call.booking
        else None
    )
    return JSONResponse(call.told() | {"card": card})


def _card(call: Call, words: str) -> dict[str, Any] | None:
    booking = call.booking
    if booking is None:
        return None
    start = datetime.fromisoformat(booking["start"])
    office = call.state.office
    known = {procedure.id: procedure for procedure in office.procedures}
    procedures = [known[key] for key in (booking["procedure"], *booking["also"]) if key in known]
    return {
        "number": booking["number"],
        "day": moments.day(start, words),
        "time": moments.clock(start),
        "office": office.name.text,
        "procedures": [procedure.name.text for procedure in procedures],
        "bring": list(dict.fromkeys(p.bring.text for p in procedures if p.bring is not None)),
    }


async def after(request: Request, service: Service) -> Response:
    """The stream has ended without the caller: again with a fresh token, a person, or the end."""
    call = _call(request, service)
    if call is None:
        return _complaint(404, "unknown")
    if await carries_on(service, call):
        return JSONResponse({"then": "again", "token": call.invite(service.clock.now())})
    return JSONResponse({"then": "transfer" if call.transfer_to else "over"})


async def hung_up(request: Request, service: Service) -> Response:
    """The caller has gone: what is held is given back, also where the stream could not say so."""
    call = _call(request, service)
    if call is None:
        return _complaint(404, "unknown")
    if call.stage is not Stage.DONE:
        await settle(service, call, events.HungUp(service.clock.now()))
    return Response(status_code=204)


routes = [
    Route("/phone/calls", _guarded(ring), methods=["POST"]),
    Route("/phone/calls/{sid}/{key}", _guarded(told), methods=["GET"]),
    Route("/phone/calls/{sid}/{key}/after", _guarded(after), methods=["POST"]),
    Route("/phone/calls/{sid}/{key}/hung-up", _guarded(hung_up), methods=["POST"]),
]
