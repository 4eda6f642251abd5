"""A caller who hums is left to think; who asks to wait, or fetches a calendar, hears that there is time."""

from dialog.actions import Say
from dialog.say import Step
from dialog.state import WAITING, Phase, State
from prompts import render


def waited(state: State, *, asked: bool) -> Step:
    """What was asked stays asked, and what was said last can still be said again. Nothing is said into what was not
    heard out: a read-back that is cut off must not count as heard. `asked`: the caller asked for it."""
    if not asked or not state.heard_out or state.phase in (*WAITING, Phase.CLOSING):
        return state, ()
    return state, (Say((render("waiting"),), state.rate, True, state.gain_db),)
