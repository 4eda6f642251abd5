"""A wish for a new booking that turns out to be the move of one that exists: day and time said so far count for it."""

from dataclasses import replace

from dialog import affected, place, values
from dialog.calendar import Booking, procedures_of
from dialog.mentioned import EQUAL, PLAIN
from dialog.say import Step, lead
from dialog.state import State
from nlu.meaning import DateSpan, Meaning, Request, TimeSpan
from nlu.question import Existing, Expect, Question
from prompts import render


def move(state: State, booking: Booking) -> Step:
    """Goes on with the wish as a new day and time for the booking; what else was wished is told not to be in it. Where
    none was said, they are asked for; of a booking that cannot be kept the nearest places are offered."""
    state = left_out(_without_own_start(at_place(state), booking), (booking,))
    if state.day is None and state.order is None:
        if booking.closure is not None:
            return affected.offer(state, booking)
        state = lead(state, "change_to")
    return place.proceed(
        replace(affected.moving(state, booking), day=state.day, time=state.time, order=state.order)
    )


def with_own(state: State, booking: Booking, meaning: Meaning) -> State:
    """With the booking's own day, of which a time is meant that is said alone, and of whose week a weekday is."""
    own = booking.start.date()
    return replace(state, day=DateSpan(own, own)) if meaning.times or meaning.dates else state


def elsewhere(meaning: Meaning, booking: Booking) -> Meaning:
    """Without the booking's own day and time where another was named as well: 「12月3日のを10日に」, 「10時のを11時に」."""
    own, start = booking.start.date(), booking.start.timetz().replace(tzinfo=None)
    days = tuple(one for one in meaning.dates if (one.value.first, one.value.last) != (own, own))
    clear = [one for one in meaning.times if meaning.times[0].score - one.score < EQUAL]
    times = tuple(one for one in clear if (one.value.first, one.value.last) != (start, start))
    return replace(meaning, dates=days or meaning.dates, times=times or meaning.times)


def for_another(state: State, booking: Booking) -> State:
    """The state in which it is asked what the booking is to be for from now on."""
    return replace(affected.moving(state, booking), question=Question(Expect.PROCEDURE))


def becomes_another(booking: Booking, meaning: Meaning) -> bool:
    """Whether what was named, and not only something near to it in sound, is to take the place of what the booking is for:
    「日にちはそのままで、戸籍に変えて」."""
    plain = (one for one in meaning.procedures if one.score >= PLAIN or one.value in meaning.asked_for)
    named = {one.value for one in plain} - set(booking.procedures)
    if not named or meaning.more or {*meaning.timed_by} & {*booking.procedures}:
        return False
    return bool(set(meaning.dropped) & set(booking.procedures)) or _in_its_place(meaning)


def _in_its_place(meaning: Meaning) -> bool:
    """Whether the visit stays where it is; what has a time of its own is another one: 「介護保険の申請も。同じ日の11時で」."""
    if not meaning.unchanged or meaning.existing is Existing.SECOND:
        return False
    return meaning.request is Request.CHANGE or meaning.mistaken or not meaning.times


def left_out(state: State, bookings: tuple[Booking, ...]) -> State:
    """With what was wished and is in none of the bookings told not to be in the change."""
    known = procedures_of(bookings)
    left = [one for one in state.procedures if one not in known]
    if not left:
        return state
    told = render("not_in_change", procedure=values.procedures(state.office, left))
    return replace(state, lead=(*state.lead, told))


def at_place(state: State) -> State:
    """The place that was chosen is the day and the time wished for."""
    if state.place is None:
        return state
    start = state.place.start
    day, clock = start.date(), start.timetz().replace(tzinfo=None)
    return replace(
        state, place=None, offered=(), day=DateSpan(day, day), time=TimeSpan(clock, clock), order=None
    )


def _without_own_start(state: State, booking: Booking) -> State:
    """Where the booking is already it cannot be moved to: day and time are asked for."""
    if state.day is None or state.time is None or not (state.day.single and state.time.single):
        return state
    start = booking.start
    same = (state.day.first, state.time.first) == (start.date(), start.timetz().replace(tzinfo=None))
    return replace(state, day=None, time=None) if same else state
