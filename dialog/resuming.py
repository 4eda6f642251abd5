"""The caller goes on where the bot had begun to answer: the call stands again where it stood before the first half, and
both halves are understood as one answer to what was asked then.

What was carried out is never taken back: after a booking, a change, a cancellation or a noted call-back nothing is. Nor is the
end of a call that found none (`circles.TOO_MANY_TURNS`).
"""

from collections.abc import Sequence
from dataclasses import replace

from dialog import events
from dialog.actions import Action, AskCallback, Book, Cancel, Change, HangUp, Transfer
from dialog.circles import TOO_MANY_TURNS
from dialog.state import WAITING, State

_FOR_GOOD = Book | Change | Cancel | AskCallback | Transfer | HangUp
_ANSWERS = events.PlacesFound | events.BookingsFound | events.Held | events.Released


def resumed(state: State, event: events.Event) -> tuple[State, events.Event]:
    """Where the call stood before the utterance that `event` goes on with. Where it cannot be taken back, the words came
    early: what was asked since is not what they answer."""
    if not isinstance(event, events.Heard) or not event.resumes:
        return state, event
    if state.before is None:
        return state, replace(event, early=True)
    return replace(state.before, turns=state.turns), event


def keep(before: State, event: events.Event, after: State, actions: Sequence[Action]) -> State:
    """`after` with what the call goes back to if the caller goes on; `before`: the state that `event` came to."""
    for_good = any(isinstance(action, _FOR_GOOD) for action in actions) or after.turns > TOO_MANY_TURNS
    if for_good or (before.phase in WAITING and isinstance(event, events.Heard) and actions):
        return _without(after)  # the calendar's answer, which was waited for, comes only once
    if isinstance(event, events.Heard):
        if actions:
            return replace(after, before=_without(before))
        return after if replace(after, silences=before.silences) == before else _without(after)
    if isinstance(event, _ANSWERS) or (isinstance(event, events.Played) and not event.last):
        return after
    return _without(after)


def _without(state: State) -> State:
    return state if state.before is None else replace(state, before=None)
