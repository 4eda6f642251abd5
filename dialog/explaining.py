"""What the procedures are that a caller was asked to choose from."""

from dataclasses import replace
from datetime import datetime

from dialog import values
from dialog.ask import ask_which
from dialog.recover import missed
from dialog.say import Step
from dialog.state import State
from prompts import render


def explain(state: State, at: datetime) -> Step:
    """Tells of each in one sentence, as the office's data has it, and asks again."""
    asked = state.question.procedures
    known = [state.office.procedure(one).explained for one in asked]
    told = tuple(render("procedure_explained", what=values.term(one)) for one in known if one is not None)
    if not told:
        return missed(state, at, "not_understood")
    return ask_which(replace(state, lead=(*state.lead, *told), misses=0), asked)
