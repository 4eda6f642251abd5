"""What the caller wants, in one phrase: for the person who takes over, and for the one who phones back."""

from dataclasses import replace

from dialog import values
from dialog.slots.procedure import CERTAIN
from dialog.state import State
from nlu.meaning import Meaning
from prompts import formats
from prompts.notes import ERRANDS
from prompts.sentence import Spoken


def with_procedure(state: State, meaning: Meaning) -> State:
    """With what a person is asked for about, where no procedure is known yet: 「介護保険のことで係の方と」."""
    named = meaning.procedures[0] if meaning.procedures else None
    if state.procedure is not None or named is None or named.score < CERTAIN:
        return state
    return replace(state, procedure=named.value)


def summary(state: State) -> Spoken | None:
    """予約の変更、住民票、12月2日、水曜日, as far as it is known; None: not at all."""
    parts = [formats.name(*ERRANDS[state.errand])] if state.errand in ERRANDS else []
    booking = state.booking
    visit = state.procedures or ((booking.procedure, *booking.more) if booking else ())
    parts += [values.procedure(state.office, one) for one in visit]
    if state.day is not None and state.day.single:
        parts.append(formats.day(state.day.first))
    elif booking is not None and not state.procedures:
        parts.append(formats.day(booking.start.date()))
    return formats.listed(parts) if parts else None
