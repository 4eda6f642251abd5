"""The answer to what of a refused read-back is to be another, where no other is named."""

from dataclasses import replace
from datetime import datetime

from dialog import place, shifting
from dialog.ask import ask
from dialog.say import Step
from dialog.slots.day import DAY
from dialog.slots.time import TIME
from dialog.state import State
from nlu.meaning import Meaning


def answered(state: State, meaning: Meaning, at: datetime) -> Step | None:
    """Reads the same back to who takes the no back, and asks for all anew of who wants another of everything; None where
    a part was named, or nothing."""
    refused = state.refused.places[-1:]
    if not state.question.altering or not refused:
        return None
    state = replace(state, misses=0)
    if meaning.keeps:
        return place.proceed(state)
    if meaning.every and not (meaning.dates or meaning.times or meaning.procedures):
        return ask(TIME.clear(DAY.clear(state)))
    named = meaning.procedures or meaning.dates or meaning.times
    return shifting.from_places(state, meaning.shift, refused, at) if meaning.shift and not named else None
