"""What is to be booked by itself, on another day than what is read back: that first, and then the other one."""

from dataclasses import replace

from dialog import place, values
from dialog.actions import Say
from dialog.afresh import afresh
from dialog.ask import ask
from dialog.say import Step
from dialog.state import NextErrand, State
from nlu.meaning import DateSpan, Meaning
from prompts import formats, render


def set_apart(state: State, meaning: Meaning) -> Step | None:
    """Reads back what is left of the visit; None where nothing is to be booked by itself."""
    left = tuple(one for one in state.procedures if one not in meaning.apart)
    if not meaning.apart or not left or state.booking is not None or state.place is None:
        return None
    told = render("apart", procedure=values.procedures(state.office, meaning.apart))
    later = NextErrand(meaning.apart, _day(state, meaning))
    state = replace(state, procedure=left[0], more=left[1:], next_errand=later, misses=0)
    return place.proceed(replace(state, place=None, lead=(*state.lead, told)))


def _day(state: State, meaning: Meaning) -> DateSpan | None:
    """The day that was named for it."""
    assert state.place is not None
    here = state.place.start.date()
    others = [one.value for one in meaning.dates if one.value.first != here]
    return others[0] if others and others[0].single else None


def goes_on(state: State, step: Step) -> Step:
    """`step`, which tells what was just booked; instead of asking whether there is anything else, it goes on with what was to be
    booked after it. `state`: before that was booked."""
    booked, _ = step
    later = state.next_errand
    if later is None or booked.done is None:
        return step
    left = [one for one in later.procedures if one not in booked.done.procedures]
    if not left:
        return step
    told = booked.said[:-1]
    next_one = render("next_errand", procedure=values.procedures(state.office, left))
    day = (render("date_heard", day=formats.day(later.day.first)),) if later.day is not None else ()
    first, *more = left
    fresh = replace(afresh(booked), procedure=first, more=tuple(more), day=later.day, second=True)
    asking, actions = ask(replace(fresh, lead=(*told, next_one, *day)))
    return asking, tuple(
        replace(action, interruptible=False) if isinstance(action, Say) else action for action in actions
    )
