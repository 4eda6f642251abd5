"""How many come: asked where one booking may be for several."""

from dialog.state import State
from nlu.meaning import Meaning
from prompts import formats, render


def wanted(state: State) -> bool:
    """Whether the number of people must still be asked for."""
    return state.booking is None and state.people is None and state.most_people > 1


def heard(state: State, meaning: Meaning) -> int | None:
    """The number that was said, where it matters or may come to matter."""
    if meaning.people is None or state.booking is not None:
        return None
    matters = state.procedure is None or state.most_people > 1
    return meaning.people.value if matters else None


def changes(state: State, meaning: Meaning) -> bool:
    """Whether a number just heard differs from what was read back."""
    said = heard(state, meaning)
    return said is not None and said != state.coming


def fitting(state: State) -> State:
    """More than one booking may be for are told so, and asked for anew."""
    if state.people is None or state.procedure is None or state.people <= state.most_people:
        return state
    if all(state.office.procedure(one).people == 1 for one in state.procedures):
        return state
    told = render("too_many_people", people=formats.people(state.most_people))
    return state.but(people=None, lead=(*state.lead, told))
