"""Which slots were right the first time: settled by the first answer to the question for them, and not put right after."""

from collections.abc import Iterable
from dataclasses import dataclass

from dialog.slots.day import DAY
from dialog.slots.name import NAME
from dialog.slots.office import OFFICE
from dialog.slots.people import PEOPLE
from dialog.slots.phone import PHONE
from dialog.slots.procedure import PROCEDURE
from dialog.slots.time import TIME
from dialog.state import Phase, State
from nlu.meaning import DateSpan, TimeSpan
from nlu.question import Expect
from voicebot.archive.turns import Turn

SLOTS = {
    "office": OFFICE,
    "procedures": PROCEDURE,
    "people": PEOPLE,
    "day": DAY,
    "time": TIME,
    "name": NAME,
    "phone": PHONE,
}
"""By what the console's texts call them."""

_ANSWERS = ("Heard", "KeyPressed")


@dataclass(slots=True)
class _Slot:
    tried: bool = False
    """An answer to the question for it came."""
    filled: bool = False
    failed: bool = False
    """It took another question, or what was taken was not what the caller meant."""


def first_time(turns: Iterable[Turn]) -> dict[str, bool]:
    """The slots that were asked for and answered, or said unasked, and whether each was right the first time.

    What the caller changes because nothing is free is no mistake, nor is a place chosen from those offered.
    """
    slots = {name: _Slot() for name in SLOTS}
    denied = False
    for turn in turns:
        before, after = turn.before, turn.after
        if before is None or after is None or not _is_answer(turn, before, after):
            continue
        for name, slot in slots.items():
            _answer(slot, name, before, after, denied)
        denied |= before.phase is Phase.CONFIRMING and after.phase is Phase.ASKING
    return {
        name: slot.filled and not slot.failed for name, slot in slots.items() if slot.tried or slot.filled
    }


def _answer(slot: _Slot, name: str, before: State, after: State, denied: bool) -> None:
    expect = SLOTS[name].expect
    old, new = SLOTS[name].value(before), SLOTS[name].value(after)
    missed = after.misses > before.misses
    opening = expect is Expect.PROCEDURE and before.question.expect is Expect.ANY and not old
    if before.question.expect is expect or (opening and missed):
        slot.tried = True
        slot.failed |= missed
    doubted = after.doubt is not None and after.phase is Phase.DOUBTING and after.doubt.slot is expect
    slot.failed |= doubted
    slot.tried |= doubted
    if new == old or before.phase is Phase.OFFERING:
        return
    slot.filled |= bool(new)
    corrected = denied or before.phase is Phase.CONFIRMING or _another(old, new, before.phase)
    slot.failed |= bool(old) and corrected


def _is_answer(turn: Turn, before: State, after: State) -> bool:
    """Whether the caller answered; a command, and a key for a person, are no answers."""
    command = turn.meaning is not None and turn.meaning.command is not None
    person = after.transfer and not before.transfer and after.misses == before.misses
    return turn.kind in _ANSWERS and not command and not person


def _another(old: object, new: object, phase: Phase) -> bool:
    """Whether the caller took back what was taken while something else was asked; a narrower span takes nothing back."""
    if phase is not Phase.ASKING or not new:
        return False
    if isinstance(old, DateSpan) and isinstance(new, DateSpan):
        return not (old.first <= new.first and new.last <= old.last)
    if isinstance(old, TimeSpan) and isinstance(new, TimeSpan):
        return not (old.first <= new.first and new.last <= old.last)
    return True
