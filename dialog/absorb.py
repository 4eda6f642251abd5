"""Taking what the caller said into the slots, in whatever order it came."""

from dataclasses import replace

from dialog.slots.order import ORDER
from dialog.state import State
from nlu.meaning import Meaning


def absorb(state: State, meaning: Meaning) -> tuple[State, bool]:
    """The state with what was heard, and whether anything was. What is new is said back in passing."""
    progress = meaning.order is not None
    for slot in ORDER:
        if (told := slot.hear(state, meaning)) is not None:
            state, progress = told, True
    return (replace(state, order=meaning.order) if meaning.order is not None else state), progress
