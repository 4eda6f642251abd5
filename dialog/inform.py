"""Answers to what a caller asks in passing; the call goes on where it was."""

from dialog import absorb, values
from dialog.ask import ask
from dialog.say import Step, lead, question_said, speak
from dialog.state import Phase, State
from nlu.meaning import Meaning, Request
from prompts import render
from prompts.sentence import Sentence


def inform(state: State, request: Request, meaning: Meaning) -> Step:
    """What to bring (BRING) and when the counter is open (HOURS), for the procedure just named or known."""
    named = absorb.procedures(state, meaning)
    procedure = named[0] if len(named) == 1 else state.procedure
    if procedure is None:
        return ask(lead(state.but(misses=0), "depends_on_procedure"))
    answer = _bring(state, procedure) if request is Request.BRING else _hours(state, procedure)
    if state.procedure is None:
        return ask(state.but(procedure=procedure, which=(), misses=0, lead=(*state.lead, *answer)))
    return speak(state.but(misses=0), *answer, *question_said(state), interruptible=_interruptible(state))


def _bring(state: State, procedure: str) -> tuple[Sentence, ...]:
    bring = state.office.procedure(procedure).bring
    if bring is None:
        return (render("nothing_to_bring", procedure=values.procedure(state.office, procedure)),)
    return (render("bring", what=values.term(bring)),)


def _hours(state: State, procedure: str) -> tuple[Sentence, ...]:
    opening = state.office.procedure(procedure).hours
    if opening is None:
        return ()
    name = values.procedure(state.office, procedure)
    return (render("hours", procedure=name, opening=values.term(opening)),)


def _interruptible(state: State) -> bool:
    return state.phase is not Phase.CONFIRMING
