"""A person takes a running call over because somebody at the office wants it: the call is told, and does what it does when
the caller asks for one."""

from collections.abc import Iterable
from datetime import datetime
from enum import StrEnum

from dialog import closing
from dialog.state import Phase
from voicebot.telephony.calls import Call, Stage
from voicebot.telephony.session import Session


class Why(StrEnum):
    """Why no person takes a call over."""

    OVER = "over"
    """It has ended, or its line is broken."""
    CLOSING = "closing"
    """The bot says a booking's number, or its last words."""
    ALREADY = "already"
    """A person is on the way."""
    NOBODY = "nobody"
    """No person answers at this time."""


def hindrance(call: Call, now: datetime) -> Why | None:
    """Why no person can take the call over, as far as the call itself tells."""
    state = call.state
    if call.stage is not Stage.STREAMING or state.phase is Phase.ENDED:
        return Why.OVER
    if state.transfer:
        return Why.ALREADY
    if closing.uninterrupted(state):
        return Why.CLOSING
    return None if state.office.agents_answer(now) else Why.NOBODY


def take_over(sessions: Iterable[Session], sid: str, now: datetime) -> Why | None:
    """Has a person take the call over; None: one is on the way. From any thread; of two who ask, one is first."""
    session = next((one for one in tuple(sessions) if one.call.sid == sid), None)
    if session is None:
        return Why.OVER
    if why := hindrance(session.call, now):
        return why
    return None if session.call_person() else Why.ALREADY
