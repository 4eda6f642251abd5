"""A name, a number, an office, a count of people: where these were asked for, what sounds like a day is none."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from nlu import identifying
from nlu.hypothesis import Hypothesis
from nlu.meaning import Meaning, Request, Scored
from nlu.names import KNOWN, hear_names
from nlu.offices import find_offices
from nlu.people import find_people
from nlu.prepared import Prepared
from nlu.question import Expect, Question
from nlu.spoken_digits import hear_digits, is_whole
from nlu.voting import SURE, vote

T = TypeVar("T")

Weighed = Sequence[tuple[float, Prepared]]
"""Hypotheses with their shares, best first."""

_NEARLY_KNOWN = KNOWN - 0.1
"""A surname of the lexicon with a given name behind it, or with another reading."""


def asked_alone(
    meaning: Meaning, hypotheses: Sequence[Hypothesis], parts: Weighed, question: Question
) -> Meaning | None:
    """`meaning` with what was asked for in the place of days, times and procedures.

    None where something else was asked, or nothing of the kind was said.
    """
    if meaning.command or meaning.emergency:
        return None
    alone = replace(
        meaning,
        procedures=(),
        dates=(),
        times=(),
        order=None,
        topic=None,
        impossible=(),
        excluded=(),
        shift=None,
    )
    match question.expect:
        case Expect.NAME:
            names = _names(hypotheses, meaning)
            return replace(alone, names=names, answer=None) if names else None
        case Expect.DIGITS:
            return _number(alone, meaning, hear_digits(hypotheses), parts[0][1])
        case Expect.OFFICE:
            offices = offices_in(parts, question)
            return replace(_beside(alone, meaning), offices=offices) if offices else None
        case Expect.PEOPLE:
            people = find_people(parts[0][1].text, parts[0][1].kana, asked=True)
            return replace(alone, people=people) if people else None
        case Expect.DETAIL:
            return _beside(alone, meaning) if meaning.details else None
        case _:
            return None


def _number(
    alone: Meaning, meaning: Meaning, digits: tuple[Scored[str], ...], said: Prepared
) -> Meaning | None:
    """「合ってるか分からないけど、093…」 gives a number."""
    whole = bool(digits) and is_whole(digits[0].value)
    if not whole and (asked := identifying.find_question(said)):
        return replace(alone, request=asked, asks=True, answer=None, unknown=False)
    if not whole and identifying.is_lost(said):
        return replace(alone, unknown=True, answer=None)
    if not digits and identifying.describes(meaning, said):
        return replace(alone, request=Request.BOTH_NUMBERS, answer=None, unknown=False)
    if not digits or (meaning.anew and not whole):
        return None
    return replace(alone, digits=digits, unknown=meaning.unknown and not whole)


def _beside(alone: Meaning, meaning: Meaning) -> Meaning:
    """What was said beside an office (「小倉南で、明日」), not what only sounds like it."""
    return replace(
        alone,
        procedures=_certain(meaning.procedures),
        dates=_certain(meaning.dates),
        times=_certain(meaning.times),
    )


def _certain(found: tuple[Scored[T], ...]) -> tuple[Scored[T], ...]:
    return tuple(scored for scored in found if scored.score >= SURE)


def _names(hypotheses: Sequence[Hypothesis], meaning: Meaning) -> tuple[Scored[str], ...]:
    """An unknown name is none where something else was understood: 「いいえ」, 「わかりません」."""
    names = hear_names(hypotheses)
    other = meaning.answer or meaning.request or meaning.unknown or meaning.topic or meaning.shift
    return names if names and (not other or names[0].score >= _NEARLY_KNOWN) else ()


def offices_in(parts: Weighed, question: Question) -> tuple[Scored[str], ...]:
    """The offices of the question that are named."""
    asked = question.expect is Expect.OFFICE
    found = [(w, find_offices(p.text, p.kana, question.offices, asked=asked)) for w, p in parts]
    return vote(found)
