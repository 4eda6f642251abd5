"""What was asked last, and what was known of the wish then: an answer after which both are the same brought nothing new."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from dialog.refused import NOTHING, Refused
from nlu.meaning import DateSpan, Request, TimeSpan


@dataclass(frozen=True, slots=True)
class Known:
    """The wish as far as it is known."""

    procedures: tuple[str, ...] = ()
    which: tuple[str, ...] = ()
    office: str = ""
    offices: tuple[str, ...] = ()
    """Those that were asked about, where the office is not known."""
    people: int | None = None
    details: Mapping[str, str] = field(default_factory=dict)
    day: DateSpan | None = None
    time: TimeSpan | None = None
    refused: Refused = NOTHING
    not_meant: tuple[str, ...] = ()
    errand: Request | None = None
    claimed: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One time that the bot spoke and waited for an answer."""

    phase: str
    news: tuple[str, ...]
    """Keys of what was told before the question."""

    known: Known
