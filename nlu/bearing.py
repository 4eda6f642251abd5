"""Whether a part of a sentence bears an answer, said beside a command: nothing is guessed here."""

from collections.abc import Callable

from nlu import slots
from nlu.chart import At
from nlu.choices import find_position
from nlu.details import find_details
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.names import KNOWN, find_names
from nlu.offices import find_offices
from nlu.people import find_people
from nlu.prepared import prepare
from nlu.procedures import find_procedures
from nlu.question import Expect, Question
from nlu.spoken_digits import hear_digits, is_whole

CLEAR = 0.5
"""A day or a time from here on."""

NAMED = 0.55
"""A procedure from here on: by its name, or by a word for several, not by what sounds like one."""


def about(
    question: Question, at: At, lexicon: Lexicon
) -> tuple[Callable[[str], bool], Callable[[str], bool]]:
    """`answers` and `names` of a part of a sentence."""
    return (
        lambda text: answers(text, question, at, lexicon),
        lambda text: names(text, question, at, lexicon),
    )


def answers(text: str, question: Question, at: At, lexicon: Lexicon) -> bool:
    """Whether `text` holds what was asked for, or a day or a time, which may correct what is known."""
    if not text.strip("、。"):
        return False
    if question.expect in (Expect.ANY, Expect.PROCEDURE) and _procedure(text, lexicon):
        return True
    return _asked(text, question) or when(text, question, at)


def names(text: str, question: Question, at: At, lexicon: Lexicon) -> bool:
    """The same, or a procedure that was not asked for."""
    return bool(text.strip("、。")) and (_procedure(text, lexicon) or answers(text, question, at, lexicon))


def _asked(text: str, question: Question) -> bool:
    match question.expect:
        case Expect.NAME:
            return any(score >= KNOWN - 0.1 for score in find_names(text).values())
        case Expect.DIGITS:
            return any(is_whole(said.value) for said in hear_digits((Hypothesis(text),)))
        case Expect.OFFICE:
            return bool(find_offices(text, prepare(text).kana, question.offices, asked=True))
        case Expect.PEOPLE:
            return find_people(text, prepare(text).kana, asked=True) is not None
        case Expect.DETAIL:
            return bool(find_details(text, prepare(text).kana, question))
        case Expect.CHOICE:
            return find_position(prepare(text).written, len(question.choices)) is not None
        case _:
            return False


def _procedure(text: str, lexicon: Lexicon) -> bool:
    part = prepare(text)
    return any(score >= NAMED for score in find_procedures(part.text, part.kana, lexicon).values())


def when(text: str, question: Question, at: At) -> bool:
    part = prepare(text)
    days = slots.days_in(part, question, at)
    times = slots.times_in(part, question, at)
    scores = [value.score for found in days for value in found.values]
    scores += [value.score for found in times for value in found.values]
    return any(score >= CLEAR for score in scores)
