"""Answers to the guide by life event: about the family, and whether what it has to do is booked."""

from dataclasses import replace
from datetime import datetime

from dialog import place
from dialog.ask import ask
from dialog.filling import fill
from dialog.guide import EventQuestion, Guiding
from dialog.guiding import go_on, question_of
from dialog.say import Step, speak
from dialog.state import Phase, State
from guidance.conditions import NOTHING
from nlu.meaning import Answer, Meaning
from prompts import render


def answered(state: State, meaning: Meaning, at: datetime) -> Step | None:
    """The way on from an answer; None: it was none."""
    guiding = state.guiding
    assert guiding is not None
    if not guiding.question:
        return _booked_or_not(state, guiding, meaning, at)
    question = question_of(state, guiding)
    said = _said(question, meaning)
    agrees = meaning.answer is not None and meaning.answer.value is Answer.YES
    if not said and question.choices and agrees and not state.misses:
        return speak(replace(state, misses=1), render("guide_number"))
    if not said:
        return fill(_left(state), meaning, at) if meaning.asked_for or meaning.dates else None
    known = {**guiding.answers, question.id: said}
    return go_on(replace(state, misses=0), replace(guiding, answers=known))


def _said(question: EventQuestion, meaning: Meaning) -> tuple[str, ...]:
    plain = meaning.answer.value.value if meaning.answer is not None else ""
    if not question.choices:
        return (plain,) if plain else ()
    if question.several:
        return meaning.answers or ((NOTHING,) if plain == Answer.NO else ())
    ids = [one.id for one in question.choices]
    known = tuple(one for one in meaning.answers if one in ids)
    return known if len(known) == 1 else ()


def _booked_or_not(state: State, guiding: Guiding, meaning: Meaning, at: datetime) -> Step | None:
    """Whoever names a procedure means that one alone; a day says yes."""
    free = _left(state)
    if meaning.procedures:
        return fill(free, meaning, at)
    named = bool(meaning.dates or meaning.times or meaning.order)
    if meaning.answer is None and not named:
        return None
    if meaning.answer is not None and meaning.answer.value is Answer.NO:
        return ask(free)
    first, *more = guiding.visit
    taken = replace(free, procedure=first, more=tuple(more))
    return fill(taken, replace(meaning, answer=None), at) if named else place.proceed(taken)


def _left(state: State) -> State:
    return replace(state, phase=Phase.ASKING, guiding=None, misses=0)
