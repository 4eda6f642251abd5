"""Which office of several the visit is to."""

from dataclasses import replace
from datetime import date

from dialog import values
from dialog.slots.slot import CERTAIN, Slot
from dialog.state import State
from nlu.meaning import Meaning, Scored
from nlu.question import Expect
from prompts import formats, render
from prompts.sentence import Sentence

MENU = 9
"""Offices on the keypad menu."""

IN_ONE_BREATH = 4
"""Offices that one sentence of the menu names."""


def _keys(state: State) -> tuple[Sentence, ...]:
    """Those that may be meant."""
    listed = [(values.ward(entry.name), str(n)) for n, entry in enumerate(state.question.offices[:MENU], 1)]
    parts = [listed[n : n + IN_ONE_BREATH] for n in range(0, len(listed), IN_ONE_BREATH)]
    return render("keys_office"), *(render("keys_office_list", menu=formats.menu(part)) for part in parts)


def _press(state: State, keys: str, today: date) -> Meaning:
    named = state.question.offices[int(keys) - 1]
    return Meaning(offices=(Scored(named.id, CERTAIN),))


OFFICE = Slot(
    name="office",
    expect=Expect.OFFICE,
    value=lambda state: state.chosen,
    wanted=lambda state: state.office_open,
    clear=lambda state: replace(state, office=state.office_at("")),
    keys=_keys,
    press=_press,
    missing="missing_office",
)
