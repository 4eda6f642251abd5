"""What a caller refuses: 「木曜以外」 is every Thursday, 「20日はちょっと」 that day."""

import re
from collections.abc import Sequence

from nlu.days import WEEKDAYS
from nlu.found import Found
from nlu.meaning import DateSpan, Excluded, TimeSpan

_EVERY = frozenset({"weekday", "weekday_list", "weekend"})
"""Rules of a weekday without a week: the refusal holds for all of them."""


def exclusions(dates: Sequence[Found[DateSpan]], times: Sequence[Found[TimeSpan]]) -> tuple[Excluded, ...]:
    """What was ruled out, in spoken order, days before times."""
    out: list[Excluded] = []
    for day in dates:
        if day.ruled_out and day.rule in _EVERY:
            said = day.text.replace("週末", "土日")
            named = [WEEKDAYS.index(c) for c in re.sub("曜日?", "", said) if c in WEEKDAYS]
            out += [Excluded(weekday=n) for n in dict.fromkeys(named)]
        elif day.ruled_out and day.values:
            out.append(Excluded(days=day.values[0].value))
    out += [Excluded(times=time.values[0].value) for time in times if time.ruled_out and time.values]
    return tuple(out)
