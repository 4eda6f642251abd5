"""The days that a page is about, from its address."""

from dataclasses import dataclass
from datetime import date, timedelta

from voicebot.console.ask import Ask

USUAL = 30
"""Days, today the last."""

LONGEST = 3_660
"""Ten years."""


@dataclass(frozen=True, slots=True)
class Period:
    first: date
    last: date
    complaint: str = ""
    """Key of a text below `stats`: what was asked for cannot be, and the usual days stand in its place."""

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1


def ending(today: date, days: int) -> Period:
    """The last so many days."""
    return Period(today - timedelta(days=days - 1), today)


def asked(ask: Ask) -> Period:
    """`from` and `to` of the address; what is left out is as usual."""
    today = ask.now.date()
    usual = ending(today, USUAL)
    try:
        last = _day(ask.query("to")) or max(today, _day(ask.query("from")) or today)
        first = _day(ask.query("from")) or last - timedelta(days=USUAL - 1)
    except (ValueError, OverflowError):
        return Period(usual.first, usual.last, "no_day")
    if first > last:
        return Period(usual.first, usual.last, "backwards")
    if (last - first).days >= LONGEST:
        return Period(usual.first, usual.last, "too_long")
    return Period(first, last)


def _day(text: str) -> date | None:
    """Raises ValueError."""
    return date.fromisoformat(text.strip()) if text.strip() else None
