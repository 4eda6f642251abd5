"""Another errand of a call in which something was booked: it may be given up, or be joined to what was booked, which
may be asked about."""

from dataclasses import replace
from datetime import datetime

from dialog import closing, existing, values
from dialog.afresh import afresh
from dialog.filling import fill
from dialog.say import Step, question_said, speak
from dialog.state import Phase, State
from nlu.meaning import Meaning, Request
from nlu.question import Expect
from prompts import render


def beside(state: State, meaning: Meaning, at: datetime) -> Step | None:
    """The way on where no more is wanted than what was booked, or that is asked about; None: neither."""
    done = state.stands
    begun = state.phase in (Phase.ASKING, Phase.OFFERING) and state.procedure is not None
    if done is None or not begun or state.booking is not None:
        return None
    if meaning.request is Request.CHECK:
        return speak(state, existing.booking_is(state, done), *question_said(state))
    named = {said.value for said in meaning.procedures}
    of_done = bool(named) and named <= set(done.procedures) and not named & set(state.procedures)
    if of_done and Expect.DATE in meaning.unchanged and not (meaning.only or meaning.request):
        return fill(state, replace(meaning, procedures=(), asked_for=(), joined=(), more=False), at)
    dropped = not named and set(state.procedures) <= set(meaning.dropped)
    if not ((of_done and meaning.only) or dropped) or meaning.dates or meaning.times:
        return None
    given_up = values.procedures(state.office, state.procedures)
    return closing.anything_else(afresh(state), render("procedure_dropped", procedure=given_up))
