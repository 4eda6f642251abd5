from datetime import date, datetime, time

import pytest

from calendar_backend import cells


def test_a_slot_and_a_moment_are_the_same_thing() -> None:
    half_past_eight = datetime.fromisoformat("2026-12-04T08:30")
    assert cells.slot(half_past_eight) == 34
    assert cells.moment(date(2026, 12, 4), 34) == half_past_eight


@pytest.mark.parametrize(("minutes", "count"), [(1, 1), (15, 1), (16, 2), (40, 3), (240, 16)])
def test_minutes_touch_whole_cells(minutes: int, count: int) -> None:
    assert cells.count(minutes) == count


def test_a_mask_is_the_slots_between_two() -> None:
    assert cells.slots(cells.between(34, 37)) == [34, 35, 36]
    assert cells.between(37, 37) == cells.between(38, 37) == 0
    assert cells.between(0, cells.PER_DAY) == cells.WHOLE_DAY


def test_runs_begin_where_enough_slots_are_free_and_never_reach_into_the_next_day() -> None:
    free = cells.between(10, 14) | cells.between(20, 21) | cells.between(94, 96)
    assert cells.slots(cells.runs(free, 1)) == [10, 11, 12, 13, 20, 94, 95]
    assert cells.slots(cells.runs(free, 2)) == [10, 11, 12, 94]
    assert cells.slots(cells.runs(free, 4)) == [10]


def test_a_begun_minute_counts_as_whole() -> None:
    assert cells.minute_of_day(time(8, 30)) == 510
    assert cells.minute_of_day(time(8, 30, 1)) == 511
    assert cells.minute_of_day(time.max) == 1440


@pytest.mark.parametrize(
    ("minutes", "first"), [(15, [0, 1, 2, 3, 4]), (30, [0, 2, 4, 6, 8]), (60, [0, 4, 8, 12, 16])]
)
def test_a_grid_is_whole_parts_of_the_hour(minutes: int, first: list[int]) -> None:
    assert cells.slots(cells.GRIDS[minutes])[:5] == first
