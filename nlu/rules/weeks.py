"""Days by the week and the weekday: 来週の火曜, 今度の金曜, 2週間後の水曜, 月水金, 週末, 12月10日の次の週の木曜."""

from dataclasses import dataclass
from datetime import date, timedelta

from nlu import days
from nlu.anchored import on_weekday
from nlu.chart import At, Rules
from nlu.found import RUNS, Day, Shape, either, one, one_of_two
from nlu.meaning import DateSpan, Scored
from nlu.rules.months import LAST, Month

RULES = Rules()

WORKING = (0, 4)
"""Monday to Friday."""


@dataclass(frozen=True, slots=True)
class Week:
    """A week by its Monday; of a month that was named, only the days of that month."""

    monday: date
    month: date | None = None
    n: int = 0
    """Which week of `month` (0: the last)."""

    score: float = 0.95

    def span(self, today: date) -> DateSpan | None:
        first, last = self.monday, self.monday + timedelta(days=6)
        if self.month:
            first, last = max(first, self.month), min(last, days.month_end(self.month))
        elif first < today <= last:
            first = today
        return DateSpan(first, last) if first <= last else None


def week_of(day: date) -> Week:
    return Week(days.in_week(day, 0, 0))


@RULES.on("TheWeek", "RelativeWeek")
def relative_week(at: At, weeks: int) -> Week:
    return Week(days.in_week(at.today, weeks, 0))


@RULES.on("TheWeek", "NextWeek", gain=-0.1)
def next_week(at: At, weeks: int) -> Week:
    return Week(days.in_week(at.anchor.spoken_of or at.today, weeks, 0))


@RULES.on("TheWeek", "WeekBehindIt", gain=-0.1)
def week_behind_it(at: At, weeks: int) -> Week:
    """「その次の週」: behind that on the table, else behind the next."""
    return next_week(at, weeks) if at.anchor.day else relative_week(at, weeks + 1)


@RULES.on("TheWeek", "TheWeek !NextWeek", "TheWeek !WeekBehindIt")
def week_after_week(at: At, the: Week, weeks: int) -> Week | None:
    return Week(days.after(the.monday, 7 * weeks)) if the.month is None else None


@RULES.on("TheWeek", "Day !NextWeek", "Day !WeekBehindIt")
def week_after_day(at: At, day: Day, weeks: int) -> Week | None:
    """「クリスマスの前の週」."""
    base = day.values[0].value.first if day.values and day.shape in RUNS else day.only
    return Week(days.in_week(base, weeks, 0)) if base else None


@RULES.on("TheWeek", "Day !ItsWeek")
def week_of_day(at: At, day: Day, its: None) -> Week | None:
    """「12月9日の週」."""
    return (
        week_of(day.only) if day.only and day.shape not in (Shape.WEEKDAY, Shape.WEEK_AND_WEEKDAY) else None
    )


@RULES.on(
    "TheWeek", "TheMonth NthWeek", "TheMonth First ItsWeek", "TheMonth LastWeek", "TheMonth Ordinal ItsWeek"
)
def week_of_month(at: At, the: Month, n: int | None, its: None = None) -> Week | None:
    """Weeks are counted as on a wall calendar, Monday first: the first holds the 1st."""
    if the.first is None:
        return None
    if not n:
        return Week(days.in_week(days.month_end(the.first), 0, 0), the.first, LAST, 0.75)
    week = Week(days.in_week(the.first, n - 1, 0), the.first, n, 0.75)
    return week if week.span(at.today) else None


@RULES.on("Day", "TheWeek Within? Weekday")
def week_and_weekday(at: At, the: Week, within: None, n: int) -> Day:
    """「今週の月曜」 said on a Tuesday is yesterday, and not bent to another week."""
    day = days.in_week(the.monday, 0, n)
    if the.month is None:
        return Day(one(day), Shape.WEEK_AND_WEEKDAY, (n,))
    counted = days.nth(the.month, n, the.n)
    if day == counted or the.n == LAST or counted is None:
        return Day(one(day if day.month == the.month.month else counted, 0.9), Shape.NTH, (n,), the.n or -1)
    if day.month != the.month.month:
        return Day(one(counted, 0.75), Shape.NTH, (n,), the.n)
    return Day(either([day, counted], 0.6), Shape.NTH, (n,), the.n)


@RULES.on("Day", "TheWeek ShortWeekday")
def week_and_short_weekday(at: At, the: Week, weekday: int) -> Day:
    """「来週の火、午後」."""
    return Day(one(days.in_week(the.monday, 0, weekday), 0.8), Shape.WEEK_AND_WEEKDAY, (weekday,))


@RULES.on("Day", "TheWeek RelativeDay Same?", "TheWeek Same")
def week_and_today(at: At, the: Week, today: int | None, same: None = None) -> Day | None:
    """「来週の今日」."""
    if today:
        return None
    base = at.today if today is not None else at.anchor.day or at.today
    return Day(one(days.in_week(the.monday, 0, base.weekday()), 0.9), Shape.WEEK_AND_WEEKDAY)


@RULES.on("Day", "Same Within? TheWeek")
def same_weekday_of_week(at: At, same: None, within: None, the: Week) -> Day | None:
    """「同じ曜日で来週」."""
    return week_and_today(at, the, None)


@RULES.on("Day", "TheWeek")
def whole_week(at: At, the: Week) -> Day | None:
    span = the.span(at.today)
    return Day(one(span, the.score), Shape.WEEK) if span else None


@RULES.on("Day", "TheWeek Whole", gain=-0.6)
def all_week(at: At, the: Week, whole: None) -> Day | None:
    return whole_week(at, the)


@RULES.on("Day", "TheWeek !WeekPart")
def part_of_week(at: At, the: Week, part: tuple[int, int]) -> Day:
    first, last = (days.in_week(the.monday, 0, n) for n in part)
    if last < at.today:
        return Day((), Shape.RUN)
    return Day(one(DateSpan(max(at.today, first), last), the.score), Shape.RUN)


@RULES.on("Day", "TheWeek LastDay", "TheWeek WeekPart Within? LastDay")
def last_day_of_week(at: At, the: Week, part: tuple[int, int] | None, *last: None) -> Day:
    """「来週の最後の日」, of a week in which offices are open: its Friday."""
    _, end = (part if isinstance(part, tuple) else None) or WORKING
    return week_and_weekday(at, the, None, end)


@RULES.on("Day", "ThisWeekPart !WeekPart")
def part_of_this_week(at: At, the: None, part: tuple[int, int]) -> Day:
    """「週の後半」: of this week, or of the next where it is over."""
    weeks = 0 if part[1] >= at.today.weekday() else 1
    first, last = (days.in_week(at.today, weeks, n) for n in part)
    return Day(one(DateSpan(max(at.today, first), last), 0.8), Shape.RUN)


@RULES.on("Day", "TheWeek ItsWeekend Weekday", "Weekend Weekday", "TheWeek WeekPart Weekday")
def day_of_weekend(at: At, the: Week | None, weekend: object, weekday: int | None = None) -> Day | None:
    """「来週末の土曜」."""
    n = weekend if weekday is None else weekday
    if not isinstance(n, int) or n < 5 or (isinstance(weekend, tuple) and weekend != (5, 6)):
        return None
    return Day(one(days.in_week(the.monday if the else at.today, 0, n)), Shape.WEEK_AND_WEEKDAY, (n,))


@RULES.on("Day", "Coming? Weekend")
def weekend(at: At, coming: str | None, the: None) -> Day:
    saturday = at.today + timedelta(days=(5 - at.today.weekday()) % 7)
    return Day(one(DateSpan(saturday, saturday + timedelta(days=1)), 0.85), Shape.WEEKDAYS, (5, 6))


@RULES.on("Day", "AfterWeekend Weekday?")
def after_weekend(at: At, the: None, weekday: int | None) -> Day | None:
    """Of the week on the table, else of this one."""
    base = at.anchor.day or at.today
    return Day(one(days.in_week(base, 1, weekday or 0), 0.85), Shape.RELATIVE)


@RULES.on("Day", "Coming !Weekday")
def coming_weekday(at: At, which: str, weekday: int) -> Day:
    """「次の金曜」 within the same week may mean this week's or next week's: both, ranked."""
    first = days.next_weekday(at.today, weekday)
    if at.anchor.day is not None and which in ("次", "その次"):
        after = days.next_weekday(at.anchor.day, weekday)
        return Day(
            one(after, 0.9) if which == "その次" else one_of_two(after, first, at.anchor.days),
            Shape.COMING,
            (weekday,),
        )
    if which in ("次の次", "その次"):
        return Day(one(first + timedelta(weeks=1), 0.7), Shape.COMING, (weekday,))
    if first > days.week(at.today, 0).last or which == "直近":
        return Day(one(first), Shape.COMING, (weekday,))
    sure = {"この": 0.85, "今の": 0.75}.get(which, 0.6)
    if which == "今度" and first > at.today + timedelta(days=1):
        sure = 0.75
    values = (*one(first, sure), *one(first + timedelta(weeks=1), max(0.2, 1 - sure)))
    return Day(values, Shape.COMING, (weekday,))


@RULES.on("Day", "Earlier Weekday")
def earlier_weekday(at: At, earlier: None, n: int) -> Day | None:
    """「最初の月曜日に戻して」: the one that was said first."""
    found = next((day for day in at.anchor.earlier if day.weekday() == n), None)
    return Day(one(found), Shape.COMING, (n,)) if found is not None and found > at.today else None


@RULES.on("Day", "AnyWeekday")
def weekday(at: At, n: int) -> Day:
    return Day(one(on_weekday(at.anchor, n, at.today) or days.next_weekday(at.today, n)), Shape.WEEKDAY, (n,))


@RULES.on("InitialList", "Initial Initial", "InitialList Initial")
def initials(at: At, first: int | tuple[int, ...], n: int) -> tuple[int, ...] | None:
    before = first if isinstance(first, tuple) else (first,)
    return (*before, n) if n not in before else None


@RULES.on("InitialList", "Initial Or Initial")
def either_initial(at: At, first: int, link: None, n: int) -> tuple[int, ...] | None:
    """「火か木」."""
    return initials(at, first, n)


@RULES.on("Day", "TheWeek? InitialList", "TheWeek? Initials", ahead="$、。のでにがをならはとか以お曜やし")
def weekday_list(at: At, the: Week | None, named: tuple[int, ...]) -> Day | None:
    """月水金: any of them."""
    if named == (5, 6):
        return None
    if the:
        found = [days.in_week(the.monday, 0, n) for n in named]
    else:
        found = [days.next_weekday(at.today, n) for n in named]
    return Day(tuple(Scored(days.day(day), 0.85) for day in found), Shape.WEEKDAYS, named)


@RULES.on("Day", "WeekdayAlone AnswerEnd")
def weekday_alone(at: At, n: int, end: None) -> Day:
    """「火でお願いします」: a weekday by its first character, and nothing else."""
    return Day(
        one(on_weekday(at.anchor, n, at.today) or days.next_weekday(at.today, n), 0.7), Shape.WEEKDAY, (n,)
    )
