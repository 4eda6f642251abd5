"""When it goes badly. Silence and words that are not understood have a ladder each: other words, a narrower question,
keys, and at last a person. Whoever says nothing may not be able to speak: their keys come sooner.

Progress sets both back to the first rung.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from dialog import (
    affected,
    callback,
    doubting,
    events,
    existing,
    guiding,
    identifying,
    keypad,
    narrowing,
    standing,
    ward,
)
from dialog.ask import ask, ask_day_of_month, offer_keys
from dialog.closing import person
from dialog.place import confirm_again, offer, whole_month
from dialog.say import Step, question_said, speak
from dialog.slots import phone
from dialog.slots.order import missing
from dialog.slots.time import TIME
from dialog.state import Phase, State
from nlu.question import Expect
from prompts import render


def missed(state: State, at: datetime, excuse: str) -> Step:
    """One more failure in a row. `excuse` is the prompt key that owns up to it: `no_input`, or what was not understood."""
    if state.phase is Phase.CALLBACK:
        return callback.missed(state, excuse)
    if excuse == "no_input":
        rungs, failures = _SILENT, state.silences + 1
        state = replace(state, silences=failures)
    else:
        rungs, failures = _NOT_UNDERSTOOD, state.misses + 1
        state = replace(state, misses=failures)
    if failures > len(rungs):
        return person(state, at)
    state = replace(state, lead=(*state.lead, render(excuse, failures - 1)))
    return rungs[failures - 1](state, failures)


def heard_of(event: events.Event, after: State) -> State:
    """`after` with the silences forgotten when the caller spoke or pressed a key and no failure is left of it."""
    lives = isinstance(event, events.Heard | events.KeyPressed)
    return replace(after, silences=0) if lives and after.silences and not after.misses else after


def keys(state: State, attempt: int = 0) -> Step:
    if state.phase is Phase.GUIDING and state.question.answers:
        return guiding.again(state, 1)
    if keypad.needs_hash(state):
        return other_words(state, attempt)
    return offer_keys(state)


def _narrower(state: State, attempt: int) -> Step:
    return narrowing.ask(state) or other_words(state, attempt)


def other_words(state: State, attempt: int) -> Step:
    if state.phase in (Phase.CONFIRMING, Phase.CANCELLING) and not state.read_back_heard:
        return speak(state, *question_said(state), interruptible=False)
    if state.phase is Phase.CONFIRMING:
        return confirm_again(state, attempt - 1)
    if state.phase is Phase.PHONE:
        return phone.ask(state, attempt)
    if state.phase is Phase.AFFECTED:
        return affected.ask(state, state.affected, attempt)
    if state.phase is Phase.DUPLICATE:
        return existing.again(state, attempt)
    if state.phase is Phase.IDENTIFYING:
        return identifying.ask(state, attempt)
    if state.phase in (Phase.CHOOSING, Phase.CANCELLING):
        return standing.again(state, attempt - 1)
    if state.phase is Phase.DOUBTING and state.doubt is not None:
        return doubting.ask(state, state.doubt, attempt)
    if state.phase is Phase.GUIDING:
        return guiding.again(state, attempt)
    if state.phase is Phase.OFFERING:
        return offer(state, state.offered)
    if state.question.altering:
        return speak(state, render("what_to_change", attempt))
    if state.question.procedures or ward.narrowed(state):
        return speak(state, *state.said[-1:])
    if state.question.expect is Expect.DATE and state.day is not None and whole_month(state.day):
        return ask_day_of_month(state, attempt)
    if missing(state) is TIME and state.time is not None:
        state = replace(state, day=None, time=None)
    return ask(state, attempt)


_Rung = Callable[[State, int], Step]

_NOT_UNDERSTOOD: tuple[_Rung, ...] = (other_words, _narrower, keys)
_SILENT: tuple[_Rung, ...] = (other_words, keys, other_words)
"""What answers each of the failures in a row; after the last comes a person."""
