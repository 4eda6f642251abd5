"""Days that a question names: whose weekday is asked, or how long the counters are open."""

from nlu import requests, slots, when
from nlu.chart import At
from nlu.meaning import DateSpan
from nlu.prepared import Prepared, prepare
from nlu.question import Expect, Question


def weekday_of(best: Prepared, question: Question, at: At) -> DateSpan | None:
    """The day whose weekday is asked; it is no wish."""
    before = requests.weekday_asked_of(best.text)
    found = slots.scores_of(slots.days_in(prepare(before), question, at)) if before else {}
    return max(found, key=lambda day: found[day], default=None)


def open_when(best: Prepared, question: Question, at: At) -> DateSpan | None:
    """The day whose hours are asked, where a visit is spoken of: 「木曜は何時まで開いとりますか」."""
    wanted = question.expect in (Expect.DATE, Expect.TIME) or question.offers or question.read_back
    named, _ = when.named(best.text, at) if wanted else when.NEVER
    days = {one.values[0].value for one in named if one.values}
    return days.pop() if len(days) == 1 and all(day.single for day in days) else None
