"""Another ward than the one whose office answers is named: which office this is, and where to ask about that one."""

from dataclasses import replace

from dialog.place import read_back
from dialog.say import Step, question_said, speak
from dialog.slots.order import ORDER
from dialog.state import Phase, State
from nlu.meaning import Meaning
from prompts import formats, render

_ASKS = (Phase.ASKING, Phase.DOUBTING, Phase.OFFERING, Phase.CONFIRMING)


def noted(state: State, meaning: Meaning) -> State:
    """The state with that held back to be told, once a call. The read-back names the office from then on."""
    ours = meaning.ward in state.office.name.text
    if not meaning.ward or ours or state.offices or state.other_ward or state.phase not in _ASKS:
        return state
    told = render(
        "other_ward",
        office=formats.name(state.office.name.text, state.office.name.reading),
        phone=formats.phone(state.office.phone or state.office.agent_phone),
    )
    return replace(state, other_ward=True, lead=(*state.lead, told))


def alone(state: State, meaning: Meaning) -> Step | None:
    """It was all that was said: told, and asked again. None: more was said."""
    said = any(slot.hear(state, meaning) for slot in ORDER)
    if said or meaning.order or meaning.answer or meaning.request or meaning.excluded or meaning.topic:
        return None
    if state.phase is Phase.CONFIRMING and state.place is not None:
        return read_back(state, state.place)
    return speak(replace(state, misses=0), *question_said(state))
