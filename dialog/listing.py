"""「来週の午後で空いてるところは」: places are listed, and the caller narrows them down by day or time."""

from dataclasses import replace
from datetime import datetime, timedelta

from dialog import place
from dialog.doubting import SURE
from dialog.filling import fill
from dialog.refusing import on_the_table, refuse
from dialog.say import Step
from dialog.state import Phase, State
from nlu.meaning import DateSpan, Excluded, Meaning, Order, Scored
from nlu.question import Expect


def free(state: State, meaning: Meaning, at: datetime) -> Step:
    """Looks for what is free in the days and times named or known; nothing named asks for others than were offered."""
    if meaning.order is Order.ANY:  # 「空いてるところ」 sounds like leave to choose
        meaning = replace(meaning, order=None)
    named = meaning.dates or meaning.times or meaning.order or meaning.excluded
    if not named:
        state = refuse(state, on_the_table(state))
        if meaning.topic is Expect.DATE:
            state = _on_other_days(state)
    if state.phase is Phase.CONFIRMING or state.question.altering:
        state = replace(state, time=None)
    meaning = _either_day(meaning)
    state = replace(state, lists=True, order=None, misses=0)
    if named or meaning.offices or meaning.procedures or meaning.impossible:
        return fill(state, meaning, at)
    return place.proceed(state)


def _either_day(meaning: Meaning) -> Meaning:
    """「火曜か木曜、どちらが空いてますか」: the days that were named, and none between them."""
    named = sorted({one.value.first for one in meaning.dates if one.value.single and one.score >= SURE})
    if len(named) < 2 or meaning.otherwise is not None:
        return meaning
    days = DateSpan(named[0], named[-1])
    every = (named[0] + timedelta(n) for n in range((named[-1] - named[0]).days))
    between = tuple(Excluded(days=DateSpan(day, day)) for day in every if day not in named)
    return replace(meaning, dates=(Scored(days, SURE),), excluded=(*meaning.excluded, *between))


def _on_other_days(state: State) -> State:
    """「ほかの日は空いていませんか」: the days on the table are not offered again, either."""
    days = dict.fromkeys(one.start.date() for one in on_the_table(state))
    excluded = tuple(Excluded(days=DateSpan(day, day)) for day in days)
    refused = replace(state.refused, excluded=(*state.refused.excluded, *excluded))
    single = state.day is not None and state.day.single
    return replace(state, refused=refused, day=None if single else state.day)
