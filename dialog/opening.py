"""On which days a counter is open, and when: the week, and the days that differ from it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta

from nlu.lexicon import Term

Spans = tuple[tuple[time, time], ...]
"""From and to, earliest first; empty: closed."""

DAYS_KNOWN = 60
"""So many days from the call's own on are known."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day that is not as its weekday is."""

    day: date
    spans: Spans
    why: Term | None = None
    """The holiday, or why it is closed."""


@dataclass(frozen=True, slots=True)
class OpenDays:
    """The days from `first` to `last`, both included."""

    first: date
    last: date
    week: tuple[Spans, ...]
    """Monday first."""

    others: tuple[Day, ...]

    def on(self, day: date) -> Day | None:
        """None: not known."""
        if not self.first <= day <= self.last:
            return None
        return next((other for other in self.others if other.day == day), Day(day, self.week[day.weekday()]))


def open_days(first: date, of: Callable[[date], Day]) -> OpenDays:
    """What `of` says of the days from the first on, kept short: a weekday is as most such days are."""
    days = [of(first + timedelta(days=n)) for n in range(DAYS_KNOWN + 1)]
    week = tuple(_most([d.spans for d in days[(weekday - first.weekday()) % 7 :: 7]]) for weekday in range(7))
    others = tuple(d for d in days if d.spans != week[d.day.weekday()] or d.why is not None)
    return OpenDays(first, days[-1].day, week, others)


def _most(spans: list[Spans]) -> Spans:
    return max(spans, key=spans.count)
