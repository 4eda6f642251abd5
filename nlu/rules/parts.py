"""Parts of the day, and what bounds a time: 午前中, 午後の早い時間, 2時以降, 10時から3時, 午前中の10時過ぎ."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time

from nlu import days
from nlu.chart import At, Rules
from nlu.found import HALF_HEARD, Day, Shape, one
from nlu.meaning import Scored, TimeSpan
from nlu.rules.clock import Clock, Time, clock_values, with_half

RULES = Rules()

SHORTLY = 30
"""Minutes of ちょっと前, 少し過ぎ."""

_SURE = frozenset({"morning", "noon", "afternoon"})
_HALF_OF = {"forenoon": "am", "morning": "am", "am": "am", "first": "am", "early": "pm", "lunch": "pm", "noon": "noon", "evening": "evening", "afternoon": "pm", "night": "night"}  # fmt: skip


def span_of(part: str, at: At) -> TimeSpan:
    """When a part of the day is."""
    noon, one = time(12), time(13)
    morning, afternoon = min(at.opens, time(10)), max(at.closes, time(16))
    spans = {
        "forenoon": TimeSpan(time(10, 30), time(11, 59)),
        "morning": TimeSpan(min(at.opens, time(11, 59)), time(11, 59)),
        "am": TimeSpan(morning, time(10)),
        "first": TimeSpan(at.opens, at.opens),
        "noon": TimeSpan(noon, noon),
        "rest": TimeSpan(noon, one),
        "lunch": TimeSpan(time(12, 30), time(14)),
        "early": TimeSpan(one, one),
        "afternoon": TimeSpan(noon, afternoon),
        "evening": TimeSpan(time(16), max(at.closes, time(17))),
        "night": TimeSpan(time(18), time(21)),
        "dawn": TimeSpan(time(5), time(8)),
        "deep": TimeSpan(time(22), time(23, 59)),
    }
    return spans[part]


@RULES.on("Time", "Part")
def part(at: At, name: str) -> Time:
    return Time((Scored(span_of(name, at), 0.95 if name in _SURE else 0.85),), Shape.PART, part=name)


@RULES.on("Time", "Part End")
def end_of_part(at: At, name: str, end: str) -> Time:
    """「午後の早い時間」."""
    span = span_of(name, at)
    if name in ("morning", "afternoon"):
        if end == "soon":
            span = TimeSpan(span.first, time(10, 30) if name == "morning" else time(14, 30))
        else:
            span = TimeSpan(time(10) if name == "morning" else time(15), span.last)
    return Time((Scored(span, 0.95 if name in _SURE else 0.85),), Shape.PART, part=name)


@RULES.on("Time", "Part Link? Time", gain=-0.2)
def within_part(at: At, name: str, soft: None, inner: Time) -> Time | None:
    """「午前中の10時以降」, 「午後で、2時」: the clock time within the part of the day."""
    if inner.shape not in (Shape.BARE_CLOCK, Shape.RANGE) or not inner.values or name not in _HALF_OF:
        return None
    if inner.clock is not None and inner.values[0].value.single:
        values = clock_values(replace(inner.clock, half=_HALF_OF[name]), at)
        about = inner.values[0].value.about
        return (
            Time(
                tuple(Scored(replace(v.value, about=about), v.score) for v in values),
                Shape.CLOCK,
                inner.clock,
            )
            if values
            else None
        )
    whole = span_of(name, at)
    both = tuple(Scored(b, max(v.score, 0.9)) for v in inner.values if (b := _meet(v.value, whole)))
    return Time(both, inner.shape) if both else None


@RULES.on("Time", "Time Link? Part", gain=-0.2)
def part_behind(at: At, said: Time, link: None, name: str) -> Time | None:
    """「2時、午後の」, 「10時で、午前中で」."""
    return _behind(at, said, _HALF_OF[name]) if name in _HALF_OF else None


@RULES.on("Time", "Time Ah Half", gain=-0.2)
def half_behind(at: At, said: Time, ah: None, half: str) -> Time | None:
    """「2時、あ、午後の」. 「9時、あ、午前中」 takes the hour back."""
    return _behind(at, said, half)


@RULES.on("Time", "Time Link? Part Negated")
def half_denied(at: At, said: Time, link: None, name: str, negated: None) -> Time | None:
    """「夕方の6時15分ですよ、朝やないです」: the half of the day in which it is not."""
    return _not_in(at, said, _HALF_OF.get(name, ""))


@RULES.on("Time", "Time Link? Time Negated")
def other_half_denied(at: At, said: Time, link: None, other: Time, negated: None) -> Time | None:
    """「10時です、夜の10時やないですよ」."""
    if said.clock is None or other.clock is None or said.clock != replace(other.clock, half=said.clock.half):
        return None
    return _not_in(at, said, other.clock.half)


def _not_in(at: At, said: Time, half: str) -> Time | None:
    if not half or said.clock is None or not (said.values and said.values[0].value.single):
        return None
    denied = {one.value.first for one in with_half(replace(said.clock, half=""), half, at)}
    left = tuple(one for one in said.values if one.value.first not in denied)
    return Time(left, Shape.CLOCK, said.clock) if left else None


def _behind(at: At, said: Time, half: str) -> Time | None:
    if said.shape is not Shape.BARE_CLOCK or said.clock is None:
        return None
    if not said.values or not said.values[0].value.single:
        return None
    about = said.values[0].value.about
    values = tuple(Scored(replace(v.value, about=about), v.score) for v in with_half(said.clock, half, at))
    return Time(values, Shape.CLOCK, replace(said.clock, half=half)) if values else None


def _meet(a: TimeSpan, b: TimeSpan) -> TimeSpan | None:
    first, last = max(a.first, b.first), min(a.last, b.last)
    return TimeSpan(first, last, a.about) if first <= last else None


@RULES.on("Time", "SomeHours")
def some_hours(at: At, some: tuple[int, int]) -> Time | None:
    """「3、4時ごろ」."""
    first, last = (clock_values(Clock(hour), at) for hour in some)
    if not first or not last or first[0].value.first >= last[0].value.first:
        return None
    return Time((Scored(TimeSpan(first[0].value.first, last[0].value.first, about=True), 0.85),), Shape.RANGE)


@RULES.on("Time", "Number To Time")
def hours_to(at: At, hour: int, to: None, end: Time) -> Time | None:
    """「10-11時」."""
    if end.shape is not Shape.BARE_CLOCK and end.shape is not Shape.CLOCK:
        return None
    begin = Time(clock_values(Clock(hour), at), Shape.BARE_CLOCK)
    return from_to(at, begin, None, None, end, None)


@RULES.on("Time", "Time Roughly? To Time Until?", gain=0.3)
def from_to(at: At, begin: Time, roughly: None, to: None, end: Time, until: None) -> Time | None:
    """The end is the first possible one after the start: 「午後1時半から3時10分」 ends at 15:10."""
    if not _clock(begin) or not _clock(end):
        return None
    pairs = [
        (b.value.first, e.value.first)
        for b in begin.values
        for e in end.values
        if e.value.first > b.value.first
    ]
    if end.shape is Shape.BARE_CLOCK or not pairs:
        first = begin.values[0].value.first
        ends = [e.value.first for e in end.values]
        last = min((e for e in ends if e > first), default=min(ends))
    else:
        first, last = pairs[0]
    return Time((Scored(TimeSpan(first, last), begin.values[0].score),), Shape.RANGE)


def _clock(said: Time) -> bool:
    return bool(said.values) and said.values[0].value.single and said.shape not in (Shape.RANGE, Shape.PART)


@RULES.on("Time", "Time To? Time Until?", gain=0.3)
def part_to(at: At, begin: Time, to: bool | None, end: Time, until: bool | None) -> Time | None:
    """「朝から夕方まで」, 「昼から3時まで」, 「朝から昼まで」. 「昼から、2時に」 is no range: 昼から is the afternoon."""
    if (
        not begin.values
        or not end.values
        or Shape.PART not in (begin.shape, end.shape)
        or Shape.RANGE in (begin.shape, end.shape)
    ):
        return None
    if (to is None and begin.part != "lunch") or (until is None and end.part != "forenoon"):
        return None
    first = begin.values[0]
    begins = span_of("lunch", at).first if begin.part == "noon" else first.value.first
    ends = [v.value.last for v in end.values if v.value.last > begins]
    last = ends[0] if ends else end.values[0].value.last
    if end.part == "noon":
        last = span_of("forenoon", at).last
    return Time((Scored(TimeSpan(begins, last), min(first.score, 0.85)),), Shape.RANGE)


@RULES.on("Time", "Time Roughly? Since Time Until", gain=0.6)
def since(at: At, begin: Time, roughly: None, word: None, end: Time, until: None) -> Time | None:
    """「10時より12時まで」."""
    return from_to(at, begin, None, None, end, None)


@RULES.on("Time", "Time Between", gain=-0.6)
def between(at: At, said: Time, word: None) -> Time | None:
    return said if said.shape is Shape.RANGE else None


@RULES.on("Time", "FromOpening To Time Until?")
def from_opening(at: At, opening: None, to: None, end: Time, until: None) -> Time | None:
    if not end.values:
        return None
    return Time((Scored(TimeSpan(at.opens, end.values[0].value.last), 0.85),), Shape.RANGE)


@RULES.on("Time", "Time HourAround")
def whole_hour(at: At, said: Time, around: None) -> Time | None:
    """「10時台」."""
    if said.clock is None:
        return None
    return _each(said, lambda v: TimeSpan(v.first.replace(minute=0), v.first.replace(minute=59)))


@RULES.on("Time", "Time Roughly? After", "Time ToClosing")
def from_on(at: At, said: Time, roughly: None, after: None = None) -> Time | None:
    """「2時以降」."""
    if not said.values or said.shape is Shape.RANGE:
        return None
    return _each(said, lambda v: TimeSpan(v.first, at.closes if at.closes > v.first else time(23, 59)))


@RULES.on("Time", "Time Roughly? Until")
def up_to(at: At, said: Time, roughly: None, before: bool) -> Time | None:
    """「3時まで」."""
    if not said.values or said.shape is Shape.RANGE:
        return None
    kept = tuple(v for v in said.values if v.value.last > at.opens) or said.values
    return _each(
        replace(said, values=kept), lambda v: TimeSpan(at.opens if at.opens < v.last else time(0), v.last)
    )


@RULES.on("Time", "Time After Link? Time Until", gain=0.3)
def from_on_up_to(at: At, begin: Time, after: None, soft: None, end: Time, until: bool) -> Time | None:
    """「10時以降12時まで」."""
    if not begin.values or not end.values or Shape.RANGE in (begin.shape, end.shape):
        return None
    first = begin.values[0].value.first
    ends = [v.value.last for v in end.values if v.value.last > first]
    return Time((Scored(TimeSpan(first, min(ends)), begin.values[0].score),), Shape.RANGE) if ends else None


@RULES.on("Time", "Time Shortly? Ahead")
def shortly_before(at: At, said: Time, shortly: None, ahead: None) -> Time | None:
    """「5時前」, 「10時少し前」."""
    if said.clock is None or said.shape is Shape.RANGE or said.clock.minute not in (0, 30):
        return None
    return _each(said, lambda v: TimeSpan(_moved(v.first, -SHORTLY), v.first, about=True))


@RULES.on("Time", "Time Shortly PastIt")
def shortly_after(at: At, said: Time, shortly: None, past: int) -> Time | None:
    """「10時ちょっと過ぎ」."""
    if said.clock is None or said.shape is Shape.RANGE:
        return None
    return _each(said, lambda v: TimeSpan(v.first, _moved(v.first, SHORTLY), about=True))


def _moved(at: time, minutes: int) -> time:
    total = min(24 * 60 - 1, max(0, at.hour * 60 + at.minute + minutes))
    return time(total // 60, total % 60)


@RULES.on("Time", "Time Around", gain=-0.7)
def about(at: At, said: Time, around: None) -> Time:
    if said.shape is Shape.RANGE:
        return said
    return replace(said, values=tuple(Scored(replace(v.value, about=True), v.score) for v in said.values))


@RULES.on("Evening", "HalfOfDay Time?")
def half_of_a_day(at: At, said: tuple[int, str], inner: Time | None) -> tuple[Day, Time] | None:
    """「明晩」, 「明朝9時」; in 「今夜6時」 the hour is meant first of all, and faintly a day."""
    after, half = said
    day = days.after(at.today, after)
    if inner is None:
        return Day(one(day), Shape.RELATIVE), part(at, half)
    if inner.clock is None or not inner.values or not inner.values[0].value.single:
        return None
    values = clock_values(replace(inner.clock, half=inner.clock.half or half), at)
    return Day(one(day, 0.95 if after else HALF_HEARD), Shape.RELATIVE), Time(
        values, Shape.CLOCK, inner.clock
    )


def _each(said: Time, bound: Callable[[TimeSpan], TimeSpan]) -> Time:
    return Time(tuple(Scored(bound(v.value), v.score) for v in said.values), Shape.RANGE)
