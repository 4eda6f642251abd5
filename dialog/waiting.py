"""A caller who hums is left to think; who asks to wait, or fetches a calendar, hears that there is time."""

from collections.abc import Sequence

import nlu
from dialog.actions import Say
from dialog.say import Step
from dialog.state import WAITING, Phase, State
from nlu.hypothesis import Hypothesis
from prompts import render


def waited(state: State, hypotheses: Sequence[Hypothesis]) -> Step:
    """What was asked stays asked, and what was said last can still be said again. Nothing is said into what was not
    heard out: a read-back that is cut off must not count as heard."""
    silent = not state.heard_out or state.phase in (*WAITING, Phase.CLOSING)
    if silent or not nlu.asks_to_wait(hypotheses):
        return state, ()
    return state, (Say((render("waiting"),), state.rate, True, state.gain_db),)
