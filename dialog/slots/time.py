"""The time of day of the visit, or a range of times."""

import datetime
from dataclasses import replace

from dialog.slots.acceptance import asked_another, best
from dialog.slots.slot import CERTAIN, Doubted, Slot
from dialog.state import State
from nlu.meaning import Meaning, Scored, TimeSpan
from nlu.question import Choice, Expect, Question
from prompts import formats, render
from prompts.sentence import Sentence

GRID_MINUTES = 5
"""No place begins in between; whoever presses 1111 for a time leans on a key."""


def time(state: State, meaning: Meaning) -> TimeSpan | None:
    """The best time heard."""
    known = state.time is not None and state.time.single and asked_another(state, Expect.TIME)
    return best(meaning.times, known)


def _hear(state: State, meaning: Meaning) -> State | None:
    said = time(state, meaning)
    if said is None:
        return None
    alone = said.single and state.day is None
    heard = (render("time_heard", clock=formats.clock_short(said.first)),) if alone else ()
    return replace(state, time=said, lead=(*state.lead, *heard))


def _differs(state: State, meaning: Meaning) -> bool:
    said, place = time(state, meaning), state.place
    return said is not None and (
        place is None or not said.first <= place.start.timetz().replace(tzinfo=None) <= said.last
    )


def _press(state: State, keys: str, today: datetime.date) -> Meaning:
    start = datetime.time(int(keys[:2]), int(keys[2:]))
    if start.minute % GRID_MINUTES:
        raise ValueError(keys)
    return Meaning(times=(Scored(TimeSpan(start, start), CERTAIN),))


def _meant(state: State, readings: tuple[TimeSpan, ...], attempt: int) -> tuple[Sentence, Question]:
    clocks = [formats.clock_short(span.first) for span in readings]
    if len(readings) == 1:
        return render("time_meant", attempt, clock=clocks[0]), Question(Expect.ANSWER)
    named = {f"clock{n}": clock for n, clock in enumerate(clocks, 1)}
    day = state.day.first if state.day else datetime.date.max
    choices = tuple(Choice(day, span.first) for span in readings)
    return render("which_time", attempt, **named), Question(
        Expect.CHOICE, choices=choices, heard_two_ways=True
    )


TIME = Slot(
    name="time",
    expect=Expect.TIME,
    value=lambda state: state.time,
    wanted=lambda state: state.time is None,
    clear=lambda state: replace(state, time=None),
    hear=_hear,
    differs=_differs,
    press=_press,
    digits=4,
    missing="missing_time",
    doubted=Doubted(
        scored=lambda meaning: meaning.times,
        without=lambda meaning: replace(meaning, times=()),
        put=lambda state, span: replace(state, time=span),
        asks=_meant,
    ),
)
