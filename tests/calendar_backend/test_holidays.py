from datetime import date

import jpholiday
import pytest

from calendar_backend.holidays import holiday


@pytest.mark.parametrize(
    ("day", "name", "reading"),
    [
        ("2026-05-06", "憲法記念日 振替休日", "けんぽうきねんび ふりかえきゅうじつ"),
        ("2026-09-21", "敬老の日", "けいろうのひ"),
        ("2026-09-22", "国民の休日", "こくみんのきゅうじつ"),
        ("2026-09-23", "秋分の日", "しゅうぶんのひ"),
        ("2027-03-22", "春分の日 振替休日", "しゅんぶんのひ ふりかえきゅうじつ"),
        ("2026-11-23", "勤労感謝の日", "きんろうかんしゃのひ"),
        ("2026-12-29", "年末年始", "ねんまつねんし"),
        ("2027-01-01", "年末年始", "ねんまつねんし"),
        ("2027-01-03", "年末年始", "ねんまつねんし"),
    ],
)
def test_substitute_in_between_and_year_end_days_are_holidays(day: str, name: str, reading: str) -> None:
    found = holiday(date.fromisoformat(day))
    assert found is not None
    assert (found.name, found.reading) == (name, reading)


@pytest.mark.parametrize(
    "day", ["2026-12-28", "2027-01-04", "2026-08-13", "2026-08-14", "2026-05-07", "2026-11-22"]
)
def test_the_days_around_them_and_obon_are_not(day: str) -> None:
    assert holiday(date.fromisoformat(day)) is None


def test_every_holiday_of_ten_years_has_a_reading() -> None:
    found = [holiday(day) for year in range(2026, 2036) for day, _ in jpholiday.year_holidays(year)]
    assert len(found) > 150
    assert all(day and day.reading for day in found)
