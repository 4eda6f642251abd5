"""The answer to whether a booking that cannot be kept is to be moved."""

from dataclasses import replace
from datetime import datetime

from dialog import affected, closing, moving, standing
from dialog.ask import ask
from dialog.calendar import Booking
from dialog.filling import fill
from dialog.say import Step, lead
from dialog.state import Outcome, State
from nlu.meaning import Answer, Meaning, Request
from prompts import render


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
        return _kept(state, booking)
    if when:
        meaning = moving.elsewhere(meaning, booking)
        return fill(moving.with_own(affected.moving(state, booking), booking, meaning), meaning, at)
    if booking.closure is None:
        return standing.picked(replace(state, errand=Request.CHANGE, affected=()), booking)
    return affected.offer(state, booking)


def is_wish(meaning: Meaning) -> bool:
    """Whether something else is wanted than what was asked."""
    return bool(meaning.procedures or meaning.request is not None)


def _kept(state: State, booking: Booking) -> Step:
    """The caller does not want it moved now: on to the next, or to what the call is about. Who cannot come may want it
    cancelled."""
    if state.errand is Request.CANNOT_COME:
        return standing.picked(replace(state, errand=Request.CANCEL, affected=()), booking)
    if state.errand is Request.LATE:
        kept = replace(state, affected=(), outcome=state.outcome or Outcome.ANSWERED)
        return closing.anything_else(kept, render("not_cancelled"))
    state = lead(replace(state, misses=0), "not_cancelled")
    if left := state.affected[1:]:
        return affected.ask(state, left)
    state = replace(state, affected=())
    return closing.anything_else(state) if state.outcome else ask(state)
