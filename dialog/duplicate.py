"""The same person twice: what comes of a wish that repeats a booking of the caller's number."""

from dataclasses import replace
from datetime import datetime

from dialog import addition, closing, existing, identifying, moving, place, standing
from dialog.absorb import absorb
from dialog.ask import ask
from dialog.calendar import Booking, procedures_of
from dialog.filling import fill, no_slot
from dialog.mentioned import mentioned
from dialog.say import Step, again, question_said, speak
from dialog.slots.day import DAY
from dialog.slots.procedure import procedures
from dialog.slots.time import TIME
from dialog.state import Phase, State
from nlu.meaning import Answer, Meaning, Request
from nlu.question import Existing, Expect
from prompts import render

CLEAR = 0.6
"""An answer below this is asked for again."""


def found(state: State, bookings: tuple[Booking, ...]) -> Step:
    """Goes on with what exists for the number."""
    return _go_on(replace(state, existing=bookings))


def answered(state: State, meaning: Meaning, at: datetime) -> Step | None:
    """What comes of the answer; None when it is none."""
    if existing.asks_alone(state):
        return addition.answered(state, meaning, at)
    if meaning.request is Request.CANCEL and meaning.existing is None:
        return _errand(state, Request.CANCEL, _meant(state, meaning))
    if meaning.request is Request.CHECK:
        return again(state)
    if changed := _of_its_errands(state, meaning):
        return changed
    if meaning.request is Request.UNDECIDED:
        return speak(replace(state, misses=0), render("stands_meanwhile"), *question_said(state))
    meant = meaning.existing or _by_answer(state, meaning)
    if (told := becoming(state, meaning, meant)) is not None:
        return fill(moving.for_another(state, told), meaning, at)
    if _another_procedure(state, meaning) and meant is not Existing.MOVE:
        return fill(_asking(state, second=meant is Existing.SECOND), meaning, at)
    if meaning.topic is Expect.PROCEDURE and meant is not Existing.SECOND:
        return no_slot(_asking(state), meaning, at)
    if meant is Existing.SECOND:
        second = replace(state, second=True, misses=0)
        return fill(_asking(second, second=True), meaning, at) if _when(meaning) else _go_on(second)
    if not existing.moves(state):
        return _other_time(state, meaning, meant, at)
    if meant is Existing.MOVE:
        only = state.duplicates[0] if len(state.duplicates) == 1 else None
        meaning = moving.elsewhere(meaning, only) if only else meaning
        when = _with_when(state, meaning)
        if only and meaning.times and when.day is None:
            when = moving.with_own(when, only, meaning)
        return _errand(when, Request.CHANGE, state.duplicates)
    if meant is Existing.KEEP or (meant is Answer.NO and state.question.existing is Existing.SECOND):
        return closing.farewell(state)
    if meant is Answer.NO:
        return existing.ask_second(_with_when(state, meaning))
    return (
        existing.again(replace(_with_when(state, meaning), misses=0), attempt=1) if _when(meaning) else None
    )


def of_what_stands(state: State, meaning: Meaning) -> bool:
    """Whether what was told is to be for something else, or one of it is to be cancelled, and is not only left out of the
    wish: 「戸籍だけ取り消して」."""
    off, wished = {*meaning.dropped}, {one.value for one in meaning.procedures}
    told = bool(off & procedures_of(state.duplicates)) and wished <= off
    cancels = meaning.request is Request.CANCEL and told
    return cancels or becoming(state, meaning, meaning.existing) is not None


def _meant(state: State, meaning: Meaning) -> tuple[Booking, ...]:
    """Those that are named of what was told, else of all that stand."""
    named = mentioned(meaning)
    told = any(named.names(one) for one in state.duplicates)
    others = tuple(one for one in state.existing or () if named.names(one))
    return named.meant(others if others and not told else state.duplicates)


def _by_answer(state: State, meaning: Meaning) -> Existing | Answer | None:
    answer = meaning.answer
    if answer is None or answer.score < CLEAR:
        return None
    return state.question.existing if answer.value is Answer.YES else answer.value


def _other_time(state: State, meaning: Meaning, meant: Existing | Answer | None, at: datetime) -> Step | None:
    """Of two visits of one person at the same time the one that is wished for moves, unless the other one is named."""
    if _when(meaning):
        return fill(_asking(moving.at_place(state)), meaning, at)
    if meant is Existing.MOVE and state.booking is None and _names_existing(state, meaning):
        apart = moving.left_out(state, state.duplicates)
        return _errand(replace(apart, duplicates=()), Request.CHANGE, state.duplicates)
    if meant in (Existing.MOVE, Answer.NO):
        return ask(replace(_asking(moving.at_place(state)), time=None))
    return None


def _names_existing(state: State, meaning: Meaning) -> bool:
    named = set(procedures(state, meaning))
    return meaning.request is Request.CHANGE or any(
        not named.isdisjoint(one.procedures) for one in state.duplicates
    )


def _another_procedure(state: State, meaning: Meaning) -> bool:
    known = {*state.procedures, *procedures_of(state.duplicates)}
    named = procedures(state, meaning)
    return bool(named) and known.isdisjoint(named)


def _of_its_errands(state: State, meaning: Meaning) -> Step | None:
    """The one booking that was told is to be for less: 「印鑑登録のほうはやめたいんです」."""
    if (
        meaning.request is not Request.CHANGE
        or len(state.duplicates) != 1
        or not existing.known_caller(state)
    ):
        return None
    (told,), named = state.duplicates, mentioned(meaning)
    if not (set(named.dropped) & set(told.procedures) and named.becomes(told)):
        return None
    fresh = replace(state, errand=Request.CHANGE, mentioned=named, duplicates=(), place=None, offered=())
    return standing.picked(fresh, told)


def becoming(state: State, meaning: Meaning, meant: Existing | Answer | None) -> Booking | None:
    """The one booking that is to be for something else, of a caller who is known."""
    if len(state.duplicates) != 1 or not existing.known_caller(state) or meant is Existing.SECOND:
        return None
    told = state.duplicates[0]
    another = moving.becomes_another(told, meaning)
    return told if another and (meant is not None or meaning.unchanged) else None


def _when(meaning: Meaning) -> bool:
    return bool(meaning.dates or meaning.times or meaning.order)


def _with_when(state: State, meaning: Meaning) -> State:
    """The state with the day and the time that were named beside the answer, or without the one to be changed."""
    if meaning.topic in (Expect.DATE, Expect.TIME):
        slot = DAY if meaning.topic is Expect.DATE else TIME
        return slot.clear(moving.at_place(state))
    if not _when(meaning):
        return state
    return absorb(moving.at_place(state), replace(meaning, procedures=(), joined=()))[0]


def _errand(state: State, request: Request, told: tuple[Booking, ...]) -> Step:
    """Changes or cancels what was told; a number that was only given wants the booking's number with it."""
    state = replace(state, errand=request, claimed="", misses=0)
    if not existing.known_caller(state):
        return identifying.ask(state)
    return standing.picked(state, told[0]) if len(told) == 1 else standing.which(state, told)


def _asking(state: State, second: bool = False) -> State:
    return replace(state, phase=Phase.ASKING, place=None, misses=0, second=state.second or second)


def _go_on(state: State) -> Step:
    return place.read_back(state, state.place) if state.place else place.proceed(state)
