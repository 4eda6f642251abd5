"""The grammar of dates: one rule per way of speaking, over normalized text with Arabic digits."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from nlu import days
from nlu.days import WEEKDAYS
from nlu.meaning import DateSpan, Scored

HALF_HEARD = 0.5
"""「来週の」 with something behind it that was not understood: most likely a weekday."""

Values = tuple[Scored[DateSpan], ...]


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: re.Pattern[str]
    resolve: Callable[[re.Match[str], date], Values]
    """Empty: the day was named but does not exist."""


RULES: list[Rule] = []

_W = r"(?P<w>[月火水木金土日])曜日?"
_MONTH = r"(?:(?P<rm>今月|来月|再来月|さ来月|翌月)|(?:(?P<ry>今年|来年)の?)?(?P<m>1[0-2]|0?[1-9])月)"
_WEEK = r"(?P<rw>今週|来週|再来週|さ来週|翌週|次の週|その次の週)"
_AND_WEEKDAY = r"(?:の?[、,]?\(?(?P<w>[月火水木金土日])(?:曜日?|\)))?"
_YEAR = r"(?:(?:令和(?P<era>\d{1,2}|元)|(?P<y>\d{4}))年の?|(?P<ry>今年|本年|来年|再来年)の?)?"
_WEEKS = {"今週": 0, "来週": 1, "翌週": 1, "次の週": 1, "再来週": 2, "さ来週": 2, "その次の週": 2}
_MONTHS = {"今月": 0, "来月": 1, "翌月": 1, "再来月": 2, "さ来月": 2}
_GOES_ON = re.compile(
    r"(?!の)|の(?:$|[、。]|どこ|いつ|どの|なか|中|うち|間|平日|予約|午|朝|夕|昼|早|遅|方|ほう|\d|住|手)"
)
_YEARS = {"今年": 0, "本年": 0, "来年": 1, "再来年": 2}
_RELATIVE = {
    "今日": 0, "本日": 0, "きょう": 0, "ほんじつ": 0, "今朝": 0, "今夜": 0, "今晩": 0, "当日": 0,
    "明日": 1, "あした": 1, "あす": 1, "翌日": 1, "次の日": 1, "明朝": 1, "明晩": 1,
    "明後日": 2, "あさって": 2, "翌々日": 2, "明々後日": 3, "明明後日": 3, "しあさって": 3,
}  # fmt: skip
# A day that sounds like another on the telephone; the weekday said with it tells which was meant.
_ALIKE = {
    4: (8,),
    8: (4,),
    1: (7,),
    7: (1,),
    11: (17,),
    17: (11,),
    14: (18,),
    18: (14,),
    24: (28,),
    28: (24,),
}


def _rule(pattern: str) -> Callable[[Callable[[re.Match[str], date], Values]], None]:
    def add(resolve: Callable[[re.Match[str], date], Values]) -> None:
        RULES.append(Rule(resolve.__name__, re.compile(pattern), resolve))

    return add


def _one(value: date | DateSpan | None, score: float = 0.95) -> Values:
    if value is None:
        return ()
    return (Scored(value if isinstance(value, DateSpan) else days.day(value), score),)


def _checked(found: date | None, m: re.Match[str]) -> Values:
    """A date against the weekday said with it. When they disagree, nothing is sure."""
    said = m["w"]
    if found is None or not said or found.weekday() == WEEKDAYS.index(said):
        return _one(found)
    values = [Scored(days.day(found), 0.55)]
    for number in _ALIKE.get(found.day, ()):
        other = days.make(found.year, found.month, number)
        if other and other.weekday() == WEEKDAYS.index(said):
            values.insert(0, Scored(days.day(other), 0.6))
    return tuple(values)


def _first_of_month(m: re.Match[str], today: date) -> date:
    """The first day of the month a _MONTH match names; without a year, the next such month."""
    first = today.replace(day=1)
    if m["rm"]:
        return first + relativedelta(months=_MONTHS[m["rm"]])
    year = today.year + (_YEARS[m["ry"]] if m["ry"] else int(m["m"]) < today.month)
    return date(year, int(m["m"]), 1)


@_rule(_YEAR + r"(?P<m>\d{1,2})月の?(?P<d>\d{1,2})日" + _AND_WEEKDAY + r"(?!後)")
def month_day(m: re.Match[str], today: date) -> Values:
    month, number = int(m["m"]), int(m["d"])
    year = None
    if m["era"]:
        year = 2018 + (1 if m["era"] == "元" else int(m["era"]))
    elif m["y"]:
        year = int(m["y"])
    elif m["ry"]:
        year = today.year + _YEARS[m["ry"]]
    return _checked(days.make(year, month, number) if year else days.next_month_day(today, month, number), m)


@_rule(r"(?<![\d/])(?:(?P<y>\d{4})[/.-])?(?P<m>\d{1,2})[/-](?P<d>\d{1,2})(?![\d/時月-])" + _AND_WEEKDAY)
def slashed(m: re.Match[str], today: date) -> Values:
    month, number = int(m["m"]), int(m["d"])
    if m["y"]:
        return _checked(days.make(int(m["y"]), month, number), m)
    return _checked(days.next_month_day(today, month, number), m)


@_rule(r"(?P<rm>今月|来月|再来月|さ来月|翌月)の?(?P<d>\d{1,2})日" + _AND_WEEKDAY)
def relative_month_day(m: re.Match[str], today: date) -> Values:
    first = today.replace(day=1) + relativedelta(months=_MONTHS[m["rm"]])
    return _checked(days.make(first.year, first.month, int(m["d"])), m)


@_rule(
    _MONTH + r"の?(?P<part>上旬|中旬|下旬|初め|初旬|はじめ|頭|半ば|なかば|終わり|おわり|末|前半|後半|中頃)"
)
def part_of_month(m: re.Match[str], today: date) -> Values:
    part = m["part"].replace("なかば", "半ば").replace("中頃", "中旬")
    return _one(days.month_part(_first_of_month(m, today), part, today))


@_rule(r"(?P<part>月末|月初め|月はじめ|月半ば|月なかば)(?!の)|(?P<bare>[上中下]旬)")
def part_of_this_month(m: re.Match[str], today: date) -> Values:
    part = m["bare"] or m["part"][1:].replace("なかば", "半ば")
    span = days.month_part(today.replace(day=1), part, today)
    if span.last < today:
        span = days.month_part(today.replace(day=1) + relativedelta(months=1), part, today)
    return _one(span)


@_rule(_MONTH + r"の?第?(?P<n>[1-5])(?:番目の?|週目?の?)?" + _W)
def nth_weekday_of_month(m: re.Match[str], today: date) -> Values:
    return _one(days.nth(_first_of_month(m, today), WEEKDAYS.index(m["w"]), int(m["n"])))


@_rule(r"第(?P<n>[1-5])" + _W)
def nth_weekday(m: re.Match[str], today: date) -> Values:
    for months in range(4):
        first = today.replace(day=1) + relativedelta(months=months)
        found = days.nth(first, WEEKDAYS.index(m["w"]), int(m["n"]))
        if found and found > today:
            return _one(found)
    return ()


@_rule(_MONTH + r"(?:中|いっぱい)?(?![曜\d])")
def whole_month(m: re.Match[str], today: date) -> Values:
    return _one(days.month_span(_first_of_month(m, today), today), 0.9)


@_rule(_WEEK + r"[の、]*" + _W)
def week_and_weekday(m: re.Match[str], today: date) -> Values:
    return _one(days.in_week(today, _WEEKS[m["rw"]], WEEKDAYS.index(m["w"])))


@_rule(_WEEK + r"(?:の?(?P<part>初め|はじめ|頭|前半|半ば|なかば|中頃|後半|終わり|末))?")
def whole_week(m: re.Match[str], today: date) -> Values:
    weeks = _WEEKS[m["rw"]]
    monday = days.in_week(today, weeks, 0)
    first, last = {
        "初": (0, 1),
        "は": (0, 1),
        "頭": (0, 0),
        "前": (0, 2),
        "半": (2, 2),
        "な": (2, 2),
        "中": (2, 2),
    }.get(m["part"][0] if m["part"] else "", (0, 6))
    if m["part"] in ("後半", "終わり"):
        first, last = 2, 4
    elif m["part"] == "末":
        first, last = 5, 6
    if not m["part"]:
        return _one(days.week(today, weeks), 0.95 if _GOES_ON.match(m.string, m.end()) else HALF_HEARD)
    return _one(DateSpan(max(today, monday + timedelta(days=first)), monday + timedelta(days=last)))


@_rule(r"週末|土日")
def weekend(m: re.Match[str], today: date) -> Values:
    saturday = today + timedelta(days=(5 - today.weekday()) % 7)
    return _one(DateSpan(saturday, saturday + timedelta(days=1)), 0.85)


@_rule(r"週明け|休み明け")
def after_weekend(m: re.Match[str], today: date) -> Values:
    return _one(days.next_weekday(today, 0), 0.85)


@_rule(r"(?P<n>\d{1,2})週(?:間)?後の?(?:" + _W + ")?")
def weeks_later(m: re.Match[str], today: date) -> Values:
    if m["w"]:
        return _one(days.in_week(today, int(m["n"]), WEEKDAYS.index(m["w"])))
    return _one(today + timedelta(weeks=int(m["n"])))


@_rule(r"(?P<n>\d{1,3})日後|中(?P<gap>\d{1,2})日")
def days_later(m: re.Match[str], today: date) -> Values:
    return _one(today + timedelta(days=int(m["n"] or int(m["gap"]) + 1)))


@_rule(r"(?P<n>\d{1,2})[ヶかカケヵ箇個]月(?:後|間で|間後|先|で)|半月後|(?P<y>[1-9])年後")
def months_later(m: re.Match[str], today: date) -> Values:
    if m["n"]:
        return _one(today + relativedelta(months=int(m["n"])))
    if m["y"]:
        return _one(today + relativedelta(years=int(m["y"])))
    return _one(DateSpan(today + timedelta(days=14), today + timedelta(days=16)))


@_rule(r"(?P<n>\d{1,2})(?P<unit>日|週間|[ヶかカケヵ箇]月)以内|(?P<soon>2、?3日中|数日中|近いうち)")
def within(m: re.Match[str], today: date) -> Values:
    if m["soon"]:
        return _one(DateSpan(today, today + timedelta(days=4)), 0.7)
    step = {"日": timedelta(days=1), "週": timedelta(weeks=1)}.get(m["unit"][0], timedelta(days=30))
    return _one(DateSpan(today, today + int(m["n"]) * step), 0.85)


@_rule(r"(?P<which>今度の?|次の?|この|今の)(?P<w>[月火水木金土日])曜日?")
def coming_weekday(m: re.Match[str], today: date) -> Values:
    """「次の金曜」 within the same week may mean this week's or next week's: both, ranked."""
    first = days.next_weekday(today, WEEKDAYS.index(m["w"]))
    this_week = first <= days.week(today, 0).last
    if not this_week or m["which"] in ("この", "今の"):
        return _one(first)
    sure = 0.75 if m["which"].startswith("今度") else 0.6
    return (*_one(first, sure), *_one(first + timedelta(weeks=1), 1 - sure))


@_rule(_W)
def weekday(m: re.Match[str], today: date) -> Values:
    return _one(days.next_weekday(today, WEEKDAYS.index(m["w"])))


@_rule(r"(?<![\d月/])(?P<d>\d{1,2})日(?![後間目前以月ほ程か]|から\d+日間)" + _AND_WEEKDAY)
def day_of_month(m: re.Match[str], today: date) -> Values:
    found = days.next_day_of_month(today, int(m["d"]))
    if m["w"] and found and found.weekday() != WEEKDAYS.index(m["w"]):
        later = days.next_day_of_month(found + timedelta(days=1), int(m["d"]))
        if later and later.weekday() == WEEKDAYS.index(m["w"]):
            return (*_one(later, 0.7), *_one(found, 0.4))
    return _checked(found, m)


@_rule("|".join(sorted(_RELATIVE, key=len, reverse=True)))
def relative_day(m: re.Match[str], today: date) -> Values:
    return _one(today + timedelta(days=_RELATIVE[m[0]]))


@_rule(r"昨日|一昨日|おととい|先週|先月|去年|昨年")
def past(m: re.Match[str], today: date) -> Values:
    return ()
