"""What is asked about a booking that is read back, or was just made."""

from collections.abc import Sequence

from nlu.asked_for import needed
from nlu.lexicon import Lexicon
from nlu.lexicon_index import index
from nlu.meaning import Request, Scored
from nlu.prepared import Prepared
from nlu.question import Effect, Expect, Question
from nlu.vocabulary.besides import BESIDES, DONE, ERRANDS, NEEDED, OF_JUST_NOW, SETTLED, TOGETHER
from nlu.vocabulary.questions import QUESTIONS
from nlu.voting import SURE


def find_besides(best: Prepared, procedures: Sequence[Scored[str]], question: Question) -> Request | None:
    """None where it is asked about another one of `procedures`, which were found in `best`."""
    opens = question.expect in (Expect.ANY, Expect.PROCEDURE) and not (question.standing or question.altering)
    if opens and not procedures:
        return Request.ERRANDS if best.has(ERRANDS) else None
    if question.made and question.expect in (Expect.DATE, Expect.TIME):
        recalls = best.has(OF_JUST_NOW)
        return Request.CHECK if recalls else None
    asked = question.read_back or question.further or question.altering
    if not asked or question.effect is Effect.CANCEL or of_another(procedures, question):
        return None
    return _found(best.text, question) or _found(best.kana, question)


def what_to_bring(best: Prepared, question: Question, lexicon: Lexicon) -> Request | None:
    """BRING where it is asked if a thing is needed, other than our papers, for what is read back or was just made."""
    asked = (question.read_back or question.further) and question.effect is not Effect.CANCEL
    if not asked or not best.has(NEEDED) or needed(best.text, best.kana, index(lexicon)):
        return None
    return Request.BRING


def of_another(procedures: Sequence[Scored[str]], question: Question) -> bool:
    """年金の話はまた今度で: what is read back stands."""
    named = {one.value for one in procedures if one.score >= SURE}
    return bool(question.read_back) and not named <= set(question.read_back)


def _found(text: str, question: Question) -> Request | None:
    found = next((one for one, phrases in BESIDES.items() if phrases.found(text)), None)
    if found is Request.COPIES and QUESTIONS[Request.FEE].found(text):
        return None  # 三通ほしいんですけど、お金はいくらですか
    if found:
        return found
    if question.altering:
        return None
    if question.several and TOGETHER.found(text):
        return Request.COUNTER
    if question.read_back:
        return Request.SETTLED if SETTLED.found(text) else None
    if DONE.found(text):
        return Request.CHECK
    return Request.ERRANDS if ERRANDS.found(text) else None
