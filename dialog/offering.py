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
    """One of them is read back; a no asks for another day, anything else is a wish of its own. Who says nothing but yes to
    several is asked for the number, and at the second yes the first is read back."""
    if meaning.choice is not None and meaning.choice.score >= ACCEPT:
        return place.read_back(replace(state, misses=0), state.offered[meaning.choice.value])
    answer = meaning.answer.value if meaning.answer else None
    bare = not (meaning.dates or meaning.times or meaning.order)
    if answer is Answer.YES and bare and not meaning.procedures:
        if len(state.offered) == 1 or state.misses:
            return place.read_back(replace(state, misses=0), state.offered[0])
        return speak(replace(state, misses=1), render("which_number"))
    if answer is Answer.NO and not meaning.excluded and not _wished_again(state, meaning):
        state = refuse(state, state.offered)
        if bare:
            return ask(lead(replace(state, day=None, misses=0), "another_day"))
    return fill(state, meaning, at)


def _wished_again(state: State, meaning: Meaning) -> bool:
    """「10時10分はだめかね」: nothing is named but the wish that cannot be met, and no offer is refused."""
    times = not meaning.times or meaning.times[0].value == state.time
    days = not meaning.dates or meaning.dates[0].value == state.day
    return bool(meaning.times or meaning.dates) and times and days
