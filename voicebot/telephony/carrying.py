"""A call carried on a line that has been let in, whatever transport it came by."""

import logging
from typing import TYPE_CHECKING

from voicebot.telephony.calls import Call
from voicebot.telephony.session import Session
from voicebot.transport.line import Line

if TYPE_CHECKING:
    from voicebot.app import Service

log = logging.getLogger(__name__)


async def carry(service: "Service", call: Call, line: Line) -> None:
    """Until the call is over or the line has ended; the service knows of it meanwhile."""
    session = Session(call, service.parts, service.call_log(call), line)
    service.sessions.add(session)
    try:
        await session.run()
    finally:
        service.sessions.discard(session)
        log.info("call %s: stream ended, %s", call.sid, call.outcome or "not over")
