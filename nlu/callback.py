"""What an answer to whether a person may phone back means."""

from dataclasses import replace

from nlu.calling import Calling
from nlu.meaning import Answer, Command, Meaning, Request, Scored
from nlu.prepared import Prepared
from nlu.question import Question
from nlu.vocabulary import callback as words
from nlu.vocabulary.phrase import Phrases

_SURE = 0.9

_QUESTIONS = (
    (words.OTHER_NUMBER, Calling.OTHER_NUMBER),
    (words.OWN_NUMBER, Calling.OWN_NUMBER),
    (words.FROM_NUMBER, Calling.FROM_NUMBER),
    (words.COST, Calling.COST),
    (words.LETTER, Calling.LETTER),
)


def about_callback(meaning: Meaning, said: Prepared, question: Question) -> Meaning:
    """The meaning of an answer to a question whether a person may phone back; `said`: the best hypothesis."""
    if not question.phones_back or meaning.emergency or meaning.hard_of_hearing:
        return meaning
    if _found(words.CALLS_OUT, said):
        return replace(meaning, command=Command.REPEAT, hard_of_hearing=True)
    if meaning.command not in (None, Command.AGENT, Command.GOODBYE):
        return meaning
    if _found(words.ERRAND, said):
        return _only(replace(meaning, calling=Calling.ERRAND), days=True)
    if calling := next((calling for phrases, calling in _QUESTIONS if _found(phrases, said)), None):
        return _only(replace(meaning, calling=calling))
    named = bool(meaning.dates or meaning.times or meaning.excluded)
    if named and _found(words.CONDITION, said):
        return _only(replace(meaning, calling=Calling.WHEN))
    if _found(words.DECLINES, said) or meaning.command is Command.GOODBYE:
        return replace(_only(meaning), answer=Scored(Answer.NO, _SURE))
    if _found(words.ANY_TIME, said):
        return replace(_only(meaning), answer=Scored(Answer.YES, _SURE))
    if _found(words.WHEN, said):
        return _only(replace(meaning, calling=Calling.WHEN))
    if _found(words.NOBODY, said):
        return _only(replace(meaning, calling=Calling.NOBODY))
    if named:
        return _only(replace(meaning, calling=Calling.WHEN))
    if _found(words.UNSURE, said) or _found(words.EITHER_WAY, said):
        return _only(replace(meaning, calling=Calling.UNSURE))
    return _accepted(meaning, said)


def _accepted(meaning: Meaning, said: Prepared) -> Meaning:
    """A yes, where one is said and nothing is said against it."""
    if meaning.command or meaning.request not in (None, Request.CALLBACK) or not _found(words.ACCEPTS, said):
        return meaning
    no = meaning.answer is not None and meaning.answer.value is Answer.NO
    if no or (words.BUT.found(said.text) and not words.ACCEPTS.found(_behind(said.text))):
        return _only(replace(meaning, calling=Calling.UNSURE))
    return replace(_only(meaning), answer=Scored(Answer.YES, _SURE))


def _behind(text: str) -> str:
    """What is said behind the last but."""
    return words.BUT.replaced(text, "\n").rsplit("\n", 1)[-1]


def _only(meaning: Meaning, *, days: bool = False) -> Meaning:
    """`meaning` without what nothing is to be done about here; `days`: those named are of a visit."""
    meaning = replace(meaning, command=None, request=None, also=(), answer=None, asks=False, greets=False)
    return meaning if days else replace(meaning, dates=(), times=(), excluded=(), order=None, closes=False)


def _found(phrases: Phrases, said: Prepared) -> bool:
    return phrases.found(said.text) or phrases.found(said.kana)
