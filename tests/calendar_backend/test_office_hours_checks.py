"""Hours and special days that contradict each other."""

from typing import Any

import pytest

from calendar_backend.office_hours_checks import complaints
from tests.calendar_backend.small_office import small_office

MORNING = {"days": "月火", "open": "8:30", "close": "12:00"}
NOON = {"days": "火水", "open": "11:00", "close": "13:00"}
NAME = {"name": "名", "reading": "な"}


def counter(**parts: Any) -> dict[str, Any]:
    return {"id": "desk", **NAME, "capacity": 1, "hours": [MORNING], **parts}


def told(**changes: Any) -> list[tuple[tuple[str | int, ...], str]]:
    """Where something is wrong, and what; the procedures stay as they are."""
    return [(path, problem) for path, problem, _ in complaints(small_office(**changes))]


def test_an_office_in_order_gives_no_complaint() -> None:
    assert told() == []


def test_hours_that_overlap_on_a_weekday_are_told_at_the_later_line() -> None:
    assert told(counters=[counter(hours=[MORNING, NOON])]) == [
        (("counters", 0, "hours", 1), "窓口「desk」の時間が、火曜日に前の行と重なっています")
    ]


def test_hours_that_follow_each_other_by_date_do_not_overlap() -> None:
    until, since = {"to": "2027-03-31"}, {"from": "2027-04-01"}
    assert told(counters=[counter(hours=[MORNING | until, NOON | since])]) == []
    ((path, _),) = told(counters=[counter(hours=[MORNING | {"to": "2027-04-01"}, NOON | since])])
    assert path == ("counters", 0, "hours", 1)


def test_hours_that_touch_do_not_overlap() -> None:
    assert told(counters=[counter(hours=[MORNING, NOON | {"open": "12:00"}])]) == []


def test_staffing_that_overlaps_or_runs_backwards_is_told() -> None:
    staffing = [MORNING | {"capacity": 2}, NOON | {"capacity": 0}, NOON | {"capacity": 1, "open": "14:00"}]
    assert [path for path, _ in told(counters=[counter(staffing=staffing)])] == [
        ("counters", 0, "staffing", 2, "close"),
        ("counters", 0, "staffing", 1),
    ]


def test_dates_that_run_backwards_are_told() -> None:
    ((path, problem),) = told(
        counters=[counter(hours=[MORNING | {"from": "2027-04-01", "to": "2027-03-31"}])]
    )
    assert path == ("counters", 0, "hours", 0, "to")
    assert "2027-03-31" in problem


def test_two_openings_of_a_counter_on_a_day_may_not_overlap() -> None:
    def opened(**more: str) -> dict[str, Any]:
        return {"date": "2027-03-28", "open": "9:00", "close": "12:00", "counters": ["wide"], **more}

    assert told(open_days=[opened(), opened(open="13:00", close="15:00")]) == []
    assert told(open_days=[opened(), opened(counters=["desk"])]) == []  # type: ignore[arg-type]
    assert [path for path, _ in told(open_days=[opened(), opened()])] == [("open_days", 1)]


@pytest.mark.parametrize(
    ("first", "second", "wrong"),
    [([], [], True), ([], ["desk"], True), (["desk"], ["desk", "wide"], True), (["desk"], ["wide"], False)],
)
def test_a_day_is_closed_once_for_a_counter(first: list[str], second: list[str], wrong: bool) -> None:
    closed = [{"date": "2027-02-08", **NAME, "counters": counters} for counters in (first, second)]
    assert [path for path, _ in told(closed=closed)] == ([("closed", 1, "date")] if wrong else [])
