"""When a counter is open, and which starts the office's rules allow. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from calendar_backend.cells import on_grid
from calendar_backend.holidays import holiday
from calendar_backend.office import Counter, OfficeFile, Procedure, Span
from calendar_backend.reason import WEEKEND, Reason

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """A counter's day: its spans, or why there are none."""

    spans: tuple[Span, ...] = ()
    detail: str = ""
    detail_reading: str = ""


@dataclass(frozen=True, slots=True)
class Refusal:
    reason: Reason
    detail: str = ""
    detail_reading: str = ""


@dataclass(frozen=True)
class Desk:
    """A procedure at its counter, seen at a moment. All times here are Asia/Tokyo wall-clock, without a zone."""

    office: OfficeFile
    procedure: Procedure
    counter: Counter
    now: datetime

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def last(self) -> date:
        """The last bookable day."""
        return self.today + self.office.rules.horizon_days * DAY

    def first(self) -> date:
        """The first bookable day; the day after `last` when there is none."""
        wanted = self.office.rules.lead_open_days
        for day in days(self.today, self.last):
            if day > self.today and self.opening(day).spans:
                wanted -= 1
            if wanted <= 0:
                return day
        return self.last + DAY

    def opening(self, day: date) -> Opening:
        """Closed days go before special open days, these before holidays, these before the week."""
        for closed in self.office.closed:
            if closed.date == day:
                return Opening(detail=closed.name, detail_reading=closed.reading)
        special = tuple(d for d in self.office.open_days if d.date == day and self.counter.id in d.counters)
        if special:
            return Opening(special)
        if off := holiday(day):
            return Opening(detail=off.name, detail_reading=off.reading)
        spans = tuple(hours for hours in self.counter.hours if hours.on(day))
        return Opening(spans, detail="" if spans or day.weekday() < 5 else WEEKEND)

    def end(self, start: datetime) -> datetime:
        return start + timedelta(minutes=self.procedure.duration_minutes)

    def starts(self, day: date) -> Iterator[datetime]:
        """Starts on the grid that end within a span and are still to come, in order; lead and horizon aside."""
        step = timedelta(minutes=self.office.rules.grid_minutes)
        for span in sorted(self.opening(day).spans, key=lambda s: s.open):
            start = datetime.combine(day, span.open)
            start += -(start - datetime.combine(day, start.time().min)) % step
            close = datetime.combine(day, span.close)
            while self.end(start) <= close:
                if start > self.now:
                    yield start
                start += step

    def refusal(self, start: datetime) -> Refusal | None:
        """Why the rules forbid a start, or None when they allow it. Whether it is taken is not asked."""
        day = start.date()
        if start <= self.now:
            return Refusal(Reason.PAST)
        if day > self.last:
            return Refusal(Reason.TOO_FAR)
        opening = self.opening(day)
        if not opening.spans:
            return Refusal(Reason.CLOSED, opening.detail, opening.detail_reading)
        if day < self.first():
            return Refusal(Reason.TOO_SOON)
        if not on_grid(start, self.office.rules.grid_minutes):
            return Refusal(Reason.OFF_GRID)
        return None if start in self.starts(day) else Refusal(Reason.OUTSIDE_HOURS)


def days(first: date, last: date) -> Iterator[date]:
    """All days from first to last, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)
