"""Has the caller answered, or is this the middle of a sentence?"""

import re

from nlu.meaning import Meaning
from nlu.question import Expect, Question

_GOES_ON = re.compile(
    r"(?:の|は|と|それから|あと|じゃあ|では|いや|"
    r"え[ーえぇ]*っ?とー?|あのー*|そのー+|うーんと?|んーと?)[、。…\s]*$"
)
"""Ends after which people think for a moment and go on: 「再来週の」「えーと」."""


def complete(meaning: Meaning, question: Question) -> bool:
    """Whether what was understood so far answers the question and does not end in the middle."""
    return _answers(meaning, question) and not _GOES_ON.search(meaning.text)


def _answers(meaning: Meaning, question: Question) -> bool:
    if meaning.command is not None:
        return True
    slots = bool(meaning.dates or meaning.times or meaning.order)
    match question.expect:
        case Expect.PROCEDURE:
            return bool(meaning.procedures)
        case Expect.DATE | Expect.TIME:
            return slots
        case Expect.ANSWER:
            return meaning.answer is not None or slots
        case Expect.CHOICE:
            return meaning.choice is not None or meaning.answer is not None or slots
        case Expect.ANY:
            return meaning.understood
