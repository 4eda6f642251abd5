"""Calls under way: where each stands, and a person for it."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from dataclasses import dataclass
from datetime import datetime

from dialog.state import NOWHERE
from voicebot import masks
from voicebot.archive.turns import PRIVATE
from voicebot.console.ask import Ask, Go, View
from voicebot.console.call_words import CallWords
from voicebot.console.pages.calls.address import page_of
from voicebot.console.refusal import STALE, Refusal
from voicebot.console.roles import Role
from voicebot.hub import CallEnded, CallForgot, CallHappened
from voicebot.telephony.calls import Call
from voicebot.telephony.record import folder_name
from voicebot.telephony.takeover import Why, hindrance, take_over

PACE_S = 0.5
"""What happens in between is shown together."""


@dataclass(frozen=True, slots=True)
class Line:
    """A call under way as a reader may see it."""

    page: str
    began: datetime
    minutes: int
    caller: str
    office: str
    step: str
    slots: list[tuple[str, str]]
    agent: str
    heard: str
    person: str
    """`person_…` of the texts: why no person can be brought in; empty: one can."""


def lines(ask: Ask, now: datetime) -> Sequence[Line]:
    """Those that have been on the line longest first."""
    under_way = sorted(ask.service.calls.under_way, key=lambda call: call.began)
    return [_line(ask, call, now) for call in under_way]


async def watched(ask: Ask) -> AsyncGenerator[View]:
    """Whenever something happens in any of them."""
    with ask.service.hub.watching(CallHappened, CallForgot, CallEnded) as watcher:
        while True:
            now = ask.service.clock.now()
            yield View("calls/live.html", {"calls": lines(ask, now)})
            if not await watcher.news():
                return
            await asyncio.sleep(PACE_S)


def person(ask: Ask) -> Go:
    """Raises Refusal where no person can be brought in, or somebody else was first."""
    name = f"{ask.param('day')}/{ask.param('sid')}"
    call = next((one for one in ask.service.calls.under_way if _name(one) == name), None)
    why = Why.OVER if call is None else take_over(ask.service.sessions, call.sid, ask.now)
    if why is not None:
        raise Refusal(STALE, f"person_{why}")
    ask.record("call.person", f"call:{name}")
    return Go("/console/calls", told="person")


def _line(ask: Ask, call: Call, now: datetime) -> Line:
    clear, state = ask.may(Role.OPERATOR), call.state
    words = CallWords(ask.words, state.office, clear)
    agent = call.turns[-1].agent if call.turns else ""
    heard = next((turn.heard for turn in reversed(call.turns) if turn.heard), "")
    if not clear:
        private = bool(state.name) or state.nameless or state.question.expect in PRIVATE
        agent = masks.without(agent, (state.name,))
        heard = masks.HIDDEN if heard and private else masks.spoken(heard)
    why = hindrance(call, now)
    return Line(
        page_of(_name(call)),
        call.began,
        max(0, int((now - call.began).total_seconds()) // 60),
        call.caller,
        state.office.name.text if state.office != NOWHERE else "",
        words.step(state),
        [(ask.words(f"dialog.slots.{slot}"), value) for slot, value in words.slots(state).items()],
        agent,
        heard,
        f"person_{why}" if why is not None else "",
    )


def _name(call: Call) -> str:
    return f"{call.began:%Y-%m-%d}/{folder_name(call.sid)}"
