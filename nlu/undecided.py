"""Who cannot decide on what is asked for, or must ask somebody first."""

from nlu.meaning import Meaning
from nlu.prepared import Prepared
from nlu.question import Expect, Question
from nlu.vocabulary.undecided import DEFERS, UNDECIDED


def is_undecided(meaning: Meaning, best: Prepared, question: Question) -> bool:
    """Nothing but that the caller cannot decide, or that somebody must be asked first."""
    decides = meaning.dates or meaning.times or meaning.procedures or meaning.order or meaning.choice
    wants = meaning.command or meaning.request or meaning.shift
    other = decides or wants or meaning.excluded
    asked = question.expect in (Expect.DATE, Expect.TIME, Expect.CHOICE) or bool(question.procedures)
    if asked and not wants and best.has(DEFERS):
        return True
    return asked and not other and best.has(UNDECIDED)
