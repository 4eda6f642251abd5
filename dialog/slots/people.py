"""How many come: asked where one booking may be for several."""

from dataclasses import replace
from datetime import date

from dialog.slots.slot import CERTAIN, Slot
from dialog.state import State
from nlu.meaning import Meaning, Scored
from nlu.question import Expect
from prompts import formats, render
from prompts.sentence import Spoken


def counted(state: State) -> Spoken | None:
    """How many are read back; None: they were not asked about."""
    asked = state.coming > 1 or (state.people is not None and state.most_people > 1)
    return formats.people(state.coming) if asked else None


def _wanted(state: State) -> bool:
    return state.booking is None and state.people is None and state.most_people > 1


def _said(state: State, meaning: Meaning) -> int | None:
    """The number that was said."""
    return meaning.people.value if meaning.people is not None and state.booking is None else None


def _hear(state: State, meaning: Meaning) -> State | None:
    said = _said(state, meaning)
    return None if said is None else replace(state, people=said)


def _differs(state: State, meaning: Meaning) -> bool:
    said = _said(state, meaning)
    return said is not None and said != state.coming


def _fit(state: State) -> State:
    """More than one booking may be for are told so, and asked for anew, unless it is for one in any case."""
    if state.people is None or state.procedure is None or state.people <= state.most_people:
        return state
    if all(state.office.procedure(one).people == 1 for one in state.procedures):
        return replace(state, people=1, lead=(*state.lead, render("one_each")))
    told = render("too_many_people", people=formats.people(state.most_people))
    return replace(state, people=None, lead=(*state.lead, told))


def _press(state: State, keys: str, today: date) -> Meaning:
    return Meaning(people=Scored(int(keys), CERTAIN))


PEOPLE = Slot(
    name="people",
    expect=Expect.PEOPLE,
    value=lambda state: state.people,
    wanted=_wanted,
    clear=lambda state: replace(state, people=None),
    hear=_hear,
    fit=_fit,
    differs=_differs,
    press=_press,
)
