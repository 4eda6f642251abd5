"""Numbers that are taken for each other on the telephone: いち and しち, くじ and ろくじ, に and じゅうに.

Where what was heard cannot be booked and its double can, both may have been said, and neither is sure.
"""

from collections.abc import Sequence
from datetime import date, time, timedelta

from nlu import days
from nlu.meaning import DateSpan, Scored, TimeSpan

REACH = timedelta(days=62)
"""How far ahead people book; what lies behind it is looked at twice."""

DOUBLE, HEARD = 0.65, 0.6
"""Scores of the double and of what was heard."""

_HOURS = {7: 1, 19: 13, 17: 11, 1: 7, 13: 19, 11: 17, 6: 9}
_MONTHS = {7: (1,), 1: (11, 7), 2: (12,)}


def in_hours(values: Sequence[Scored[TimeSpan]], opens: time, closes: time) -> tuple[Scored[TimeSpan], ...]:
    """「午後しちじ」 at an office that closes at five is 午後いちじ as well."""
    if not values or not values[0].value.single:
        return tuple(values)
    best = values[0].value
    if opens <= best.first <= closes or best.first.hour not in _HOURS:
        return tuple(values)
    at = best.first.replace(hour=_HOURS[best.first.hour])
    if not opens <= at <= closes or any(v.value.first == at for v in values):
        return tuple(values)
    others = tuple(Scored(v.value, min(v.score, HEARD)) for v in values)
    return (Scored(TimeSpan(at, at, best.about), DOUBLE), *others)


def in_reach(values: Sequence[Scored[DateSpan]], today: date) -> tuple[Scored[DateSpan], ...]:
    """「しちがつはつか」 said in November is いちがつはつか as well, 「にがつ」 じゅうにがつ whose beginning was lost."""
    if not values or not values[0].value.single:
        return tuple(values)
    day = values[0].value.first
    if day <= today + REACH or day.month not in _MONTHS:
        return tuple(values)
    doubles = (days.next_month_day(today, month, day.day) for month in _MONTHS[day.month])
    other = next((double for double in doubles if double and double <= today + REACH), None)
    if other is None:
        return tuple(values)
    return (
        Scored(days.day(other), DOUBLE),
        *(Scored(v.value, min(v.score, HEARD)) for v in values),
    )
