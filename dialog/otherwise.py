"""A second wish, named with the first: taken where the first is not free, or where it is chosen by its day or its time alone."""

from dataclasses import replace

from dialog.state import State
from nlu.meaning import Meaning, Moment, Scored


def completed(state: State, meaning: Meaning) -> Meaning:
    """With the time of the second wish where only its day is named, and the other way round: 「金曜のほうで」, of
    「木曜の10時か金曜の11時」."""
    other = state.otherwise
    if other is None or other.day is None or other.time is None or meaning.order is not None:
        return meaning
    if meaning.dates and meaning.dates[0].value == other.day and not meaning.times:
        return replace(meaning, times=(Scored(other.time, meaning.dates[0].score),))
    if meaning.times and meaning.times[0].value == other.time and not meaning.dates:
        return replace(meaning, dates=(Scored(other.day, meaning.times[0].score),))
    return meaning


def kept(state: State, meaning: Meaning) -> State:
    """With the second wish that is named now; another day, or for something else, puts an end to the one before."""
    other = meaning.dates or (meaning.times and state.time is not None) or meaning.offices
    return replace(state, otherwise=meaning.otherwise or (None if other else state.otherwise))


def instead(state: State) -> State | None:
    """The second wish in the place of the first; None: there is none."""
    other = state.otherwise
    if other is None or other == Moment(state.day, state.time):
        return None
    return replace(state, day=other.day or state.day, time=other.time or state.time, otherwise=None)
