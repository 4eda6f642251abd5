"""Runs of days: from one to another, from one on, up to one, within some days; and days with a name."""

from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from nlu import days
from nlu.chart import At, Rules
from nlu.found import RUNS, Day, Shape, either, one
from nlu.meaning import DateSpan, Scored
from nlu.rules.months import beginning

RULES = Rules()

OPEN_END = timedelta(days=30)
"""How far 「20日以降」 reaches."""

MANY = 3
"""More such weekdays of a run are not named by it."""

SOON = 4
"""Days of 近いうち."""


@RULES.on("Day", "Day Around", gain=-0.7)
def about(at: At, day: Day, around: None) -> Day:
    return day


@RULES.on("Day", "Day To Day Until?", "Day To Day Asfar", gain=0.3)
def from_to(at: At, begin: Day, to: None, end: Day, until: None) -> Day | None:
    """「12月1日から5日」; an end that lies before the beginning looks forward from there."""
    if (
        not begin.values
        or not end.values
        or Shape.RANGE in (begin.shape, end.shape)
        or Shape.STEP in (begin.shape,)
    ):
        return None
    if begin.shape is Shape.RUN and end.shape is Shape.DAY_NUMBER and until is None:
        return None  # 年が明けてから、四日に
    first, last = begin.values[0].value.first, end.values[0].value.last
    if last < first:
        last = _forward(first, end, last)
    elif end.shape is Shape.DAY_NUMBER:
        last = days.next_day_of_month(begin.values[0].value.last, end.number) or last
    elif end.shape is Shape.WEEKDAY:
        last = days.next_weekday(days.after(begin.values[0].value.last, -1), end.weekdays[0])
    if last < first:
        return None
    score = min(begin.values[0].score, end.values[0].score)
    return Day((Scored(DateSpan(first, last), score),), Shape.RANGE)


@RULES.on("Day", "Day Since Day Until", gain=0.6)
def since(at: At, begin: Day, word: None, end: Day, until: None) -> Day | None:
    """「1日より5日まで」."""
    return from_to(at, begin, None, end, None)


@RULES.on("Day", "Day First? !Weekday")
def weekday_in_run(at: At, run: Day, n: int | None, weekday: int) -> Day | None:
    """「正月明けの火曜」, 「年内最後の月曜」."""
    if run.shape not in RUNS or not run.values:
        return None
    span = run.values[0].value
    first = days.after(span.first, (weekday - span.first.weekday()) % 7)
    every = [first + timedelta(weeks=k) for k in range(60) if first + timedelta(weeks=k) <= span.last]
    if not every or (n is None and len(every) > MANY):
        return None
    if n is not None:
        return Day(one(every[0] if n else every[-1], 0.9), Shape.NTH, (weekday,))
    return Day(either(every, 0.85), Shape.NTH, (weekday,))


@RULES.on("Day", "Day Between", gain=-0.6)
def between(at: At, day: Day, word: None) -> Day | None:
    return day if day.shape is Shape.RANGE else None


def _forward(first: date, end: Day, last: date) -> date:
    match end.shape:
        case Shape.WEEKDAY:
            return days.next_weekday(first, end.weekdays[0])
        case Shape.DAY_NUMBER:
            return days.next_day_of_month(first, end.number) or last
        case Shape.MONTH_DAY | Shape.MONTH | Shape.RUN | Shape.THIRD:
            return last + relativedelta(years=1)
        case _:
            return last


@RULES.on("Day", "Day Around? AfterIt")
def from_on(at: At, day: Day, around: None, next_day: bool) -> Day | None:
    """「10日以降」, 「15日過ぎ」, 「…より後」."""
    if not day.values or day.shape is Shape.RANGE:
        return None
    value, score = day.values[0].value, day.values[0].score
    first = days.after(value.last, 1) if next_day else value.first
    return Day(one(DateSpan(first, value.last + OPEN_END), score), Shape.RANGE)


@RULES.on("Day", "Day Around? OnFrom", gain=-0.7)
def from_maybe(at: At, day: Day, around: None, to: None) -> Day | None:
    """「12月4日から」."""
    if not day.values or day.shape is Shape.RANGE:
        return None
    value = day.values[0].value
    return Day(one(DateSpan(value.first, value.last + OPEN_END), 0.7), Shape.RANGE)


@RULES.on("Lasting", "LastingDays")
def lasting_days(at: At, count: int) -> int:
    return count


@RULES.on("Lasting", "WeekCount", ahead="$、。のでにをはがい")
def lasting_weeks(at: At, count: int) -> int:
    return 7 * count


@RULES.on("Day", "Day To Lasting")
def some_days_from(at: At, day: Day, to: None, count: int) -> Day | None:
    """「今日から1週間」."""
    if not day.values or day.shape is Shape.RANGE:
        return None
    first = day.values[0].value.first
    return Day(one(DateSpan(first, days.after(first, count - 1)), 0.85), Shape.RANGE)


@RULES.on("Day", "FromNow !Lasting")
def some_days_from_now(at: At, now: None, count: int) -> Day:
    """「これからの2日間」."""
    return Day(one(DateSpan(at.today, days.after(at.today, count - 1)), 0.85), Shape.RANGE)


@RULES.on("Day", "Day Around? Until")
def until(at: At, day: Day, around: None, before: bool) -> Day | None:
    """「金曜までに」, 「6月より前」."""
    return _up_to(at, day, before)


@RULES.on("Day", "Day Ahead", gain=-0.2)
def before(at: At, day: Day, ahead: None) -> Day | None:
    """「クリスマスの前に」. 「3日前」 is none."""
    return (
        _up_to(at, day, True) if day.shape in (Shape.NAMED, Shape.MONTH_DAY, Shape.WEEK_AND_WEEKDAY) else None
    )


def _up_to(at: At, day: Day, before: bool) -> Day | None:
    if not day.values or day.shape is Shape.RANGE:
        return None
    last = days.after(day.values[0].value.first, -1) if before else day.values[0].value.last
    if last < at.today:
        return None
    return Day(one(DateSpan(at.today, last), day.values[0].score), Shape.RANGE)


@RULES.on("Day", "Day Asfar", gain=-0.2)
def through(at: At, day: Day, asfar: None) -> Day | None:
    """「7月いっぱい」, 「7月にかけて」: up to there."""
    return _up_to(at, day, False) if day.shape is not Shape.WEEK else None


@RULES.on(
    "Day", "DayCount WithinSpan", "LastingDays WithinSpan", "SomeDays WithinSpan", "SomeDays Whole", "Soon"
)
def within_days(at: At, count: int | tuple[int, int] | None, span: None = None) -> Day:
    if not isinstance(count, int):
        return Day(one(DateSpan(at.today, days.after(at.today, SOON)), 0.7), Shape.RUN)
    return Day(one(DateSpan(at.today, days.after(at.today, count)), 0.85), Shape.RUN)


@RULES.on("Day", "WeekCount WithinSpan")
def within_weeks(at: At, count: int, span: None) -> Day:
    return Day(one(DateSpan(at.today, days.after(at.today, 7 * count)), 0.85), Shape.RUN)


@RULES.on("Day", "MonthCount WithinSpan")
def within_months(at: At, count: int, span: None) -> Day:
    return Day(one(DateSpan(at.today, days.after(at.today, 30 * count)), 0.85), Shape.RUN)


def _named(at: At, year: int | None, found: list[date | None]) -> Day:
    """The next such day, or that of the year said with it. `found`: those of `year`, or of this year and the next."""
    if year is not None:
        return Day(one(found[0]), Shape.NAMED)
    return Day(one(next((day for day in found if day and day >= at.today), None)), Shape.NAMED)


def _years(at: At, year: int | None) -> tuple[int, ...]:
    return (year,) if year is not None else (at.today.year, at.today.year + 1)


@RULES.on("Day", "Year? Holiday")
def holiday(at: At, year: int | None, said: tuple[int, int]) -> Day:
    return _named(at, year, [days.make(y, *said) for y in _years(at, year)])


@RULES.on("Day", "Year? HolidayMonday")
def holiday_on_monday(at: At, year: int | None, said: tuple[int, int]) -> Day:
    return _named(at, year, [days.nth(date(y, said[0], 1), 0, said[1]) for y in _years(at, year)])


@RULES.on("Day", "Year? Equinox")
def equinox(at: At, year: int | None, said: tuple[int, float]) -> Day:
    month, base = said
    since = [(y, y - 1980) for y in _years(at, year)]
    return _named(at, year, [days.make(y, month, int(base + 0.242194 * n - n // 4)) for y, n in since])


@RULES.on("Day", "HolidayRun Ending?")
def holiday_run(at: At, said: tuple[tuple[int, int], tuple[int, int]], ending: bool | None) -> Day:
    """Several days with one name, or, with 明け, the week behind them."""
    for year in (at.today.year, at.today.year + 1):
        first, last = (date(year, *day) for day in said)
        if ending:
            first, last = days.after(last, 1), days.after(last, 7)
        if last >= at.today:
            return Day(one(DateSpan(max(first, at.today), last), 0.8), Shape.RUN)
    return Day((), Shape.RUN)


@RULES.on("Day", "TurnOfYear")
def turn_of_the_year(at: At, turn: None) -> Day:
    """Offices are closed from the 29th to the 3rd."""
    year = at.today.year if at.today > date(at.today.year, 1, 3) else at.today.year - 1
    return Day(one(DateSpan(max(at.today, date(year, 12, 29)), date(year + 1, 1, 3)), 0.8), Shape.RUN)


@RULES.on("Day", "FirstThree !Ending")
def after_new_year(at: At, three: None, ending: bool) -> Day:
    """Offices open again on the 4th."""
    year = beginning(at.today)
    return Day(one(DateSpan(max(at.today, date(year, 1, 4)), date(year, 1, 10)), 0.8), Shape.RUN)


@RULES.on("Day", "NewYear")
def new_year(at: At, years: int | None) -> Day:
    first = date(at.today.year + 1 if years else beginning(at.today), 1, 1)
    return Day(one(DateSpan(max(at.today, first), first.replace(day=10)), 0.8), Shape.RUN)
