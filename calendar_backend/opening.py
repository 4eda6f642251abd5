"""When a counter is open, and how many it serves then. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from calendar_backend import cells
from calendar_backend.closure import Closure
from calendar_backend.holidays import YEAR_END, national_holiday
from calendar_backend.office import OfficeFile, Span
from calendar_backend.reason import WEEKEND

DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """A counter's day: its spans, or why there are none."""

    spans: tuple[Span, ...] = ()
    detail: str = ""
    detail_reading: str = ""

    def starts(self, minutes: int) -> int:
        """The mask of the quarters at which something of this length can begin and end within a span."""
        mask = 0
        for span in self.spans:
            opens, closes = cells.minute_of_day(span.open), cells.minute_of_day(span.close)
            mask |= cells.between(cells.count(opens), (closes - minutes) // cells.CELL_MINUTES + 1)
        return mask


class Openings:
    """The days of all counters of an office. Remembers what it has worked out; safe to share between threads."""

    def __init__(self, office: OfficeFile, closures: Sequence[Closure] = ()) -> None:
        self.office = office
        self.closures = tuple(closures)
        self._openings: dict[tuple[str, date], Opening] = {}
        self._lanes: dict[tuple[str, date], tuple[int, ...]] = {}

    def of(self, counter_id: str, day: date) -> Opening:
        """Closures and closed days go before special open days, these before holidays, these before the week."""
        known = self._openings.get((counter_id, day))
        if known is None:
            known = self._openings[counter_id, day] = self._work_out(counter_id, day)
        return known

    def lanes(self, counter_id: str, day: date) -> tuple[int, ...]:
        """For each lane from 1 on, the mask of the quarters in which it is staffed."""
        known = self._lanes.get((counter_id, day))
        if known is None:
            known = self._lanes[counter_id, day] = self._staffed(counter_id, day)
        return known

    def _work_out(self, counter_id: str, day: date) -> Opening:
        closures = [c for c in self.closures if c.day == day and c.counter_id in (None, counter_id)]
        for shut in closures:
            if shut.times is None:
                return Opening(detail=shut.name, detail_reading=shut.reading)
        opening = self._planned(counter_id, day)
        for shut in closures:
            if shut.times is not None and opening.spans:
                left = tuple(part for span in opening.spans for part in _without(span, *shut.times))
                opening = Opening(left) if left else Opening((), shut.name, shut.reading)
        return opening

    def _planned(self, counter_id: str, day: date) -> Opening:
        for closed in self.office.closed:
            if closed.date == day and (not closed.counters or counter_id in closed.counters):
                return Opening(detail=closed.name, detail_reading=closed.reading)
        special = tuple(d for d in self.office.open_days if d.date == day and counter_id in d.counters)
        if special:
            return Opening(special)
        if self.office.rules.year_end.covers(day):
            return Opening(detail=YEAR_END.name, detail_reading=YEAR_END.reading)
        if off := national_holiday(day):
            return Opening(detail=off.name, detail_reading=off.reading)
        counter = self.office.counter(counter_id)
        spans = tuple(hours for hours in counter.hours if hours.on(day)) if counter else ()
        return Opening(spans, detail="" if spans or day.weekday() < 5 else WEEKEND)

    def _staffed(self, counter_id: str, day: date) -> tuple[int, ...]:
        counter = self.office.counter(counter_id)
        if counter is None:
            return ()
        parts = [part for part in counter.staffing if part.on(day)]
        most = max([counter.capacity, *(part.capacity for part in parts)])
        lanes = [cells.WHOLE_DAY if lane <= counter.capacity else 0 for lane in range(1, most + 1)]
        for part in parts:
            opens, closes = cells.minute_of_day(part.open), cells.minute_of_day(part.close)
            # A quarter that is only partly within counts as the smaller of both numbers allows.
            fewer = part.capacity < counter.capacity
            first = opens // cells.CELL_MINUTES if fewer else cells.count(opens)
            end = cells.count(closes) if fewer else closes // cells.CELL_MINUTES
            mask = cells.between(first, end)
            for lane in range(1, most + 1):
                lanes[lane - 1] = lanes[lane - 1] | mask if lane <= part.capacity else lanes[lane - 1] & ~mask
        return tuple(lanes)


def _without(span: Span, shut_from: time, shut_to: time) -> Iterator[Span]:
    """What is left of a span."""
    if shut_to <= span.open or span.close <= shut_from:
        yield span
        return
    if span.open < shut_from:
        yield Span(open=span.open, close=shut_from)
    if shut_to < span.close:
        yield Span(open=shut_to, close=span.close)


def days(first: date, last: date) -> Iterator[date]:
    """All days from first to last, both included."""
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield date.fromordinal(ordinal)
