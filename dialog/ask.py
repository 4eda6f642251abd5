"""Asking for what is missing: procedure, number of people, day, time."""

from dataclasses import replace

from dialog import values
from dialog.say import Step, lead, speak
from dialog.slots.order import asked, missing
from dialog.slots.procedure import PROCEDURE
from dialog.state import Phase, State
from nlu.question import Expect, Question
from prompts import formats, render

PATIENCE = 2
"""Times that it is asked in the same words which of several procedures is meant."""


def ask(state: State, attempt: int = 0) -> Step:
    """Asks for the first thing missing; a later attempt words it another way, with an example."""
    slot = missing(state)
    if slot is PROCEDURE and state.which and attempt == 0:
        return ask_which(state, state.which)
    told, question = slot.asked(state, attempt)
    return speak(replace(state, phase=Phase.ASKING, offered=(), place=None), told, question=question)


def ask_day_of_month(state: State, attempt: int = 0) -> Step:
    """Asks for the day when a whole month was named."""
    assert state.day is not None
    return speak(
        replace(state, phase=Phase.ASKING, offered=(), place=None),
        render("ask_day_of_month", attempt, month=formats.month(state.day.first)),
        question=Question(Expect.DATE),
    )


def ask_which(state: State, procedures: tuple[str, ...], attempt: int = 0) -> Step:
    """Lets the caller choose between two or three procedures that go by the same word: by what tells them apart, where
    the office's data has it of all of them, and else, or at a later attempt, by their names. Whoever answers something else
    time and again may not know, and is told of a person."""
    procedures = procedures[:3]
    if attempt == 0 and sum(one.known.which == procedures for one in state.asked) >= PATIENCE:
        state, attempt = lead(state, "agent_offered"), 1
    known = [state.office.procedure(p) for p in procedures]
    apart = [one.asked_as for one in known if one.asked_as is not None]
    by_question = len(apart) == len(known) and attempt <= 1
    names = [values.term(one) for one in (apart if by_question else [one.name for one in known])]
    chosen = {f"choice{n}": name for n, name in enumerate(names, 1)}
    key = f"tell_apart_{len(names)}" if by_question else f"which_procedure_{len(names)}"
    return speak(
        replace(state, phase=Phase.ASKING, procedure=None, more=(), which=procedures),
        render(key, attempt, **chosen),
        question=Question(Expect.PROCEDURE, procedures=procedures),
    )


def what_instead(state: State) -> Step:
    """What a booking that stands is to be for; of several things, which of them it is still for."""
    fresh = replace(state, phase=Phase.ASKING, offered=(), place=None, misses=0)
    own = state.procedures
    if len(own) > 1:
        told = render("which_errand_stays", procedure=values.procedures(state.office, own))
        return speak(fresh, told, question=Question(Expect.PROCEDURE, procedures=own))
    told, _ = PROCEDURE.asked(state, 0)
    return speak(fresh, told, question=Question(Expect.PROCEDURE))


def offer_keys(state: State) -> Step:
    """The same question, to be answered on the keypad."""
    slot = asked(state.question)
    if slot is None:
        return speak(state, render(f"keys_{state.question.expect.value}"))
    question = Question(Expect.PROCEDURE) if slot is PROCEDURE else None
    return speak(state, *slot.asked_on_keys(state), question=question)
