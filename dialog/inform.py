"""Answers to what a caller asks in passing, from what the office says; the call goes on where it was."""

from collections.abc import Callable
from dataclasses import replace

from dialog import open_on, values, ward
from dialog.ask import ask
from dialog.say import Step, lead, question_said, speak
from dialog.slots.procedure import procedures
from dialog.state import Phase, State
from nlu.meaning import Meaning, Request
from prompts import formats, render
from prompts.sentence import Sentence

Answer = tuple[Sentence, ...]
Visit = tuple[str, ...]
"""Ids of procedures."""


def inform(state: State, request: Request, meaning: Meaning) -> Step:
    """The answer for the procedure just named, else for all of the visit; what the office does not say, a person may."""
    named = procedures(state, meaning)
    visit = named if len(named) == 1 else state.procedures
    about_days = request is Request.OPEN_ON and bool(meaning.dates)
    if about_days:
        answer = open_on.answer(state.office, visit, meaning.dates[0].value)
    elif not visit:
        return ask(lead(replace(state, misses=0), "depends_on_procedure"))
    else:
        answer = ASKED[request](state, visit, meaning) or (render("not_known"),)
    if state.procedure is None or ward.just_said(state):
        known = state.procedure or next(iter(visit), None)
        return ask(replace(state, procedure=known, which=(), misses=0, lead=(*state.lead, *answer)))
    return speak(
        replace(state, misses=0), *answer, *question_said(state), interruptible=_interruptible(state)
    )


def _bring(state: State, visit: Visit, _: Meaning) -> Answer:
    what = values.bring(state.office, visit)
    if what is None:
        return (render("nothing_to_bring", procedure=values.procedures(state.office, visit)),)
    return (render("bring", what=what),)


def _hours(state: State, visit: Visit, _: Meaning) -> Answer:
    known = [(one, state.office.procedure(one).hours) for one in visit]
    return tuple(
        render("hours", procedure=values.procedure(state.office, one), opening=values.term(opening))
        for one, opening in known
        if opening is not None
    )


def _deadline(state: State, visit: Visit, _: Meaning) -> Answer:
    known = [(one, state.office.procedure(one).deadline) for one in visit]
    return tuple(
        render("deadline", procedure=values.procedure(state.office, one), deadline=values.term(deadline))
        for one, deadline in known
        if deadline is not None
    )


def _counter(state: State, visit: Visit, meaning: Meaning) -> Answer:
    known = [(one, state.office.counter(state.office.procedure(one))) for one in visit]
    told = tuple(
        render("counter_is", procedure=values.procedure(state.office, one), counter=values.term(counter.name))
        for one, counter in known
        if counter is not None
    )
    # Where in the building it is, no office file says.
    return (*told, render("not_known")) if told and meaning.floor else told


def _duration(state: State, visit: Visit, _: Meaning) -> Answer:
    """Of a visit for several, all of it."""
    whole = state.procedures if set(visit).issubset(state.procedures) else visit
    minutes = [state.office.procedure(one).minutes for one in whole]
    known = [one for one in minutes if one is not None]
    if len(known) < len(minutes):
        return ()
    name = values.procedures(state.office, whole)
    return (render("duration_is", procedure=name, minutes=formats.duration(sum(known))),)


ASKED: dict[Request, Callable[[State, Visit, Meaning], Answer]] = {
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
