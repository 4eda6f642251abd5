"""What a rule of the grammar of dates is: a way of speaking, over normalized text with Arabic digits."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from nlu import days
from nlu.days import WEEKDAYS
from nlu.meaning import DateSpan, Scored

HALF_HEARD = 0.5
"""「来週の」 with something behind it that was not understood: most likely a weekday."""

W = r"(?P<w>[月火水木金土日])曜日?"
AND_WEEKDAY = r"(?:の?[、,]?\(?(?P<w>[月火水木金土日])(?:曜日?|\)))?"

LATER = r"(?:後(?!半)|のち|あと|先|(?:経|た)っ(?:たら|てから)|経過(?:後|し(?:たら|てから)))"
"""Behind a number of days, weeks or months."""

Values = tuple[Scored[DateSpan], ...]
Resolve = Callable[[re.Match[str], date], Values]

# A day that sounds like another on the telephone; the weekday said with it tells which was meant.
_ALIKE = {
    4: (8,), 8: (4,), 1: (7,), 7: (1,), 11: (17,), 17: (11,), 14: (18,), 18: (14,), 24: (28,), 28: (24,),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Rule:
    name: str
    pattern: re.Pattern[str]
    resolve: Resolve
    """Match and today -> what is meant, best first. Empty: the day was named but does not exist."""


class Rules(list[Rule]):
    """Filled by the decorator: `@RULES.on(pattern)`."""

    def on(self, pattern: str) -> Callable[[Resolve], Resolve]:
        def add(resolve: Resolve) -> Resolve:
            self.append(Rule(resolve.__name__, re.compile(pattern), resolve))
            return resolve

        return add


def one(value: date | DateSpan | None, score: float = 0.95) -> Values:
    """One meaning, or none where the day does not exist."""
    if value is None:
        return ()
    return (Scored(value if isinstance(value, DateSpan) else days.day(value), score),)


def checked(found: date | None, m: re.Match[str]) -> Values:
    """A date against the weekday said with it. When they disagree, nothing is sure."""
    said = m["w"]
    if found is None or not said or found.weekday() == WEEKDAYS.index(said):
        return one(found)
    values = [Scored(days.day(found), 0.55)]
    for number in _ALIKE.get(found.day, ()):
        other = days.make(found.year, found.month, number)
        if other and other.weekday() == WEEKDAYS.index(said):
            values.insert(0, Scored(days.day(other), 0.6))
    return tuple(values)
