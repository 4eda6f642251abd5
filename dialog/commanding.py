"""What may be said at any moment: again, slower, a person, from the beginning, back, goodbye."""

from dataclasses import replace
from datetime import datetime

from dialog import closing, history, place
from dialog.afresh import afresh
from dialog.ask import ask
from dialog.say import Step, again, lead
from dialog.state import SLOW_RATE, Phase, State
from dialog.summary import with_procedure
from nlu.meaning import Command, Meaning


def obey(state: State, command: Command, meaning: Meaning, at: datetime) -> Step:
    """Does as told; `meaning` may tell what a person is wanted for."""
    match command:
        case Command.REPEAT if state.phase is Phase.OFFERING and place.offers_one(state):
            return place.offer(state, state.offered)
        case Command.REPEAT:
            return again(state)
        case Command.SLOWER:
            return again(lead(replace(state, rate=min(state.rate, SLOW_RATE)), "slower"))
        case Command.AGENT:
            return closing.person(with_procedure(state, meaning), at)
        case Command.GOODBYE:
            return closing.farewell(state)
        case Command.START_OVER:
            return ask(lead(_afresh(state), "start_over"))
        case Command.BACK:
            return _back(state)


def _afresh(state: State) -> State:
    """The call as it began, with what does not belong to the wish."""
    return replace(
        afresh(state),
        office=state.office_at(state.fixed),
        phone="",
        name="",
        nameless=False,
        details={},
        second=state.second,
    )


def _back(state: State) -> Step:
    if state.phase in (Phase.IDENTIFYING, Phase.CHOOSING, Phase.CANCELLING):
        at_first = state.office_at(state.fixed)
        return ask(
            replace(
                state,
                office=at_first,
                booking=None,
                errand=None,
                standing=(),
                claimed="",
                phone="",
                existing=None,
            )
        )
    if state.phase is Phase.DOUBTING:
        return ask(state)
    return ask(history.undo(state))
