"""National holidays and the year-end, when every office is closed.

Holidays, their substitutes and the days in between come from `jpholiday` (国民の祝日に関する法律);
12-29 to 01-03 is the year-end of public offices (行政機関の休日に関する法律, article 1).
"""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import jpholiday

_READINGS = {
    "元日": "がんじつ",
    "成人の日": "せいじんのひ",
    "建国記念の日": "けんこくきねんのひ",
    "天皇誕生日": "てんのうたんじょうび",
    "春分の日": "しゅんぶんのひ",
    "昭和の日": "しょうわのひ",
    "憲法記念日": "けんぽうきねんび",
    "みどりの日": "みどりのひ",
    "こどもの日": "こどものひ",
    "海の日": "うみのひ",
    "山の日": "やまのひ",
    "敬老の日": "けいろうのひ",
    "秋分の日": "しゅうぶんのひ",
    "スポーツの日": "すぽーつのひ",
    "文化の日": "ぶんかのひ",
    "勤労感謝の日": "きんろうかんしゃのひ",
    "国民の休日": "こくみんのきゅうじつ",
    "振替休日": "ふりかえきゅうじつ",
}


@dataclass(frozen=True, slots=True)
class Holiday:
    name: str
    reading: str
    """Hiragana; empty for a holiday newer than this list."""


YEAR_END = Holiday("年末年始", "ねんまつねんし")


def holiday(day: date) -> Holiday | None:
    """The holiday on which public offices are closed that day, or None. Weekends are not looked at."""
    if (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3):
        return YEAR_END
    return national_holiday(day)


@lru_cache(maxsize=4096)
def national_holiday(day: date) -> Holiday | None:
    """The holiday by law, its substitute or the day between two, or None."""
    name: str | None = jpholiday.is_holiday_name(day)
    if not name:
        return None
    readings = [_READINGS.get(word, "") for word in name.split()]
    return Holiday(name, " ".join(readings) if all(readings) else "")
