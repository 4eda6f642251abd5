"""A booking that cannot be kept, as its counter is closed then: the caller is told why, and the nearest places to move
it to are offered."""

from dataclasses import replace

from dialog.actions import FindPlaces
from dialog.calendar import Booking
from dialog.refused import NOTHING
from dialog.say import Step, speak
from dialog.state import Phase, State
from nlu.meaning import Request
from nlu.question import Effect, Expect, Question
from prompts import formats, render
from prompts.sentence import Sentence


def why(booking: Booking) -> tuple[Sentence, ...]:
    """Why it cannot be kept; nothing for one that can."""
    closure, start = booking.closure, booking.start
    if closure is None:
        return ()
    if closure.why is None:
        return (render("booking_outside_hours"),)
    told = {"day": formats.day(start.date()), "holiday": formats.name(closure.why.text, closure.why.reading)}
    if closure.times is None:
        return (render("booking_closed", **told),)
    return (render("booking_closed_part", **told, opening=formats.hours(*closure.times)),)


def ask(state: State, affected: tuple[Booking, ...], attempt: int = 0) -> Step:
    """Tells of the first of them, and asks whether it is to be moved. What it is for is not said: it may be another of
    the family who phones."""
    first = affected[0]
    news = (render("booking_news", place1=formats.moment(first.start)), *why(first)) if attempt == 0 else ()
    errand = state.errand if attempt else None
    asked = replace(state, phase=Phase.AFFECTED, affected=affected, booking=None, errand=errand)
    question = Question(Expect.ANSWER, effect=Effect.CHANGE)
    number_told = state.outcome is not None
    return speak(asked, *news, render("ask_move", attempt), question=question, interruptible=not number_told)


def offer(state: State, booking: Booking) -> Step:
    """Looks for the places nearest to the booking's own, to be offered as a change."""
    state = moving(state, booking)
    day, clock = booking.start.date(), booking.start.timetz().replace(tzinfo=None)
    looked_for = ((day, day), (clock, clock))
    wish = FindPlaces(state.procedures, *looked_for, NOTHING, state.coming, state.at)
    return replace(state, phase=Phase.LOOKING), (wish,)


def others(state: State) -> tuple[Booking, ...]:
    """Those that are still to be spoken of when one has been dealt with."""
    done = state.booking
    return tuple(
        one
        for one in state.affected
        if done is None or (one.number, one.office) != (done.number, done.office)
    )


def moving(state: State, booking: Booking) -> State:
    """The state in which the booking is changed, to a day and time still to be said."""
    return replace(
        state,
        errand=Request.CHANGE,
        booking=booking,
        office=state.office_at(booking.office),
        standing=(),
        procedure=booking.procedure,
        more=booking.more,
        day=None,
        time=None,
        order=None,
        misses=0,
    )
