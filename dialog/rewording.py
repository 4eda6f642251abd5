"""What is asked of a caller whose answer was understood and brought nothing new: what is still missing, then a narrower question."""

from dataclasses import replace

from dialog import doubting, narrowing, place, recover, ward
from dialog.ask import ask_which
from dialog.say import Step, lead, speak
from dialog.slots.day import DAY
from dialog.slots.order import missing
from dialog.slots.slot import Slot
from dialog.slots.time import TIME
from dialog.state import Doubt, Phase, State
from nlu.question import Expect, Question
from prompts import formats, render


def say_what_is_missing(state: State) -> Step:
    """The same question in other words, after what is not known yet."""
    if state.phase is Phase.OFFERING:
        return place.offer(state, state.offered, attempt=1)
    slot = _missing(state)
    if state.phase is Phase.ASKING and slot.missing:
        state = lead(state, slot.missing)
    if state.question.procedures:
        return ask_which(state, state.question.procedures, attempt=1)
    if offices := ward.asked_among(state):
        return ward.ask_among(state, offices, attempt=1)
    return recover.other_words(state, 1)


def narrow(state: State) -> Step:
    """A question that takes a yes, or one of three words."""
    if state.phase is Phase.OFFERING:
        if not place.offers_one(state):
            return place.offer(state, state.offered[:1], others=state.offered[1:])
        fresh = replace(state, phase=Phase.ASKING, offered=(), place=None, day=None, time=None)
        return speak(fresh, render("narrow_date"), question=Question(Expect.DATE))
    if state.question.procedures:
        return doubting.ask(state, Doubt(procedures=state.question.procedures[:1]))
    if _missing(state) is DAY and state.day is not None:
        told = render("narrow_month", month=formats.month(state.day.first))
        return speak(state, told, question=Question(Expect.DATE))
    return narrowing.ask(state) or recover.keys(state)


def _missing(state: State) -> Slot:
    """The first thing not known; of a whole month, the day."""
    slot = missing(state)
    month = slot is TIME and state.day is not None and place.whole_month(state.day)
    return DAY if month else slot
