"""Nobody is there: whether a person may phone back, and what about."""

from dataclasses import replace

from dialog import closing
from dialog.actions import AskCallback
from dialog.say import Step, lead
from dialog.slots import phone
from dialog.state import Phase, State
from dialog.summary import summary, with_procedure
from nlu.meaning import Answer, Meaning, Request
from prompts.notes import CALLBACK_OTHERWISE

TRIES = 2
"""Silences or answers that are none, together; after them the number is told."""


def answered(state: State, meaning: Meaning) -> Step:
    """The answer to the offer of a call-back; what it is about may be said with it."""
    state = with_procedure(state, meaning)
    if phone.to_another(state):
        return _number(state, meaning)
    if meaning.request is Request.CALLBACK:
        return replace(state, phase=Phase.NOTING), (noting(state),)
    if meaning.answer is None:
        return missed(state, "not_understood")
    if meaning.answer.value is Answer.NO:
        return closing.call_again(state)
    return replace(state, phase=Phase.NOTING), (noting(state),)


def _number(state: State, meaning: Meaning) -> Step:
    """The number to phone back to, of a caller who withholds it."""
    if phone.agreed(state, meaning):
        return replace(state, phase=Phase.NOTING), (noting(state),)
    if phone.refused(state, meaning):
        return closing.call_again(state)
    return phone.taken(state, meaning) or missed(state, phone.excuse(state, meaning))


def noting(state: State) -> AskCallback:
    """What the calendar writes down."""
    return AskCallback(about(state), state.phone if phone.to_another(state) else "", state.at)


def missed(state: State, *excuse: str) -> Step:
    """Silence or no answer: asked once more, then the number is told."""
    state = replace(state, misses=state.misses + 1)
    if state.misses >= TRIES:
        return closing.call_again(lead(state, *excuse))
    return closing.offer_callback(lead(state, *excuse), attempt=state.misses)


def about(state: State) -> str:
    """The wish as far as it is known: 住民票、12月2日."""
    wish = summary(state)
    return wish.text if wish else CALLBACK_OTHERWISE
