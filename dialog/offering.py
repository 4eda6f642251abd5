"""The answer to places that were offered."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from dialog import inform, open_on, place
from dialog.ask import ask
from dialog.filling import fill
from dialog.recover import missed
from dialog.refusing import refuse
from dialog.say import Step, lead, question_said, speak
from dialog.slots.acceptance import ACCEPT
from dialog.state import State
from nlu.meaning import Answer, Bare, DateSpan, Meaning, Order, Scored
from prompts import render
from prompts.sentence import Sentence

_REACHES = timedelta(days=14)
"""How far another day is looked for at the same time."""


def offered(state: State, meaning: Meaning, at: datetime) -> Step:
    """One of them is read back; a no asks for another day, anything else is a wish of its own. Who says nothing but yes to
    several is asked for the number, and at the second yes the first is read back."""
    if told := _closed_again(state, meaning):
        return speak(replace(state, misses=0), *told, *question_said(state))
    if meaning.choice is not None and _day_alone(state, meaning):
        return fill(state, _chosen(state, meaning), at)
    meaning = _of_that_part(state, meaning)
    if meaning.choice is not None and meaning.choice.score >= ACCEPT:
        if meaning.request in inform.ASKED:
            state = inform.told_first(state, meaning.request, meaning)
        return place.read_back(replace(state, misses=0), state.offered[meaning.choice.value])
    if meaning.choice is not None:
        return speak(replace(state, misses=state.misses + 1), render("which_number"))
    if meaning.order is Order.ANY and not _wishes(meaning, state.day):
        return place.read_back(replace(state, misses=0), state.offered[0])
    answer = meaning.answer.value if meaning.answer else None
    bare = not (meaning.dates or meaning.times or meaning.order)
    if answer is Answer.YES and bare and not meaning.procedures:
        if place.offers_one(state) or state.misses:
            return place.read_back(replace(state, misses=0), state.offered[0])
        return speak(replace(state, misses=1), render("which_number"))
    if answer is Answer.NO and not meaning.excluded and not _wished_again(state, meaning):
        state = refuse(state, state.offered)
        if bare:
            return ask(lead(replace(state, day=None, misses=0), "another_day"))
    if _only_again(state, meaning):
        return missed(state, at, "not_answered")
    if days := _other_days(state, meaning):
        told = (*state.lead, render("time_full", 1))
        return place.proceed(replace(state, day=days, lists=True, order=None, misses=0, lead=told))
    return fill(state, meaning, at)


def _day_alone(state: State, meaning: Meaning) -> bool:
    """「次の日で」, of offers for a day that has none: no time was ever said, and that of the offer was not chosen."""
    asked = state.day is not None and state.day.single and state.time is None and state.order is None
    days = {place.start.date() for place in state.offered}
    return asked and len(days) > 1 and bool(meaning.dates) and not meaning.times


def _chosen(state: State, meaning: Meaning) -> Meaning:
    """With the day of the place that was chosen alone, where it is named beside the closed one: 日曜でしたの、なら翌日の月曜で."""
    if meaning.choice is None or meaning.dates[0].value != state.day:
        return meaning
    day = state.offered[meaning.choice.value].start.date()
    return replace(meaning, dates=(Scored(DateSpan(day, day), meaning.choice.score),))


def _closed_again(state: State, meaning: Meaning) -> tuple[Sentence, ...]:
    """「日曜も開けてくれんね」: that the day is closed, for who speaks of it once more, and when the counter is open long."""
    again = state.day is not None and bool(meaning.dates) and meaning.dates[0].value == state.day
    spoken_of = meaning.bare is Bare.WEEKDAY or len(meaning.dates) > 1
    if state.day is None or not (again and spoken_of) or meaning.choice is not None or meaning.asked_for:
        return ()
    closed = open_on.closed(state.office, state.procedures, state.day)
    return (closed, *open_on.late(state.office, state.procedures)) if closed is not None else ()


def _of_that_part(state: State, meaning: Meaning) -> Meaning:
    """「3時より前」, of an afternoon, is no morning."""
    opens, wish = state.lexicon.opens, state.time
    if wish is None or wish.single or meaning.dates or not meaning.times or opens is None:
        return meaning
    said = meaning.times[0].value
    if said.single or said.first > opens or not wish.first <= said.last <= wish.last:
        return meaning
    within = replace(meaning.times[0], value=replace(said, first=wish.first, last=_before(said.last)))
    return replace(meaning, times=(within, *meaning.times[1:]), moments=())


def _before(end: time) -> time:
    """The last minute before it, from which on an hour is none of those before it."""
    return (datetime.combine(date.min, end) - timedelta(minutes=1)).time() if end > time.min else end


def _only_again(state: State, meaning: Meaning) -> bool:
    """「住民票ごときで、人気があるんやね」: nothing is named but what the visit is for."""
    named = {said.value for said in meaning.procedures}
    return bool(named) and named <= set(state.procedures) and not replace(meaning, procedures=()).understood


def _other_days(state: State, meaning: Meaning) -> DateSpan | None:
    """The days behind the one on which the wished time is full, for who will not have another time: 10時でないといけんのよ."""
    insists = bool(meaning.times) and not meaning.excluded and _wished_again(state, meaning)
    full = any(said.key == "time_full" for said in state.said)
    if not (insists and full and state.day is not None and state.day.single):
        return None
    return DateSpan(state.day.first + timedelta(days=1), state.day.first + _REACHES)


def _wishes(meaning: Meaning, asked: DateSpan | None) -> bool:
    """Whether anything of a place is named but the day that was asked for."""
    days = [said for said in meaning.dates if said.value != asked]
    return bool(days or meaning.times or meaning.excluded or meaning.procedures or meaning.impossible)


def _wished_again(state: State, meaning: Meaning) -> bool:
    """「10時10分はだめかね」: nothing is named but the wish that cannot be met, and no offer is refused."""
    times = not meaning.times or meaning.times[0].value == state.time
    days = not meaning.dates or meaning.dates[0].value == state.day
    return bool(meaning.times or meaning.dates) and times and days
