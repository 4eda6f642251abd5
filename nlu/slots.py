"""Days and times in one hypothesis: by its writing, by its sounds, and by sounds that were misheard."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, time
from typing import Any

from nlu import mixups, when
from nlu.bare_numbers import (
    bare_date,
    bare_minute,
    bare_time,
    changed_minute,
    paired_date,
    paired_time,
)
from nlu.chart import At
from nlu.found import HALF_HEARD, Found, Shape, one
from nlu.meaning import DateSpan, Impossible, Order, Scored, T, TimeSpan
from nlu.prepared import Prepared, prepare
from nlu.question import Expect, Question
from nlu.rules.parts import span_of
from nlu.unchanged import unchanged_day, unchanged_time
from nlu.vocabulary.days import SETS_OUT
from nlu.vocabulary.guide import WAS_DONE, WHETHER_DONE
from nlu.vocabulary.hours import HOURS_NAMED
from nlu.vocabulary.reports import AFFIRMED, AIMED, DESIRED
from nlu.vocabulary.wishes import LATE
from nlu.wishes import find_order

OUTSIDE = 0.5
"""What a time that cannot be booked counts, where another one that was heard can."""

_WHOLE = frozenset({Shape.MONTH, Shape.WEEK, Shape.PART})
"""What is named as a whole."""

LATER = 0.8
"""「一番遅い時間」, of a time that is asked for."""

HEARD_ASKED, HEARD_UNASKED = 0.85, 0.6
"""What is only in the sounds, not in the writing, times this: when it was asked for, and when not."""

MISHEARD, IN_PART = 0.65, 0.55
"""A day or a time that the sounds are if one of them was misheard, and the one that they are as they stand."""


def days_in(part: Prepared, question: Question, at: At) -> list[Found[DateSpan]]:
    """Every day that is wished, or refused."""
    written, _ = when.in_text(part.smooth, at)
    if any(found.told for found in written):
        return [found for found in written if not found.told]
    found = list(written)
    if question.expect is not Expect.DATE:  # of a booking that stands: 今から行くけど遅れそう
        found = [day for day in found if not day.text.startswith(SETS_OUT)]
    if WHETHER_DONE.found(question.text):
        found = [day for day in found if not _of_what_was_done(day, part.smooth)]
    if not found and question.expect is Expect.DATE:
        found = bare_date(part.smooth, at.today) or unchanged_day(part.smooth, question)
    offered = _days(question)
    if offered and all(day.ruled_out for day in found):
        numbered = paired_date(part.smooth, at.today, offered) or _beyond(
            bare_date(part.smooth, at.today), question
        )
        found = [*found, *numbered]
    found = _either(when.restored(part.smooth, at)[0], _as_read_back(part, question, found))
    if not part.sounded:
        return found
    asked = question.expect in (Expect.DATE, Expect.ANY, Expect.CHOICE)

    def hear(misheard: bool) -> list[Found[DateSpan]]:
        days, _ = when.in_sounds(part.kana, at, misheard=misheard)
        return [replace(f, values=mixups.in_reach(f.values, at.today)) for f in days if not f.told]

    doubted = [replace(f, values=mixups.in_reach(f.values, at.today)) for f in found]
    return _joined(doubted, hear, asked)


def _of_what_was_done(day: Found[DateSpan], text: str) -> bool:
    """「20日に葬儀屋さんが出してくれました」: when, where it is asked whether it was done."""
    behind = text[day.end :].partition("。")[0]
    done = None if AIMED.ends(behind) else WAS_DONE.find(behind)
    return done is not None and not DESIRED.found(behind[: done[0]])


def _days(question: Question) -> set[date]:
    """Those of the places that are offered, where there are several."""
    found = {choice.day for choice in question.choices}
    return found if len(found) > 1 else set()


def _beyond(numbered: Sequence[Found[DateSpan]], question: Question) -> list[Found[DateSpan]]:
    """「二十五」, to three places: no number of theirs."""
    return [one for one in numbered if one.values[0].value.first.day > len(question.choices)]


def _as_read_back(part: Prepared, question: Question, found: list[Found[DateSpan]]) -> list[Found[DateSpan]]:
    """「はい、次の日で」 says again the day that is read back, where that is the next one of a day said before."""
    day, earlier = question.anchor.day, question.anchor.earlier
    if day is None or not question.read_back or len(found) != 1 or not AFFIRMED.ends(part.smooth):
        return found
    steps = [Scored(v.value.first - day, v.score) for v in found[0].values if v.value.single]
    if found[0].shape is not Shape.STEP or not any(day - step.value in earlier for step in steps):
        return found
    return [replace(found[0], values=one(day, steps[0].score))]


def times_in(part: Prepared, question: Question, at: At) -> list[Found[TimeSpan]]:
    """Every time that is wished, or refused; none that is only asked about with the hours of the office."""
    part = _less_hours(part)
    found = list(when.in_text(part.smooth, at)[1])
    wished = any(not time.ruled_out for time in found)
    late = LATE.found(part.text) and find_order(part.text) is not Order.LATEST
    if not wished and question.expect is Expect.TIME and late:
        span = span_of("evening", at)
        found = [*found, Found(0, len(part.text), (Scored(span, LATER),), part.text, Shape.PART)]
    if not found and question.expect in (Expect.TIME, Expect.ANY):
        found = bare_time(part.smooth, at, asked=question.expect is Expect.TIME)
    if not found and question.choices and not paired_date(part.smooth, at.today, _days(question)):
        found = paired_time(part.smooth, at)
    found = changed_minute(part.smooth, at) or found
    found = found or bare_minute(part.smooth, at) or unchanged_time(part.smooth, question)
    found = _either(when.restored(part.smooth, at)[1], found)
    if not part.sounded:
        return found
    asked = question.expect in (Expect.TIME, Expect.ANY, Expect.CHOICE)

    def doubted(every: Iterable[Found[TimeSpan]]) -> list[Found[TimeSpan]]:
        return [replace(f, values=mixups.in_hours(f.values, at.opens, at.closes)) for f in every]

    return _joined(
        doubted(found), lambda misheard: doubted(when.in_sounds(part.kana, at, misheard=misheard)[1]), asked
    )


def _less_hours(part: Prepared) -> Prepared:
    """With pauses in the place of the clauses in which it is asked when the counters open."""
    text = part.smooth
    for start, end in HOURS_NAMED.every(text):
        start = max(text.rfind(stop, 0, start) + 1 for stop in "、。")
        text = text[:start] + "、" * (end - start) + text[end:]
    return part if text == part.smooth else prepare(text)


def _joined(written: list[Found[T]], hear: Callable[[bool], list[Found[T]]], asked: bool) -> list[Found[T]]:
    """The writing rules; the sounds speak where the writing is silent, and are trusted less. Where one sound misheard
    would make another day or time of them, nothing is sure."""
    heard = hear(False)
    if _best(written) <= HALF_HEARD < _best(heard) or _narrower(heard, written):
        written = []
    base = written or _weighed(heard, HEARD_ASKED if asked else HEARD_UNASKED)
    if not asked:
        return base
    near = hear(True)
    return base if _values(near) == _values(heard) else _either(near, base)


def _either(near: Sequence[Found[T]], base: list[Found[T]]) -> list[Found[T]]:
    """What was said if something in it was misheard, before what was heard as it stands; neither is sure."""
    near = [found for found in near if found.values]
    if not near or _values(near) <= _values(base):
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
    if written[0].shape not in _WHOLE:
        return False
    whole, part = written[0].values[0].value, heard[0].values[0].value
    return bool(part.single and not whole.single and whole.first <= part.first <= whole.last)


def _best(found: list[Found[T]]) -> float:
    return max((scored.score for item in found for scored in item.values), default=1.0 if found else 0.0)


def _weighed(found: list[Found[T]], factor: float) -> list[Found[T]]:
    return [replace(f, values=tuple(Scored(v.value, v.score * factor) for v in f.values)) for f in found]


def _values(found: Sequence[Found[T]]) -> set[T]:
    return {scored.value for f in found for scored in f.values if not f.ruled_out}


def impossible(found: list[Found[T]], slot: Expect) -> tuple[Impossible, ...]:
    """What was named but cannot be."""
    return tuple(
        Impossible(item.text, slot, past=item.shape is Shape.PAST)
        for item in found
        if not item.values and not item.ruled_out
    )


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
