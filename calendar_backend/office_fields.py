"""The kinds of values in an office file, each with the complaint of a wrong one."""

import re
from datetime import date, time
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

WEEKDAYS = "月火水木金土日"
"""Index = `date.weekday()`."""


def _clock(value: object) -> object:
    if isinstance(value, time):
        return value
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", str(value))
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise ValueError(f"{str(value)!r} is not a time of day; write it like 8:30 or 17:15")
    return time(int(match[1]), int(match[2]))


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    try:
        if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", str(value)):
            return date(*map(int, match.groups()))
    except ValueError:
        pass
    raise ValueError(f"{str(value)!r} is not a date; write it like 2027-03-28")


def _weekdays(value: object) -> object:
    letters = str(value)
    if not letters or any(c not in WEEKDAYS for c in letters) or len(set(letters)) < len(letters):
        raise ValueError(f"{letters!r} is not a set of weekdays; write each once, like 月火水木金")
    return letters


def _reading(value: object) -> object:
    if not re.fullmatch(r"[ぁ-ゖー、・ 　]+", str(value)):
        raise ValueError(f"{str(value)!r} is not a reading; write it in hiragana")
    return value


def _phone(value: object) -> object:
    if not re.fullmatch(r"\+\d{8,15}", str(value)):
        raise ValueError(f"{str(value)!r} is not an international number; write it like +81936718181")
    return value


def _id(value: object) -> object:
    if not re.fullmatch(r"[a-z][a-z0-9_-]{0,62}", str(value)):
        raise ValueError(f"{str(value)!r} is not an id; use small letters a-z, digits, _ and -")
    return value


def _month_day(value: object) -> object:
    match = re.fullmatch(r"(\d{1,2})-(\d{1,2})", str(value))
    try:
        if match:
            return f"{date(2000, int(match[1]), int(match[2])):%m-%d}"
    except ValueError:
        pass
    raise ValueError(f"{str(value)!r} is not a day of the year; write month and day, like 12-29")


def _grid(value: object) -> object:
    if str(value) not in ("15", "30", "60"):
        raise ValueError(f"{str(value)!r} is not a grid; write 15, 30 or 60")
    return int(str(value))


Clock = Annotated[time, BeforeValidator(_clock)]
Day = Annotated[date, BeforeValidator(_day)]
MonthDay = Annotated[str, BeforeValidator(_month_day)]
"""A day of every year, 12-29; two such compare as they follow each other."""

Reading = Annotated[str, BeforeValidator(_reading)]
Phone = Annotated[str, BeforeValidator(_phone)]
Id = Annotated[str, BeforeValidator(_id)]
Name = Annotated[str, Field(min_length=1, max_length=120)]
Weekdays = Annotated[str, BeforeValidator(_weekdays)]
Grid = Annotated[Literal[15, 30, 60], BeforeValidator(_grid)]
Lead = Annotated[int, Field(ge=0, le=60)]
Horizon = Annotated[int, Field(ge=1, le=366)]
