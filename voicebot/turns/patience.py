"""How long a silence ends a turn, by what was asked and what was heard so far."""

from nlu.question import Expect

# Older people pause within a sentence: what is incomplete waits longest.
_COMPLETE_MS = {Expect.ANSWER: 450, Expect.CHOICE: 550, Expect.ANY: 900}
_COMPLETE_OTHER_MS = 650
_INCOMPLETE_MS = 1_400
_UNKNOWN_MS = 1_000


def patience_ms(expect: Expect, complete: bool | None) -> int:
    """Silence in ms after which the caller has finished.

    `complete`: whether what was heard so far answers the question; None while nothing was decoded yet.
    """
    if complete is None:
        return _UNKNOWN_MS
    return _COMPLETE_MS.get(expect, _COMPLETE_OTHER_MS) if complete else _INCOMPLETE_MS
