"""Days and times of one utterance brought together: 「火曜の10時か水曜の2時」 is two moments, not four."""

from collections.abc import Sequence
from dataclasses import dataclass

from nlu.found import HALF_HEARD, Found
from nlu.meaning import DateSpan, Moment, Scored, TimeSpan

MAX_MOMENTS = 8
FAINT = HALF_HEARD


@dataclass(frozen=True, slots=True)
class Pair:
    """The times that were said of a day."""

    days: frozenset[DateSpan]
    times: frozenset[TimeSpan]


def pairs(dates: Sequence[Found[DateSpan]], times: Sequence[Found[TimeSpan]]) -> tuple[Pair, ...]:
    """Which times belong to which day, where several of both were said; empty where every time fits every day.

    A time belongs to the day before it; a day without a time of its own shares those of the next day.
    """
    days = [found for found in dates if found.values and not found.ruled_out]
    clocks = [found for found in times if found.values and not found.ruled_out]
    if len(days) < 2 or len(clocks) < 2:
        return ()
    owned: list[list[Found[TimeSpan]]] = [[] for _ in days]
    for clock in clocks:
        owner = max((i for i, day in enumerate(days) if day.start <= clock.start), default=0)
        owned[owner].append(clock)
    for i in reversed(range(len(days) - 1)):
        owned[i] = owned[i] or owned[i + 1]
    return tuple(
        Pair(
            frozenset(scored.value for scored in day.values),
            frozenset(scored.value for clock in mine for scored in clock.values),
        )
        for day, mine in zip(days, owned, strict=True)
    )


def combine(
    dates: Sequence[Scored[DateSpan]],
    times: Sequence[Scored[TimeSpan]],
    said: Sequence[Pair] = (),
    otherwise: Moment | None = None,
) -> tuple[Scored[Moment], ...]:
    """Every day with every time that may go with it, best first, and behind the best what is to be taken `otherwise`. A moment
    is as sure as its weaker half; where the days are faint, a time that is clear stands by itself too."""
    if not dates or not times:
        found = [Scored(Moment(day=d.value), d.score) for d in dates]
        found += [Scored(Moment(time=t.value), t.score) for t in times]
    else:
        found = [
            Scored(Moment(d.value, t.value), min(d.score, t.score))
            for d in dates
            for t in times
            if _together(d.value, t.value, said)
        ]
        if dates[0].score <= FAINT:
            found += [Scored(Moment(time=t.value), t.score) for t in times if t.score > FAINT]
    best = sorted(found, key=lambda scored: -scored.score)
    if otherwise is not None and best:
        first = best[0].value
        other = Moment(otherwise.day or first.day, otherwise.time or first.time)
        best.insert(1, Scored(other, best[0].score))
    return tuple(best[:MAX_MOMENTS])


def _together(day: DateSpan, time: TimeSpan, said: Sequence[Pair]) -> bool:
    mine = [pair for pair in said if day in pair.days]
    return not mine or any(time in pair.times or not pair.times for pair in mine)
