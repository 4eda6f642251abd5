"""When it goes badly: another wording with an example, then keys, then a person."""

from datetime import datetime

from dialog import identifying, phoning, standing
from dialog.ask import ask, missing, offer_keys
from dialog.closing import person
from dialog.place import offer
from dialog.say import Step, lead, question_said, speak
from dialog.state import Phase, State
from nlu.question import Expect
from prompts import render

TRIES_BY_VOICE = 2
"""Failures in a row answered by asking again; the next offers keys, the one after that a person."""


def missed(state: State, at: datetime, excuse: str) -> Step:
    """One more failure in a row. `excuse` is the prompt key that owns up to it."""
    state = state.but(misses=state.misses + 1)
    if state.misses > TRIES_BY_VOICE + 1:
        return person(state, at)
    state = lead(state, excuse)
    if state.misses > TRIES_BY_VOICE:
        return offer_keys(state)
    return _another_way(state)


def _another_way(state: State) -> Step:
    if state.phase in (Phase.CONFIRMING, Phase.CANCELLING) and not state.read_back_heard:
        return speak(state, *question_said(state), interruptible=False)
    if state.phase is Phase.CONFIRMING:
        return speak(state, render("confirm_again"))
    if state.phase is Phase.PHONE:
        return phoning.ask(state, attempt=state.misses)
    if state.phase is Phase.IDENTIFYING:
        return identifying.ask(state, attempt=state.misses)
    if state.phase in (Phase.CHOOSING, Phase.CANCELLING):
        return standing.again(state)
    if state.phase is Phase.OFFERING:
        return offer(state, state.offered)
    if state.question.procedures:
        return speak(state, *state.said[-1:])
    if missing(state) is Expect.TIME and state.time is not None:
        state = state.but(day=None, time=None)
    return ask(state, attempt=state.misses)
