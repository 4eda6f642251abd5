"""From a wish to places. Pure: the taken cells are handed in."""

from collections.abc import Mapping, Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from calendar_backend import spread
from calendar_backend.cells import cells
from calendar_backend.opening import Desk, Refusal, days
from calendar_backend.place import Found, Place
from calendar_backend.reason import Reason
from calendar_backend.tokyo import TOKYO

Taken = Mapping[datetime, Set[int]]
"""Start of a cell (Asia/Tokyo wall-clock, no zone) -> the lanes that bookings hold in it."""


def free_lane(desk: Desk, taken: Taken, start: datetime) -> int | None:
    """The lowest lane that is free from start to end, or None."""
    covered = cells(start, desk.end(start))
    for lane in range(1, desk.counter.capacity + 1):
        if all(lane not in taken.get(cell, ()) for cell in covered):
            return lane
    return None


@dataclass
class Search:
    """One wish at one desk. None for days or times: any."""

    desk: Desk
    taken: Taken
    days: tuple[date, date] | None
    times: tuple[time, time] | None

    def found(self, limit: int) -> Found:
        """Up to `limit` places in order, or the reason and up to `limit` others, nearest first."""
        fitting = self._fitting(limit)
        if fitting:
            return Found(fitting=self._places(fitting))
        why = self._refusal()
        alternatives = self._places(self._nearest(limit))
        return Found((), why.reason, why.detail, alternatives, why.detail_reading)

    @cached_property
    def _free(self) -> dict[date, list[datetime]]:
        """Free starts of every bookable day that has any."""
        desk = self.desk
        every = {
            day: [start for start in desk.starts(day) if free_lane(desk, self.taken, start)]
            for day in days(desk.first(), desk.last)
        }
        return {day: starts for day, starts in every.items() if starts}

    @cached_property
    def _wished(self) -> tuple[date, date]:
        return self.days or (self.desk.today, self.desk.last)

    def _fitting(self, limit: int) -> list[datetime]:
        first, last = self._wished
        by_day = [
            fitting
            for day, starts in self._free.items()
            if first <= day <= last and (fitting := [s for s in starts if not self._off(s)])
        ]
        if not by_day:
            return []
        return spread.over_day(by_day[0], limit) if first == last else spread.over_days(by_day, limit)

    def _refusal(self) -> Refusal:
        desk, (first, last) = self.desk, self._wished
        today_over = last == desk.today and (
            (self.times is not None and self.times[1] <= desk.now.time())
            or (desk.first() == desk.today and not any(desk.starts(desk.today)))
        )
        if last < desk.today or today_over:
            return Refusal(Reason.PAST)
        if first > desk.last:
            return Refusal(Reason.TOO_FAR)
        openings = {day: desk.opening(day) for day in days(max(first, desk.today), min(last, desk.last))}
        if not any(opening.spans for opening in openings.values()):
            closed = next(iter(openings.values()))
            return Refusal(Reason.CLOSED, closed.detail, closed.detail_reading)
        bookable = [day for day, opening in openings.items() if opening.spans and day >= desk.first()]
        if not bookable:
            return Refusal(Reason.TOO_SOON)
        return Refusal(Reason.FULL if any(map(self._within_hours, bookable)) else Reason.OUTSIDE_HOURS)

    def _within_hours(self, day: date) -> bool:
        """Whether the wished times meet the counter's hours at all; on or off the grid."""
        for span in self.desk.opening(day).spans:
            opens, closes = datetime.combine(day, span.open), datetime.combine(day, span.close)
            latest = closes - timedelta(minutes=self.desk.procedure.duration_minutes)
            earliest, last = self.times or (time.min, time.max)
            if opens <= datetime.combine(day, last) and datetime.combine(day, earliest) <= latest:
                return True
        return False

    def _nearest(self, limit: int) -> list[datetime]:
        first, last = self._wished
        same = [start for day, starts in self._free.items() if first <= day <= last for start in starts]
        picks = sorted(same, key=lambda s: (self._off(s), s))[:limit]
        others = [day for day in self._free if not first <= day <= last]
        for part, day in enumerate(sorted(others, key=lambda d: (_days_off(d, first, last), d < first))):
            if len(picks) >= limit:
                break
            starts = self._free[day]
            picks.append(min(starts, key=self._off) if self.times else spread.of_part(starts, part))
        return picks

    def _off(self, start: datetime) -> timedelta:
        """How far a start lies from the wished times; zero within."""
        if self.times is None:
            return timedelta()
        early, late = (datetime.combine(start.date(), edge) for edge in self.times)
        return max(early - start, start - late, timedelta())

    def _places(self, starts: list[datetime]) -> tuple[Place, ...]:
        return tuple(
            Place(self.desk.procedure.id, s.replace(tzinfo=TOKYO), self.desk.end(s).replace(tzinfo=TOKYO))
            for s in starts
        )


def _days_off(day: date, first: date, last: date) -> int:
    return max((first - day).days, (day - last).days)
