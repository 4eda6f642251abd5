"""A clear yes to the read-back that carries a question which the office's data answers: it books, and the answer is told with the
number."""

from dataclasses import replace

import nlu
from dialog import inform
from dialog.events import Heard
from dialog.slots.order import ORDER
from dialog.state import Phase, State
from nlu.meaning import Answer, Meaning, Request
from nlu.question import Effect

SURE = 0.8

ANSWERED = (Request.BRING, Request.PARKING, Request.FEE, Request.COUNTER, Request.ACCESS)
"""Questions whose answer changes nothing of what was agreed to."""


def of_read_back(state: State, event: Heard, meaning: Meaning) -> Meaning:
    """`meaning`, or the yes that stands before the question, which is left in `also`."""
    asked = tuple(one for one in (meaning.request, *meaning.also) if one is not None)
    if state.phase is not Phase.CONFIRMING or state.question.effect is Effect.CANCEL or event.early:
        return meaning
    if meaning.command or meaning.emergency or not asked or not set(asked) <= {*ANSWERED}:
        return meaning
    halves = nlu.yes_and_question(event.hypotheses, asked)
    if halves is None:
        return meaning
    yes, question = (nlu.interpret(half, state.question, event.at, state.lexicon) for half in halves)
    agreed = yes.answer is not None and yes.answer.value is Answer.YES and yes.answer.score >= SURE
    wants = yes.request or yes.order or yes.shift or yes.excluded or yes.impossible or _names(state, question)
    if not agreed or wants or any(slot.differs(state, yes) for slot in ORDER):
        return meaning
    return replace(yes, also=asked) if inform.answers(state, asked, meaning) else meaning


def _names(state: State, question: Meaning) -> bool:
    """Whether anything but the question is said in that half: a wish, a refusal, or more than what is read back is for."""
    other = any(one.value not in state.procedures for one in question.procedures)
    named = question.dates or question.times or question.dropped or question.people or question.offices
    turns = question.command or question.order or question.shift or question.excluded or question.impossible
    refuses = question.answer is not None and question.answer.value is Answer.NO
    return bool(other or named or turns or refuses or question.unchanged or question.topic or question.ward)
