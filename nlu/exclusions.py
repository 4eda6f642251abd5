"""What a caller refuses: 「木曜以外」 is every Thursday, 「20日はちょっと」 that day."""

import re
from collections.abc import Sequence

from nlu.days import WEEKDAYS
from nlu.found import Found
from nlu.meaning import DateSpan, Excluded, TimeSpan

_EVERY = frozenset({"weekday"})
"""Rules of a weekday without a week: the refusal holds for all of them."""


def exclusions(dates: Sequence[Found[DateSpan]], times: Sequence[Found[TimeSpan]]) -> tuple[Excluded, ...]:
    """What was ruled out, in spoken order, days before times."""
    out: list[Excluded] = []
    for day in dates:
        if day.ruled_out and day.values:
            named = re.search(rf"([{WEEKDAYS}])曜", day.text) if day.rule in _EVERY else None
            out.append(
                Excluded(weekday=WEEKDAYS.index(named[1])) if named else Excluded(days=day.values[0].value)
            )
    out += [Excluded(times=time.values[0].value) for time in times if time.ruled_out and time.values]
    return tuple(out)
