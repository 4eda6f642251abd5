"""Whom a change of hours concerns."""

import pytest

from calendar_backend import Booking, OfficeFile
from calendar_backend.closure import Closure
from calendar_backend.opening import Openings
from calendar_backend.place import Attendance
from calendar_backend.stranded import stranded
from tests.calendar_backend.small_office import at, small_office

NAME = {"name": "名", "reading": "な"}


def visit(start: str, end: str) -> Attendance:
    first, last = at(f"2026-12-04T{start}"), at(f"2026-12-04T{end}")
    return Attendance(
        "desk", first, last, Booking("4711", "small", "short", first, last, "booked", "", "", "")
    )


EARLY, LATE = visit("09:00", "09:30"), visit("16:45", "17:15")


def with_hours(*hours: dict[str, str]) -> OfficeFile:
    counter = {"id": "desk", **NAME, "capacity": 1, "hours": list(hours)}
    procedure = {"id": "short", **NAME, "counter": "desk", "duration_minutes": 15}
    return small_office(counters=[counter], procedures=[procedure])


@pytest.mark.parametrize(
    ("after", "concerned"),
    [
        (small_office(), []),
        (with_hours({"days": "金", "open": "8:30", "close": "17:15"}), []),
        (with_hours({"days": "金", "open": "9:00", "close": "17:00"}), [LATE]),
        (with_hours({"days": "金", "open": "9:15", "close": "17:15"}), [EARLY]),
        (with_hours({"days": "木", "open": "8:30", "close": "17:15"}), [EARLY, LATE]),
        (small_office(closed=[{"date": "2026-12-04", **NAME}]), [EARLY, LATE]),
        (small_office(closed=[{"date": "2026-12-04", **NAME, "counters": ["wide"]}]), []),
    ],
)
def test_those_whose_time_is_no_longer_open_are_found(after: OfficeFile, concerned: list[Attendance]) -> None:
    assert stranded([EARLY, LATE], Openings(small_office()), Openings(after)) == concerned


def test_a_counter_that_is_gone_strands_all_its_visits() -> None:
    small = small_office()
    after = small.model_copy(update={"counters": small.counters[1:], "procedures": small.procedures[2:]})
    assert stranded([EARLY], Openings(small), Openings(after)) == [EARLY]


def test_who_stood_in_a_closure_before_is_not_told_again() -> None:
    shut = [Closure(1, EARLY.start.date(), None, None, "台風", "たいふう")]
    after = with_hours({"days": "木", "open": "8:30", "close": "17:15"})
    assert stranded([EARLY], Openings(small_office(), shut), Openings(after, shut)) == []
