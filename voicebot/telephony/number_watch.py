"""Notices a My Number, also one that is said in pieces with pauses between them."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import nlu
from nlu.hypothesis import Hypothesis
from nlu.question import Expect
from nlu.spoken_digits import is_telephone
from numbering.my_number import DIGITS


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

    _pieces: list[str] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    _first: int = 0
    """The piece that begins the number at hand."""

    def hear(
        self, hypotheses: Sequence[Hypothesis], start_ms: int, expect: Expect = Expect.ANY
    ) -> Secret | None:
        """The My Number that this utterance holds or completes. `expect`: what was asked; where it was a telephone
        number, a piece that begins with 0 begins one, unless all pieces make twelve digits."""
        piece, whole = nlu.bare_digits(hypotheses), nlu.holds_my_number(hypotheses)
        at_hand = "".join(self._pieces[self._first :])
        over = is_telephone(at_hand) and len(at_hand + piece) != DIGITS
        if over or (not piece and not whole):
            self._clear()
        if not piece and not whole:
            return None
        if expect is Expect.DIGITS and piece.startswith("0"):
            self._first = len(self._pieces)
        self._pieces.append(piece)
        self._starts.append(start_ms)
        first = 0 if len("".join(self._pieces)) == DIGITS else self._first
        if not whole and len("".join(self._pieces[first:])) < DIGITS:
            return None
        secret = Secret(self._starts[first], len(self._starts) - 1 - first)
        self._clear()
        return secret

    def _clear(self) -> None:
        self._pieces, self._starts, self._first = [], [], 0
