"""What an answer to 「ほかに、ご用件はございますか」 means: that was all, there is more, or something about what was just done."""

from dataclasses import replace

from nlu import bookings, requests
from nlu.existing import find_existing
from nlu.meaning import Answer, Command, Meaning, Request, Scored
from nlu.own_place import elsewhen
from nlu.prepared import Prepared
from nlu.question import Existing, Question
from nlu.vocabulary.anything_else import (
    CLOSES,
    DOES_WITHOUT,
    FOR_TODAY,
    IF_LATE,
    MINE_TOO,
    MORE,
    NO_LONGER,
    NO_MORE,
    RECALL,
    TAKES_BACK,
    TELLS,
    WANTS,
    WILL_COME,
)
from nlu.vocabulary.besides import BESIDES
from nlu.vocabulary.bookings import STANDS_STILL
from nlu.vocabulary.leaving import LEAVES, ONLY_HEARD, THANKS

_SURE = 0.9

_KEPT = (Command.AGENT, Command.START_OVER, Command.SLOWER)
"""Commands that mean the same here as anywhere."""


def about_anything_else(meaning: Meaning, said: Prepared, question: Question) -> Meaning:
    """The meaning of an answer to a question whether there is anything else; `said`: the best hypothesis."""
    if not question.further or meaning.command in _KEPT:
        return meaning
    if meaning.request in BESIDES:
        return meaning
    meaning = replace(meaning, existing=_other(meaning, said) or meaning.existing)
    if said.has(TAKES_BACK):
        moves = Request.CHANGE if elsewhen(meaning, question) else Request.CANCEL
        return replace(meaning, request=moves, command=None, answer=None)
    if meaning.request in (None, Request.DEADLINE) and not meaning.procedures and said.has(IF_LATE):
        return replace(
            meaning, request=Request.LATE, command=None, answer=None, unknown=False, shift=None, asks=False
        )
    if said.has(WILL_COME) and not (meaning.procedures or meaning.request or elsewhen(meaning, question)):
        return replace(meaning, answer=Scored(Answer.NO, _SURE), dates=(), times=(), moments=())
    if meaning.request is None and find_existing(said.text) is Existing.MOVE:
        return replace(meaning, request=Request.CHANGE, command=None, answer=None)
    if meaning.request in (None, Request.CHECK) and said.has(STANDS_STILL):
        return replace(meaning, request=Request.CHECK, command=None, answer=None, existing=None)
    recalls = said.has(RECALL) or bookings.asks_when(said.text) or bookings.asks_when(said.kana)
    if meaning.request in (None, Request.CHECK) and recalls:
        other = meaning.existing if said.has(MINE_TOO) else None
        return replace(meaning, request=Request.CHECK, command=None, answer=None, existing=other)
    if _stays(meaning, said):
        return replace(meaning, answer=Scored(Answer.NO, _SURE), procedures=(), command=None)
    if said.has(FOR_TODAY) and not (meaning.procedures or meaning.request or meaning.emergency):
        no = Scored(Answer.NO, _SURE)
        return replace(meaning, answer=no, command=None, dates=(), times=(), moments=())
    if _wishes(meaning):
        return replace(meaning, answer=None)
    if said.has(MORE):
        return replace(meaning, answer=Scored(Answer.YES, _SURE), command=None, existing=None)
    if meaning.command is Command.GOODBYE or said.has(NO_MORE) or leaves(said):
        return replace(meaning, answer=Scored(Answer.NO, _SURE), command=None, existing=None)
    if meaning.asks:
        return replace(meaning, answer=None)
    if said.has(NO_LONGER):
        return replace(meaning, request=Request.CANNOT_COME, answer=None)
    if not replace(meaning, greets=False).understood and _only_tells(said):
        return replace(meaning, answer=Scored(Answer.NO, _SURE))
    return meaning


def closes(said: Prepared) -> bool:
    """Whether the caller takes leave, or does without a visit, once something was answered."""
    return (said.has(CLOSES) or said.has(DOES_WITHOUT)) and not said.has(MORE)


def leaves(said: Prepared) -> bool:
    """Whether the caller thanks, puts off or does without a booking: 息子と相談してみます; nothing else is wished."""
    if said.has(MORE):
        return False
    if THANKS.found(said.text) or (NO_MORE.found(said.text) and not ONLY_HEARD.found(said.text)):
        return True
    return said.has(LEAVES) and not requests.asks(said.text)


def _only_tells(said: Prepared) -> bool:
    """Nothing is wanted: やっぱり怪しいと思うたんよ、娘にも話しとくね."""
    return TELLS.found(said.text) and not said.has(WANTS)


def _other(meaning: Meaning, said: Prepared) -> Existing | None:
    """もう一つの予約, 母の分も: not what was just done."""
    found = find_existing(said.text) or find_existing(said.kana)
    named = meaning.procedures or meaning.times
    return found if found is Existing.SECOND and (named or said.has(MINE_TOO)) else None


def _stays(meaning: Meaning, said: Prepared) -> bool:
    """What else was named stands as it is: 年金のほうはそのままで."""
    if meaning.request or meaning.unchanged or meaning.dates or meaning.times:
        return False
    return find_existing(said.text) is Existing.KEEP


def _wishes(meaning: Meaning) -> bool:
    return bool(meaning.procedures or meaning.dates or meaning.times or meaning.request or meaning.emergency)
