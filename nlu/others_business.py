"""What is told of that no counter of this office does anything about."""

from dataclasses import replace

from nlu.choosing import as_insurance, far_from_here
from nlu.lexicon import Lexicon
from nlu.meaning import Meaning
from nlu.prepared import Prepared
from nlu.procedures import named_of_others
from nlu.question import Expect, Question


def of_others(meaning: Meaning, best: Prepared, question: Question, lexicon: Lexicon) -> bool:
    """Whether nothing is told but what is somebody else's business, a move between two other towns, or a card that is to be
    used in the place of another."""
    if question.procedures and far_from_here(best.text):
        return True
    if as_insurance(best.text, question.procedures, lexicon) and not _is_one_of(meaning, question):
        return True
    opens = question.expect in (Expect.ANY, Expect.PROCEDURE)
    return (
        opens
        and not replace(meaning, answer=None).understood
        and named_of_others(best.text, best.kana, lexicon)
    )


def _is_one_of(meaning: Meaning, question: Question) -> bool:
    """Whether one of those asked about is meant all the same: 保険証のかわりにするけん、初めて作りたい."""
    return any(one.value in question.procedures for one in meaning.procedures)
