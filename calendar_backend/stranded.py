"""Visits that a change of the office leaves outside of its hours. Pure."""

from collections.abc import Iterable

from calendar_backend.opening import Openings
from calendar_backend.place import Attendance


def stranded(visits: Iterable[Attendance], before: Openings, after: Openings) -> list[Attendance]:
    """Those for which the counter was open and is no longer, in their order."""
    return [visit for visit in visits if _open(before, visit) and not _open(after, visit)]


def _open(openings: Openings, visit: Attendance) -> bool:
    if openings.office.counter(visit.counter_id) is None:
        return False
    spans = openings.of(visit.counter_id, visit.start.date()).spans
    return any(span.open <= visit.start.time() and visit.end.time() <= span.close for span in spans)
