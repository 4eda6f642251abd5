"""The kinds of values in an office file. A wrong one raises ValueError(problem, remedy), in Japanese."""

import re
import unicodedata
from datetime import date, time
from typing import Annotated, Literal

from pydantic import BeforeValidator, Field, ValidationInfo

from numbering import BadNumber, e164

WEEKDAYS = "月火水木金土日"
"""Index = `date.weekday()`."""

STORED = "stored"
"""Context in which values are read back that were right when they were written: numbering plans change."""


def _clock(value: object) -> object:
    if isinstance(value, time):
        return value
    match = re.fullmatch(r"(\d{1,2}):(\d{2})", str(value), re.ASCII)
    if not match or int(match[1]) > 23 or int(match[2]) > 59:
        raise ValueError(f"「{value}」は時刻ではありません", "8:30 や 17:15 のように書いてください")
    return time(int(match[1]), int(match[2]))


def _day(value: object) -> object:
    if isinstance(value, date):
        return value
    try:
        if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", str(value), re.ASCII):
            return date(*map(int, match.groups()))
    except ValueError:
        pass
    raise ValueError(f"「{value}」は日付ではありません", "2027-03-28 のように書いてください")


def _month_day(value: object) -> object:
    match = re.fullmatch(r"(\d{1,2})-(\d{1,2})", str(value), re.ASCII)
    try:
        if match:
            return f"{date(2000, int(match[1]), int(match[2])):%m-%d}"
    except ValueError:
        pass
    raise ValueError(f"「{value}」は月と日ではありません", "12-29 のように書いてください")


def _weekdays(value: object) -> object:
    letters = str(value)
    if not letters or any(c not in WEEKDAYS for c in letters) or len(set(letters)) < len(letters):
        remedy = "月火水木金 のように、曜日の字を1回ずつ書いてください"
        raise ValueError(f"「{letters}」は曜日の並びではありません", remedy)
    return letters


def _reading(value: object) -> object:
    if not re.fullmatch(r"[ぁ-ゖー、・ 　]+", str(value)):
        raise ValueError(f"「{value}」は読みではありません", "ひらがなで書いてください")
    return value


def _phone(value: object, info: ValidationInfo) -> object:
    if info.context == STORED:
        return value
    try:
        return e164(str(value))
    except BadNumber as error:
        raise ValueError(
            f"「{value}」{error.reason.japanese}", "+81936718181 のように書いてください"
        ) from None


def _name(value: object) -> object:
    if isinstance(value, str) and any(unicodedata.category(c) in ("Cc", "Zl", "Zp") for c in value):
        raise ValueError("名前に改行などの制御文字があります", "一行の文字だけで書いてください")
    return value


def _id(value: object) -> object:
    if not re.fullmatch(r"[a-z][a-z0-9_-]{0,62}", str(value)):
        remedy = "半角の小文字で始め、半角の小文字、数字、- と _ だけで書いてください"
        raise ValueError(f"「{value}」は id に使えません", remedy)
    return value


def _grid(value: object) -> object:
    if str(value) not in ("15", "30", "60"):
        raise ValueError(f"「{value}」は予約の刻みではありません", "15、30、60 のどれかを書いてください")
    return int(str(value))


Clock = Annotated[time, BeforeValidator(_clock)]
Day = Annotated[date, BeforeValidator(_day)]
MonthDay = Annotated[str, BeforeValidator(_month_day)]
"""A day of every year, 12-29; two such compare as they follow each other."""

Reading = Annotated[str, BeforeValidator(_reading)]
Phone = Annotated[str, BeforeValidator(_phone)]
Id = Annotated[str, BeforeValidator(_id)]
Name = Annotated[str, BeforeValidator(_name), Field(min_length=1, max_length=120)]
Weekdays = Annotated[str, BeforeValidator(_weekdays)]
Grid = Annotated[Literal[15, 30, 60], BeforeValidator(_grid)]
Lead = Annotated[int, Field(ge=0, le=60)]
Horizon = Annotated[int, Field(ge=1, le=366)]
