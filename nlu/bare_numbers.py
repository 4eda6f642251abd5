"""A number alone, or 火, answers the question: 「9」 is 9時 when the time was asked, the 9th when the day was."""

import re
from datetime import date, time

from nlu import days
from nlu.clock_times import CLOCK, clock_values
from nlu.days import WEEKDAYS
from nlu.found import Found
from nlu.meaning import DateSpan, Scored, TimeSpan

_ALONE = re.compile(r"(?P<n>\d{1,2})(?:で|です|に|の|を|お願いします|おねがいします|ね|、|。)*")
_SCORE = 0.7
"""A unit that was not heard leaves a doubt."""


_ONE_WEEKDAY = re.compile(
    r"(?P<w>[月火水木金土日])(?:で|に|は|が(?:いい|よか))(?:です|お願いします|おねがいします|、|。)*"
)


def bare_weekday(text: str, today: date) -> list[Found[DateSpan]]:
    """「火でお願いします」: a weekday by its first character, and nothing else."""
    m = _ONE_WEEKDAY.fullmatch(text)
    if not m:
        return []
    found = days.next_weekday(today, WEEKDAYS.index(m["w"]))
    return [Found(0, len(text), (Scored(days.day(found), _SCORE),), text)]


def bare_date(text: str, today: date) -> list[Found[DateSpan]]:
    m = _ALONE.fullmatch(text)
    found = days.next_day_of_month(today, int(m["n"])) if m else None
    if not m or not found:
        return []
    return [Found(0, len(text), (Scored(days.day(found), _SCORE),), text)]


def bare_time(text: str, opens: time, closes: time) -> list[Found[TimeSpan]]:
    m = _ALONE.fullmatch(text)
    clock = CLOCK.fullmatch(m["n"] + "時") if m else None
    if not clock:
        return []
    values = tuple(Scored(v.value, min(v.score, _SCORE)) for v in clock_values(clock, opens, closes))
    return [Found(0, len(text), values, text)] if values else []
