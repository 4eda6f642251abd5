"""Answers to the guide by life event: about the family, and whether what it has to do is booked."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialog import place, values
from dialog.ask import ask
from dialog.filling import fill
from dialog.guide import EventQuestion, Guiding
from dialog.guiding import first_visit, go_on, hanging, instead, question_of, visit
from dialog.inform import ASKED, told_first
from dialog.say import Step, lead, speak
from dialog.state import Phase, State
from guidance.conditions import NOTHING, UNKNOWN
from nlu.meaning import Answer, DateSpan, Meaning, Request
from prompts import render
from prompts.sentence import Sentence

SURE = 0.8
"""A day from here on is one to come on; a deadline that is spoken of is less sure."""

A_WEEK = timedelta(days=7)
PLAIN = 0.6
"""An answer beside a day from here on is one; a wish for the day leans to a yes."""


def answered(state: State, meaning: Meaning, at: datetime) -> Step | None:
    """The way on from an answer; None: it was none."""
    guiding = state.guiding
    assert guiding is not None
    if not guiding.question:
        return _booked_or_not(state, guiding, meaning, at)
    question = question_of(state, guiding)
    if meaning.request is Request.WHY:
        return _asked_again(state, guiding, render("guide_why"))
    comes = bool(meaning.dates) and meaning.dates[0].score >= SURE and meaning.request not in ASKED
    said = _said(question, meaning, least=PLAIN if comes else 0)
    leaves = bool(meaning.asked_for) and not hanging(state, guiding, meaning.asked_for)
    moved = None if leaves else _of_a_move(state, guiding, meaning)
    if moved is not None:
        guiding = moved
        if said or not comes:
            state = _said_back(state, moved.named)
    agrees = meaning.answer is not None and meaning.answer.value is Answer.YES
    if not said and question.choices and agrees and not (comes or state.misses):
        return speak(replace(state, misses=1), render("guide_number"))
    if said:
        guiding = replace(guiding, answers={**guiding.answers, question.id: said})
        if comes and not leaves and _soon(meaning.dates[0].value):
            return _to_the_counter(state, guiding, meaning, at)
        if UNKNOWN in said:
            state = lead(state, "guide_unknown")
        return go_on(replace(state, misses=0), guiding)
    if meaning.only and meaning.asked_for:
        return fill(_left(state), meaning, at)
    if told := _told_of(state, guiding, question, meaning):
        known = {**guiding.answers, **told}
        return go_on(replace(state, misses=0), replace(guiding, answers=known))
    first = first_visit(state, guiding)
    unsure = bool(meaning.dates) and meaning.dates[0].score < SURE
    asked = Request.DEADLINE if unsure and meaning.request is None else meaning.request
    if first and asked in ASKED:
        informed = told_first(replace(state, procedure=first), asked, meaning)
        return _asked_again(state, guiding, *informed.lead[len(state.lead) :])
    if moved is not None and not comes:
        return _asked_again(state, moved)
    if leaves:
        return fill(_left(state), meaning, at)
    if comes:
        return _to_the_counter(state, guiding, meaning, at)
    return _asked_again(state, guiding, render("guide_open")) if meaning.procedures else None


def _soon(days: DateSpan) -> bool:
    """Whether it is no longer while, which tells of the family beside an answer: 4月に小学校に上がる子がいます."""
    return days.last - days.first < A_WEEK


def _to_the_counter(state: State, guiding: Guiding, meaning: Meaning, at: datetime) -> Step:
    """Who names a day instead of answering on wants what is needed by what is known."""
    wished = (guiding.named,) if guiding.named else visit(state, guiding)
    left = _left(state)
    if not wished:
        return fill(left, meaning, at)
    if not guiding.named:
        left = _said_back(left, *wished)
    left = replace(left, procedure=wished[0], more=wished[1:])
    return fill(left, replace(meaning, procedures=(), answer=None), at)


def _asked_again(state: State, guiding: Guiding, *answer: Sentence) -> Step:
    return go_on(replace(state, misses=0, lead=(*state.lead, *answer)), guiding)


def _said_back(state: State, *procedures: str) -> State:
    name = values.procedures(state.office, procedures)
    return replace(state, lead=(*state.lead, render("procedure_heard", procedure=name)))


def _of_a_move(state: State, guiding: Guiding, meaning: Meaning) -> Guiding | None:
    """The guide to the move that is told by where they come from: 若松からです."""
    if len(meaning.procedures) != 1:
        return None
    return instead(state, guiding, meaning.procedures[0].value)


def _told_of(
    state: State, guiding: Guiding, asked: EventQuestion, meaning: Meaning
) -> dict[str, tuple[str, ...]]:
    """What a procedure that is named says of another question than the one that is asked: 保育所のことも is that one is
    wished, 国民健康保険やった what was answered before."""
    told: dict[str, tuple[str, ...]] = {}
    for step in hanging(state, guiding, meaning.asked_for):
        for condition in step.when[:1]:
            question, _, answer = condition.partition("=")
            if question != asked.id and answer != Answer.NO.value:
                told[question] = (answer,)
    return told


def _said(question: EventQuestion, meaning: Meaning, least: float) -> tuple[str, ...]:
    plain = meaning.answer.value.value if meaning.answer and meaning.answer.score >= least else ""
    if not question.choices:
        unknown = meaning.unknown or meaning.request is Request.UNDECIDED
        return (plain,) if plain else ((UNKNOWN,) if unknown else ())
    if question.several and UNKNOWN not in meaning.answers:
        return meaning.answers or ((NOTHING,) if plain == Answer.NO else ())
    ids = [one.id for one in question.choices]
    if UNKNOWN in meaning.answers:
        return (UNKNOWN,)
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
