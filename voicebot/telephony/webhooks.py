"""What Twilio asks over HTTP: how to answer a call, and what comes after its stream."""

import ipaddress
import logging
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from twilio.request_validator import RequestValidator
from twilio.twiml.voice_response import Connect, VoiceResponse

from dialog import events
from prompts import render
from voicebot.telephony import whisper
from voicebot.telephony.calls import MAX_STREAMS, Call, Stage

if TYPE_CHECKING:
    from voicebot.app import Service

log = logging.getLogger(__name__)


class Refused(Exception):
    """A request that does not come from Twilio."""


def is_loopback(host: str | None) -> bool:
    """Whether a peer address is this machine's own."""
    try:
        return ipaddress.ip_address(host or "").is_loopback
    except ValueError:
        return False


def public_url(request: Request, configured: str) -> str:
    """The address under which the other side knows this service, without a slash at the end."""
    return configured or f"{request.url.scheme}://{request.url.netloc}"


async def authentic(request: Request, service: "Service") -> dict[str, str]:
    """The form of a request that Twilio signed, or that came from this machine. Raises Refused."""
    form = {key: str(value) for key, value in (await request.form()).items()}
    token = service.settings.auth_token
    if not token:
        if not is_loopback(request.client.host if request.client else None):
            raise Refused("no TWILIO_AUTH_TOKEN is set, so only this machine may call")
        return form
    query = f"?{request.url.query}" if request.url.query else ""
    url = public_url(request, service.settings.public_url) + request.url.path + query
    signature = request.headers.get("X-Twilio-Signature", "")
    if not RequestValidator(token).validate(url, form, signature):
        raise Refused("the signature is wrong")
    return form


def _twiml(response: VoiceResponse) -> Response:
    return Response(str(response), media_type="application/xml")


def _stream(request: Request, service: "Service", call: Call) -> Response:
    base = urlsplit(public_url(request, service.settings.public_url))
    scheme = "wss" if base.scheme == "https" else "ws"
    response = VoiceResponse()
    connect = Connect()
    stream = connect.stream(url=f"{scheme}://{base.netloc}/twilio/media")
    stream.parameter(name="token", value=call.invite(service.clock.now()))
    response.append(connect)
    response.redirect("/twilio/after", method="POST")
    return _twiml(response)


async def voice(request: Request) -> Response:
    """A call rings: connect its audio."""
    service: Service = request.app.state.service
    form = await authentic(request, service)
    sid = form.get("CallSid", "")
    if not sid:
        return PlainTextResponse("CallSid is missing", status_code=400)
    if service.closing:
        return _sorry()
    caller, called = _number(form, "From"), _number(form, "To")
    call = service.calls.arrive(sid, caller, service.clock.now(), called)
    if call.stage is Stage.STREAMING:
        return PlainTextResponse("the call has a stream already", status_code=409)
    return _stream(request, service, call)


def _number(form: dict[str, str], key: str) -> str:
    """Empty: withheld, or no number."""
    number = form.get(key, "")
    return number if number.lstrip("+").isdecimal() else ""


async def after(request: Request) -> Response:
    """The stream has ended: a person, the stream again, or the end of the call."""
    service: Service = request.app.state.service
    form = await authentic(request, service)
    call = service.calls.get(form.get("CallSid", ""))
    response = VoiceResponse()
    if call is None:
        response.hangup()
    elif call.transfer_to:
        whisper.dial(response, call)
    elif call.stage in LOST and call.streams < MAX_STREAMS and not service.closing:
        log.warning("call %s: stream broke, taken up again", call.sid)
        service.abandon(call)
        return _stream(request, service, call)
    else:
        await _give_up(response, service, call)
    return _twiml(response)


ENDED = ("completed", "busy", "failed", "no-answer", "canceled")
"""Twilio's states of a call that is over."""

LOST = (Stage.BROKEN, Stage.STREAMING)
"""Twilio asks what comes after a stream, but the bot did not end it."""


async def _give_up(response: VoiceResponse, service: "Service", call: Call) -> None:
    """No stream of this call holds: a person takes it, where one answers."""
    if call.stage in LOST:
        await service.settle(call, events.Trouble(service.clock.now()))
        office = service.office_of(call)
        if office.agents_answer(service.clock.now()):
            response.dial(office.agent_phone)
            return
    response.hangup()


async def status(request: Request) -> Response:
    """Twilio tells that a call has ended."""
    service: Service = request.app.state.service
    form = await authentic(request, service)
    call = service.calls.get(form.get("CallSid", ""))
    if call is not None and call.stage in (*LOST, Stage.EXPECTED) and form.get("CallStatus") in ENDED:
        await service.settle(call, events.HungUp(service.clock.now()))
    log.info("call %s: status %s", form.get("CallSid", "?")[:40], form.get("CallStatus", "?")[:20])
    return Response(status_code=204)


async def told(request: Request) -> Response:
    """How a call went, for the simulated caller on this machine."""
    service: Service = request.app.state.service
    if not is_loopback(request.client.host if request.client else None):
        raise Refused("only this machine may ask")
    call = service.calls.get(request.path_params["sid"])
    if call is None:
        return JSONResponse({"error": "no such call"}, status_code=404)
    turns = [{"agent": turn.agent, "heard": turn.heard} for turn in call.turns]
    ended = call.stage is Stage.DONE
    return JSONResponse(
        {"outcome": call.outcome if ended else None, "booking": call.booking, "turns": turns, "ended": ended}
    )


def _sorry() -> Response:
    response = VoiceResponse()
    response.say(render("system_trouble").text, language="ja-JP")
    response.hangup()
    return _twiml(response)


async def refuse(request: Request, error: Exception) -> Response:
    """403 with the reason; nothing of the request is repeated."""
    log.warning("refused %s: %s", request.url.path, error)
    return PlainTextResponse(f"{error}\n", status_code=403)


routes = [
    Route("/twilio/voice", voice, methods=["POST"]),
    Route("/twilio/after", after, methods=["POST"]),
    Route("/twilio/status", status, methods=["POST"]),
    *whisper.routes,
    Route("/calls/{sid}", told, methods=["GET"]),
]
