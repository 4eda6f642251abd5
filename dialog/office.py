"""The office as the conversation knows it: a snapshot handed in when the call starts."""

from dataclasses import dataclass
from datetime import datetime, time

from dialog.guide import LifeEvent
from dialog.opening import OpenDays
from nlu.lexicon import Lexicon, Term
from nlu.meaning import Request

Answers = tuple[tuple[Request, Term], ...]
"""What is said to callers who ask, as phrases; nothing is known of what is not in it."""


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure that can be booked."""

    id: str
    name: Term
    bring: Term | None = None
    """What to bring, as one phrase."""

    hours: Term | None = None
    """When its counter is open, as one phrase."""

    key: str = ""
    """The digit that chooses it on the keypad menu; empty: not in the menu."""

    counter: str = ""
    """The id of the counter that does it."""

    minutes: int | None = None
    """How long it takes at the counter."""

    deadline: Term | None = None
    """Until when, as one phrase; None: not known."""

    people: int = 1
    """The most that one booking may be for; more than one: callers are asked."""

    answers: Answers = ()
    """What it costs, who may come, and the like."""
    asked_as: Term | None = None
    """Asks for it among others of the same word, before ですか: 市内; None: by its name."""

    explained: Term | None = None
    """What it is, as one sentence; None: it is not told."""


@dataclass(frozen=True, slots=True)
class Counter:
    """Where procedures are done."""

    id: str
    name: Term
    open: OpenDays | None = None
    """None: not known."""

    floor: Term | None = None
    """Where in the building it is, as one phrase; None: not known."""


@dataclass(frozen=True, slots=True)
class Office:
    """Name, procedures and the words for them."""

    id: str
    name: Term
    procedures: tuple[Procedure, ...]
    lexicon: Lexicon
    agent_phone: str
    """E.164. Where 「係員」 leads."""

    phone: str = ""
    """E.164. What is told to callers who must phone again."""

    called: tuple[str, ...] = ()
    """E.164. Numbers at which callers reach this office and no other."""

    agent_from: time = time(8, 0)
    agent_to: time = time(21, 0)
    staffed: bool = True
    """Whether this is a day on which anybody works there."""

    counters: tuple[Counter, ...] = ()
    asks_name: bool = False
    """Callers are asked for their name."""

    asks: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """Names of what callers are asked besides, each with what the office offers of it."""

    answers: Answers = ()
    """Where to park, how to come, and the like."""

    guide: tuple[LifeEvent, ...] = ()
    """What leads from a life event to the procedures."""

    def procedure(self, procedure_id: str) -> Procedure:
        """Raises KeyError for an id the office does not have."""
        for procedure in self.procedures:
            if procedure.id == procedure_id:
                return procedure
        raise KeyError(procedure_id)

    def by_key(self, digit: str) -> Procedure | None:
        """The procedure a keypad digit stands for."""
        return next((p for p in self.procedures if p.key == digit), None)

    def counter(self, procedure: Procedure) -> Counter | None:
        """Where the procedure is done, as far as it is known."""
        return next((c for c in self.counters if c.id == procedure.counter), None)

    def offers(self, detail: str) -> tuple[str, ...]:
        """What the office offers of something that it may ask besides; empty: it does not ask."""
        return dict(self.asks).get(detail, ())

    def agents_answer(self, at: datetime) -> bool:
        """Whether somebody picks up at `agent_phone`."""
        return self.staffed and self.agent_from <= at.time() < self.agent_to
