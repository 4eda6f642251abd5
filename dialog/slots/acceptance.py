"""How well something must have been heard to be taken."""

from dialog.state import State
from nlu.meaning import Scored, T
from nlu.question import Expect

ACCEPT = 0.35
"""Scores below this count as not understood. Low, because whatever is taken is said back before it counts."""

ACCEPT_ANOTHER = 0.7
"""What is known already changes only for this much when another slot was asked for."""

ACCEPT_ONE_MORE = 0.65
"""What comes on top of what is known."""

CLOSE = 0.1
"""Two values nearer than this are both meant: ask which."""


def asked_another(state: State, slot: Expect) -> bool:
    """Whether some other slot was asked for. After a read-back or an offer, whatever is heard may correct."""
    return state.question.expect in {Expect.PROCEDURE, Expect.DATE, Expect.TIME} - {slot}


def best(scored: tuple[Scored[T], ...], known: bool) -> T | None:
    """The first, where it scores enough; `known`: it would change what is known."""
    least = ACCEPT_ANOTHER if known else ACCEPT
    return scored[0].value if scored and scored[0].score >= least else None
