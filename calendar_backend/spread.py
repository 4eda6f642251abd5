"""Choosing a few places out of many so that the offers differ usefully. Pure."""

from collections.abc import Sequence
from datetime import datetime, time

PARTS = (time(0), time(13), time(15))
"""Where the parts of an office's day begin: morning, early afternoon, later."""


def of_part(starts: Sequence[datetime], part: int) -> datetime:
    """The first start in a part of the day (counted on and on), or simply the first."""
    begins = PARTS[part % len(PARTS)]
    return next((start for start in starts if start.time() >= begins), starts[0])


def over_day(starts: Sequence[datetime], limit: int) -> list[datetime]:
    """At most `limit` of one day's starts (ordered): the earliest, then the parts of the day, then far apart."""
    picks = list(dict.fromkeys(of_part(starts, part) for part in range(min(limit, len(PARTS)))))
    return _fill(picks, starts, limit)


def over_days(by_day: Sequence[Sequence[datetime]], limit: int) -> list[datetime]:
    """At most `limit` starts out of several days: one a day from the earliest day on, in changing parts."""
    near = by_day[:limit]
    picks = [of_part(starts, part) for part, starts in enumerate(near)]
    return _fill(picks, [start for starts in near for start in starts], limit)


def _fill(picks: list[datetime], starts: Sequence[datetime], limit: int) -> list[datetime]:
    """Adds what lies farthest from the picks; full hours first, as they are heard best."""
    for pool in ([s for s in starts if s.minute == 0], starts):
        while len(picks) < limit and (left := [s for s in pool if s not in picks]):
            picks.append(max(left, key=lambda s: min(abs(s - pick) for pick in picks)))
    return sorted(picks)
