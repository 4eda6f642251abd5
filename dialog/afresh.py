"""Another errand in the same call: what belongs to the one before is forgotten, who phones and what was done is kept."""

from dialog.state import State
from nlu.question import Question


def afresh(state: State) -> State:
    """The call as it stands for an errand that nothing is known of yet."""
    return State(
        office=state.office,
        offices=state.offices,
        fixed=state.fixed,
        overrides=state.overrides,
        caller=state.caller,
        question=Question(offices=state.entries),
        name=state.name,
        nameless=state.nameless,
        details=state.details,
        phone="" if state.caller else state.phone,
        tries=state.tries,
        turns=state.turns,
        rate=state.rate,
        gain_db=state.gain_db,
        done=state.done,
        outcome=state.outcome,
    )
