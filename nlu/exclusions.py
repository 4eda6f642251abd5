"""What a caller refuses: 「木曜以外」 is every Thursday, 「20日はちょっと」 that day."""

from collections.abc import Sequence

from nlu.found import Found, Shape
from nlu.meaning import DateSpan, Excluded, TimeSpan

_EVERY = frozenset({Shape.WEEKDAY, Shape.WEEKDAYS})
"""Weekdays without a week: the refusal holds for all of them."""


def exclusions(dates: Sequence[Found[DateSpan]], times: Sequence[Found[TimeSpan]]) -> tuple[Excluded, ...]:
    """What was ruled out, in spoken order, days before times."""
    out: list[Excluded] = []
    for day in dates:
        if day.ruled_out and day.shape in _EVERY:
            out += [Excluded(weekday=n) for n in day.weekdays]
        elif day.ruled_out and day.values:
            out.append(Excluded(days=day.values[0].value))
    out += [Excluded(times=time.values[0].value) for time in times if time.ruled_out and time.values]
    return tuple(out)
