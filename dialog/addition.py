"""What was added to a visit may be meant by itself where another time is named for it: 「住民票もお願いします」, 「1時半で」."""

from dataclasses import replace
from datetime import datetime

from dialog import existing, place
from dialog.afresh import afresh
from dialog.filling import fill
from dialog.say import Step
from dialog.state import Phase, State
from nlu.meaning import Answer, DateSpan, Meaning, Request
from nlu.question import Existing

CLEAR = 0.6
"""An answer below this is asked for again."""


def apart(state: State, meaning: Meaning) -> Step | None:
    """The way on from the read-back of a visit with what is added to it, at the visit's own time, where another time on its
    day is named: what was added alone is booked by itself; else it is asked whether that is meant."""
    visit, now = state.booking, state.place
    times = [one.value for one in meaning.times]
    if visit is None or now is None or now.start != visit.start or not times or not times[0].single:
        return None
    added = tuple(one for one in state.procedures if one not in visit.procedures)
    day, clock = now.start.date(), now.start.timetz().replace(tzinfo=None)
    elsewhere = meaning.dates and meaning.dates[0].value != DateSpan(day, day)
    if not added or len(added) == len(state.procedures) or times[0].first == clock or elsewhere:
        return None
    named = {one.value for one in meaning.procedures}
    if meaning.every or meaning.dropped or not named <= {*added}:
        return None
    alone = replace(
        afresh(state),
        procedure=added[0],
        more=added[1:],
        day=DateSpan(day, day),
        time=times[0],
        duplicates=(visit,),
        existing=state.existing,
    )
    return (
        _by_itself(alone)
        if named or meaning.more or meaning.existing is Existing.SECOND
        else existing.ask_alone(alone)
    )


def answered(state: State, meaning: Meaning, at: datetime) -> Step | None:
    """Reads it back by itself, or all of the visit at that time; None: it is no answer."""
    (visit,) = state.duplicates
    named = {one.value for one in meaning.procedures}
    answer = meaning.answer.value if meaning.answer and meaning.answer.score >= CLEAR else None
    if meaning.every or meaning.existing is Existing.MOVE or answer is Answer.NO:
        whole = replace(
            state,
            phase=Phase.ASKING,
            booking=visit,
            errand=Request.CHANGE,
            procedure=visit.procedure,
            more=(*visit.more, *state.procedures),
            duplicates=(),
        )
        return _at(whole, meaning, at)
    if (
        meaning.existing is Existing.SECOND
        or answer is Answer.YES
        or (named and named <= {*state.procedures})
    ):
        return _at(state, meaning, at) if meaning.times or meaning.dates else _by_itself(state)
    return None


def _at(state: State, meaning: Meaning, at: datetime) -> Step:
    """The same, at another time where one is named beside the answer."""
    state = replace(state, phase=Phase.ASKING, second=state.booking is None, misses=0)
    when = replace(meaning, procedures=(), answer=None, existing=None, more=False, every=False, request=None)
    return fill(state, when, at) if meaning.times or meaning.dates else place.proceed(state)


def _by_itself(state: State) -> Step:
    return place.proceed(replace(state, phase=Phase.ASKING, second=True, misses=0))
