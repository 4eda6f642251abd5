from datetime import datetime, timedelta

from calendar_backend import spread


def quarter_hours(first: str, last: str, day: int = 4) -> list[datetime]:
    start, end = (datetime.fromisoformat(f"2026-12-{day:02}T{text}") for text in (first, last))
    return [start + n * timedelta(minutes=15) for n in range((end - start) // timedelta(minutes=15) + 1)]


def said(starts: list[datetime]) -> list[str]:
    return [f"{start:%d %H:%M}" for start in starts]


def test_a_whole_day_is_offered_as_morning_early_afternoon_and_later() -> None:
    assert said(spread.over_day(quarter_hours("08:30", "17:00"), 3)) == ["04 08:30", "04 13:00", "04 15:00"]


def test_a_morning_is_offered_at_full_hours_far_apart() -> None:
    assert said(spread.over_day(quarter_hours("08:30", "11:45"), 3)) == ["04 08:30", "04 10:00", "04 11:00"]


def test_few_places_are_all_offered_in_order() -> None:
    assert said(spread.over_day(quarter_hours("10:15", "10:30"), 3)) == ["04 10:15", "04 10:30"]


def test_a_limit_of_one_offers_the_earliest() -> None:
    assert said(spread.over_day(quarter_hours("08:30", "17:00"), 1)) == ["04 08:30"]


def test_several_days_are_offered_one_time_each() -> None:
    days = [quarter_hours("08:30", "17:00", day) for day in (1, 2, 3, 4)]
    assert said(spread.over_days(days, 3)) == ["01 08:30", "02 13:00", "03 15:00"]


def test_two_days_still_give_three_offers() -> None:
    days = [quarter_hours("08:30", "17:00", day) for day in (1, 2)]
    offers = spread.over_days(days, 3)
    assert len(set(offers)) == 3
    assert offers == sorted(offers)
