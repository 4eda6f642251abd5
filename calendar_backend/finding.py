"""From a wish to places. Pure: the free starts are handed in."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cached_property

from calendar_backend import cells, spread
from calendar_backend.opening import days
from calendar_backend.place import Found, FreeDay, Place
from calendar_backend.reason import Reason
from calendar_backend.tokyo import TOKYO
from calendar_backend.visit import Refusal, Visit


@dataclass
class Search:
    """One wish for one visit. None for days or times: any."""

    visit: Visit
    free: Mapping[date, int]
    """Every bookable day that has free starts, in order, and their mask."""
    days: tuple[date, date] | None
    times: tuple[time, time] | None
    without: Callable[[datetime], bool] | None = None
    """True for starts (wall-clock time) that are not wanted."""

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
        starts = {
            day: [cells.moment(day, slot) for slot in cells.slots(mask)] for day, mask in self.free.items()
        }
        if self.without is None:
            return starts
        wanted = {day: [s for s in of_day if not self.without(s)] for day, of_day in starts.items()}
        return {day: of_day for day, of_day in wanted.items() if of_day}

    @cached_property
    def _wished(self) -> tuple[date, date]:
        return self.days or (self.visit.today, self.visit.last)

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
        visit, (first, last) = self.visit, self._wished
        today_over = last == visit.today and (
            (self.times is not None and self.times[1] <= visit.now.time())
            or (visit.first == visit.today and not visit.starts_mask(visit.today))
        )
        if last < visit.today or today_over:
            return Refusal(Reason.PAST)
        if first > visit.last:
            return Refusal(Reason.TOO_FAR)
        openings = {day: visit.opening(day) for day in days(max(first, visit.today), min(last, visit.last))}
        if not any(opening.spans for opening in openings.values()):
            closed = next(iter(openings.values()))
            return Refusal(Reason.CLOSED, closed.detail, closed.detail_reading)
        bookable = [day for day, opening in openings.items() if opening.spans and day >= visit.first]
        if not bookable:
            return Refusal(Reason.TOO_SOON)
        if not any(map(self._within_hours, bookable)):
            return Refusal(Reason.OUTSIDE_HOURS)
        return Refusal(Reason.OFF_GRID if self._off_grid else Reason.FULL)

    @property
    def _off_grid(self) -> bool:
        """Whether one time is wished at which nothing ever begins."""
        if self.times is None or self.times[0] != self.times[1]:
            return False
        wished = datetime.combine(self.visit.today, self.times[0])
        return not cells.on_grid(wished, self.visit.rules.grid_minutes)

    def _within_hours(self, day: date) -> bool:
        """Whether the wished times meet the counter's hours at all; on or off the grid."""
        for span in self.visit.opening(day).spans:
            opens, closes = datetime.combine(day, span.open), datetime.combine(day, span.close)
            latest = closes - timedelta(minutes=self.visit.legs[0].minutes)
            earliest, last = self.times or (time.min, time.max)
            if opens <= datetime.combine(day, last) and datetime.combine(day, earliest) <= latest:
                return True
        return False

    def _nearest(self, limit: int) -> list[datetime]:
        first, last = self._wished
        same = [start for day, starts in self._free.items() if first <= day <= last for start in starts]
        picks = sorted(same, key=lambda s: (self._too_early(s), self._off(s), s))[:limit]
        others = [day for day in self._free if not first <= day <= last]
        for part, day in enumerate(sorted(others, key=lambda d: (_days_off(d, first, last), d < first))):
            if len(picks) >= limit:
                break
            starts = self._free[day]
            picks.append(min(starts, key=self._off) if self.times else spread.of_part(starts, part))
        return picks

    def _too_early(self, start: datetime) -> bool:
        """Whether a start lies before a wish that is between two starts: who comes by a bus at 9:40 is not there at 9:30."""
        return self._off_grid and self.times is not None and start.time() < self.times[0]

    def _off(self, start: datetime) -> timedelta:
        """How far a start lies from the wished times; zero within."""
        if self.times is None:
            return timedelta()
        early, late = (datetime.combine(start.date(), edge) for edge in self.times)
        return max(early - start, start - late, timedelta())

    def _places(self, starts: list[datetime]) -> tuple[Place, ...]:
        return tuple(place(self.visit, start) for start in starts)


def why_not(visit: Visit, day: date) -> Refusal:
    """Why nothing is free on a day that has no free start."""
    return Search(visit, {}, (day, day), None)._refusal()


def place(visit: Visit, start: datetime) -> Place:
    """The visit at a start (wall-clock), as it is handed out."""
    end = visit.end(start).replace(tzinfo=TOKYO)
    return Place(visit.ids[0], start.replace(tzinfo=TOKYO), end, visit.ids[1:])


def free_days(office_id: str, free: Mapping[date, int], times: tuple[time, time] | None) -> Iterator[FreeDay]:
    """The masks of free starts as they are handed out; start times from/to, both included, None: any."""
    earliest, latest = times or (time.min, time.max)
    wished = sum(1 << slot for slot, at in enumerate(cells.TIMES) if earliest <= at <= latest)
    for day, mask in free.items():
        if mask & wished:
            yield FreeDay(office_id, day, tuple(cells.TIMES[slot] for slot in cells.slots(mask & wished)))


def _days_off(day: date, first: date, last: date) -> int:
    return max((first - day).days, (day - last).days)
