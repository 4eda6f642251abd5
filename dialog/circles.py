"""A call that goes round in circles ends: with a person, with a call-back, or with where to phone."""

from datetime import datetime

from dialog import closing
from dialog.actions import Say
from dialog.say import Step
from dialog.state import Phase

MANY_TURNS = 32
"""The bot has spoken so often without coming to an end: a person is offered instead of what it would say next."""

TOO_MANY_TURNS = 36
"""Whoever is still here is told where to phone, and the call ends."""


def broken(step: Step, at: datetime) -> Step:
    """The step itself, or the way out in its place."""
    state, actions = step
    if state.turns <= MANY_TURNS or not any(isinstance(action, Say) for action in actions):
        return step
    if state.phase is Phase.CLOSING:
        return step if state.turns <= TOO_MANY_TURNS else closing.end(state)
    state = state.but(lead=(), keys="")
    if state.turns > TOO_MANY_TURNS:
        return closing.call_again(state)
    return step if state.phase is Phase.CALLBACK else closing.person(state, at)
