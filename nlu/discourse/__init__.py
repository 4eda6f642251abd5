"""What a sentence does with the days and times in it: wishes, refusals, reasons, facts, corrections. Over typed spans, never over text."""

from dataclasses import replace
from datetime import timedelta

from nlu import days
from nlu.chart import At, Chart, applicable
from nlu.discourse.beyond import look_beyond
from nlu.discourse.completing import complete, name_months
from nlu.discourse.due import bound
from nlu.discourse.leaning import lean
from nlu.discourse.pieces import DAY, EVENING, TIME, pieces
from nlu.discourse.pointing import point
from nlu.discourse.refining import refine
from nlu.discourse.refusing import doubt, judge
from nlu.discourse.sounding_alike import set_apart
from nlu.discourse.spans import Span, Talk, talk_of
from nlu.found import Day, Found, Shape
from nlu.lattice import Lattice
from nlu.meaning import DateSpan, Scored, TimeSpan
from nlu.rules import RULES

_LEAD_TO_SPANS = frozenset({DAY, TIME, EVENING})


def speaks_of_when(lattice: Lattice) -> bool:
    """Whether words stand in it that can make a day or a time."""
    rules = applicable(RULES, lattice.kinds)
    return any(rule.left in _LEAD_TO_SPANS for every in rules.values() for rule in every)


def analysed(lattice: Lattice, at: At) -> Talk:
    """Every day and time with its role, worked out and weighed."""
    talk = talk_of(lattice, at, pieces(Chart(lattice, RULES, at)))
    judge(talk)
    refine(talk)
    set_apart(talk)
    name_months(talk)
    point(talk)
    lean(talk)
    complete(talk)
    bound(talk)
    doubt(talk)
    look_beyond(talk)
    return talk


def understood(talk: Talk) -> tuple[list[Found[DateSpan]], list[Found[TimeSpan]]]:
    """Days and times that still stand at the end of the utterance, with those that are refused; last the days that are told."""
    found = [
        found for span in talk.of(DAY) if not span.dropped and not span.told for found in _days(talk, span)
    ]
    found += [_found(talk, span) for span in talk.of(DAY) if span.told]
    return found, [_found(talk, span) for span in talk.of(TIME) if not span.dropped and not span.told]


def _days(talk: Talk, span: Span) -> list[Found[DateSpan]]:
    """A week or a month less some of its days is both: 「来週の木曜以外」, 「12月は木曜はだめです」."""
    found = _found(talk, span)
    day = span.value
    if span.refused and span.shape is Shape.MONTH_AND_WEEKDAY and day.values:
        assert isinstance(day, Day)
        month = days.month_span(day.values[0].value.first.replace(day=1), talk.at.today)
        rest: Found[DateSpan] = replace(
            found, values=(Scored(month, 0.85),), shape=Shape.MONTH, ruled_out=False
        )
        return [rest, replace(found, shape=Shape.WEEKDAYS)]
    if (
        not (span.refused and span.shape is Shape.WEEK_AND_WEEKDAY and talk.lattice.at(span.end, "Except"))
        or not day.values
    ):
        return [found]
    assert isinstance(day, Day)
    monday = days.in_week(day.values[0].value.first, 0, 0)
    week = DateSpan(max(monday, talk.at.today), monday + timedelta(days=6))
    return [Found(span.start, span.end, (Scored(week, 0.85),), found.text, Shape.WEEK), found]


def _found(talk: Talk, span: Span) -> "Found":  # type: ignore[type-arg]
    value = span.value
    weekdays = value.weekdays if isinstance(value, Day) else ()
    number = value.number if isinstance(value, Day) else 0
    text = talk.lattice.text[span.start : span.end]
    return Found(
        span.start, span.end, value.values, text, span.shape, weekdays, number, span.refused, span.told
    )
