"""Has the caller answered, or is this the middle of a sentence?"""

import re

from nlu.meaning import Meaning
from nlu.question import Expect, Question
from nlu.spoken_digits import is_whole

_GOES_ON = re.compile(
    r"(?:の|は|と|それから|あと|じゃあ|では|いや|"
    r"え[ーえぇ]*っ?とー?|あのー*|そのー+|うーんと?|んーと?)[、。…\s]*$"
)
"""Ends after which people think for a moment and go on: 「再来週の」「えーと」."""


def trails_off(text: str) -> bool:
    """Whether it ends in the middle of a sentence."""
    return _GOES_ON.search(text) is not None


def complete(meaning: Meaning, question: Question) -> bool:
    """Whether what was understood so far answers the question and does not end in the middle."""
    return _answers(meaning, question) and not meaning.trails_off


def _answers(meaning: Meaning, question: Question) -> bool:
    if meaning.command is not None or meaning.emergency is not None:
        return True
    slots = bool(meaning.dates or meaning.times or meaning.order)
    match question.expect:
        case Expect.PROCEDURE:
            return bool(meaning.procedures)
        case Expect.DATE | Expect.TIME:
            return slots
        case Expect.ANSWER if question.answers:
            return bool(meaning.answers) and question.most_answers == 1
        case Expect.ANSWER:
            return meaning.answer is not None or meaning.existing is not None or slots
        case Expect.CHOICE:
            return meaning.choice is not None or meaning.answer is not None or slots
        case Expect.NAME:
            return bool(meaning.names)
        case Expect.DIGITS:
            return bool(meaning.digits) and is_whole(meaning.digits[0].value)
        case Expect.OFFICE:
            return bool(meaning.offices)
        case Expect.PEOPLE:
            return meaning.people is not None
        case Expect.DETAIL:
            return bool(meaning.details) or meaning.answer is not None
        case Expect.ANY:
            return meaning.understood
