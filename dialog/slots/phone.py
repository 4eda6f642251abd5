"""The caller's own telephone number where the line withholds it: asked for, said back in groups, taken on a yes."""

from dataclasses import replace

from dialog import telephone
from dialog.say import Step, speak
from dialog.slots.slot import Slot
from dialog.state import Phase, State
from nlu.meaning import Answer, Meaning
from nlu.question import Expect, Question
from prompts import formats, render


def asks(state: State) -> bool:
    """Whether the caller is giving a number, or is asked whether it is right."""
    return state.phase is Phase.PHONE or (state.phase is Phase.CALLBACK and to_another(state))


def to_another(state: State) -> bool:
    """Whether a person who phones back needs another number than the one phoned from."""
    return state.other_phone or not state.caller


def ask(state: State, attempt: int = 0) -> Step:
    """Asks for the number, or whether the one that is known is right."""
    if state.phone:
        told = render("phone_right", attempt, phone=formats.phone(state.phone))
        return speak(state, told, question=Question(Expect.ANSWER))
    key = "ask_callback_phone" if state.phase is Phase.CALLBACK else "ask_phone"
    return speak(state, render(key, attempt), question=Question(Expect.DIGITS))


def agreed(state: State, meaning: Meaning) -> bool:
    """Whether the number that was said back is right."""
    return state.heard_out and bool(state.phone) and _says(meaning, Answer.YES)


def refused(state: State, meaning: Meaning) -> bool:
    """Whether the caller has no number to give, or gives none."""
    return meaning.unknown or (not state.phone and _says(meaning, Answer.NO))


def taken(state: State, meaning: Meaning) -> Step | None:
    """A number is said back, after a no it is asked for anew; None: neither."""
    if phone := telephone.telephone(meaning):
        return ask(replace(state, phone=phone, misses=0))
    if state.phone and _says(meaning, Answer.NO):
        return ask(replace(state, phone=""))
    return None


def excuse(state: State, meaning: Meaning) -> str:
    """The prompt key that says why the answer is none."""
    return "not_understood" if state.phone else telephone.excuse(meaning)


def _says(meaning: Meaning, answer: Answer) -> bool:
    return meaning.answer is not None and meaning.answer.value is answer


PHONE = Slot(
    name="phone",
    expect=Expect.DIGITS,
    value=lambda state: state.phone or None,
    wanted=lambda state: not state.caller and not state.phone,
    clear=lambda state: replace(state, phone=""),
    digits=12,
)
