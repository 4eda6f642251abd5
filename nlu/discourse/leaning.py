"""Days and times that lean on those said before: 「来週の木曜か火曜」, 「4日は無理なので翌日」, 「午後2時か3時」."""

from dataclasses import replace
from datetime import date
from itertools import pairwise

from nlu import days
from nlu.digit_words import runs
from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.found import HALF_HEARD, Dates, Day, Shape, either, one
from nlu.meaning import DateSpan
from nlu.rules.clock import Time
from nlu.rules.months import LAST, every_weekday
from nlu.rules.steps import stepped

_LINKS = ("Or", "Pause", "Of-", "Soft")
_NEXT_WEEKS = ("NextWeek", "WeekBehindIt")
_ITS_DAY = ("日の", "ひの")
_ONWARD = ("その", "また", "さらに", "もう")
_WEEK_SHAPES = frozenset({Shape.WEEK, Shape.WEEK_AND_WEEKDAY, Shape.COMING})
_DATE_SHAPES = frozenset({Shape.MONTH_DAY, Shape.DAY_NUMBER})

AGREES = 0.75
"""A number among misheard sounds that falls on the weekday said with it."""

DAY_UNKNOWN = 0.7
"""The month, where the day was not understood."""

MISHEARD_SOUNDS = 10
"""Kana between a month and a weekday that may be a day which was not understood."""


def lean(talk: Talk) -> None:
    """Works out every day and time that is not whole by itself."""
    spans = [span for span in talk.of(DAY) if span.role is not Role.ABSORBED]
    for before, after in pairwise(spans):
        _day(talk, before, after)
    if spans and spans[0].shape is Shape.STEP:
        _step_alone(talk, spans[0])
    for before, after in pairwise(talk.of(TIME)):
        _half(talk, before, after)


def _step_alone(talk: Talk, span: Span) -> None:
    """「翌日」 is tomorrow; 「年金の次の日」 leans on something that was not understood, 「年金もらう日の次の日」 on a day that was not."""
    day = span.value
    assert isinstance(day, Day)
    if not day.values or talk.lattice.text[: span.start].endswith(_ITS_DAY):
        _lose(span)
    elif span.start and talk.lattice.at(span.start - 1, "Of-"):
        span.weigh(HALF_HEARD)


def _lose(span: Span) -> None:
    if not span.told:
        span.role = Role.LOST


def _day(talk: Talk, before: Span, after: Span) -> None:
    base, day = before.value, after.value
    assert isinstance(base, Day)
    assert isinstance(day, Day)
    corrected = talk.mark(before.end, after.start, "Correct", "Negated") is not None
    joined = corrected or talk.linked(before.end, after.start, *_LINKS)
    if day.shape is Shape.STEP:
        if _said_again(talk, before, after):
            after.value = base
            return
        step = stepped(replace(base, shape=Shape.LATER) if base.values else base, day.number, day.weekdays)
        if step is not None:
            after.value = step
            if _of_it(talk, before, after):
                before.role = Role.ABSORBED
        elif not day.values:
            _lose(after)
        return
    if not base.values:
        return
    if base.only is not None and (before.told or before.refused) and _comes_after(after):
        found = days.next_weekday(base.only, day.weekdays[0])
        after.value = replace(day, values=one(found, 0.9), shape=Shape.LATER)
        return
    last = base.values[0].value.last if base.shape is Shape.RANGE else base.only
    if last is not None and (weeks := _weeks_from_it(after)):
        if day.weekdays:
            found = days.in_week(last, weeks, day.weekdays[0])
            after.value = replace(day, values=one(found, day.values[0].score))
        elif not before.stands:
            after.value = _as_week(day, days.in_week(last, weeks, 0))
        return
    if (
        day.shape is Shape.WEEK_AND_WEEKDAY
        and base.shape is Shape.WEEK
        and talk.linked(before.end, after.start, *_LINKS)
        and day.weekdays
    ):
        if not corrected:
            before.value = _of_week(base, day.weekdays[0], day.values[0].score)
        return
    if (
        day.shape is Shape.DAY_NUMBER
        and base.shape in _DATE_SHAPES
        and (joined or before.told or before.refused)
    ):
        _number(talk, base, after, day)
    if day.shape is Shape.WEEKDAY:
        _weekday(talk, before, after, corrected=corrected, joined=joined)


def _said_again(talk: Talk, before: Span, after: Span) -> bool:
    """「娘がその次の日しか来られんけん、次の日に」: one step, said as what is told and as what is wished; その次の日 behind
    次の日 is another one."""
    first, again = before.made.value, after.made.value
    assert isinstance(first, Day)
    assert isinstance(again, Day)
    if before.refused or (first.shape, first.number, first.weekdays) != (
        Shape.STEP,
        again.number,
        again.weekdays,
    ):
        return False
    text = talk.lattice.text
    onward = text[: after.start].endswith(_ONWARD) and not text[: before.start].endswith(_ONWARD)
    chained = talk.linked(before.end, after.start, "Or", "Of-", "Pause")
    return not onward and (not chained or talk.lattice.covers(before.end, after.start, "Pause"))


def _of_it(talk: Talk, before: Span, after: Span) -> bool:
    """「来週の木曜の、その次の日」, 「明日の、そのまた次の日」: the day before is but counted from."""
    beyond = before.end + 1
    return bool(talk.lattice.at(before.end, "Of-")) and (
        beyond == after.start or talk.linked(beyond, after.start, "More", "Of-", "Pause", "Soft")
    )


def _comes_after(span: Span) -> bool:
    """「それが済んだ月曜」, 「その次の月曜」."""
    parts = span.made.parts
    return span.shape is Shape.COMING and bool(parts) and parts[0].value == "その次"


def _weeks_from_it(span: Span) -> int:
    """How many weeks lie between the day said before and 「その前の週の水曜」, 「翌週の月曜」, 「その次の週」, 「次の週の初め」; 0: it leans
    on none."""
    week = span.made.parts[0] if span.made.parts else None
    if week is None or week.kind != "TheWeek" or len(week.parts) != 1:
        return 0
    return int(week.parts[0].value) if week.parts[0].kind in _NEXT_WEEKS else 0


def _as_week(day: Day, monday: date) -> Day:
    """The days of a week, or a part of one, in the week that begins on `monday`."""
    first = day.values[0].value.first
    apart = monday - days.in_week(first, 0, 0)
    moved = (
        replace(said, value=DateSpan(said.value.first + apart, said.value.last + apart))
        for said in day.values
    )
    return replace(day, values=tuple(moved))


def _of_week(base: Day, weekday: int, score: float = 0.9) -> Day:
    first = base.values[0].value
    monday = first.last if base.shape is Shape.WEEK else first.first
    return Day(one(days.in_week(monday, 0, weekday), score), Shape.WEEK_AND_WEEKDAY, (weekday,))


def _number(talk: Talk, base: Day, after: Span, day: Day) -> None:
    """「11月4日じゃなくて8日」: November the 8th; 昭和18年3月5日生まれ, 予約は8日: the next one."""
    first = base.values[0].value.first
    if base.shape is Shape.DAY_NUMBER and day.number < base.number:
        return
    other = days.make(first.year, first.month, day.number)
    if other is not None and other >= talk.at.today:
        after.value = Day(one(other, 0.9), base.shape, number=day.number)


def _weekday(talk: Talk, before: Span, after: Span, *, corrected: bool, joined: bool) -> None:
    base, day = before.value, after.value
    assert isinstance(base, Day)
    assert isinstance(day, Day)
    weekday, first = day.weekdays[0], base.values[0].value.first
    if base.only is not None and first.weekday() == weekday and (before.stands or before.told):
        after.value = Day(one(first), Shape.NAMED)
        return
    if base.shape is Shape.MONTH:
        _of_month(talk, before, after, weekday)
    elif base.shape is Shape.WEEK and before.stands and not corrected:
        after.value = _of_week(base, weekday)
        before.role = Role.ABSORBED
    elif _of_the_week_told(talk, before, weekday):
        after.value = _of_week(base, weekday)
    elif not joined:
        return
    elif base.shape in _WEEK_SHAPES or (corrected and base.shape in _DATE_SHAPES):
        after.value = replace(
            _of_week(base, weekday),
            shape=base.shape if base.shape is not Shape.WEEK else Shape.WEEK_AND_WEEKDAY,
        )
    elif base.shape is Shape.NTH and base.number:
        n = LAST if base.number < 0 else base.number
        after.value = Day(
            one(days.nth(first.replace(day=1), weekday, n), 0.9), Shape.NTH, (weekday,), base.number
        )
    elif base.shape is Shape.MONTH_AND_WEEKDAY:
        every = [found for found in every_weekday(first, weekday) if found >= talk.at.today]
        after.value = Day(either(every, 0.8), Shape.MONTH_AND_WEEKDAY, (weekday,))


def _of_the_week_told(talk: Talk, before: Span, weekday: int) -> bool:
    """「来週の金曜は仕事やけ、木曜で」: of the same week, unless that day has gone by."""
    base = before.value
    if before.shape is not Shape.WEEK_AND_WEEKDAY or not isinstance(base, Day) or base.only is None:
        return False
    return (before.told or before.refused) and days.in_week(base.only, 0, weekday) > talk.at.today


def _of_month(talk: Talk, before: Span, after: Span, weekday: int) -> None:
    """「12月じゅうななぎちの木曜日」, where the day of the month was misheard."""
    if not before.stands or not after.stands:
        return
    between = talk.lattice.text[before.end : after.start]
    month = before.value.values[0].value
    assert isinstance(month, DateSpan)
    if talk.linked(before.end, after.start, "Within", "Pause", "Of-", "Aside"):
        every = [found for found in every_weekday(month.first, weekday) if found > talk.at.today]
        after.value = Day(either(every, 0.8), Shape.MONTH_AND_WEEKDAY, (weekday,))
        before.role = Role.ABSORBED
        return
    sounds = between.rstrip("、").removesuffix("の")
    if not 0 < len(sounds) <= MISHEARD_SOUNDS or any(not ("ぁ" <= c <= "ゖ" or c == "ー") for c in sounds):
        return
    if talk.mark(before.end, after.start, "Because", "Contrast", "Refusal", "WillHappen"):
        return
    values: Dates = one(month, DAY_UNKNOWN)
    for run in runs(sounds):
        found = days.make(month.first.year, month.first.month, int(run.digits))
        if found and found >= talk.at.today and found.weekday() == weekday:
            values = (*one(found, AGREES), *one(month, 0.5))
    after.value = Day(values, Shape.MONTH)
    before.role = Role.ABSORBED


def _half(talk: Talk, before: Span, after: Span) -> None:
    """「午後2時か3時」: 3時 is in the afternoon too, if the office is open then."""
    first, second = before.value, after.value
    assert isinstance(first, Time)
    assert isinstance(second, Time)
    if first.shape is not Shape.CLOCK or second.shape is not Shape.BARE_CLOCK or not first.values:
        return
    corrected = talk.mark(before.end, after.start, "Correct", "Negated") is not None
    if not corrected and not talk.linked(before.end, after.start, *_LINKS):
        return
    late = first.values[0].value.first.hour >= 12
    same = tuple(
        v
        for v in second.values
        if (v.value.first.hour >= 12) == late and talk.at.opens <= v.value.first <= talk.at.closes
    )
    if same:
        after.value = replace(second, values=same, shape=Shape.CLOCK)
