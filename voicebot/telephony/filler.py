"""A word for whom the answer keeps waiting: said once a turn, and the answer follows it. Advanced by audio time."""

from dialog.actions import Say
from dialog.state import State
from prompts import render, saying

KEY = "looking_it_up"
"""The sentence."""

AFTER_MS = 1_000
"""From when the turn was taken as ended."""


def words(state: State) -> Say:
    """As this caller hears everything else."""
    with saying(state.overrides):
        sentence = render(KEY)
    return Say((sentence,), state.rate, gain_db=state.gain_db)


class Filler:
    """One per stream."""

    def __init__(self) -> None:
        self.wanted = False
        """The answer still keeps waiting, and nothing was said yet."""

        self._due_ms: int | None = None
        self._said = False

    def turn_ended(self, now_ms: int, goes_on: bool = False) -> None:
        """`goes_on`: it is the rest of the turn before."""
        self._said = self._said and goes_on
        self._due_ms = None if self._said else now_ms + AFTER_MS

    def due(self, now_ms: int) -> bool:
        """Whether it is time to say it; true once."""
        if self._due_ms is None or now_ms < self._due_ms:
            return False
        self._due_ms, self.wanted = None, True
        return True

    def said(self) -> None:
        """It is being said."""
        self._said, self.wanted = True, False

    def no_more(self) -> None:
        """The answer begins, or the caller goes on."""
        self._due_ms, self.wanted = None, False
