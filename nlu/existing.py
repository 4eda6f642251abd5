"""What is to become of a booking that exists, as an answer to 「そのご予約を変更なさいますか」 or 「もう1件お取りしますか」.

「大丈夫です」 and 「結構です」 leave open what is fine, so they are no answer here.
"""

from dataclasses import replace

from nlu import bookings
from nlu.meaning import Answer, Command, Meaning, Request, Scored
from nlu.prepared import Prepared
from nlu.question import Existing, Question
from nlu.vocabulary.existing import (
    CALLS_OFF,
    DENIES,
    FINE,
    GIVES_UP,
    INSTEAD,
    KEEP,
    KIN_IN_A_REASON,
    MOVE,
    MYSELF,
    ONE_MORE,
    SECOND,
)

SURE = 0.9

_HELD_UP = (Command.REPEAT, Command.BACK, Command.AGENT)
"""Commands whose words are found in 「もう1件」, 「前の予約のまま」, 「ほかの人に」."""


def about_existing(meaning: Meaning, said: Prepared, question: Question) -> Meaning:
    """The meaning of an answer to a question about a booking that exists; `said`: the best hypothesis."""
    if question.existing is None:
        return replace(meaning, existing=Existing.SECOND) if ONE_MORE.found(said.text) else meaning
    found = find_existing(said.text) or find_existing(said.kana)
    if found is not None:
        command = None if meaning.command in _HELD_UP else meaning.command
        return replace(meaning, existing=found, answer=None, command=command)
    if CALLS_OFF.found(said.text) or CALLS_OFF.found(said.kana):
        return replace(meaning, request=Request.CANCEL, answer=None, command=None)
    if meaning.command is None and GIVES_UP.found(said.text):
        return replace(meaning, command=Command.GOODBYE)
    if FINE.all_of(said.text):
        return replace(meaning, answer=None)
    denied = question.existing is Existing.SECOND and MYSELF.found(said.text)
    if denied or (meaning.answer is None and DENIES.found(said.text)):
        return replace(meaning, answer=Scored(Answer.NO, SURE))
    return meaning


def find_existing(text: str) -> Existing | None:
    """`text`: normalized, or its reading."""
    if INSTEAD.found(text):
        return Existing.MOVE
    moves = bookings.find(text) is Request.CHANGE
    if SECOND.found(KIN_IN_A_REASON.replaced(text) if moves else text):
        return Existing.SECOND
    if MOVE.found(text):
        return Existing.MOVE
    return Existing.KEEP if KEEP.found(text) else None
