"""The office's own words: procedures and what people call them."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase and how it sounds."""

    text: str
    reading: str
    """Hiragana."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A procedure as callers speak of it."""

    id: str
    name: Term
    aliases: tuple[Term, ...] = ()
    """Nicknames and life events. An alias that stands in several entries (引っ越し) means: ask which."""

    answered_by: tuple[Term, ...] = ()
    """What tells it from the others of such an alias, where it is asked which: 市内."""

    within_days: int | None = None
    """So long after what happened it is done; None: always."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Built from the office's data, so that a clerk's new procedure is understood at once."""

    entries: tuple[Entry, ...] = ()
    opens: time = time(8, 30)
    """Earliest opening time on any day; ranks 「2時」 as 14:00 before 02:00."""

    closes: time = time(17, 15)
    """Latest closing time on any day."""

    events: tuple[Entry, ...] = ()
    """Life events of the guide."""

    def __hash__(self) -> int:
        """Quick, since what is prepared from a lexicon is looked up by it for every utterance."""
        return hash((len(self.entries), self.opens, self.closes))
