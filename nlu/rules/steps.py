"""Days counted from today or from another day: 明日, 3日後, 12月4日の翌日, 金曜の前の日, 2か月後の7日, 昨日."""

from collections.abc import Callable
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from nlu import days
from nlu.chart import At, Rules
from nlu.found import Dates, Day, Shape, one, one_of_two
from nlu.meaning import DateSpan, Scored
from nlu.rules.months import Month

RULES = Rules()

SURE_STEP = 0.9


@RULES.on("Day", "RelativeDay AllDay?")
def relative_day(at: At, after: int, all_day: None) -> Day:
    return Day(one(days.after(at.today, after)), Shape.RELATIVE)


@RULES.on("Day", "PreviousWeekday Weekday")
def previous_weekday(at: At, count: int, weekday: int) -> Day:
    """「前の金曜」: before the day on the table, else gone by."""
    base = at.anchor.spoken_of
    before = _stepped(base, count, (weekday,)) if base else None
    if before is None or before < at.today:
        return Day((), Shape.PAST)
    return Day(one(before), Shape.STEP, (weekday,), number=count)


@RULES.on("Day", "RelativeDay !Weekday")
def relative_day_and_weekday(at: At, after: int, weekday: int) -> Day | None:
    """「明日の月曜」."""
    day = days.after(at.today, after)
    return Day(one(day), Shape.RELATIVE) if day.weekday() == weekday else None


@RULES.on("Day", "NextDay !Weekday?", gain=-0.1)
def next_day(at: At, count: int, weekday: int | None) -> Day:
    """Of the day said before, of what is on the table, else of today."""
    named = () if weekday is None else (weekday,)
    return Day(one(_stepped(at.anchor.spoken_of or at.today, count, named)), Shape.STEP, named, number=count)


@RULES.on("Day", "PreviousDay !Weekday?", gain=-0.1)
def previous_day(at: At, count: int, weekday: int | None) -> Day:
    named = () if weekday is None else (weekday,)
    before = _stepped(at.anchor.spoken_of, count, named) if at.anchor.spoken_of else None
    return Day(one(before) if before and before >= at.today else (), Shape.STEP, named, number=count)


@RULES.on("Day", "Day !NextDay", "Day !PreviousDay")
def day_beside(at: At, day: Day, count: int) -> Day | None:
    """「12月4日の翌日」, 「木曜の前の日」."""
    return stepped(day, count)


def stepped(day: Day, count: int, weekdays: tuple[int, ...] = ()) -> Day | None:
    """The day `count` days from `day`, or the nearest of `weekdays` from there on."""
    if day.only is None or day.shape in (Shape.STEP, Shape.PAST):
        return None
    return Day(_as_sure(one(_stepped(day.only, count, weekdays)), day), Shape.LATER)


def _stepped(base: date, count: int, weekdays: tuple[int, ...]) -> date:
    """「次の日の月曜」 of a Saturday is the Monday behind it."""
    found = days.after(base, count)
    off = (weekdays[0] - found.weekday()) % 7 if weekdays else 0
    return days.after(found, off - 7 if off and count < 0 else off)


def _as_sure(values: Dates, day: Day) -> Dates:
    score = min(day.values[0].score, SURE_STEP)
    return tuple(Scored(v.value, min(v.score, score)) for v in values)


@RULES.on("Day", "DayCount About? =Later", "DayGap")
def days_later(at: At, count: int, about: None = None, later: None = None) -> Day:
    return Day(_counted(at, lambda base: days.after(base, count)), Shape.LATER)


def _counted(at: At, count: Callable[[date], date]) -> Dates:
    """From what is on the table, or from today."""
    if (base := at.anchor.spoken_of) is None:
        return one(count(at.today))
    if at.anchor.moves:
        return one(count(base), SURE_STEP)
    return one_of_two(count(base), count(at.today), at.anchor.days)


@RULES.on("Day", "SomeDays =Later")
def some_days_later(at: At, some: tuple[int, int], later: None) -> Day:
    first, last = (days.after(at.today, n) for n in some)
    return Day(one(DateSpan(first, last), 0.85), Shape.RUN)


@RULES.on("Day", "WeekCount HalfHour? About? =Later Weekday?", "WeekCount HalfHour? PastBy Weekday?")
def weeks_later(
    at: At, count: int, half: int | None, about: None, later: object = None, weekday: int | None = None
) -> Day:
    if weekday is None and isinstance(later, int):
        weekday = later
    if weekday is not None:
        named = weekday
        found = _counted(at, lambda base: days.in_week(base, count, named))
        return Day(found, Shape.WEEK_AND_WEEKDAY, (weekday,))
    if half:
        start = at.today + timedelta(weeks=count)
        return Day(one(DateSpan(days.after(start, 3), days.after(start, 4)), 0.8), Shape.RUN)
    return Day(_counted(at, lambda base: base + timedelta(weeks=count)), Shape.LATER)


@RULES.on("Day", "MonthCount HalfHour? About? =Later", "MonthCount HalfHour? PastBy")
def months_later(at: At, count: int, half: int | None, about: None, later: None = None) -> Day:
    found = at.today + relativedelta(months=count)
    return Day(one(days.after(found, 15), 0.7) if half else one(found), Shape.MONTHS_LATER)


@RULES.on("Day", "YearCount HalfHour? =Later")
def years_later(at: At, count: int, half: int | None, later: None) -> Day:
    return Day(one(at.today + relativedelta(years=count, months=6 if half else 0)), Shape.MONTHS_LATER)


@RULES.on("Day", "HalfMonth =Later")
def half_a_month_later(at: At, half: None, later: None) -> Day:
    return Day(one(DateSpan(days.after(at.today, 14), days.after(at.today, 16))), Shape.RUN)


@RULES.on("Day", "Day DayNumber", "Day Month DayNumber")
def within_later_month(at: At, day: Day, month: int, number: int | None = None) -> Day | None:
    """「2か月後の7日」, 「2年後の3月4日」."""
    if day.shape is not Shape.MONTHS_LATER or day.only is None:
        return None
    m, n = (day.only.month, month) if number is None else (month, number)
    return Day(one(days.make(day.only.year, m, n)), Shape.MONTH_DAY, number=n)


@RULES.on("Step", "DayCount")
def step_of_days(at: At, count: int) -> relativedelta:
    return relativedelta(days=count)


@RULES.on("Step", "WeekCount")
def step_of_weeks(at: At, count: int) -> relativedelta:
    return relativedelta(weeks=count)


@RULES.on("Step", "MonthCount")
def step_of_months(at: At, count: int) -> relativedelta:
    return relativedelta(months=count)


@RULES.on("Day", "Day To? !Step =Later", gain=0.4)
def counted_from(at: At, day: Day, to: None, step: relativedelta, later: None) -> Day | None:
    """「12月4日の三日後」, 「今日から3日後」."""
    return _moved(day, step)


@RULES.on("Day", "Day !Step Ahead")
def counted_back(at: At, day: Day, step: relativedelta, ahead: None) -> Day | None:
    """「12月4日の三日前」."""
    return _moved(day, -step)


def _moved(day: Day, step: relativedelta) -> Day | None:
    if day.only is None or day.shape is Shape.STEP:
        return None
    return Day(_as_sure(one(day.only + step), day), Shape.LATER)


@RULES.on("Day", "More !Step About? =Later", "Step About? Delayed", "More !Step About? Delayed", gain=0.4)
def still_later(at: At, *said: object) -> Day | None:
    """「もう一週間あと」, 「二日遅く」: than what is on the table."""
    return _from_the_table(at, +1, said, Shape.LATER)


@RULES.on("Day", "Step About? Sooner", "More !Step About? Sooner", gain=0.4)
def sooner(at: At, *said: object) -> Day | None:
    """「一週間早く」."""
    return _from_the_table(at, -1, said, Shape.LATER)


@RULES.on("Day", "Step About? Ahead", "More !Step About? Ahead")
def ago(at: At, *said: object) -> Day:
    """「一週間前」: of what is on the table, else gone by."""
    return _from_the_table(at, -1, said, Shape.BEFORE) or Day((), Shape.PAST)


def _from_the_table(at: At, sign: int, said: tuple[object, ...], shape: Shape) -> Day | None:
    step = next(part for part in said if isinstance(part, relativedelta))
    if at.anchor.day is None:
        return None
    found = at.anchor.day + sign * step
    return Day(one(found, SURE_STEP) if found >= at.today else (), shape)


@RULES.on("Day", "SameDay")
def same_day(at: At, same: None) -> Day | None:
    return Day(one(at.anchor.spoken_of, SURE_STEP), Shape.NAMED) if at.anchor.spoken_of else None


@RULES.on("Day", "ThatDay")
def that_day(at: At, that: None) -> Day | None:
    return Day(one(at.anchor.told, SURE_STEP), Shape.NAMED) if at.anchor.told else None


@RULES.on("Day", "Day !Coming !Weekday")
def weekday_after(at: At, day: Day, which: str, weekday: int) -> Day | None:
    """「12月4日の次の火曜」."""
    if day.only is None or which not in ("次", "その次", "次の次") or day.shape is Shape.STEP:
        return None
    found = days.next_weekday(day.only, weekday) + timedelta(weeks=which == "次の次")
    return Day(_as_sure(one(found), day), Shape.LATER, (weekday,))


@RULES.on(
    "Day",
    "PastDay",
    "Past",
    "YearCount About? Ahead",
    "HalfMonth Ahead",
    "SomeTime Ahead",
)
def past(at: At, which: object, about: object = None, ahead: None = None) -> Day:
    return Day((), Shape.PAST)


@RULES.on("Day", "Past Weekday", "Past DayNumber", "Past TheMonth", "Past TheMonth DayNumber", "Past Past")
def past_day(at: At, which: int, day: int | Month, number: int | None = None) -> Day:
    """「先週の火曜」, 「去年11月11日」."""
    return Day((), Shape.PAST)


@RULES.on("Day", "Day DayNumber", "Day !NextDay", "Day !PreviousDay")
def counted_from_the_past(at: At, day: Day, n: int) -> Day | None:
    """「3か月前の5日」."""
    return Day((), Shape.PAST) if day.shape is Shape.PAST else None
