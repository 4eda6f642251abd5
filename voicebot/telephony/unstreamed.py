"""A call on which no stream runs: what happens is folded at once, and who asks speaks what it says."""

import asyncio
import logging
from collections import deque

from dialog import events
from dialog.actions import Say
from dialog.state import NOWHERE, Phase
from voicebot.call.action_loop import carry_out, take
from voicebot.service import Service
from voicebot.telephony.calls import Call, Stage
from voicebot.telephony.inquiry import Inquiry, answered
from voicebot.telephony.key_watch import KeyWatch

log = logging.getLogger(__name__)


async def fold(service: Service, call: Call, *happened: events.Event) -> None:
    """The events and all that follows from them, as the record of the call has it. A call that nobody knows begins first."""
    record, outside, keys = service.call_log(call), _Outside(service, call), KeyWatch()
    outside.waiting.extend(happened)
    if call.state.office is NOWHERE:
        outside.waiting.appendleft(await asyncio.to_thread(service.parts.started, call))
    while outside.waiting and call.state.phase is not Phase.ENDED:
        event, actions = take(call, keys, outside.waiting.popleft(), 0, lambda ms: record.forget_input(ms))
        record.event(0, event, actions)
        await carry_out(call, actions, outside)
    record.close(call.record)


class _Outside:
    """There is nobody to speak to here: who asks speaks what `State.said` has."""

    def __init__(self, service: Service, call: Call) -> None:
        self.waiting: deque[events.Event] = deque()
        self._parts = service.parts
        self._call = call

    async def say(self, say: Say) -> None:
        """Whoever asked looks into the state."""

    async def ask(self, inquiry: Inquiry) -> events.Event:
        parts = self._parts
        event = await asyncio.to_thread(answered, inquiry, self._call, parts.calendars, parts.clock)
        self.waiting.append(event)
        return event


async def settle(service: Service, call: Call, *last: events.Event) -> None:
    """What happens last to a call which has no stream any more; what it holds is given back, and its record is closed."""
    service.abandon(call)
    call.stage = Stage.DONE
    await fold(service, call, *last)
    log.info("call %s: ended without a stream, %s", call.sid[:40], call.outcome)
