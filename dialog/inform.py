"""Answers to what a caller asks in passing, from what the office says; the call goes on where it was."""

from collections.abc import Callable

from dialog import absorb, open_on, values, ward
from dialog.ask import ask
from dialog.say import Step, lead, question_said, speak
from dialog.state import Phase, State
from nlu.meaning import Meaning, Request
from nlu.requests import asks_for_floor
from prompts import formats, render
from prompts.sentence import Sentence

Answer = tuple[Sentence, ...]


def inform(state: State, request: Request, meaning: Meaning) -> Step:
    """The answer for the procedure just named or known; what the office does not say, a person may."""
    named = absorb.procedures(state, meaning)
    procedure = named[0] if len(named) == 1 else state.procedure
    about_days = request is Request.OPEN_ON and bool(meaning.dates)
    if about_days:
        answer = open_on.answer(state.office, procedure, meaning.dates[0].value)
    elif procedure is None:
        return ask(lead(state.but(misses=0), "depends_on_procedure"))
    else:
        answer = ASKED[request](state, procedure, meaning) or (render("not_known"),)
    if state.procedure is None or ward.just_said(state):
        return ask(
            state.but(procedure=state.procedure or procedure, which=(), misses=0, lead=(*state.lead, *answer))
        )
    return speak(state.but(misses=0), *answer, *question_said(state), interruptible=_interruptible(state))


def _bring(state: State, procedure: str, _: Meaning) -> Answer:
    bring = state.office.procedure(procedure).bring
    if bring is None:
        return (render("nothing_to_bring", procedure=values.procedure(state.office, procedure)),)
    return (render("bring", what=values.term(bring)),)


def _hours(state: State, procedure: str, _: Meaning) -> Answer:
    opening = state.office.procedure(procedure).hours
    if opening is None:
        return ()
    name = values.procedure(state.office, procedure)
    return (render("hours", procedure=name, opening=values.term(opening)),)


def _deadline(state: State, procedure: str, _: Meaning) -> Answer:
    deadline = state.office.procedure(procedure).deadline
    if deadline is None:
        return ()
    name = values.procedure(state.office, procedure)
    return (render("deadline", procedure=name, deadline=values.term(deadline)),)


def _counter(state: State, procedure: str, meaning: Meaning) -> Answer:
    counter = state.office.counter(state.office.procedure(procedure))
    if counter is None:
        return ()
    name = values.procedure(state.office, procedure)
    told = render("counter_is", procedure=name, counter=values.term(counter.name))
    # Where in the building it is, no office file says.
    return (told, render("not_known")) if asks_for_floor(meaning.text) else (told,)


def _duration(state: State, procedure: str, _: Meaning) -> Answer:
    """Of a visit for several, all of it."""
    visit = state.procedures if procedure in state.procedures else (procedure,)
    minutes = [state.office.procedure(one).minutes for one in visit]
    known = [one for one in minutes if one is not None]
    if len(known) < len(minutes):
        return ()
    name = values.procedures(state.office, visit)
    return (render("duration_is", procedure=name, minutes=formats.duration(sum(known))),)


ASKED: dict[Request, Callable[[State, str, Meaning], Answer]] = {
    Request.BRING: _bring,
    Request.HOURS: _hours,
    Request.OPEN_ON: _hours,
    Request.DEADLINE: _deadline,
    Request.COUNTER: _counter,
    Request.DURATION: _duration,
}
"""What may be asked in passing, and what answers it."""


def _interruptible(state: State) -> bool:
    return state.phase is not Phase.CONFIRMING
