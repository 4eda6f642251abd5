"""Days by the month: 12月4日, 来月の5日, 12/4, 月末, 上旬, 第二の水曜, 来月になって最初の火曜, 年内."""

from dataclasses import dataclass, replace
from datetime import date

from dateutil.relativedelta import relativedelta

from nlu import days
from nlu.anchored import numbered
from nlu.chart import At, Rules
from nlu.found import Dates, Day, Shape, either, one
from nlu.meaning import DateSpan, Scored

RULES = Rules()

LAST = 0
"""In place of n: the last such weekday of a month."""

# A day that sounds like another on the telephone; the weekday said with it tells which was meant.
_ALIKE = {
    4: (8,), 8: (4,), 1: (7,), 7: (1,), 11: (17,), 17: (11,), 14: (18,), 18: (14,), 24: (28,), 28: (24,),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its first day; None: there is no such month (13月)."""

    first: date | None
    year_said: bool = False
    relative: bool = False
    """It was named from today: 今月."""


@dataclass(frozen=True, slots=True)
class Weekday:
    """A weekday, in brackets or not."""

    n: int


def checked(found: date | None, weekday: int | None) -> Dates:
    """A date against the weekday said with it. When they disagree, nothing is sure."""
    if found is None or weekday is None or found.weekday() == weekday:
        return one(found)
    values = [Scored(days.day(found), 0.55)]
    for number in _ALIKE.get(found.day, ()):
        other = days.make(found.year, found.month, number)
        if other and other.weekday() == weekday:
            values.insert(0, Scored(days.day(other), 0.6))
    return tuple(values)


AN_AGE = 40
"""A number behind a month from here on is no day that was misheard."""


@RULES.on("AnyWeekday", "Weekday", "InBrackets")
def any_weekday(at: At, n: int) -> int:
    return n


@RULES.on("Year", "YearNumber")
def year_number(at: At, year: int) -> int:
    return year


@RULES.on("Year", "RelativeYear")
def relative_year(at: At, years: int) -> int:
    return at.today.year + years


@RULES.on("Year", "Era YearCount", "EraLetter YearCount")
def era_year(at: At, before: int, count: int) -> int:
    return before + count


@RULES.on("Year", "Year Year")
def same_year(at: At, year: int, other: int) -> int | None:
    """「令和9年(2027年)」."""
    return year if year == other else None


@RULES.on("TheMonth", "Month")
def month(at: At, n: int) -> Month:
    """Without a year, the next such month."""
    if not 1 <= n <= 12:
        return Month(None)
    return Month(date(at.today.year + (n < at.today.month), n, 1))


@RULES.on("TheMonth", "Year Month")
def month_of_year(at: At, year: int, n: int) -> Month:
    return Month(days.make(year, n, 1), year_said=True)


@RULES.on("TheMonth", "YearMonth")
def written_month(at: At, said: tuple[int, int]) -> Month:
    return Month(days.make(*said, 1), year_said=True)


@RULES.on("TheMonth", "RelativeMonth")
def relative_month(at: At, months: int) -> Month:
    return Month(at.today.replace(day=1) + relativedelta(months=months), year_said=True, relative=True)


@RULES.on("TheMonth", "TheMonth Turning")
def month_begins(at: At, the: Month, turning: None) -> Month:
    """「12月に入って」."""
    return the


@RULES.on("TheMonth", "NewYear Month", gain=1.2)
def month_of_new_year(at: At, years: int | None, n: int) -> Month | None:
    """「年が明けて、2月」."""
    return Month(days.make(beginning(at.today), n, 1), year_said=True)


@RULES.on("JanuaryNext", "NewYear", "RelativeYear Turning")
def january(at: At, years: int | None, turning: None = None) -> Month:
    return Month(date(beginning(at.today), 1, 1), year_said=True)


def beginning(today: date) -> int:
    """The year whose beginning is meant: this one in its first ten days, else the next."""
    return today.year if today <= date(today.year, 1, 10) else today.year + 1


def _in(the: Month, today: date, number: int) -> date | None:
    """The day of the month; where no year was said, the next year that has it."""
    if the.first is None:
        return None
    if the.year_said:
        return days.make(the.first.year, the.first.month, number)
    return days.next_month_day(today, the.first.month, number)


@RULES.on("Day", "TheMonth DayNumber AnyWeekday?")
def month_day(at: At, the: Month, number: int, weekday: int | None) -> Day:
    if the.relative and the.first == at.today.replace(day=1) and number < at.today.day:
        return Day((), Shape.PAST)
    return Day(checked(_in(the, at.today, number), weekday), Shape.MONTH_DAY, number=number)


@RULES.on("Day", "YearMonthDay AnyWeekday?")
def written_day(at: At, said: tuple[int, int, int], weekday: int | None) -> Day:
    return Day(checked(days.make(*said), weekday), Shape.MONTH_DAY, number=said[2])


@RULES.on("Day", "Year? MonthDay AnyWeekday?")
def slashed(at: At, year: int | None, said: tuple[int, int], weekday: int | None) -> Day:
    found = days.make(year, *said) if year else days.next_month_day(at.today, *said)
    return Day(checked(found, weekday), Shape.MONTH_DAY, number=said[1])


@RULES.on("Day", "TheMonth LoneNumber")
def month_and_number(at: At, the: Month, number: int) -> Day | None:
    """「12月の10で」: the counter was not heard. 来月七十五になる tells an age."""
    if number >= AN_AGE:
        return None
    return Day(one(_in(the, at.today, number), 0.7), Shape.MONTH_DAY, number=number)


@RULES.on("Day", "DayNumber AnyWeekday?")
def day_of_month(at: At, number: int, weekday: int | None) -> Day:
    if (anchored := numbered(at.anchor, number, at.today)) and weekday in (None, anchored.weekday()):
        return Day(one(anchored), Shape.DAY_NUMBER, number=number)
    found = days.next_day_of_month(at.today, number)
    if weekday is not None and found and found.weekday() != weekday:
        later = days.next_day_of_month(found.replace(day=1) + relativedelta(months=1), number)
        if later and later.weekday() == weekday:
            return Day((*one(later, 0.7), *one(found, 0.4)), Shape.DAY_NUMBER, number=number)
    return Day(checked(found, weekday), Shape.DAY_NUMBER, number=number)


@RULES.on("Day", "MonthEnd DayNumber")
def day_at_the_end(at: At, part: str, number: int) -> Day:
    """「月初の1日」."""
    return day_of_month(at, number, None)


@RULES.on("Day", "JanuaryNext DayNumber")
def day_after_new_year(at: At, the: Month, number: int) -> Day:
    return Day(one(_in(the, at.today, number), 0.8), Shape.MONTH_DAY, number=number)


@RULES.on("Day", "YearEnd DayNumber")
def day_before_new_year(at: At, end: str, number: int) -> Day:
    return Day(one(days.next_month_day(at.today, 12, number), 0.9), Shape.MONTH_DAY, number=number)


@RULES.on("Day", "TheMonth RelativeDay", "TheMonth Same")
def month_and_today(at: At, the: Month, today: int | None) -> Day | None:
    """「来月の今日」."""
    if today or the.first is None:
        return None
    base = at.today if today is not None else at.anchor.day or at.today
    months = (the.first.year - base.year) * 12 + the.first.month - base.month
    return Day(one(base + relativedelta(months=months), 0.9), Shape.MONTH_DAY)


@RULES.on("Day", "TheMonth? LastDay")
def last_day(at: At, the: Month | None, last: None) -> Day:
    first = the.first if the else at.today.replace(day=1)
    return Day(one(days.month_end(first)) if first else (), Shape.MONTH_DAY)


@RULES.on("Day", "TheMonth MonthPart", "TheMonth MonthEnd", "TheMonth !EndOfMonth")
def part_of_month(at: At, the: Month, part: str | None) -> Day:
    if the.first is None:
        return Day((), Shape.RUN)
    return Day(one(days.month_part(the.first, part or "末", at.today)), Shape.RUN)


@RULES.on("Day", "MonthEnd")
def part_of_this_month(at: At, part: str) -> Day:
    first = at.today.replace(day=1)
    span = days.month_part(first, part, at.today)
    if span.last < at.today:
        span = days.month_part(first + relativedelta(months=1), part, at.today)
    return Day(one(span), Shape.RUN)


@RULES.on("Day", "Third")
def third_of_this_month(at: At, part: str) -> Day:
    return replace(part_of_this_month(at, part), shape=Shape.THIRD)


@RULES.on(
    "Day",
    "TheMonth Ordinal Weekday",
    "TheMonth First Weekday",
    "JanuaryNext First Weekday",
    "JanuaryNext Ordinal Weekday",
)
def nth_weekday_of_month(at: At, the: Month, n: int, weekday: int) -> Day:
    found = days.nth(the.first, weekday, n) if the.first else None
    if found and n == 1 and found <= at.today and not the.year_said:
        found = days.nth(found.replace(day=1) + relativedelta(years=1), weekday, n)
    return Day(one(found), Shape.NTH, (weekday,), number=n or -1)


@RULES.on("Day", "TheMonth Within Ordinal Weekday")
def nth_weekday_within_month(at: At, the: Month, within: None, n: int, weekday: int) -> Day:
    """「来月は第一木曜」."""
    return nth_weekday_of_month(at, the, n, weekday)


@RULES.on("Day", "Year First Weekday")
def first_weekday_of_year(at: At, year: int, n: int, weekday: int) -> Day:
    """「来年最初の火曜」."""
    return Day(
        one(days.nth(date(year, 1 if n else 12, 1), weekday, n)), Shape.NTH, (weekday,), number=n or -1
    )


@RULES.on("Day", "Ordinal Weekday", "NthWeek Weekday")
def nth_weekday(at: At, n: int, weekday: int) -> Day:
    """「第2水曜」: the next one."""
    for months in range(4):
        found = days.nth(at.today.replace(day=1) + relativedelta(months=months), weekday, n)
        if found and found > at.today:
            return Day(one(found), Shape.NTH, (weekday,), number=n or -1)
    return Day((), Shape.NTH)


@RULES.on("Day", "MonthEnd First? Weekday")
def weekday_at_the_end(at: At, part: str, n: int | None, weekday: int) -> Day | None:
    """「月末の金曜」, 「月初めの月曜」."""
    if part not in ("末", "初") or (n is not None and n != (LAST if part == "末" else 1)):
        return None
    return nth_weekday(at, LAST if part == "末" else 1, weekday)


@RULES.on("Day", "TheMonth Within? Weekday")
def weekdays_of_month(at: At, the: Month, within: None, weekday: int) -> Day:
    """「来月の水曜」, 「12月でしたら木曜」: any of them."""
    every = every_weekday(the.first, weekday) if the.first else []
    return Day(either([day for day in every if day > at.today], 0.8), Shape.MONTH_AND_WEEKDAY, (weekday,))


def every_weekday(first: date, weekday: int) -> list[date]:
    """All such weekdays of the month that begins on `first`."""
    return [day for n in range(1, 6) if (day := days.nth(first.replace(day=1), weekday, n))]


@RULES.on("Day", "TheMonth? Ordinal Or? Ordinal Weekday")
def two_of_a_month(at: At, the: Month | None, n: int, or_: None, second: int, weekday: int) -> Day:
    """「第1第3木曜」."""
    start = the.first if the and the.first else at.today.replace(day=1)
    found = [
        day
        for months in range(2)
        for k in (n, second)
        if (day := days.nth(start + relativedelta(months=months), weekday, k)) and day > at.today
    ]
    return Day(either(found[:2], 0.8), Shape.NTH, (weekday,), number=n)


@RULES.on("Day", "TheMonth")
def whole_month(at: At, the: Month) -> Day:
    if the.first is None:
        return Day((), Shape.MONTH)
    return Day(one(days.month_span(the.first, at.today), 0.9), Shape.MONTH)


@RULES.on("Day", "TheMonth Whole", gain=-0.6)
def all_month(at: At, the: Month, whole: None) -> Day:
    return whole_month(at, the)


@RULES.on("Day", "YearEnd", "RelativeYear YearEndOf")
def end_of_year(at: At, years: int | str, part: str | None = None) -> Day:
    """「年内」, 「来年の年末」."""
    part = years if isinstance(years, str) else part
    last = date(at.today.year + (years if isinstance(years, int) else 0), 12, 31)
    if part == "within":
        return Day(one(DateSpan(max(at.today, date(last.year, 1, 1)), last), 0.85), Shape.RUN)
    return Day(one(DateSpan(max(at.today, date(last.year, 12, 25)), last), 0.8), Shape.RUN)


@RULES.on("Day", "Year YearGoesOn", gain=-0.2)
@RULES.on("Day", "Year", gain=-0.2, ahead="$、。にはでもがを以より")
def whole_year(at: At, year: int, on: None = None) -> Day:
    first, last = date(year, 1, 1), date(year, 12, 31)
    return Day(one(DateSpan(max(first, at.today) if year == at.today.year else first, last), 0.8), Shape.RUN)
