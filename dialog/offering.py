"""The answer to places that were offered."""

from dataclasses import replace
from datetime import datetime

from dialog import place
from dialog.ask import ask
from dialog.filling import fill
from dialog.refusing import refuse
from dialog.say import Step, lead, speak
from dialog.slots.acceptance import ACCEPT
from dialog.state import State
from nlu.meaning import Answer, Meaning
from prompts import render


def offered(state: State, meaning: Meaning, at: datetime) -> Step:
    """One of them is read back; a no asks for another day, anything else is a wish of its own."""
    if meaning.choice is not None and meaning.choice.score >= ACCEPT:
        return place.read_back(replace(state, misses=0), state.offered[meaning.choice.value])
    answer = meaning.answer.value if meaning.answer else None
    bare = not (meaning.dates or meaning.times or meaning.order)
    if answer is Answer.YES and bare and len(state.offered) == 1:
        return place.read_back(replace(state, misses=0), state.offered[0])
    if answer is Answer.YES and bare and not meaning.procedures and not state.misses:
        return speak(replace(state, misses=1), render("which_number"))
    if answer is Answer.NO and not meaning.excluded:
        state = refuse(state, state.offered)
        if bare:
            return ask(lead(replace(state, day=None, misses=0), "another_day"))
    return fill(state, meaning, at)
