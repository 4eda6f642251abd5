"""What was heard, to what it means at this moment of the call: as an answer to what was asked, and of the bookings that stand."""

from dataclasses import replace

import nlu
from dialog import bringing, errands, presuming, rechoosing, sparing, ward, yes_asking
from dialog.calendar import procedures_of
from dialog.events import Heard
from dialog.state import State
from nlu.meaning import Meaning


def understood(state: State, event: Heard) -> Meaning:
    """Where the question narrowed the offices and none of those was named, it is heard as of all."""
    meaning = nlu.interpret(event.hypotheses, state.question, event.at, state.lexicon)
    if not meaning.offices and ward.narrowed(state):
        meaning = nlu.interpret(event.hypotheses, ward.widened(state), event.at, state.lexicon)
    meaning = bringing.asked_of(state, less_timed(state, meaning))
    meaning = sparing.of_the_others(state, event, presuming.of_standing(state, event, meaning))
    meaning = errands.of_a_visit(state, event, rechoosing.of_another(state, event, meaning))
    return yes_asking.of_read_back(state, event, meaning)


def less_timed(state: State, meaning: Meaning) -> Meaning:
    """`meaning` less what is booked already and only tells when the wish is to be: 「介護のほうが終わってからがいいので、3時半で」,
    of another errand."""
    booked = procedures_of(
        [*([state.at_hand] if state.at_hand else []), *state.stood, *(state.existing or ())]
    )
    timed = {*meaning.timed_by} & booked
    left = tuple(one for one in meaning.procedures if one.value not in timed)
    opens = state.procedure is None and (not left or presuming.first(state))
    if not timed or state.booking is not None or opens:
        return meaning
    wished = tuple(one for one in meaning.asked_for if one not in timed)
    return replace(meaning, procedures=left, asked_for=wished)
