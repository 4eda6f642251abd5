"""What is told of that no counter of this office does anything about."""

from dataclasses import replace

from nlu.choosing import far_from_here
from nlu.lexicon import Lexicon
from nlu.meaning import Meaning
from nlu.prepared import Prepared
from nlu.procedures import named_of_others
from nlu.question import Expect, Question


def of_others(meaning: Meaning, best: Prepared, question: Question, lexicon: Lexicon) -> bool:
    """Whether nothing is told but what is somebody else's business, or a move between two other towns."""
    if question.procedures and far_from_here(best.text):
        return True
    opens = question.expect in (Expect.ANY, Expect.PROCEDURE)
    return (
        opens
        and not replace(meaning, answer=None).understood
        and named_of_others(best.text, best.kana, lexicon)
    )
