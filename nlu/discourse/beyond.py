"""「病院が10時に終わるけん、そのあと」: the wish is what lies beyond a day or a time that is only a reason."""

from dataclasses import replace
from datetime import timedelta

from nlu.chart import Item
from nlu.discourse.pieces import DAY, TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.found import Day, Shape, one
from nlu.meaning import DateSpan, Scored, TimeSpan
from nlu.rules.clock import Time
from nlu.vocabulary.reports import DESIRED, REPORTED

SCORE = 0.85

REACHES = timedelta(days=30)
"""How far 「そのあと」 of a day goes, as 「20日以降」 does."""


def look_beyond(talk: Talk) -> None:
    """Turns the last day and the last time before そのあと or それまでに into what lies behind or before it."""
    for kind in (TIME, DAY):
        spans = [span for span in talk.of(kind) if not span.dropped]
        if not spans or not spans[-1].value.values:
            continue
        span = spans[-1]
        mark = talk.mark(span.end, len(talk.lattice.text), "AfterIt", "BeforeIt")
        if mark is None or isinstance(mark.value, bool):  # 半ば以降 is of what stands before it
            continue
        if not (span.refused or talk.mark(span.end, mark.start, "Because", "Contrast", "Busy")):
            continue
        if talk.mark(span.end, mark.start, "Positive") or _told_of(talk, mark):
            continue
        if kind == DAY and _has_its_time(talk, span, mark):
            continue
        nearer = [one for one in talk.spans if one.kind != kind and span.end <= one.start < mark.start]
        if not nearer and _turn(talk, span, after=mark.kind == "AfterIt"):
            _no_more_refused(spans)
            return


def _no_more_refused(spans: list[Span]) -> None:
    """「朝は牛の世話があるけ、九時より前はいかん。それが済んでから」: what the wish reaches into was only why."""
    times = spans[-1].value.values[0].value
    for span in spans[:-1]:
        before = span.value.values[0].value if span.value.values else times
        if span.refused and isinstance(times, TimeSpan) and isinstance(before, TimeSpan):
            span.role = Role.FACT if times.first < before.last else span.role


def _told_of(talk: Talk, mark: Item) -> bool:
    """「その前はてんてこ舞いなんです」."""
    behind = talk.lattice.text[mark.end :]
    return behind.startswith("は") and REPORTED.found(behind) and not DESIRED.found(behind)


def _has_its_time(talk: Talk, span: Span, mark: Item) -> bool:
    """「金曜の、仕事が終わってからなんで、5時20分で」: something of every day, and the time behind it."""
    if talk.mark(span.end, mark.start, "Because", "Contrast"):
        return False
    return any(time.stands and time.start >= mark.end for time in talk.of(TIME))


def _turn(talk: Talk, span: Span, *, after: bool) -> bool:
    value = span.value
    if isinstance(value, Time):
        said = value.values[0].value
        times = TimeSpan(said.last, talk.at.closes) if after else TimeSpan(talk.at.opens, said.first)
        if times.first >= times.last:
            return False
        span.value = replace(value, values=(Scored(times, SCORE),), shape=Shape.RANGE)
    else:
        days = value.values[0].value
        run = (
            DateSpan(days.last + timedelta(days=1), days.last + REACHES)
            if after
            else DateSpan(talk.at.today, days.first - timedelta(days=1))
        )
        if run.first > run.last:
            return False
        span.value = Day(one(run, SCORE), Shape.RUN)
    span.role = Role.WISH
    return True
