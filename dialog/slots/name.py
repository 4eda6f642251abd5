"""The caller's name where the office wants it: asked for before the read-back, spelled back in it."""

from dataclasses import replace

from dialog.say import Step, speak
from dialog.slots.acceptance import ACCEPT
from dialog.slots.slot import Slot
from dialog.state import Phase, State
from nlu.meaning import Answer, Meaning
from nlu.question import Expect, Question
from prompts import formats, render
from prompts.notes import NAME_RECORDED
from prompts.sentence import Sentence

TRIES = 2
"""How often the name is asked for: what stays unclear then is left to whoever listens to the recording."""


def _wanted(state: State) -> bool:
    return state.office.asks_name and state.booking is None and not state.name and not state.nameless


def ask(state: State, attempt: int = 0) -> Step:
    """Asks for the name."""
    return speak(
        replace(state, phase=Phase.NAME, offered=()),
        render("ask_name", attempt),
        question=Question(Expect.NAME),
    )


def taken(state: State, meaning: Meaning) -> State | None:
    """With the name that was said, or without one where the caller gives none; None: neither."""
    if meaning.names and meaning.names[0].score >= ACCEPT:
        return replace(state, name=meaning.names[0].value, misses=0)
    none = meaning.answer is not None and meaning.answer.value is Answer.NO
    return replace(state, nameless=True, misses=0) if meaning.unknown or none else None


def unclear(state: State, spoke: bool) -> State | None:
    """One more failure; once it was the last, the state goes on: where something was said, it is in the recording.
    None: ask again."""
    if state.misses + 1 < TRIES:
        return None
    return replace(state, name=NAME_RECORDED if spoke else "", nameless=True, misses=0)


def _read_back(state: State) -> tuple[Sentence, ...]:
    known = state.name and not state.nameless
    return (render("name_is", name=formats.person(state.name)),) if known else ()


NAME = Slot(
    name="name",
    expect=Expect.NAME,
    value=lambda state: state.name or None,
    wanted=_wanted,
    clear=lambda state: replace(state, name="", nameless=False),
    read_back=_read_back,
)
