"""The office as the conversation knows it: a snapshot handed in when the call starts."""

from dataclasses import dataclass
from datetime import datetime, time

from nlu.lexicon import Lexicon, Term


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

    agent_from: time = time(8, 0)
    agent_to: time = time(21, 0)
    staffed: bool = True
    """Whether this is a day on which anybody works there."""

    def procedure(self, procedure_id: str) -> Procedure:
        """Raises KeyError for an id the office does not have."""
        for procedure in self.procedures:
            if procedure.id == procedure_id:
                return procedure
        raise KeyError(procedure_id)

    def by_key(self, digit: str) -> Procedure | None:
        """The procedure a keypad digit stands for."""
        return next((p for p in self.procedures if p.key == digit), None)

    def agents_answer(self, at: datetime) -> bool:
        """Whether somebody picks up at `agent_phone`."""
        return self.staffed and self.agent_from <= at.time() < self.agent_to
