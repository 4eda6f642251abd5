"""The Calendar port: what the conversation asks of the office's book."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from typing import Protocol


class Reason(StrEnum):
    """Why the wish cannot be met."""

    CLOSED = "closed"
    FULL = "full"
    PAST = "past"
    TOO_SOON = "too_soon"
    TOO_FAR = "too_far"
    OUTSIDE_HOURS = "outside_hours"


@dataclass(frozen=True, slots=True)
class Place:
    """A free start time."""

    start: datetime
    """Aware, Asia/Tokyo."""


@dataclass(frozen=True, slots=True)
class Availability:
    """The answer to a wish."""

    fitting: tuple[Place, ...] = ()
    """Free places within the wish."""

    reason: Reason | None = None
    """Why there is none; None when there is."""

    detail: str = ""
    """Which holiday, or "weekend", when CLOSED."""

    detail_reading: str = ""
    """The holiday in hiragana, where it is known."""

    alternatives: tuple[Place, ...] = ()
    """The nearest free places when nothing fits."""


class Unavailable(Exception):
    """The book cannot be read or written at the moment."""


class Calendar(Protocol):
    """Carried out by whoever joins the rooms; both may block on a database and raise `Unavailable`."""

    def find(
        self, procedure: str, now: datetime, days: tuple[date, date] | None, times: tuple[time, time] | None
    ) -> Availability:
        """At most three places for the wish, or the reason and the nearest alternatives."""

    def book(self, procedure: str, start: datetime, phone: str, call_sid: str, now: datetime) -> str | None:
        """The 4-digit booking number, or None when somebody else has the place."""
