"""What is free, day by day; and whether a wish makes sense."""

from datetime import date, time

from calendar_backend.errors import BadWish
from calendar_backend.opening import days as each_day
from calendar_backend.visit import Taken, Visit
from calendar_backend.work import Work


def free_masks(
    work: Work, visit: Visit, used: Taken, first: date, last: date, own: date | None = None
) -> dict[date, int]:
    """The masks of the free starts of the days that have any. `own`: a day on which it is counted already."""
    if last < first:
        return {}
    full = work.full_days(visit, first, last) - {own}
    free = {day: visit.free_mask(day, used) for day in each_day(first, last) if day not in full}
    return {day: mask for day, mask in free.items() if mask}


def check_wish(days: tuple[date, date] | None, times: tuple[time, time] | None) -> None:
    """Raises BadWish."""
    for wish in (days, times):
        if wish and wish[1] < wish[0]:  # type: ignore[operator]
            raise BadWish(f"the wish ends at {wish[1]}, before it starts at {wish[0]}; hand in (first, last)")
