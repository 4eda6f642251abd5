"""The answer to whether a booking that cannot be kept is to be moved."""

from dataclasses import replace
from datetime import datetime

from dialog import affected, closing, standing
from dialog.ask import ask
from dialog.filling import fill
from dialog.say import Step, lead
from dialog.state import State
from nlu.meaning import Answer, Meaning, Request


def answered(state: State, meaning: Meaning, at: datetime) -> Step | None:
    """What follows from the answer; None where it is a wish of its own, or none at all."""
    booking, when = state.affected[0], meaning.dates or meaning.times or meaning.order
    if meaning.request is Request.CANCEL:
        return standing.picked(replace(state, errand=Request.CANCEL), booking)
    wishes = meaning.procedures or meaning.request not in (None, Request.CHANGE)
    answer = meaning.answer.value if meaning.answer else None
    if wishes or not (answer or when or meaning.request):
        return None
    if answer is Answer.NO and not when and meaning.request is None:
        return _kept(state)
    return fill(affected.moving(state, booking), meaning, at) if when else affected.offer(state, booking)


def is_wish(meaning: Meaning) -> bool:
    """Whether something else is wanted than what was asked."""
    return bool(meaning.procedures or meaning.request is not None)


def _kept(state: State) -> Step:
    """The caller does not want it moved now: on to the next, or to what the call is about."""
    state = lead(replace(state, misses=0), "not_cancelled")
    if left := state.affected[1:]:
        return affected.ask(state, left)
    state = replace(state, affected=())
    return closing.anything_else(state) if state.outcome else ask(state)
