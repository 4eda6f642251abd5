"""The answer to whether a booking is to be moved to what was read back, in a sentence that says more than yes or no."""

from dataclasses import replace
from datetime import date

from nlu import bookings
from nlu.meaning import Answer, Command, Meaning, Request, Scored
from nlu.prepared import Prepared
from nlu.question import Effect, Question
from nlu.vocabulary import changing as words

SCORE = 0.85

_AT_ANY_MOMENT = (Command.REPEAT, Command.SLOWER, Command.START_OVER, Command.BACK, Command.AGENT)


def about_changing(meaning: Meaning, best: Prepared, question: Question) -> Meaning:
    """`meaning`, with what the whole sentence asks about the old place or the number, that it is rather to stand or to be given
    back, or a yes that no rule of one word has."""
    moves = question.effect is Effect.CHANGE and question.read_back
    if not moves or meaning.emergency or meaning.command in _AT_ANY_MOMENT:
        return meaning
    text = best.text
    if words.OLD_PLACE.found(text):
        return _asked(meaning, Request.STANDS_UNTIL)
    if words.NUMBER.found(text):
        return _asked(meaning, Request.NUMBER)
    known = {*question.anchor.days, *question.anchor.earlier}
    if meaning.request is Request.CHECK and (meaning.excluded or not _only_on(meaning, known)):
        return replace(meaning, request=None, answer=None)
    if (
        words.STAYS.found(text)
        and not words.OF_A_PART.found(text)
        and _only_on(meaning, known)
        and not meaning.times
    ):
        return replace(_asked(meaning, None), keeps=True)
    if words.GIVES_UP.found(text) and not bookings.changes(text):
        return _asked(meaning, Request.CANCEL)
    read_back = _only_on(meaning, {*question.anchor.days}) and all(
        said.value.first in question.anchor.times for said in meaning.times[:1]
    )
    return _answered(meaning) if read_back and _is_yes(meaning, text) else meaning


def _is_yes(meaning: Meaning, text: str) -> bool:
    """Whether all of it, or the end of talk in which nothing else is wished, asks for what was read back."""
    if meaning.excluded or meaning.unchanged or meaning.request or meaning.order or meaning.shift:
        return False
    head, _, last = text.strip("。").rpartition("。")
    leaves = not head or meaning.command is Command.GOODBYE
    if leaves and words.MOVES.all_of(last):
        return True
    end = words.RESOLVED.find(text)
    return end is not None and not words.AGAINST.found(text[: end[0]])


def _only_on(meaning: Meaning, known: set[date]) -> bool:
    """Whether no other day is named than these, and no procedure."""
    return {said.value.first for said in meaning.dates} <= known and not meaning.procedures


def _asked(meaning: Meaning, request: Request | None) -> Meaning:
    return replace(
        meaning,
        request=request,
        answer=None,
        command=None,
        procedures=(),
        dates=(),
        times=(),
        excluded=(),
        unchanged=(),
        order=None,
        shift=None,
    )


def _answered(meaning: Meaning) -> Meaning:
    return replace(meaning, answer=Scored(Answer.YES, SCORE), command=None, closes=False)
