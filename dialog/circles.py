"""A call that goes round in circles. An answer that is understood but brings nothing new, or leads back to where the call
has been, is not asked for in the same words:
first comes another wording that says what is missing, then a narrower question, then a person. And whatever happens, a
call ends: with a person, with a call-back, or with where to phone.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from dialog import closing, recover, ward
from dialog.actions import Say
from dialog.asked import Asked, Known
from dialog.rewording import narrow, say_what_is_missing
from dialog.say import Step, news
from dialog.state import WAITING, Phase, State

MANY_TURNS = 32
"""The bot has spoken so often without coming to an end: a person is offered instead of what it would say next."""

TOO_MANY_TURNS = 36
"""Whoever is still here is told where to phone, and the call ends."""

_COUNTED_ELSEWHERE = (
    *WAITING,
    Phase.NAME,
    Phase.GUIDING,
    Phase.CALLBACK,
    Phase.ANYTHING_ELSE,
    Phase.CLOSING,
    Phase.ENDED,
)
"""Phases that count their own tries, or ask nothing."""


_Rung = Callable[[State], Step]

_RUNGS: tuple[_Rung, ...] = (say_what_is_missing, narrow)
_CONFIRMING: tuple[_Rung, ...] = (
    lambda state: recover.other_words(state, 1),
    lambda state: recover.other_words(state, 2),
    recover.keys,
)
"""What answers the first such round, the second and so on; after the last comes a person."""


def turned(before: State, step: Step, at: datetime, understood: bool = True) -> Step:
    """The step itself, or what comes in its place when the caller's answer changed nothing. `understood`: whether
    anything was heard in it."""
    state, actions = step
    if state.phase in _COUNTED_ELSEWHERE or not any(isinstance(action, Say) for action in actions):
        return step
    rungs = _CONFIRMING if state.phase is Phase.CONFIRMING else _RUNGS
    if state.misses > before.misses:
        spent = understood and state.rounds + state.misses > len(rungs)
        return closing.person(replace(state, lead=()), at) if spent else step
    asked = Asked(state.phase, tuple(sentence.key for sentence in news(state)), _known(state))
    if asked not in state.asked:
        return replace(state, asked=(*state.asked, asked), rounds=0), actions
    rounds = state.rounds + 1
    state = replace(state, rounds=rounds, turns=state.turns - 1, lead=news(state))
    if rounds > len(rungs) or (rounds == len(rungs) and _nothing_named(state)):
        return closing.person(replace(state, lead=()), at)
    return rungs[rounds - 1](state)


def _nothing_named(state: State) -> bool:
    """Whether it is not known what the call is for, so that a third answer without it is one for a person."""
    return state.phase is Phase.ASKING and state.procedure is None and not state.which


def _known(state: State) -> Known:
    return Known(
        state.procedures,
        state.which,
        state.office.id,
        ward.asked_among(state),
        state.people,
        state.details,
        state.day,
        state.time,
        state.refused,
        state.not_meant,
        state.errand,
        state.claimed,
        state.phone,
    )


def broken(step: Step, at: datetime) -> Step:
    """The step itself, or the way out in its place."""
    state, actions = step
    if state.turns <= MANY_TURNS or not any(isinstance(action, Say) for action in actions):
        return step
    if state.phase is Phase.CLOSING:
        return step if state.turns <= TOO_MANY_TURNS else closing.end(state)
    if state.phase is Phase.ANYTHING_ELSE:
        return closing.goodbye(state)
    state = replace(state, lead=(), keypad=replace(state.keypad, digits=""))
    if state.turns > TOO_MANY_TURNS:
        return closing.call_again(state)
    return step if state.phase is Phase.CALLBACK else closing.person(state, at)
