"""Whether a person may phone back was asked, and something else is asked or wished: about the call, or in its place."""

from dataclasses import replace
from datetime import datetime

from dialog import callback, closing, telephone
from dialog.filling import fill
from dialog.say import Step
from dialog.state import Phase, State
from nlu.calling import Calling
from nlu.meaning import Meaning
from nlu.question import Expect, Question
from prompts import formats, render
from prompts.sentence import Sentence


def told(state: State, meaning: Meaning, at: datetime) -> Step | None:
    """The way on from what is asked or wished besides; None: nothing is."""
    match meaning.calling:
        case None:
            return None
        case Calling.ERRAND:
            fresh = replace(state, phase=Phase.ASKING, question=Question(Expect.ANY), misses=0, lead=())
            return fill(fresh, replace(meaning, calling=None), at)
        case Calling.OTHER_NUMBER:
            known = telephone.telephone(meaning)
            return closing.offer_callback(replace(state, other_phone=True, phone=known, misses=0))
        case Calling.UNSURE:
            return callback.missed(state)
        case calling:
            return closing.offer_callback(replace(state, lead=(*state.lead, *_news(state, calling))))


def _news(state: State, calling: Calling) -> tuple[Sentence, ...]:
    """The answer to a question about the call."""
    hours = formats.hours(state.office.agent_from, state.office.agent_to)
    if calling is Calling.OWN_NUMBER:
        return (render("callback_to", phone=formats.phone(state.caller)),)
    if calling is Calling.FROM_NUMBER:
        office = formats.phone(state.office.phone or state.office.agent_phone)
        return (render("callback_from"), render("callback_instead", hours=hours, phone=office))
    if calling in (Calling.WHEN, Calling.NOBODY):
        return (render(f"callback_{calling.value}", hours=hours),)
    return (render(f"callback_{calling.value}"),)
