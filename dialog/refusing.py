"""「木曜以外」, 「午前中はちょっと」, and a no to a place: kept for the rest of the call."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from dialog.calendar import Place
from dialog.refused import Refused, covers, rules_out
from dialog.state import Phase, State
from nlu.meaning import DateSpan, Excluded, Meaning


def refuse(state: State, places: Iterable[Place]) -> State:
    """These were offered, and are not offered again unless they are named."""
    starts = dict.fromkeys((*state.refused.places, *(place.start for place in places)))
    return replace(state, refused=replace(state.refused, places=tuple(starts)))


def on_the_table(state: State) -> tuple[Place, ...]:
    """The places that were offered or read back last."""
    return state.offered or ((state.place,) if state.place else ())


def exclude(state: State, meaning: Meaning, today: date) -> State:
    """The state with what was ruled out; a day or time of the wish that is ruled out is wished no more, and, where
    nothing else is named, what is left is listed: of a single day, the rest of its week. Who says again that what was
    wished cannot be had (「え、11時はいっぱいね」) rules out nothing."""
    new = tuple(one for one in meaning.excluded if not _said_again(state, one))
    if not new:
        return state
    meaning = replace(meaning, excluded=new)
    every = tuple(dict.fromkeys((*state.refused.excluded, *new)))
    named = bool(meaning.dates or meaning.times)
    state = replace(state, refused=replace(state.refused, excluded=every), lists=state.lists or not named)
    if state.time is not None and any(covers(one.times, state.time) for one in meaning.excluded):
        state = replace(state, time=None)
    day = state.day.first if state.day is not None and state.day.single else None
    if day is not None and any(rules_out(one, day) for one in meaning.excluded):
        state = replace(state, day=_week(day, today))
    return state


def _said_again(state: State, one: Excluded) -> bool:
    """Whether it is the very wish in whose place others were offered."""
    if state.phase is not Phase.OFFERING or any(Refused((one,)).has(place.start) for place in state.offered):
        return False
    day = state.day.first if state.day is not None and state.day.single else None
    return covers(one.times, state.time) if one.times and state.time else bool(day and rules_out(one, day))


def _week(day: date, today: date) -> DateSpan:
    monday = day - timedelta(days=day.weekday())
    return DateSpan(max(monday, min(today, day)), monday + timedelta(days=6))
