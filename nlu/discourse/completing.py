"""A day or a time said in two pieces, the one apart from the other: 「午前の、そうですね、10時」, 「木曜日、今週のです」, 「月曜に。7日の」."""

from datetime import date, timedelta
from itertools import pairwise

from nlu import days
from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.found import RUNS, Day, Shape, one
from nlu.meaning import DateSpan, Scored, TimeSpan
from nlu.rules.clock import Time
from nlu.vocabulary.reports import OF_WHAT_WAS_SAID

_PARTED = ("Refusal", "Busy", "Negated", "Needs")
_CLOCKS = (Shape.CLOCK, Shape.BARE_CLOCK)
_DATES = (Shape.MONTH_DAY, Shape.DAY_NUMBER)
_AROUND_NOON = range(11, 17)
"""Hours that are of 昼 where one is named: 2時に行きます、昼のね."""


def complete(talk: Talk) -> None:
    """Makes one of two pieces; what the other one holds already is absorbed by it."""
    for before, after in pairwise(talk.of(TIME)):
        if _belong(talk, before, after):
            _clock_in_part(before, after)
            _part_of_clock(before, after)
            _same_as_clock(before, after)
            _clock_in_range(before, after)
    for span in talk.of(DAY):
        _week_of_weekday(talk, span)
        _only_in_week(talk, span)
    for before, after in pairwise(talk.of(DAY)):
        if _belong(talk, before, after):
            _weekday_of_week(before, after)
            _weekday_and_date(before, after)
            _step_and_date(talk, before, after)
            _after_weekend_and_date(talk, before, after)
            _date_in_run(before, after)
            _number_of_named(talk, before, after)
    for before, after in pairwise([span for span in talk.of(DAY) if not span.told]):
        if _belong(talk, before, after):
            _date_in_run(before, after)


def _belong(talk: Talk, before: Span, after: Span) -> bool:
    """Whether both may be of one wish: no other one is named as well, and the first is not refused."""
    usable = before.role in (Role.WISH, Role.CORRECTED) and after.stands
    if not (usable and before.value.values and after.value.values):
        return False
    joined = talk.lattice.at(before.end, "Or")
    alone = not talk.lattice.at(before.end, "Except") and (
        joined is None or not talk.linked(joined.end, after.start, "Or", "Pause", "Of-")
    )
    return alone and talk.mark(before.end, after.start, *_PARTED) is None


def _clock_in_part(before: Span, after: Span) -> None:
    """The clock time that lies in the part of the day named before it."""
    part, clock = before.value, after.value
    assert isinstance(part, Time)
    assert isinstance(clock, Time)
    if part.shape is not Shape.PART or clock.shape not in _CLOCKS:
        return
    within = part.values[0].value
    values = tuple(v for v in clock.values if _holds(within, v.value))
    if values:
        after.value = Time(values, Shape.CLOCK, clock.clock)
        before.role = Role.ABSORBED


def _part_of_clock(before: Span, after: Span) -> None:
    """「1時半に行きたいんですけど、午後のですよ」: the half of the day of the clock time before it."""
    clock, part = before.value, after.value
    assert isinstance(clock, Time)
    assert isinstance(part, Time)
    if before.role is Role.CORRECTED or part.part == "rest" or part.shape is not Shape.PART:
        return
    if clock.shape not in _CLOCKS:
        return
    values = tuple(v for v in clock.values if _holds(part.values[0].value, v.value))
    if part.part == "noon":
        values = tuple(v for v in clock.values if v.value.first.hour in _AROUND_NOON)
    if values:
        before.value = Time(values, Shape.CLOCK, clock.clock)
        after.role = Role.ABSORBED


def _same_as_clock(before: Span, after: Span) -> None:
    """「時間はおんなじ10時で」: the clock time says which time is the same."""
    clock = after.value
    assert isinstance(clock, Time)
    if before.shape is Shape.SAME and before.end == after.start and clock.shape in _CLOCKS:
        before.role = Role.ABSORBED


def _clock_in_range(before: Span, after: Span) -> None:
    """「9時前、8時45分」, 「3時より前で、できれば1時台」."""
    within = before.value.values[0].value
    assert isinstance(within, TimeSpan)
    inside = [
        v.value for v in after.value.values if isinstance(v.value, TimeSpan) and _holds(within, v.value)
    ]
    if before.shape is Shape.RANGE and after.shape in (*_CLOCKS, Shape.RANGE) and inside:
        before.role = Role.ABSORBED


def _holds(part: TimeSpan, clock: TimeSpan) -> bool:
    return part.first <= clock.first and clock.last <= part.last


def _weekday_of_week(before: Span, after: Span) -> None:
    """「木曜日の、あ、今週のですよ」."""
    weekday, week = before.value, after.value
    assert isinstance(weekday, Day)
    assert isinstance(week, Day)
    if weekday.shape is Shape.WEEKDAY and week.shape is Shape.WEEK:
        found = days.in_week(week.values[0].value.last, 0, weekday.weekdays[0])
        after.value = Day(one(found, week.values[0].score), Shape.WEEK_AND_WEEKDAY, weekday.weekdays)
        before.role = Role.ABSORBED


def _week_of_weekday(talk: Talk, span: Span) -> None:
    """「火曜、ああ今日か、じゃあ来週の」, 「水曜で、明日のほうじゃなくて来週の」: of the weekday before what is told or taken back."""
    week = span.value
    if not (span.stands and span.shape is Shape.WEEK and OF_WHAT_WAS_SAID.ends(talk.lattice.text, span.end)):
        return
    before = [said for said in talk.of(DAY) if said.end <= span.start and not said.refused]
    named = next((said for said in reversed(before) if said.shape in (Shape.WEEKDAY, Shape.COMING)), None)
    if named is None or any(said.stands for said in before if said.start > named.start):
        return
    assert isinstance(week, Day)
    assert isinstance(named.value, Day)
    found = days.in_week(week.values[0].value.last, 0, named.value.weekdays[0])
    span.value = Day(one(found, week.values[0].score), Shape.WEEK_AND_WEEKDAY, named.value.weekdays)
    named.role = Role.ABSORBED


def _only_in_week(talk: Talk, span: Span) -> None:
    """「火曜か木曜しか行けん、来週で」: of the only weekdays that suit."""
    before = [said for said in talk.of(DAY) if said.end <= span.start]
    if not (span.stands and span.shape is Shape.WEEK and before):
        return
    if talk.lattice.at(before[-1].end, "Only") is None:
        return
    named = [before[-1]]
    for said in reversed(before[:-1]):
        if not talk.linked(said.end, named[0].start, "Or", "Pause", "Of-"):
            break
        named.insert(0, said)
    assert isinstance(span.value, Day)
    weekdays = tuple(n for said in named if isinstance(said.value, Day) for n in said.value.weekdays)
    week = span.value.values[0]
    found = tuple(Scored(days.day(days.in_week(week.value.first, 0, n)), week.score) for n in weekdays)
    if found:
        span.value = Day(found, Shape.WEEKDAYS, weekdays)
        for said in named:
            said.role = Role.ABSORBED


def _weekday_and_date(before: Span, after: Span) -> None:
    """「月曜に戻してください、7日の」, in either order, where the date falls on the weekday."""
    for weekday, other in ((before, after), (after, before)):
        named, dated = weekday.value, other.value
        assert isinstance(named, Day)
        assert isinstance(dated, Day)
        if named.shape is Shape.COMING and dated.shape in _DATES:
            agrees = dated.only is not None and days.day(dated.only) in {v.value for v in named.values}
            weekday.role = Role.ABSORBED if agrees else weekday.role
        if named.shape is Shape.WEEK_AND_WEEKDAY and dated.shape in _DATES and named.only is not None:
            weekday.role = Role.ABSORBED if named.only == dated.only else weekday.role
        if named.shape is Shape.WEEKDAY and dated.shape in _DATES:
            day = dated.only
            if day is not None and day.weekday() == named.weekdays[0]:
                weekday.role, other.role = Role.ABSORBED, Role.WISH


def _step_and_date(talk: Talk, before: Span, after: Span) -> None:
    """「次の日、12月4日の金曜」: the one names the other."""
    named = talk.lattice.covers(before.end, after.start, "Pause", "Of-")
    if named and before.made.value.shape is Shape.STEP and after.shape in _DATES:
        before.role = Role.ABSORBED


def _after_weekend_and_date(talk: Talk, before: Span, after: Span) -> None:
    """「週が明けた七日の月曜」: the one names the other."""
    parts = before.made.parts
    named = talk.lattice.covers(before.end, after.start, "Pause", "Of-")
    if named and parts and parts[0].kind == "AfterWeekend" and after.shape in _DATES:
        before.role = Role.ABSORBED


def _date_in_run(before: Span, after: Span) -> None:
    """「12月の、そうですね、8日で」, 「正月が明けて落ち着いてからがいいので、2月3日」."""
    run, dated = before.value, after.value
    assert isinstance(run, Day)
    assert isinstance(dated, Day)
    day = dated.only
    shapes = (*_DATES, Shape.LATER) if run.shape is Shape.WEEK else _DATES
    if run.shape not in (*RUNS, Shape.MONTH, Shape.WEEK) or dated.shape not in shapes or day is None:
        return
    whole = run.values[0].value
    if dated.shape is Shape.DAY_NUMBER and (named := _numbered(whole, dated.number)):
        after.value = Day(one(named, dated.values[0].score), Shape.MONTH_DAY, number=dated.number)
        before.role = Role.ABSORBED
    elif whole.first <= day and (run.shape in RUNS or day <= whole.last):
        before.role = Role.ABSORBED


def _numbered(whole: DateSpan, number: int) -> date | None:
    """The first day of this number in a run of days."""
    length = (whole.last - whole.first).days + 1
    every = (whole.first + timedelta(days=n) for n in range(length))
    return next((day for day in every if day.day == number), None)


def name_months(talk: Talk) -> None:
    """「28日、12月のね」, 「22日はどげんね、来年の一月の」: the month of a day said before it."""
    for before, after in pairwise(talk.of(DAY)):
        dated, month = before.value, after.value
        assert isinstance(dated, Day)
        assert isinstance(month, Day)
        same = [v.value.first for v in month.values if v.value.first.day == dated.number]
        if dated.shape is Shape.DAY_NUMBER and month.shape is Shape.MONTH_AND_WEEKDAY and same:
            before.value = Day(one(same[0]), Shape.MONTH_DAY, number=dated.number)
            after.role = Role.ABSORBED
            continue
        if (
            month.shape is not Shape.MONTH
            or not month.values
            or not OF_WHAT_WAS_SAID.ends(talk.lattice.text, after.end)
        ):
            continue
        whole = month.values[0].value
        if dated.shape is Shape.DAY_NUMBER and (named := _numbered(whole, dated.number)):
            before.value = Day(one(named), Shape.MONTH_DAY, number=dated.number)
            after.role = Role.ABSORBED
        elif dated.only is not None and whole.first <= dated.only <= whole.last:
            after.role = Role.ABSORBED


def _number_of_named(talk: Talk, before: Span, after: Span) -> None:
    """「25日、クリスマスの」."""
    dated, named = before.value, after.value
    assert isinstance(dated, Day)
    assert isinstance(named, Day)
    beside = talk.lattice.covers(before.end, after.start, "Pause", "Of-")
    numbered = dated.shape is Shape.DAY_NUMBER and named.shape is Shape.NAMED and named.only is not None
    if beside and numbered and named.only is not None and named.only.day == dated.number:
        before.role = Role.ABSORBED
