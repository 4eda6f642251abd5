"""What the dialplan of an Asterisk asks over HTTP: which call its audio is for, and what comes after that.

AudioSocket carries a UUID and nothing else. Who calls whom is told here before, and the UUID is the one-time ticket.
Answers are one line of plain text, as the dialplan's CURL() reads them.
"""

import hmac
import logging
from uuid import UUID, uuid4

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from dialog import events
from numbering import number_or_none
from voicebot.service import Service
from voicebot.telephony.calls import Call, Stage
from voicebot.telephony.carrying import carries_on
from voicebot.telephony.signed import Refused, is_loopback
from voicebot.telephony.unstreamed import settle

log = logging.getLogger(__name__)

PREFIX = "AS"


def sid(uuid: UUID) -> str:
    """The id of the call whose audio comes under this UUID."""
    return PREFIX + uuid.hex


def _authentic(request: Request, service: Service) -> None:
    """Raises Refused where the key is not shown; without one, for other machines than this."""
    key = service.settings.asterisk_key
    if not key:
        if not is_loopback(request.client.host if request.client else None):
            raise Refused("no VOICEBOT_ASTERISK_KEY is set, so only an Asterisk on this machine may ask")
        return
    shown = request.headers.get("authorization", "")
    if not hmac.compare_digest(shown.encode(), f"Bearer {key}".encode()):
        raise Refused("the key is wrong")


async def call(request: Request) -> Response:
    """A call rings: the UUID under which its audio may come, once and soon. The form: `caller` and `called`, numbers however
    they are written; a withheld one is empty."""
    service: Service = request.app.state.service
    _authentic(request, service)
    if service.closing:
        return PlainTextResponse("the service is going down", status_code=503)
    form = await request.form(max_files=0, max_fields=8)
    uuid, now = uuid4(), service.clock.now()
    caller, called = (number_or_none(str(form.get(name, ""))) for name in ("caller", "called"))
    arrived = service.calls.arrive(sid(uuid), caller, now, called)
    if not service.admits(arrived):
        return await _refused(service, arrived)
    arrived.invite(now, str(uuid))
    return PlainTextResponse(str(uuid), status_code=201)


async def _refused(service: Service, call: Call) -> Response:
    """No line is free: `busy`, and behind it a person's number where one answers now."""
    service.metrics.refused.inc()
    log.warning("call %s: no line is free", call.sid)
    now = service.clock.now()
    await settle(service, call, events.LinesBusy(now), events.Played(now, "", last=True))
    person = f" dial:{call.transfer_to}" if call.transfer_to else ""
    return PlainTextResponse(f"busy{person}", status_code=503)


async def after(request: Request) -> Response:
    """AudioSocket() has returned: `again` with the same UUID, `dial:` and the number of a person, or `hangup`."""
    service: Service = request.app.state.service
    _authentic(request, service)
    uuid: UUID = request.path_params["uuid"]
    known = await service.find(sid(uuid))
    if known is not None and await carries_on(service, known):
        known.invite(service.clock.now(), str(uuid))
        return PlainTextResponse("again")
    if known is not None and known.transfer_to:
        return PlainTextResponse(f"dial:{known.transfer_to}")
    return PlainTextResponse("hangup")


async def hung_up(request: Request) -> Response:
    """The caller has gone: what is held is given back, also where no audio came that could say so."""
    service: Service = request.app.state.service
    _authentic(request, service)
    known: Call | None = await service.find(sid(request.path_params["uuid"]))
    if known is not None and known.stage is not Stage.DONE:
        await settle(service, known, events.HungUp(service.clock.now()))
    return Response(status_code=204)


routes = [
    Route("/asterisk/call", call, methods=["POST"]),
    Route("/asterisk/after/{uuid:uuid}", after, methods=["GET"]),
    Route("/asterisk/hung-up/{uuid:uuid}", hung_up, methods=["POST"]),
]
