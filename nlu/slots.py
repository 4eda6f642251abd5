"""Days and times in one hypothesis: by its writing, by its sounds, and by sounds that were misheard."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, time
from typing import Any

from nlu import mixups, near_spoken
from nlu.bare_numbers import bare_date, bare_time, bare_weekday
from nlu.date_rule import HALF_HEARD
from nlu.dates import find_dates
from nlu.found import Found
from nlu.lexicon import Lexicon
from nlu.meaning import DateSpan, Scored, T, TimeSpan
from nlu.prepared import Prepared
from nlu.question import Expect, Question
from nlu.times import find_times

OUTSIDE = 0.5
"""What a time that cannot be booked counts, where another one that was heard can."""

_WHOLE = frozenset({"whole_month", "whole_week", "part"})
"""Rules of what is named as a whole."""

HEARD_ASKED, HEARD_UNASKED = 0.85, 0.6
"""What is only in the sounds, not in the writing, times this: when it was asked for, and when not."""

MISHEARD, IN_PART = 0.65, 0.55
"""A day or a time that the sounds are if one of them was misheard, and the one that they are as they stand."""


def days_in(part: Prepared, question: Question, at: datetime) -> list[Found[DateSpan]]:
    """Every day that is wished, or refused; `at` in Tokyo."""

    def find(text: str) -> list[Found[DateSpan]]:
        return [
            replace(found, values=mixups.in_reach(found.values, at.date())) if part.sounded else found
            for found in find_dates(text, at.date())
            if not found.told
        ]

    told = any(found.told for found in find_dates(part.written, at.date()))
    written = find(part.written)
    if not written and not told and question.expect is Expect.DATE:
        written = bare_date(part.written, at.date())
    if not written and not told:
        written = bare_weekday(part.text, at.date())
    if told:
        return written
    return _joined(written, part, find, question.expect in (Expect.DATE, Expect.ANY, Expect.CHOICE))


def times_in(part: Prepared, question: Question, at: datetime, lexicon: Lexicon) -> list[Found[TimeSpan]]:
    """Every time that is wished, or refused."""
    opens, closes = lexicon.opens, lexicon.closes

    def find(text: str) -> list[Found[TimeSpan]]:
        return [
            replace(found, values=mixups.in_hours(found.values, opens, closes)) if part.sounded else found
            for found in find_times(text, at, opens, closes)
        ]

    written = find(part.written)
    if not written and question.expect in (Expect.TIME, Expect.ANY):
        written = bare_time(part.written, opens, closes)
    return _joined(written, part, find, question.expect in (Expect.TIME, Expect.ANY, Expect.CHOICE))


def _joined(
    written: list[Found[T]], part: Prepared, find: Callable[[str], list[Found[T]]], asked: bool
) -> list[Found[T]]:
    """The writing rules; the sounds speak where the writing is silent, and are trusted less. Where the engine told
    the sounds, and one of them misheard would make another day or time of them, nothing is sure."""
    heard = find(part.heard)
    if _best(written) <= HALF_HEARD < _best(heard) or _narrower(heard, written):
        written = []
    base = written or _weighed(heard, HEARD_ASKED if asked else HEARD_UNASKED)
    if not asked or not part.sounded:
        return base
    near = [found for found in find(near_spoken.rewrite(part.kana)) if found.values]
    if not near or _values(near) == _values(heard) or _values(near) == _values(base):
        return base
    nearer = _weighed(near, MISHEARD)
    others = tuple(
        v for found in _weighed(base, IN_PART) for v in found.values if v.value not in _values(near)
    )
    return [*nearer[:-1], replace(nearer[-1], values=nearer[-1].values + others)]


def _narrower(heard: Sequence[Found[Any]], written: Sequence[Found[Any]]) -> bool:
    """「十二月用か」 writes a month, and sounds like a day of it."""
    if len(written) != 1 or len(heard) != 1 or not written[0].values or not heard[0].values:
        return False
    if written[0].rule not in _WHOLE:
        return False
    whole, part = written[0].values[0].value, heard[0].values[0].value
    return bool(part.single and not whole.single and whole.first <= part.first <= whole.last)


def _best(found: list[Found[T]]) -> float:
    return max((scored.score for item in found for scored in item.values), default=1.0 if found else 0.0)


def _weighed(found: list[Found[T]], factor: float) -> list[Found[T]]:
    return [replace(f, values=tuple(Scored(v.value, v.score * factor) for v in f.values)) for f in found]


def _values(found: list[Found[T]]) -> set[T]:
    return {scored.value for f in found for scored in f.values if not f.ruled_out}


def impossible(found: list[Found[T]]) -> tuple[str, ...]:
    """What was named but cannot be, as it was said."""
    return tuple(item.text for item in found if not item.values and not item.ruled_out)


def scores_of(found: list[Found[T]]) -> dict[T, float]:
    """Each value that is wished, with its best score."""
    scores: dict[T, float] = {}
    for item in found:
        for scored in () if item.ruled_out else item.values:
            scores[scored.value] = max(scores.get(scored.value, 0.0), scored.score)
    return scores


def within_hours(
    heard: list[dict[TimeSpan, float]], opens: time, closes: time
) -> list[dict[TimeSpan, float]]:
    """Where hypotheses differ, a time outside of the opening hours counts less: 午前12時, or 午前10時?"""

    def bookable(span: TimeSpan) -> bool:
        return opens <= span.last and span.first <= closes

    if len(heard) < 2 or not any(bookable(span) for scores in heard for span in scores):
        return heard
    return [
        {span: score * (1 if bookable(span) else OUTSIDE) for span, score in scores.items()}
        for scores in heard
    ]
