"""Bookings that exist for the caller's number: which of them a wish repeats, and the question what is meant."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialog import affected, values, ward
from dialog.actions import FindBookings
from dialog.calendar import Booking, Place
from dialog.say import Step, speak
from dialog.state import Phase, State
from nlu.question import Existing, Expect, Question
from prompts import formats, render
from prompts.sentence import Sentence

NAMED = 3
"""Bookings that are named at once."""

_MOMENT = timedelta(minutes=1)
"""What a visit takes at least."""


def unknown(state: State) -> bool:
    """Whether the calendar must still be asked what exists for the number."""
    return state.existing is None and bool(state.caller or state.phone)


def search(state: State) -> Step:
    """Asks what exists for the number given, else for the one phoned from."""
    return replace(state, phase=Phase.CHECKING), (FindBookings(state.phone),)


def repeated(state: State) -> tuple[Booking, ...]:
    """The bookings, soonest first, that the wish repeats: for the same procedure on any day; else those at the time of
    the place that is about to be read back. Of a booking that is moved only the time counts."""
    if state.second:
        return ()
    others = [one for one in state.existing or () if state.booking is None or not _is(one, state.booking)]
    same = [one for one in others if state.booking is None and _same_procedure(state, one)]
    place = state.place
    return tuple((same or [one for one in others if place and _overlap(one, place)])[:NAMED])


def _is(one: Booking, moved: Booking) -> bool:
    """Whether it is the one that is moved; one that was made in this call tells no office where there is one alone."""
    return one.number == moved.number and ("" in (one.office, moved.office) or one.office == moved.office)


def _same_procedure(state: State, booking: Booking) -> bool:
    return not set(booking.procedures).isdisjoint(state.procedures)


def _overlap(booking: Booking, place: Place) -> bool:
    return booking.start < _end(place) and place.start < _end(booking)


def _end(visit: Booking | Place) -> datetime:
    return max(visit.end or visit.start, visit.start + _MOMENT)


def ask(state: State, found: tuple[Booking, ...]) -> Step:
    """Tells what exists, and asks whether it is to be moved; of another procedure at the same time, whether the wish is
    for another person."""
    state = replace(state, phase=Phase.DUPLICATE, duplicates=found, offered=(), misses=0)
    state = replace(state, lead=tuple(one for one in state.lead if not _told_anyway(state, one)))
    told = tuple(said for one in found for said in _told(state, one)) if known_caller(state) else ()
    means = Existing.MOVE if moves(state) else Existing.SECOND
    question = Question(Expect.ANSWER, existing=means)
    sentences = (*(told or (render("existing_somewhere"),)), render(_key(state, question)))
    return speak(state, *sentences, question=question)


def _told(state: State, booking: Booking) -> tuple[Sentence, ...]:
    return _tells(state, booking, "existing_is"), *affected.why(booking)


def _told_anyway(state: State, sentence: Sentence) -> bool:
    """Whether what would be said back is said of the bookings."""
    if not known_caller(state):
        return False
    days = {(one.start.date(), one.start.date()) for one in state.duplicates}
    same_day = state.day is not None and (state.day.first, state.day.last) in days
    return (sentence.key == "procedure_heard" and moves(state)) or (sentence.key == "date_heard" and same_day)


def ask_second(state: State) -> Step:
    """It is not to be moved: whether another one is meant."""
    question = Question(Expect.ANSWER, existing=Existing.SECOND)
    return speak(replace(state, misses=0), render(_key(state, question)), question=question)


def ask_alone(state: State, attempt: int = 0) -> Step:
    """Whether what was added to a visit is to be booked by itself, at the time that was named."""
    assert state.time is not None
    wish = values.procedures(state.office, state.procedures)
    return speak(
        replace(state, phase=Phase.DUPLICATE),
        render("added_alone", attempt, procedure=wish, clock=formats.clock_short(state.time.first)),
        question=Question(Expect.ANSWER, existing=Existing.SECOND),
    )


def asks_alone(state: State) -> bool:
    """Whether that is what is asked."""
    return any(said.key == "added_alone" for said in state.said)


def again(state: State, attempt: int) -> Step:
    """The question another way."""
    if asks_alone(state):
        return ask_alone(state, attempt)
    return speak(state, render(_key(state, state.question), attempt))


def _key(state: State, question: Question) -> str:
    if question.existing is Existing.MOVE:
        return "move_existing"
    return "second_booking" if moves(state) else "other_person"


def is_second(state: State) -> bool:
    """Whether the wish is one beside what exists."""
    return state.second and bool(state.existing)


def moves(state: State) -> bool:
    """Whether the wish may be meant as a move of what it repeats: it is for the same."""
    return state.booking is None and any(_same_procedure(state, one) for one in state.duplicates)


def known_caller(state: State) -> bool:
    """Whether the number is the one phoned from. Of a number that was only given, no more is told than that a booking
    exists: anybody could give it."""
    return bool(state.caller) and not state.phone


def booking_is(state: State, booking: Booking) -> Sentence:
    """When the booking is, and what for."""
    return _tells(state, booking, "booking_is")


def _tells(state: State, booking: Booking, key: str) -> Sentence:
    done = values.procedures(state.office_at(booking.office), booking.procedures)
    name = ward.named(state, done, booking.office)
    return render(key, place1=formats.moment(booking.start), procedure=name)
