"""The guide by life event as the conversation knows it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nlu.lexicon import Entry, Term


@dataclass(frozen=True, slots=True)
class EventQuestion:
    """Something that is asked about the family."""

    id: str
    asked: Term
    choices: tuple[Entry, ...] = ()
    """Empty: it is answered yes or no."""

    several: bool = False
    """Whether more than one of the choices may be so, or none."""


@dataclass(frozen=True, slots=True)
class EventStep:
    """Something that is to be done: a procedure of the office, or a thing done elsewhere."""

    procedure: str = ""
    elsewhere: Term | None = None
    where: Term | None = None
    when: tuple[str, ...] = ()
    """`question=answer`"""

    later: bool = False


@dataclass(frozen=True, slots=True)
class LifeEvent:
    id: str
    questions: tuple[EventQuestion, ...] = ()
    steps: tuple[EventStep, ...] = ()


@dataclass(frozen=True, slots=True)
class Guiding:
    """Where the guide stands in a call."""

    event: str
    answers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    question: str = ""
    """The id of what is asked; empty: the list was read, and whether to book is asked."""

    visit: tuple[str, ...] = ()
    """What may be booked together."""

    named: str = ""
    """The procedure that was told besides an answer: a day that is said is for it."""
