"""What is to become of a booking that exists, as an answer to 「そのご予約を変更なさいますか」 or 「もう1件お取りしますか」.

「大丈夫です」 and 「結構です」 leave open what is fine, so they are no answer here.
"""

from dataclasses import replace

from nlu import bookings
from nlu.meaning import Answer, Command, Meaning, Request, Scored
from nlu.prepared import Prepared
from nlu.question import Existing, Question
from nlu.vocabulary.answers import BEGINS_NO
from nlu.vocabulary.existing import (
    AFTER_ALL,
    ASKED_OF_IT,
    CALLS_OFF,
    DENIES,
    FINE,
    GIVES_UP,
    HINDERED,
    INSTEAD,
    KEEP,
    KIN_IN_A_REASON,
    MOVE,
    MYSELF,
    ONE_MORE,
    SECOND,
    WISHES_FOR,
    WONDERED,
)
from nlu.vocabulary.phrase import Phrases
from nlu.vocabulary.undecided import UNDECIDED

SURE = 0.9

_HELD_UP = (Command.REPEAT, Command.BACK, Command.AGENT)
"""Commands whose words are found in 「もう1件」, 「前の予約のまま」, 「ほかの人に」."""


def about_existing(meaning: Meaning, said: Prepared, question: Question) -> Meaning:
    """The meaning of an answer to a question about a booking that exists; `said`: the best hypothesis."""
    if question.existing is None:
        return replace(meaning, existing=Existing.SECOND) if ONE_MORE.found(said.text) else meaning
    moves = question.existing is Existing.MOVE
    if meaning.keeps and KEEP.found(said.text):
        return replace(meaning, existing=Existing.KEEP, answer=None, command=None)
    if meaning.keeps and not meaning.unchanged and find_existing(said.text) is not Existing.SECOND:
        return replace(meaning, answer=Scored(Answer.NO, SURE))
    if moves and (asked := _of(ASKED_OF_IT, said)):
        return Meaning(spoken=True, request=asked, asks=True)
    found = find_existing(said.text) or find_existing(said.kana)
    if moves and found is None and not meaning.hard_of_hearing:
        found = _moves(meaning, said)
    if found is not None and not (meaning.hard_of_hearing and found is Existing.SECOND):
        command = None if meaning.command in _HELD_UP else meaning.command
        return replace(meaning, existing=found, answer=None, command=command)
    if said.has(CALLS_OFF):
        return replace(meaning, request=Request.CANCEL, answer=None, command=None)
    if moves and (bookings.gives_back(said.text) or bookings.gives_back(said.kana)):
        return replace(meaning, request=Request.CANCEL, answer=None, command=None)
    if moves and (asked := _of(WONDERED, said)):
        return Meaning(spoken=True, request=asked, asks=True)
    if moves and _undecided(meaning, said):
        return Meaning(spoken=True, request=Request.UNDECIDED)
    if meaning.command is None and GIVES_UP.found(said.text):
        return replace(meaning, command=Command.GOODBYE)
    if FINE.all_of(said.text):
        return replace(meaning, answer=None)
    denied = question.existing is Existing.SECOND and MYSELF.found(said.text)
    if denied or (meaning.answer is None and DENIES.found(said.text)):
        return replace(meaning, answer=Scored(Answer.NO, SURE))
    return meaning


def _of(table: dict[Request, Phrases], said: Prepared) -> Request | None:
    found = (one for one, phrases in table.items() if said.has(phrases))
    return next(found, None)


def _moves(meaning: Meaning, said: Prepared) -> Existing | None:
    """Whether it is told why it is to be moved, or where to."""
    when = meaning.dates or meaning.times or meaning.order
    if when and WISHES_FOR.found(said.text):
        return Existing.MOVE
    no = BEGINS_NO.ends(said.text) or meaning.answer is None or meaning.answer.value is Answer.YES
    return Existing.MOVE if HINDERED.found(said.text) and not no else None


def _undecided(meaning: Meaning, said: Prepared) -> bool:
    named = meaning.dates or meaning.times or meaning.procedures or meaning.answer or meaning.command
    return not named and UNDECIDED.found(said.text)


def find_existing(text: str) -> Existing | None:
    """`text`: normalized, or its reading."""
    if INSTEAD.found(text):
        return Existing.MOVE
    moves = bookings.find(text) is Request.CHANGE or HINDERED.found(text) or AFTER_ALL.found(text)
    if SECOND.found(KIN_IN_A_REASON.replaced(text) if moves else text):
        return Existing.SECOND
    if MOVE.found(text):
        return Existing.MOVE
    return Existing.KEEP if KEEP.found(text) else None
