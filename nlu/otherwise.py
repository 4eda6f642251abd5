"""What is to be taken where the wish is not free: 「木曜の10時、埋まっとったら金曜の11時で」, 「木曜の10時か金曜の11時」."""

from collections.abc import Sequence
from dataclasses import replace

from nlu.found import Found
from nlu.meaning import DateSpan, Meaning, Moment, Scored, T, TimeSpan
from nlu.prepared import Prepared
from nlu.vocabulary.refusals import OR, OTHERWISE


def set_apart(
    meaning: Meaning,
    best: Prepared,
    dates: Sequence[Found[DateSpan]],
    times: Sequence[Found[TimeSpan]],
) -> Meaning:
    """The meaning with the wish alone as `dates` and `times`, and the rest as `otherwise`. A wish without a time of its own
    shares that of the other one, as where several days are named beside each other."""
    condition = OTHERWISE.find(best.smooth) or _or_else(best, dates, times)
    if condition is None:
        return meaning
    start, end = condition
    days, clocks = _split(dates, start, end), _split(times, start, end)
    taken_back = _taken_back(dates, start) or _taken_back(times, start)
    if taken_back or not ((days[0] or clocks[0]) and (days[1] or clocks[1])):
        return meaning
    day = _only(meaning.dates, days[1]) if days[1] != days[0] else ()
    clock = _only(meaning.times, clocks[1]) if clocks[1] != clocks[0] else ()
    return replace(
        meaning,
        dates=_only(meaning.dates, days[0]) if days[0] else () if clocks[0] else meaning.dates,
        times=_only(meaning.times, clocks[0]) if clocks[0] else meaning.times,
        otherwise=Moment(day[0].value if day else None, clock[0].value if clock else None),
        answer=None,
    )


def _or_else(
    best: Prepared, dates: Sequence[Found[DateSpan]], times: Sequence[Found[TimeSpan]]
) -> tuple[int, int] | None:
    """Where か stands between two days that each have a time of their own: 「木曜の10時か金曜の11時」."""
    days, clocks = _wished(dates), _wished(times)
    if (
        len(days) != 2
        or len(clocks) != 2
        or not days[0].end <= clocks[0].start < days[1].start <= clocks[1].start
    ):
        return None
    end = days[1].start
    return (clocks[0].end, end) if OR.all_of(best.smooth[clocks[0].end : end]) else None


def _taken_back(found: Sequence[Found[T]], end: int) -> bool:
    return any((one.ruled_out or one.told) and one.end <= end for one in found)


def _wished(found: Sequence[Found[T]]) -> list[Found[T]]:
    return [one for one in found if one.values and not (one.ruled_out or one.told)]


def _split(found: Sequence[Found[T]], start: int, end: int) -> tuple[frozenset[T], frozenset[T]]:
    """What is named before the condition, and behind it."""
    wished = _wished(found)
    before = frozenset(said.value for one in wished if one.end <= start for said in one.values)
    behind = frozenset(said.value for one in wished if one.start >= end for said in one.values)
    return before, behind


def _only(scored: Sequence[Scored[T]], values: frozenset[T]) -> tuple[Scored[T], ...]:
    return tuple(one for one in scored if one.value in values)
