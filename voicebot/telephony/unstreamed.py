"""A call on which no stream runs: what happens is folded at once, and who asks speaks what it says."""

import asyncio
import logging
from collections import deque

from dialog import events
from dialog.actions import HangUp, Say, Transfer
from dialog.calendar import Unavailable
from dialog.state import NOWHERE, Phase
from dialog.step import step
from voicebot.service import Service
from voicebot.telephony.calls import Call, Stage
from voicebot.telephony.inquiry import answer

log = logging.getLogger(__name__)


async def fold(service: Service, call: Call, *happened: events.Event) -> None:
    """The events and all that follows from them, as the record of the call has it. A call that nobody knows begins first."""
    parts, record = service.parts, service.call_log(call)
    begins = call.state.office is NOWHERE
    waiting: deque[events.Event] = deque(happened)
    if begins:
        waiting.appendleft(await asyncio.to_thread(parts.started, call))
    while waiting and call.state.phase is not Phase.ENDED:
        event = waiting.popleft()
        call.state, actions = step(call.state, event)
        record.event(0, event, actions)
        for action in actions:
            match action:
                case Transfer(phone, whisper):
                    call.transfer_to, call.whisper = phone, whisper
                case Say() | HangUp():
                    pass
                case _:
                    try:
                        waiting.append(
                            await asyncio.to_thread(answer, action, call, parts.calendars, parts.clock)
                        )
                    except Unavailable as error:
                        log.error("call %s: calendar unavailable: %s", call.sid, error)
                        waiting.append(events.Trouble(parts.clock.now()))
    record.close(call.record)


async def settle(service: Service, call: Call, *last: events.Event) -> None:
    """What happens last to a call which has no stream any more; what it holds is given back, and its record is closed."""
    service.abandon(call)
    call.stage = Stage.DONE
    await fold(service, call, *last)
    log.info("call %s: ended without a stream, %s", call.sid[:40], call.outcome)
