"""What a slot is: one thing that a wish is made of, and all that the dialog does with it."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from dialog.state import State
from nlu.meaning import Meaning, Scored
from nlu.question import Expect, Question
from prompts import render
from prompts.sentence import Sentence

CERTAIN = 1.0
"""The score of what was pressed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubted:
    """A slot of which two readings may be as likely, or one hardly heard."""

    scored: Callable[[Meaning], tuple[Scored[Any], ...]]
    without: Callable[[Meaning], Meaning]
    """What was said beside it."""

    put: Callable[[State, Any], State]
    asks: Callable[[State, tuple[Any, ...], int], tuple[Sentence, Question]]
    """Which of its readings was meant, or whether the one was: by the attempt."""


def _press(state: State, keys: str, today: date) -> Meaning:
    raise LookupError(keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Functions of the state. What a slot leaves out is what most slots do."""

    name: str
    expect: Expect
    """The question that asks for it."""

    value: Callable[[State], object | None]
    """None: not filled."""

    wanted: Callable[[State], bool]
    """Whether it must be asked for, once those before it are known."""

    clear: Callable[[State], State]
    hear: Callable[[State, Meaning], State | None] = lambda state, meaning: None
    """The state with what was said for it, and that said back; None: nothing was."""

    fit: Callable[[State], State] = lambda state: state
    """Without a value that cannot be, which is told."""

    differs: Callable[[State, Meaning], bool] = lambda state, meaning: False
    """Whether another value was said than is read back."""

    read_back: Callable[[State], tuple[Sentence, ...]] = lambda state: ()
    """Sentences of its own in the read-back."""

    asks: Callable[[State, int], tuple[Sentence, Question]] | None = None
    """By the attempt; None: the sentence of its question."""

    keys: Callable[[State], tuple[Sentence, ...]] | None = None
    """Asks for keys; None: the sentence of its question."""

    press: Callable[[State, str, date], Meaning] = _press
    """What the digits mean. Raises ValueError, LookupError: nothing."""

    digits: int = 1
    """How many an answer has at most."""

    missing: str = ""
    """The prompt key that says it is missing; empty: there is none."""

    doubted: Doubted | None = field(default=None)

    def asked(self, state: State, attempt: int) -> tuple[Sentence, Question]:
        """The question for it; a later attempt words it another way."""
        if self.asks is not None:
            return self.asks(state, attempt)
        return render(f"ask_{self.expect.value}", attempt), Question(self.expect)

    def asked_on_keys(self, state: State) -> tuple[Sentence, ...]:
        return self.keys(state) if self.keys is not None else (render(f"keys_{self.expect.value}"),)
