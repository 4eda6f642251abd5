"""Visits at the counters of a small office, without a database."""

from typing import Any

from calendar_backend.place import Affected, Attendance, Booking
from tests.calendar_backend.small_office import at


def visit(
    start: str, end: str, counter: str = "wide", affected: Affected | None = None, **changes: Any
) -> Attendance:
    """A visit on 2026-12-04, from `start` to `end` (10:00); all of it is done at one counter."""
    first, last = at(f"2026-12-04T{start}"), at(f"2026-12-04T{end}")
    told = {
        "number": "4711",
        "office_id": "small",
        "procedure_id": "both",
        "start": first,
        "end": last,
        "status": "booked",
        "phone": "+81935551234",
        "office_name": "小さな役所",
        "procedure_name": "転入届",
        "name": "ヤマダ ハナコ",
    }
    booking = Booking(**(told | changes))
    return Attendance(counter, first, last, booking, booking.procedure_ids, affected)
