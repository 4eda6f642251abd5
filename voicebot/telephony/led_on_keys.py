"""A call for which no line is free: told so at once, and given to a person, or asked for a call-back by keys.

No stream runs: the sentences are spoken by Twilio, and TwiML's <Gather> takes the keys.
"""

import logging

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from twilio.twiml.voice_response import Gather, VoiceResponse

from dialog import events
from dialog.state import Phase
from nlu.question import Expect
from prompts.sentence import Sentence
from voicebot.service import Service
from voicebot.telephony import whisper
from voicebot.telephony.address import public_path
from voicebot.telephony.calls import Call, Stage
from voicebot.telephony.signed import authentic
from voicebot.telephony.unstreamed import fold

log = logging.getLogger(__name__)

PATH = "/twilio/keys"
WAIT_S = 7
"""As long as for an answer on a stream."""


async def refused(request: Request, service: Service, call: Call) -> Response:
    """The answer to a call that rings while all lines are in use."""
    call.stage = Stage.ON_KEYS
    service.metrics.refused.inc()
    log.warning("call %s: no line is free", call.sid[:40])
    return await _led_on(request, service, call, events.LinesBusy(service.clock.now()))


async def keys(request: Request) -> Response:
    """The keys that were pressed, or none for as long as we wait."""
    service: Service = request.app.state.service
    form = await authentic(request, service)
    call = service.calls.get(form.get("CallSid", ""))
    if call is None or call.stage is not Stage.ON_KEYS:
        response = VoiceResponse()
        response.hangup()
        return Response(str(response), media_type="application/xml")
    now = service.clock.now()
    pressed = [digit for digit in form.get("Digits", "")[:20] if digit in "0123456789*#"]
    if pressed and call.state.question.expect is Expect.DIGITS:
        pressed.append("#")
    if not pressed:
        return await _led_on(request, service, call, events.NoInput(now))
    return await _led_on(request, service, call, *(events.KeyPressed(now, digit) for digit in pressed))


async def _led_on(request: Request, service: Service, call: Call, *happened: events.Event) -> Response:
    """What is said is heard to its end by who presses no key before."""
    await fold(service, call, *happened)
    said = call.state.said
    await fold(service, call, events.Played(service.clock.now(), "", last=True))
    response = VoiceResponse()
    base = public_path(request, service.settings.public_url, "")
    if call.state.phase is Phase.ENDED:
        call.stage = Stage.DONE
        speak(response, *said)
        if call.transfer_to:
            whisper.dial(response, call, base)
        else:
            response.hangup()
    else:
        several = call.state.question.expect is Expect.DIGITS
        gather = Gather(
            action=base + PATH,
            method="POST",
            timeout=WAIT_S,
            num_digits=None if several else 1,
            action_on_empty_result=True,
        )
        speak(gather, *said)
        response.append(gather)
    return Response(str(response), media_type="application/xml")


def speak(verb: VoiceResponse | Gather, *sentences: Sentence) -> None:
    """In Twilio's own voice: there is no stream to speak on."""
    for sentence in sentences:
        verb.say(sentence.text, language="ja-JP")


routes = [Route(PATH, keys, methods=["POST"])]
