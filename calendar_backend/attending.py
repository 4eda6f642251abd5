"""Which counter does what for a booking, when, and whether it is open then. Pure."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta

from calendar_backend import cells
from calendar_backend.closure import Closure
from calendar_backend.office import OfficeFile, Procedure
from calendar_backend.opening import Openings
from calendar_backend.place import Affected, Attendance, Booking
from calendar_backend.visit import legs

Slots = Mapping[str, Collection[int]]
"""The quarters of the day that a booking has taken, by counter."""


def attendances(office: OfficeFile, booking: Booking, slots: Slots) -> list[Attendance]:
    """A line for each counter's part of the visit, by start; where the office has changed its procedures since, a
    line for each counter."""
    procedures = [p for p in map(office.procedure, booking.procedure_ids) if p]
    known = len(procedures) == len(booking.procedure_ids)
    return (known and _by_leg(procedures, booking, slots)) or _by_counter(procedures, booking, slots)


def _by_leg(procedures: list[Procedure], booking: Booking, slots: Slots) -> list[Attendance]:
    """Empty where the booking's places are not those that its procedures need now."""
    found = []
    for leg in legs(procedures):
        start = booking.start + leg.offset * cells.CELL
        needed = {cells.slot(start) + n for n in range(cells.count(leg.minutes))}
        counter = next((c for c in leg.counters if needed.issubset(slots.get(c, ()))), None)
        if counter is None:
            return []
        end = start + timedelta(minutes=leg.minutes)
        found.append(Attendance(counter, start, end, booking, leg.procedure_ids))
    return found if found[-1].end == booking.end else []


def _by_counter(procedures: list[Procedure], booking: Booking, slots: Slots) -> list[Attendance]:
    midnight = booking.start.replace(hour=0, minute=0)
    found = []
    for counter, taken in slots.items():
        done = tuple(p.id for p in procedures if counter in p.counters) or booking.procedure_ids
        start = midnight + min(taken) * cells.CELL
        end = min(midnight + (max(taken) + 1) * cells.CELL, booking.end)
        found.append(Attendance(counter, start, end, booking, done))
    return sorted(found, key=lambda attendance: (attendance.start, attendance.counter_id))


def affected(openings: Openings, visit: Iterable[Attendance]) -> Affected | None:
    """Why the visit cannot be kept; None when every counter of it is open. A counter that the office has no more is
    not asked: whoever took over its work is."""
    return next((why for part in visit if (why := _shut(openings, part)) is not None), None)


def overlaps(closure: Closure, part: Attendance) -> bool:
    """Whether a part of a visit lies in the closure."""
    if closure.counter_id not in (None, part.counter_id) or closure.day != part.start.date():
        return False
    return closure.times is None or (
        part.start.time() < closure.times[1] and closure.times[0] < part.end.time()
    )


def _shut(openings: Openings, part: Attendance) -> Affected | None:
    day, start, end = part.start.date(), part.start.time(), part.end.time()
    if openings.office.counter(part.counter_id) is None:
        return None
    opening = openings.of(part.counter_id, day)
    if any(span.open <= start and end <= span.close for span in opening.spans):
        return None
    closure = next((one for one in openings.closures if overlaps(one, part)), None)
    if closure is not None:
        return Affected(closure.name, closure.reading, closure.times, closure.id)
    named = not opening.spans and bool(opening.detail_reading)
    return Affected(opening.detail, opening.detail_reading) if named else Affected("", "")
