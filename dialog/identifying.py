"""A booking made from another telephone: found by its number together with the telephone number given for it."""

from dataclasses import replace
from datetime import datetime

from dialog import closing, telephone
from dialog.actions import Action, FindBookings, FindByNumber
from dialog.ask import ask as begin
from dialog.say import Step, lead, speak
from dialog.slots.acceptance import ACCEPT_ANOTHER
from dialog.state import Phase, State
from nlu.meaning import Answer, Meaning
from nlu.question import Expect, Question
from prompts import formats, render

PARTLY = 7
"""Digits from which on it is no booking number that was misheard."""

TRIES = 2
"""Pairs of numbers that are looked up in one call; after that it is a person's work."""


def ask(state: State, attempt: int = 0) -> Step:
    """Asks for the booking's number, then for its telephone number."""
    key = "ask_booking_phone" if state.claimed else "ask_booking_number"
    question = Question(Expect.DIGITS)
    return speak(replace(state, phase=Phase.IDENTIFYING), render(key, attempt), question=question)


def answered(state: State, meaning: Meaning, at: datetime) -> Step | None:
    """Takes whichever of the numbers was given, and looks up both; None when it was none. Who wants a new booking begins."""
    if meaning.anew and not meaning.digits:
        return begin(replace(state, errand=None, claimed="", phone="", existing=None, misses=0))
    number, phone = telephone.booking_number(meaning), telephone.telephone(meaning)
    if not number and not phone and _partly(meaning):
        return _ask_phone(lead(replace(state, misses=state.misses + 1), _excuse(meaning)))
    if not number and not phone:
        no = meaning.answer is not None and meaning.answer.value is Answer.NO
        return closing.person(state, at) if meaning.unknown or no else None
    state = replace(state, misses=0, claimed=number or state.claimed, phone=phone or state.phone)
    if number:
        state = replace(state, lead=(render("number_heard", number=formats.number(number)),))
    elif phone and not state.claimed:
        state = replace(state, lead=(render("number_heard", number=formats.phone(phone)),))
    if state.claimed and state.phone:
        return replace(state, phase=Phase.SEARCHING, lead=()), (search(state),)
    return ask(state)


def _partly(meaning: Meaning) -> bool:
    """Whether so many digits were said that a telephone number was meant: 555の1234."""
    return any(len(said.value) >= PARTLY for said in meaning.digits)


def _excuse(meaning: Meaning) -> str:
    why = telephone.excuse(meaning)
    return "phone_too_short" if why == "not_understood" else why


def _ask_phone(state: State) -> Step:
    return speak(state, render("ask_booking_phone"), question=Question(Expect.DIGITS))


def excuse(state: State, meaning: Meaning) -> str:
    """The prompt key that says why the answer is none."""
    return telephone.excuse(meaning) if state.claimed else "not_understood"


def wondered(state: State) -> Step:
    """Who wonders that none was found may book anew."""
    return ask(lead(replace(state, misses=state.misses + 1), "no_bookings_again"))


def books_anew(meaning: Meaning) -> bool:
    """Whether it is a new booking that is wanted: there is none, or the errand was misheard."""
    if meaning.anew and not meaning.digits:
        return bool(meaning.procedures or meaning.dates or meaning.times or meaning.order)
    other = meaning.request is not None or meaning.unknown or meaning.digits
    named = (said for said in meaning.procedures if said.value in meaning.asked_for)
    return not other and any(said.score >= ACCEPT_ANOTHER for said in named)


def search(state: State) -> Action:
    """What the calendar is asked: by the numbers that were given, else by the number phoned from."""
    return FindByNumber(state.claimed, state.phone) if state.claimed else FindBookings(state.phone)


def not_found(state: State, at: datetime) -> Step:
    """The same words whether the booking number or the telephone number is wrong: neither is given away."""
    again = replace(state, claimed="", phone="", tries=state.tries + 1, misses=0)
    if again.tries >= TRIES:
        return closing.person(again, at, render("no_such_booking"))
    return ask(lead(again, "no_such_booking"))
