"""Calendar arithmetic: the next such day, the n-th weekday, parts of a month. Monday is 0."""

from calendar import monthrange
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta
from dateutil.relativedelta import weekday as nth_weekday

from nlu.meaning import DateSpan


def day(value: date) -> DateSpan:
    return DateSpan(value, value)


def next_weekday(today: date, weekday: int) -> date:
    """The next such day after today, never today itself."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def week(today: date, weeks: int) -> DateSpan:
    """Monday to Sunday, `weeks` weeks from now; of the current week only what is left."""
    monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
    return DateSpan(max(monday, today) if weeks == 0 else monday, monday + timedelta(days=6))


def in_week(today: date, weeks: int, weekday: int) -> date:
    """Weeks begin on Monday: 来週の月曜 said on a Sunday is tomorrow."""
    return today + timedelta(weeks=weeks, days=weekday - today.weekday())


def next_day_of_month(today: date, number: int) -> date | None:
    """The next day with that number, today included; None for 32."""
    for months in range(3):
        month = today.replace(day=1) + relativedelta(months=months)
        if 1 <= number <= monthrange(month.year, month.month)[1]:
            found = month.replace(day=number)
            if found >= today:
                return found
    return None


def next_month_day(today: date, month: int, number: int) -> date | None:
    """The next such date, this year or next; None when neither year has it (2月30日)."""
    for year in (today.year, today.year + 1):
        found = make(year, month, number)
        if found and found >= today:
            return found
    return None


def make(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None


def after(day: date, count: int) -> date:
    """`count` days later."""
    return day + timedelta(days=count)


def month_end(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])


def month_span(first: date, today: date) -> DateSpan:
    """The month that begins on `first`, from today on."""
    last = month_end(first)
    return DateSpan(max(first, today) if last >= today else first, last)


def month_part(first: date, part: str, today: date) -> DateSpan:
    """上旬 1–10, 中旬 11–20, 下旬 21–end, 初め 1–5, 半ば 13–17, 末 the last seven days."""
    end = monthrange(first.year, first.month)[1]
    parts = {
        "上旬": (1, 10),
        "初": (1, 5),
        "頭": (1, 5),
        "は": (1, 5),
        "中": (11, 20),
        "半": (13, 17),
        "前": (1, 15),
        "下": (21, end),
        "後": (16, end),
    }
    a, b = parts.get(part) or parts.get(part[0]) or (end - 6, end)
    whole = DateSpan(first.replace(day=a), first.replace(day=b))
    return DateSpan(max(whole.first, today), whole.last) if whole.last >= today else whole


def nth(first: date, weekday: int, n: int) -> date | None:
    """The n-th such weekday of the month that begins on `first`, 0 for the last; None when it has no fifth."""
    if n == 0:
        return first + relativedelta(day=31, weekday=nth_weekday(weekday)(-1))
    found = first + relativedelta(weekday=nth_weekday(weekday)(n))
    return found if found.month == first.month else None
