"""What the caller will not have: named to be refused, or refused when it was offered."""

from dataclasses import dataclass
from datetime import date, datetime

from nlu.meaning import DateSpan, Excluded, TimeSpan


@dataclass(frozen=True, slots=True)
class Refused:
    """Days, halves and places that are not offered."""

    excluded: tuple[Excluded, ...] = ()
    """「木曜以外」, 「午前中はちょっと」"""

    places: tuple[datetime, ...] = ()
    """Starts that were offered or read back, and refused."""

    def has(self, start: datetime) -> bool:
        """Whether a place at this start is not to be offered; aware, or wall-clock time in Tokyo."""
        at = start.replace(tzinfo=None)
        return any(place.replace(tzinfo=None) == at for place in self.places) or any(
            rules_out(one, at.date()) if one.times is None else one.times.first <= at.time() <= one.times.last
            for one in self.excluded
        )

    def but_named(self, day: DateSpan | None, time: TimeSpan | None) -> "Refused":
        """What still holds for a wish: who names a day, a time or a place takes its refusal back."""
        one_day = day.first if day is not None and day.single else None
        excluded = tuple(
            one
            for one in self.excluded
            if not (one_day and rules_out(one, one_day)) and not (time and covers(one.times, time))
        )
        if one_day is None or time is None or not time.single:
            return Refused(excluded, self.places)
        named = datetime.combine(one_day, time.first)
        return Refused(excluded, tuple(p for p in self.places if p.replace(tzinfo=None) != named))

    def within(self, day: DateSpan, time: TimeSpan | None) -> bool:
        """Whether anything in these days and times was refused."""
        return any(
            day.first <= p.date() <= day.last and (time is None or time.first <= p.time() <= time.last)
            for p in self.places
        ) or any(_touches(one, day) for one in self.excluded)


NOTHING = Refused()


def rules_out(one: Excluded, day: date) -> bool:
    """Whether the day, or every such weekday, is refused."""
    return one.weekday == day.weekday() or (one.days is not None and one.days.first <= day <= one.days.last)


def _touches(one: Excluded, day: DateSpan) -> bool:
    if one.days is not None:
        return one.days.first <= day.last and day.first <= one.days.last
    return one.times is not None or not day.single or one.weekday == day.first.weekday()


def covers(times: TimeSpan | None, time: TimeSpan) -> bool:
    """Whether all of `time` lies in `times`."""
    return times is not None and times.first <= time.first and time.last <= times.last
