"""What a caller refuses: 「木曜以外」 is every Thursday, 「20日はちょっと」 that day."""

from collections.abc import Sequence
from typing import Any

from nlu.found import Found, Shape
from nlu.meaning import DateSpan, Excluded, Scored, T, TimeSpan

_EVERY = frozenset({Shape.WEEKDAY, Shape.WEEKDAYS})
"""Weekdays without a week: the refusal holds for all of them."""


def exclusions(dates: Sequence[Found[DateSpan]], times: Sequence[Found[TimeSpan]]) -> tuple[Excluded, ...]:
    """What was ruled out, in spoken order, days before times; not what holds the very day or time that is wished behind
    it: 来週の月曜は出かけるけん、そのついでで30日の10時, その日の午後はだめですか、2日の2時は."""
    out: list[Excluded] = []
    for day in _not_wished(dates):
        if day.ruled_out and day.shape in _EVERY:
            out += [Excluded(weekday=n) for n in day.weekdays]
        elif day.ruled_out and day.values:
            out.append(Excluded(days=day.values[0].value))
    out += [
        Excluded(times=time.values[0].value) for time in _not_wished(times) if time.ruled_out and time.values
    ]
    return tuple(out)


def less_refused(
    times: tuple[Scored[TimeSpan], ...], found: Sequence[Found[TimeSpan]]
) -> tuple[Scored[TimeSpan], ...]:
    """Those of `times` that are not ruled out; all of them where none would be left."""
    refused = {one.times for one in exclusions((), found)}
    return tuple(said for said in times if said.value not in refused) or times


def _not_wished(said: Sequence[Found[T]]) -> list[Found[T]]:
    """Without what is refused first and then wished."""
    return [
        one
        for one in said
        if not (
            one.ruled_out
            and any(later.start >= one.end and not later.ruled_out and _holds(one, later) for later in said)
        )
    ]


def _holds(refused: Found[Any], wished: Found[Any]) -> bool:
    """Whether the wish is a single day or time, and lies in what is refused."""
    if not refused.values or not wished.values or not wished.values[0].value.single:
        return False
    whole, one = refused.values[0].value, wished.values[0].value
    return bool(whole.first <= one.first <= whole.last)
