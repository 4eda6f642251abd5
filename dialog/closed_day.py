"""A day on which every counter is closed: told as soon as it is named, before the procedure is asked for."""

from dataclasses import replace

from dialog import open_on
from dialog.state import State


def left_out(state: State) -> State:
    """Without the day, which is told to be closed. Once the procedure is known the calendar tells it with other days."""
    if state.procedure is not None or state.day is None:
        return state
    told = open_on.closed(state.office, (), state.day)
    if told is None:
        return state
    lead = tuple(sentence for sentence in state.lead if sentence.key != "date_heard")
    return replace(state, day=None, lead=(*lead, told))
