"""What the procedures are that a caller was asked to choose from, or asks about once one was taken."""

from dataclasses import replace
from datetime import datetime

from dialog import values
from dialog.ask import ask_which
from dialog.recover import missed
from dialog.say import Step, question_said, speak
from dialog.state import Phase, State
from nlu.meaning import Meaning
from prompts import render
from prompts.sentence import Sentence


def explain(state: State, meaning: Meaning, at: datetime) -> Step:
    """Tells of each in one sentence, as the office's data has it, and asks again."""
    asked = state.question.procedures
    if not asked and state.procedure is not None:
        return _against(state, meaning)
    told = _explained(state, asked)
    if not told:
        return missed(state, at, "not_understood")
    return ask_which(replace(state, lead=(*state.lead, *told), misses=0), asked)


def _against(state: State, meaning: Meaning) -> Step:
    """What was taken is set against another one: how they differ where the data has it of both, else what was taken."""
    others = tuple(one.value for one in meaning.procedures if one.value not in state.procedures)
    told = _explained(state, (*state.procedures, *others)) if others else ()
    if len(told) <= len(state.procedures):
        told = (render("procedure_taken", procedure=values.procedures(state.office, state.procedures)),)
    interruptible = state.phase is not Phase.CONFIRMING
    return speak(replace(state, misses=0), *told, *question_said(state), interruptible=interruptible)


def _explained(state: State, asked: tuple[str, ...]) -> tuple[Sentence, ...]:
    known = [state.office.procedure(one).explained for one in asked]
    return tuple(render("procedure_explained", what=values.term(one)) for one in known if one is not None)
