import asyncio
from dataclasses import dataclass, field
from datetime import datetime

import pytest

from dialog import events
from dialog.actions import FindPlaces, HangUp, Hold, Say, Transfer
from prompts import render
from voicebot.call.action_loop import at_once, carry_out
from voicebot.clock import TOKYO
from voicebot.telephony.calls import Call
from voicebot.telephony.inquiry import Inquiry

NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
SAY = Say((render("thanks"),), 5.5)
HOLD = Hold(("juminhyo",), NOW, 1)


@dataclass
class Outside:
    """Keeps what it was given; every question has the same answer."""

    answer: events.Event = field(default_factory=lambda: events.Held(NOW))
    given: list[object] = field(default_factory=list)

    async def say(self, say: Say) -> None:
        self.given.append(say)

    async def ask(self, inquiry: Inquiry) -> events.Event:
        self.given.append(inquiry)
        return self.answer


def call() -> Call:
    return Call("CA1", "+819012345678", NOW)


async def test_actions_are_carried_out_in_their_order():
    outside, one = Outside(), call()
    await carry_out(one, (HOLD, SAY, Transfer("+81935823361", None), HangUp()), outside)
    assert outside.given == [HOLD, SAY]
    assert one.transfer_to == "+81935823361"


@pytest.mark.parametrize("answer", [events.PlaceTaken(NOW), events.Trouble(NOW)])
async def test_what_is_not_held_is_not_read_back(answer: events.Event):
    outside = Outside(answer)
    await carry_out(call(), (HOLD, SAY), outside)
    assert outside.given == [HOLD]


async def test_another_question_holds_nothing_up():
    outside = Outside(events.Trouble(NOW))
    find = FindPlaces(("juminhyo",), None, None)
    await carry_out(call(), (find, SAY), outside)
    assert outside.given == [find, SAY]


def test_without_an_event_loop_nothing_is_waited_for():
    outside = Outside()
    at_once(carry_out(call(), (SAY,), outside))
    assert outside.given == [SAY]
    with pytest.raises(RuntimeError, match="waited"):
        at_once(asyncio.sleep(0))
