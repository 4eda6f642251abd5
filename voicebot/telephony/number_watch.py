"""Notices a My Number, also one that is said in pieces with pauses between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import nlu
from nlu.hypothesis import Hypothesis
from nlu.my_number import DIGITS
from nlu.question import Expect
from nlu.spoken_digits import is_whole


@dataclass(frozen=True, slots=True)
class Secret:
    """Where a My Number lies in the call."""

    from_ms: int
    """Start of its first utterance."""

    pieces: int
    """Utterances before the last one that hold parts of it."""


@dataclass
class NumberWatch:
    """One per stream; told every utterance, in order."""

    _digits: str = ""
    _starts: list[int] = field(default_factory=list)

    def hear(
        self, hypotheses: Sequence[Hypothesis], start_ms: int, expect: Expect = Expect.ANY
    ) -> Secret | None:
        """The My Number that this utterance holds or completes. `expect`: what was asked; where it was a telephone
        number, a piece that begins with 0 begins one."""
        piece = nlu.bare_digits(hypotheses)
        if expect is Expect.DIGITS and piece.startswith("0"):
            self._clear()
            if is_whole(piece):
                return None
        if not piece and not nlu.holds_my_number(hypotheses):
            self._clear()
            return None
        self._digits += piece
        self._starts.append(start_ms)
        if len(self._digits) < DIGITS and not nlu.holds_my_number(hypotheses):
            return None
        secret = Secret(self._starts[0], len(self._starts) - 1)
        self._clear()
        return secret

    def _clear(self) -> None:
        self._digits, self._starts = "", []
