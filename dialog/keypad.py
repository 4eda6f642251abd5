"""Answers on the keypad: digits collected until they make an answer."""

from dataclasses import dataclass, replace
from datetime import date

from dialog import telephone
from dialog.slots import order
from dialog.slots.phone import PHONE
from dialog.slots.slot import CERTAIN
from dialog.state import Keypad, Phase, State
from guidance.conditions import NOTHING
from nlu.meaning import NUMBER_ALONE, Answer, Command, Meaning, Scored
from nlu.question import Expect, Question
from numbering import Completeness, completeness

YES = "1"


@dataclass(frozen=True, slots=True)
class Unreadable:
    """The digits make no answer to the question."""


def most_digits(question: Question) -> int:
    """How many digits an answer has at most: month and day, hour and minute; one for all else. A telephone or booking
    number is complete when nothing can follow it, with #, or with a pause; twelve digits are none."""
    if question.expect is Expect.DIGITS:
        return PHONE.digits
    if question.answers:
        return question.most_answers
    slot = order.asked(question)
    return slot.digits if slot is not None else 1


def trails(state: State, digit: str) -> bool:
    """Whether the key still belongs to the answer before: nothing comes of it, and it does not interrupt."""
    owed = state.keypad.owed
    return owed is not None and (digit == "#" or (digit != "*" and owed > 0))


def press(state: State, digit: str, today: date) -> tuple[State, Meaning | Unreadable | None]:
    """The state with one digit more, and the answer once it is complete (None before)."""
    begun, owed = state.keypad.digits, state.keypad.owed
    if owed is not None and trails(state, digit):
        left = None if digit == "#" else owed - 1
        return replace(state, keypad=replace(state.keypad, owed=left)), None
    state = replace(state, keypad=Keypad(begun))
    if digit == "*":
        command = Command.REPEAT if begun else Command.BACK
        return replace(state, keypad=Keypad()), Meaning(command=command)
    if digit == "0" and not begun and most_digits(state.question) == 1:
        return state, Meaning(command=Command.AGENT)
    keys = begun if digit == "#" else begun + digit
    if digit != "#" and not _complete(state, keys):
        return replace(state, keypad=Keypad(keys)), None
    if not keys and (nothing := _nothing(state.question)) is not None:
        return state, nothing
    state = replace(state, keypad=Keypad(owed=None if digit == "#" else 0))
    if keys in ("", "0"):
        return state, Meaning(command=Command.AGENT) if keys else Unreadable()
    return state, _read(state, keys, today)


def answered_aloud(state: State, meaning: Meaning) -> tuple[State, bool]:
    """Whether what was said while keys were pressed counts, and the keys are given up for it. It may be the keys read
    aloud, or a noise; who goes on talking and presses no more means what is said."""
    expect = state.question.expect
    match expect:
        case Expect.DATE:
            answers = any(said.value.single and said.score > NUMBER_ALONE for said in meaning.dates)
        case Expect.TIME:
            answers = any(said.value.single for said in meaning.times)
        case Expect.DIGITS:
            answers = bool(telephone.telephone(meaning))
        case _:
            answers = True
    keypad = state.keypad
    if not (answers or keypad.read_aloud or meaning.command or meaning.emergency):
        return replace(state, keypad=replace(keypad, read_aloud=True)), False
    owed = max(0, most_digits(state.question) - len(keypad.digits))
    return replace(state, keypad=Keypad(owed=owed)), True


def heard_out(state: State) -> State:
    """The question was heard to its end: digits from here on are its answer. A # may still end the one before, save
    where it is an answer itself."""
    if state.keypad.owed is None:
        return state
    owed = None if _nothing(state.question) is not None else 0
    return replace(state, keypad=replace(state.keypad, owed=owed))


def _nothing(question: Question) -> Meaning | None:
    """What a # alone answers; None: it is no answer."""
    if question.expect is Expect.NAME:
        return Meaning(unknown=True)
    return Meaning(answers=(NOTHING,)) if question.most_answers > 1 else None


def needs_hash(state: State) -> bool:
    """Whether a 1 alone is no yes."""
    return state.firm and state.phase in (Phase.CONFIRMING, Phase.CANCELLING)


def _complete(state: State, keys: str) -> bool:
    """Whether nothing can follow that is part of the same answer."""
    expect = state.question.expect
    if expect is Expect.DIGITS:
        asked = state.phase is Phase.IDENTIFYING and not state.claimed
        whole = completeness(keys) is Completeness.COMPLETE or (asked and telephone.is_booking_number(keys))
        return whole or len(keys) >= most_digits(state.question)
    if expect is Expect.ANSWER and needs_hash(state) and keys == YES:
        return False
    return len(keys) >= most_digits(state.question)


def _read(state: State, keys: str, today: date) -> Meaning | Unreadable:
    try:
        return _answer(state, keys, today)
    except (ValueError, LookupError):
        return Unreadable()


def _answer(state: State, keys: str, today: date) -> Meaning:
    expect = state.question.expect
    if expect is Expect.DIGITS and len(keys) < most_digits(state.question):
        return Meaning(digits=(Scored(keys, CERTAIN),))
    if state.question.answers:
        pressed = {int(key) for key in keys}
        if not pressed <= set(range(1, len(state.question.answers) + 1)):
            raise LookupError(keys)
        chosen = (one.id for n, one in enumerate(state.question.answers, 1) if n in pressed)
        return Meaning(answers=tuple(chosen))
    if expect is Expect.ANSWER:
        answer = {YES: Answer.YES, "2": Answer.NO}[keys]
        return Meaning(answer=Scored(answer, CERTAIN))
    if expect is Expect.CHOICE:
        state.question.choices[int(keys) - 1]
        return Meaning(choice=Scored(int(keys) - 1, CERTAIN))
    slot = order.asked(state.question)
    if slot is None:
        raise LookupError(keys)
    return slot.press(state, keys, today)
