"""The port of what decides how long a silence ends a turn, and what it may go by."""

from dataclasses import dataclass
from typing import Protocol

from nlu.ending import SoFar
from nlu.question import Expect
from voicebot.turns.cadence import Cadence


@dataclass(frozen=True, slots=True)
class Pausing:
    """What is known while the caller pauses."""

    expect: Expect
    """What was asked."""

    so_far: SoFar | None
    """What was heard in this turn; None while it is not decoded."""

    cadence: Cadence
    said_ms: int
    """From the beginning of the turn to where the speech stopped."""

    pauses: int
    """Earlier ones in this turn."""

    own_ms: float
    """Median of the caller's own pauses in this call, as far as it is known."""


class Strategy(Protocol):
    """Pure. Asked when a pause begins, and again when what was said is decoded."""

    def patience_ms(self, pausing: Pausing) -> int:
        """Silence in ms, from where the speech stopped, that ends the turn."""
