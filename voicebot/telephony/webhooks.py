"""What Twilio asks over HTTP: how to answer a call, and what comes after its stream."""

import logging

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route
from twilio.twiml.voice_response import Connect, VoiceResponse

from dialog import events
from numbering import number_or_none
from prompts import render, saying
from prompts.sentence import Sentence
from voicebot.service import Service
from voicebot.telephony import led_on_keys, whisper
from voicebot.telephony.address import public_path, stream_url
from voicebot.telephony.calls import MAX_STREAMS, Call, Stage
from voicebot.telephony.led_on_keys import speak
from voicebot.telephony.signed import Refused, authentic, is_loopback
from voicebot.telephony.unstreamed import settle

log = logging.getLogger(__name__)


def _twiml(response: VoiceResponse) -> Response:
    return Response(str(response), media_type="application/xml")


def _stream(request: Request, service: Service, call: Call, *first: Sentence) -> Response:
    configured = service.settings.public_url
    response = VoiceResponse()
    speak(response, *first)
    connect = Connect()
    stream = connect.stream(url=stream_url(request, configured, "/twilio/media"))
    stream.parameter(name="token", value=call.invite(service.clock.now()))
    response.append(connect)
    response.redirect(public_path(request, configured, "/twilio/after"), method="POST")
    return _twiml(response)


async def voice(request: Request) -> Response:
    """A call rings: connect its audio."""
    service: Service = request.app.state.service
    form = await authentic(request, service)
    sid = form.get("CallSid", "")
    if not sid:
        return PlainTextResponse("CallSid is missing", status_code=400)
    call = await _arrived(form, service)
    if service.closing:
        return await _given_up(request, service, call)
    if call.stage is Stage.STREAMING:
        return PlainTextResponse("the call has a stream already", status_code=409)
    if not service.admits(call):
        return await led_on_keys.refused(request, service, call)
    return _stream(request, service, call)


async def after(request: Request) -> Response:
    """The stream has ended: a person, the stream again, or the end of the call."""
    service: Service = request.app.state.service
    form = await authentic(request, service)
    sid = form.get("CallSid", "")
    here = service.calls.get(sid) is not None
    over = not sid or form.get("CallStatus") in ENDED
    call = (
        await service.find(sid, number_or_none(form.get("To", ""))) if over else await _arrived(form, service)
    )
    if call is not None and call.transfer_to:
        return _dialled(request, service, call)
    if call is None or call.stage is Stage.DONE:
        return _hung_up()
    if over:
        await settle(service, call, events.HungUp(service.clock.now()))
        return _hung_up()
    call.failures += 1
    why = "stream broke" if call.stage in LOST else "no stream came"
    if call.failures >= MAX_STREAMS or service.closing:
        log.warning("call %s: %s, given up after %d", sid[:40], why, call.failures)
        return await _given_up(request, service, call)
    log.warning("call %s: %s, connected again", sid[:40], why)
    service.abandon(call)
    with saying(call.state.overrides):
        spoken = () if here and call.stage in LOST else (render("reconnecting"),)
    return _stream(request, service, call, *spoken)


async def _arrived(form: dict[str, str], service: Service) -> Call:
    """The call that Twilio asks about; one that nobody knows begins now."""
    called = number_or_none(form.get("To", ""))
    call = await service.find(form["CallSid"], called)
    return call or service.calls.arrive(
        form["CallSid"], number_or_none(form.get("From", "")), service.clock.now(), called
    )


ENDED = ("completed", "busy", "failed", "no-answer", "canceled")
"""Twilio's states of a call that is over."""

LOST = (Stage.BROKEN, Stage.STREAMING)
"""Twilio asks what comes after a stream, but the bot did not end it."""


async def _given_up(request: Request, service: Service, call: Call) -> Response:
    """No stream of this call holds: a person takes it, where one answers; else the caller is told where to phone. Whoever
    was being told a booking's number hears it to the end."""
    if call.stage is not Stage.DONE:
        now = service.clock.now()
        await settle(service, call, events.Trouble(now), events.Played(now, "", last=True))
    return _dialled(request, service, call, *call.state.said)


def _dialled(request: Request, service: Service, call: Call, *first: Sentence) -> Response:
    """A person, where the call goes to one; else its end."""
    response = VoiceResponse()
    speak(response, *first)
    if call.transfer_to:
        whisper.dial(response, call, public_path(request, service.settings.public_url, ""))
    else:
        response.hangup()
    return _twiml(response)


def _hung_up() -> Response:
    response = VoiceResponse()
    response.hangup()
    return _twiml(response)


async def status(request: Request) -> Response:
    """Twilio tells that a call has ended."""
    service: Service = request.app.state.service
    form = await authentic(request, service)
    if form.get("CallStatus") in ENDED:
        call = await service.find(form.get("CallSid", ""), number_or_none(form.get("To", "")))
        if call is not None and call.stage is not Stage.DONE:
            await settle(service, call, events.HungUp(service.clock.now()))
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
    return JSONResponse(call.told())


async def refuse(request: Request, error: Exception) -> Response:
    """403 with the reason; nothing of the request is repeated."""
    log.warning("refused %s: %s", request.url.path, error)
    return PlainTextResponse(f"{error}\n", status_code=403)


routes = [
    Route("/twilio/voice", voice, methods=["POST"]),
    Route("/twilio/after", after, methods=["POST"]),
    Route("/twilio/status", status, methods=["POST"]),
    *whisper.routes,
    *led_on_keys.routes,
    Route("/calls/{sid}", told, methods=["GET"]),
]
