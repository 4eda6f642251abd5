"""Asking for what is missing: procedure, number of people, day, time."""

from dialog import party, values
from dialog.office import Office
from dialog.say import Step, speak
from dialog.state import Phase, State
from nlu.question import Expect, Question
from prompts import formats, render


def missing(state: State) -> Expect:
    """The first thing not yet known."""
    if state.procedure is None:
        return Expect.PROCEDURE
    if state.office_open:
        return Expect.OFFICE
    if party.wanted(state):
        return Expect.PEOPLE
    if state.day is None:
        return Expect.DATE
    return Expect.TIME


def ask(state: State, attempt: int = 0) -> Step:
    """Asks for the first thing missing; a later attempt words it another way, with an example."""
    expect = missing(state)
    if expect is Expect.PROCEDURE and state.which and attempt == 0:
        return ask_which(state, state.which)
    opening = expect is Expect.PROCEDURE and attempt == 0
    return speak(
        state.but(phase=Phase.ASKING, offered=(), place=None),
        render(f"ask_{expect.value}", attempt),
        question=Question(Expect.ANY if opening else expect),
    )


def ask_day_of_month(state: State, attempt: int = 0) -> Step:
    """Asks for the day when a whole month was named."""
    assert state.day is not None
    return speak(
        state.but(phase=Phase.ASKING, offered=(), place=None),
        render("ask_day_of_month", attempt, month=formats.month(state.day.first)),
        question=Question(Expect.DATE),
    )


def ask_which(state: State, procedures: tuple[str, ...], attempt: int = 0) -> Step:
    """Lets the caller choose between two or three procedures that go by the same word."""
    procedures = procedures[:3]
    names = [values.procedure(state.office, p) for p in procedures]
    chosen = {f"choice{n}": name for n, name in enumerate(names, 1)}
    return speak(
        state.but(phase=Phase.ASKING, procedure=None, more=(), which=procedures),
        render(f"which_procedure_{len(procedures)}", attempt, **chosen),
        question=Question(Expect.PROCEDURE, procedures=procedures),
    )


def offer_keys(state: State) -> Step:
    """The same question, to be answered on the keypad."""
    expect = state.question.expect
    if expect in (Expect.ANY, Expect.PROCEDURE):
        return _menu(state, state.office)
    return speak(state, render(f"keys_{expect.value}"))


def _menu(state: State, office: Office) -> Step:
    question = Question(Expect.PROCEDURE)
    return speak(state, render("keys_procedure", menu=values.menu(office)), question=question)
