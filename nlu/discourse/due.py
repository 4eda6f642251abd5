"""「四時には家におらないかん」, 「9時は早すぎるし、10時は体操やし、その間」: a time that only bounds the visit."""

from dataclasses import replace
from datetime import time, timedelta

from nlu.discourse.pieces import TIME
from nlu.discourse.spans import Role, Span, Talk
from nlu.found import Shape
from nlu.meaning import Scored, TimeSpan
from nlu.rules.clock import Time
from nlu.vocabulary.due import DUE, IN_BETWEEN

SCORE = 0.85

MARGIN = timedelta(hours=1)
"""Before who has to be elsewhere then: the visit and the way."""

_CLOCKS = (Shape.CLOCK, Shape.BARE_CLOCK)


def bound(talk: Talk) -> None:
    """Turns the times that bound a visit into what lies before or between them; where another one is wished, they are but told."""
    _between(talk)
    for span in talk.of(TIME):
        usable = (span.stands or span.refused) and span.value.values
        if usable and DUE.ends(talk.lattice.text, span.end):
            others = [one for one in talk.of(TIME) if one is not span and one.stands]
            span.role = Role.FACT if others else span.role
            if not others:
                _before(talk, span)


def _before(talk: Talk, span: Span) -> None:
    said = span.value.values[0].value
    assert isinstance(said, TimeSpan)
    last = _earlier(said.last)
    if last > talk.at.opens:
        _becomes(span, TimeSpan(talk.at.opens, last))


def _earlier(at: time) -> time:
    minutes = max(0, at.hour * 60 + at.minute - int(MARGIN.total_seconds()) // 60)
    return time(minutes // 60, minutes % 60)


def _between(talk: Talk) -> None:
    place = IN_BETWEEN.find(talk.lattice.text)
    if place is None:
        return
    bounds = [
        one for one in talk.of(TIME) if one.end <= place[0] and one.shape in _CLOCKS and one.value.values
    ]
    if len(bounds) < 2:
        return
    first, last = bounds[-2:]
    begin, end = _in_hours(talk, first), _in_hours(talk, last)
    if begin is None or end is None or begin.first >= end.first:
        return
    first.role = last.role = Role.FACT
    if not any(one.start >= place[1] for one in talk.of(TIME)):
        _becomes(last, TimeSpan(begin.first, end.first))


def _in_hours(talk: Talk, span: Span) -> TimeSpan | None:
    found = [one.value for one in span.value.values if isinstance(one.value, TimeSpan)]
    return next((one for one in found if talk.at.opens <= one.first <= talk.at.closes), None)


def _becomes(span: Span, times: TimeSpan) -> None:
    assert isinstance(span.value, Time)
    span.value = replace(span.value, values=(Scored(times, SCORE),), shape=Shape.RANGE)
    span.role = Role.WISH
