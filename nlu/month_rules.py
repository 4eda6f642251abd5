"""Dates by the month: 12月4日, 来月の5日, 12/4, 月末, 上旬, 第2水曜, 年内."""

import re
from datetime import date

from dateutil.relativedelta import relativedelta

from nlu import days
from nlu.date_rule import AND_WEEKDAY, Rules, Values, W, checked, one
from nlu.days import WEEKDAYS
from nlu.meaning import DateSpan, Scored
from nlu.years import ERA, NUMBERED, RELATIVE, SPOKEN, YEAR, year_of

RULES = Rules()

_RELATIVE = r"(?P<rm>今月|当月|この月|来月|再来月|さ来月|翌月|次の月)"
_MONTH = rf"(?:{_RELATIVE}|{YEAR}(?P<m>1[0-2]|0?[1-9])月)"
_MONTHS = {"今月": 0, "当月": 0, "この月": 0, "来月": 1, "翌月": 1, "次の月": 1, "再来月": 2, "さ来月": 2}
_PART = r"上旬|中旬|下旬|初め|始め|初旬|はじめ|頭|半ば|なかば|中ごろ|中頃|終わり|終り|おわり|月末|末|最後|前半|後半"
_SAME = {
    "始め": "初め",
    "なかば": "半ば",
    "中ごろ": "半ば",
    "中頃": "半ば",
    "真ん中": "半ば",
    "月末": "末",
    "初旬": "上旬",
}
_LAST = 0
"""In place of n: the last such weekday of a month."""


def _first_of_month(m: re.Match[str], today: date) -> date:
    """The first day of the month a _MONTH match names; without a year, the next such month."""
    first = today.replace(day=1)
    if m["rm"]:
        return first + relativedelta(months=_MONTHS[m["rm"]])
    year = year_of(m, today) or today.year + (int(m["m"]) < today.month)
    return date(year, int(m["m"]), 1)


@RULES.on(YEAR + r"(?P<m>\d{1,2})月[の/]?[、,]?(?P<d>\d{1,2})日" + AND_WEEKDAY + r"(?!後)")
def month_day(m: re.Match[str], today: date) -> Values:
    return checked(_month_day(year_of(m, today), m, today), m)


@RULES.on(YEAR + r"(?P<m>1[0-2]|0?[1-9])月の?[、,]?(?P<d>\d{1,2})(?=$|で[すお、。]?|に?お願い|[、。])")
def month_and_number(m: re.Match[str], today: date) -> Values:
    """「12月の10で」: the counter was not heard."""
    return one(_month_day(year_of(m, today), m, today), 0.7)


@RULES.on(
    rf"(?<![\d/.-])(?:(?:西暦)?(?:(?P<y>\d{{4}})|{ERA})(?P<mark>[/.・,-]))?(?P<ry>(?!))?"
    r"(?P<m>1[0-2]|0?[1-9]|(?(mark)\d\d|[1-9]\d(?=/)))(?(mark)(?P=mark)|[/-])(?P<d>\d{1,2})(?![\d/時月.-])"
    + AND_WEEKDAY
)
def slashed(m: re.Match[str], today: date) -> Values:
    return checked(_month_day(year_of(m, today), m, today), m)


def _month_day(year: int | None, m: re.Match[str], today: date) -> date | None:
    month, number = int(m["m"]), int(m["d"])
    return days.make(year, month, number) if year else days.next_month_day(today, month, number)


@RULES.on(r"(?<![\d/.-])(?P<y>(?:19|20)\d\d)[/.](?P<m>1[0-2]|0?[1-9])(?![\d/.:月-])")
def slashed_month(m: re.Match[str], today: date) -> Values:
    return one(days.month_span(date(int(m["y"]), int(m["m"]), 1), today), 0.85)


@RULES.on(_RELATIVE + r"の?[、,]?(?P<d>\d{1,2})日(?![後間])" + AND_WEEKDAY)
def relative_month_day(m: re.Match[str], today: date) -> Values:
    first = today.replace(day=1) + relativedelta(months=_MONTHS[m["rm"]])
    return checked(days.make(first.year, first.month, int(m["d"])), m)


@RULES.on(_RELATIVE + r"の?(?:今日|きょう|本日|同じ日)")
def relative_month_today(m: re.Match[str], today: date) -> Values:
    return one(today + relativedelta(months=_MONTHS[m["rm"]]), 0.9)


@RULES.on(rf"(?:{_MONTH}|(?<![一-龥\d])月)の?(?:最終日|最後の日|末日)")
def last_day(m: re.Match[str], today: date) -> Values:
    return one(days.month_end(_first_of_month(m, today) if m["rm"] or m["m"] else today.replace(day=1)))


@RULES.on(_MONTH + rf"の?(?P<part>{_PART})(?!の?[月火水木金土日]曜|の週)")
def part_of_month(m: re.Match[str], today: date) -> Values:
    part = _SAME.get(m["part"], m["part"])
    return one(days.month_part(_first_of_month(m, today), part, today))


@RULES.on(
    r"(?P<part>月末|月の終わり|月初め|月始め|月はじめ|月初|月頭|月半ば|月なかば|月の(?:前半|後半|半ば|なかば|中頃|中ごろ|真ん中))(?!の[月火水木金土日\d])|(?P<bare>[上中下]旬)"
)
def part_of_this_month(m: re.Match[str], today: date) -> Values:
    said = (m["part"] or "")[1:].removeprefix("の")
    part = m["bare"] or _SAME.get(said, said)
    span = days.month_part(today.replace(day=1), part, today)
    if span.last < today:
        span = days.month_part(today.replace(day=1) + relativedelta(months=1), part, today)
    return one(span)


_NTH = r"(?:第?(?P<n>[1-9])(?:番目の?|週目?の?|回目の?)?|(?P<end>最初|初め|はじめ|最後)の?)"


@RULES.on(_MONTH + r"の?" + _NTH + W)
def nth_weekday_of_month(m: re.Match[str], today: date) -> Values:
    return one(days.nth(_first_of_month(m, today), WEEKDAYS.index(m["w"]), _nth(m)))


@RULES.on(_MONTH + r"の?" + W)
def weekdays_of_month(m: re.Match[str], today: date) -> Values:
    """「来月の水曜」: any of them."""
    first = _first_of_month(m, today)
    every = (days.nth(first, WEEKDAYS.index(m["w"]), n) for n in range(1, 6))
    return tuple(Scored(days.day(day), 0.8) for day in every if day and day > today)


@RULES.on(rf"(?:{_MONTH}の?)?第(?P<n>[1-5])(?:週目?)?(?:と|、|・|か|,)?第?(?P<second>[1-5])の?" + W)
def two_of_a_month(m: re.Match[str], today: date) -> Values:
    """「第1第3木曜」."""
    weekday, numbers = WEEKDAYS.index(m["w"]), (int(m["n"]), int(m["second"]))
    start = _first_of_month(m, today) if m["rm"] or m["m"] else today.replace(day=1)
    found = []
    for months in range(2):
        every = (days.nth(start + relativedelta(months=months), weekday, n) for n in numbers)
        found += [day for day in every if day and day > today]
    return tuple(Scored(days.day(day), 0.8) for day in found[: len(numbers)])


@RULES.on(r"(?:第(?P<n>[1-9])(?:週目?の?)?|月(?P<end>初め?の|はじめの|末の|の?最初の|の?最後の))" + W)
def nth_weekday(m: re.Match[str], today: date) -> Values:
    n = int(m["n"]) if m["n"] else _LAST if m["end"] in ("末の", "の最後の", "最後の") else 1
    for months in range(4):
        first = today.replace(day=1) + relativedelta(months=months)
        found = days.nth(first, WEEKDAYS.index(m["w"]), n)
        if found and found > today:
            return one(found)
    return ()


def which(text: str, day: date) -> int:
    """Which such weekday of its month a day is that was named so: 「第2木曜」 2, 「最後の木曜」 0."""
    return _LAST if "最後" in text or "末" in text else (day.day - 1) // 7 + 1


def _nth(m: re.Match[str]) -> int:
    if m["n"]:
        return int(m["n"])
    return _LAST if m["end"] == "最後" else 1


@RULES.on(
    _MONTH
    + r"の?(?:第?(?P<n>[1-5])週目?|(?P<end>最初|初め|はじめ|最後|終わり|おわり)の週|(?P<final>最終週))(?!の?[月火水木金土日]曜|間)"
)
def week_of_month(m: re.Match[str], today: date) -> Values:
    """Weeks are counted as on a wall calendar, Monday first: the first holds the 1st."""
    first = _first_of_month(m, today)
    end = days.month_end(first)
    if m["final"] or (m["end"] and not m["end"].startswith(("最初", "初", "は"))):
        return one(DateSpan(days.in_week(end, 0, 0), end), 0.75)
    weeks = int(m["n"] or 1) - 1
    monday, last = days.in_week(first, weeks, 0), days.in_week(first, weeks, 6)
    if monday.month != first.month and last.month != first.month:
        return ()
    return one(DateSpan(max(monday, first), min(last, end)), 0.75)


@RULES.on(_MONTH + r"(?:の?間|中|いっぱい)?(?![曜\d末])")
def whole_month(m: re.Match[str], today: date) -> Values:
    return one(days.month_span(_first_of_month(m, today), today), 0.9)


@RULES.on(r"(?P<ry>今年|来年)の?(?P<part>年末|年内|中|うち|末|終わり)|(?P<alone>年内|年末|年の瀬|暮れ)")
def end_of_year(m: re.Match[str], today: date) -> Values:
    last = date(today.year + (RELATIVE[m["ry"]] if m["ry"] else 0), 12, 31)
    if (m["part"] or m["alone"]) in ("年内", "中", "うち"):
        return one(DateSpan(max(today, date(last.year, 1, 1)), last), 0.85)
    return one(DateSpan(max(today, date(last.year, 12, 25)), last), 0.8)


@RULES.on(
    r"(?<![\d月/丸])(?<!まる)(?P<d>\d{1,2})日(?!かか|がか|仕事|後|間|目|前(?!後)|まえ|以内|月(?!曜)|ほど|程|か(?:ん|所)|過ぎて|中(?!に|で)|ちゅ|も(?:早|はや))"
    + AND_WEEKDAY
)
def day_of_month(m: re.Match[str], today: date) -> Values:
    found = days.next_day_of_month(today, int(m["d"]))
    if m["w"] and found and found.weekday() != WEEKDAYS.index(m["w"]):
        later = days.next_day_of_month(found.replace(day=1) + relativedelta(months=1), int(m["d"]))
        if later and later.weekday() == WEEKDAYS.index(m["w"]):
            return (*one(later, 0.7), *one(found, 0.4))
    return checked(found, m)


_YEAR_GOES_ON = r"(?=$|[、。にはでもがを]|中|のうち|になっ|以|より|から|まで|~|〜)"


@RULES.on(
    rf"(?:{NUMBERED}(?<!の){_YEAR_GOES_ON}(?:中|のうち)?|(?!今年|本年|当年){SPOKEN}(?<!の){_YEAR_GOES_ON}(?:中|のうち)?)"
)
def whole_year(m: re.Match[str], today: date) -> Values:
    """「来年」. 今年 alone is more often told than wished (今年80になります)."""
    year = year_of(m, today)
    if year is None:
        return ()
    return one(
        DateSpan(
            max(date(year, 1, 1), today) if year == today.year else date(year, 1, 1), date(year, 12, 31)
        ),
        0.8,
    )
