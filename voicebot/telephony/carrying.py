"""A call carried on a line that has been let in, and what comes after, whatever transport it came by."""

import logging

from dialog import events
from voicebot.service import Service
from voicebot.telephony.calls import MAX_STREAMS, Call, Stage
from voicebot.telephony.session import Session
from voicebot.telephony.unstreamed import settle
from voicebot.transport.line import Line

log = logging.getLogger(__name__)


async def carry(service: Service, call: Call, line: Line) -> None:
    """Until the call is over or the line has ended; the service knows of it meanwhile."""
    session = Session(call, service.parts, service.call_log(call), line, metrics=service.metrics)
    service.begun(session)
    try:
        await session.run()
    finally:
        service.ended(session)
        log.info("call %s: stream ended, %s", call.sid, call.outcome or "not over")


async def carries_on(service: Service, call: Call) -> bool:
    """Whether a call whose line has ended is to have another one. Where none holds, a person takes it, if one answers."""
    if call.stage is Stage.DONE or call.transfer_to:
        return False
    call.failures += 1
    if call.failures < MAX_STREAMS and not service.closing:
        log.warning("call %s: its line broke, or never came; connected again", call.sid)
        service.abandon(call)
        return True
    log.warning("call %s: given up after %d lines", call.sid, call.failures)
    now = service.clock.now()
    await settle(service, call, events.Trouble(now), events.Played(now, "", last=True))
    return False
