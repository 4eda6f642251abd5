"""What the person who takes a call hears before being connected: TwiML's `url` of <Number>, and the sound it plays."""

import asyncio
import io
import secrets

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from twilio.twiml.voice_response import Dial, VoiceResponse

from voicebot.service import Service
from voicebot.speech import mulaw, wav
from voicebot.speech.synthesizer import SAMPLE_RATE
from voicebot.telephony.address import public_path
from voicebot.telephony.calls import Call

PATH = "/twilio/whisper"


def dial(response: VoiceResponse, call: Call, base: str) -> None:
    """Connects the caller with the person; what is known about the call is told to them first. `base`: the path under
    which this service is known."""
    if call.whisper is None:
        response.dial(call.transfer_to)
        return
    call.whisper_token = call.whisper_token or secrets.token_urlsafe(24)
    dialled = Dial()
    dialled.number(call.transfer_to, url=f"{base}{PATH}/{call.sid}/{call.whisper_token}", method="GET")
    response.append(dialled)


async def twiml(request: Request) -> Response:
    """Plays the sound beside it; the person is connected after that."""
    if _called(request) is None:
        return _unknown()
    response = VoiceResponse()
    service: Service = request.app.state.service
    response.play(public_path(request, service.settings.public_url, f"{request.url.path}.wav"))
    return Response(str(response), media_type="application/xml")


async def sound(request: Request) -> Response:
    """The summary, spoken: WAV, 8 kHz mono, 16 bits."""
    service: Service = request.app.state.service
    call = _called(request)
    if call is None or call.whisper is None:
        return _unknown()
    parts = service.parts
    loop = asyncio.get_running_loop()
    spoken = await loop.run_in_executor(parts.speaking, parts.synthesizer.speak, call.whisper, parts.rate)
    file = io.BytesIO()
    wav.write(file, mulaw.decode(spoken), SAMPLE_RATE)
    return Response(file.getvalue(), media_type="audio/wav")


def _called(request: Request) -> Call | None:
    """The call that the address names. Its token is known to Twilio alone, which does not sign what it plays."""
    service: Service = request.app.state.service
    call = service.calls.get(request.path_params["sid"])
    token = request.path_params["token"]
    if call is None or not call.whisper_token:
        return None
    return call if secrets.compare_digest(call.whisper_token.encode(), token.encode()) else None


def _unknown() -> Response:
    return PlainTextResponse("there is nothing to hear", status_code=404)


routes = [
    Route(PATH + "/{sid}/{token}.wav", sound, methods=["GET"]),
    Route(PATH + "/{sid}/{token}", twiml, methods=["GET"]),
]
