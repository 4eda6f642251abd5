"""What was heard, to what it means at this moment of the call: as an answer to what was asked, and of the bookings that stand."""

import nlu
from dialog import errands, presuming, sparing, ward
from dialog.events import Heard
from dialog.state import State
from nlu.meaning import Meaning


def understood(state: State, event: Heard) -> Meaning:
    """Where the question narrowed the offices and none of those was named, it is heard as of all."""
    meaning = nlu.interpret(event.hypotheses, state.question, event.at, state.lexicon)
    if not meaning.offices and ward.narrowed(state):
        meaning = nlu.interpret(event.hypotheses, ward.widened(state), event.at, state.lexicon)
    meaning = sparing.of_the_others(state, event, presuming.of_standing(state, event, meaning))
    return errands.of_a_visit(state, event, meaning)
