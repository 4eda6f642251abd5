"""What an answer to whether a person may phone back means."""

from dataclasses import replace

from nlu.calling import Calling
from nlu.meaning import Answer, Command, Meaning, Request, Scored
from nlu.prepared import Prepared
from nlu.question import Question
from nlu.spoken_digits import find_digits, is_telephone
from nlu.vocabulary import callback as words
from nlu.vocabulary.answers import BEGINS_YES
from nlu.vocabulary.anything_else import NO_MORE

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
    if said.has(words.CALLS_OUT):
        return replace(meaning, command=Command.REPEAT, hard_of_hearing=True)
    if meaning.command not in (None, Command.AGENT, Command.GOODBYE):
        return meaning
    if said.has(words.ERRAND):
        return _only(replace(meaning, calling=Calling.ERRAND), days=True)
    if any(is_telephone(digits) for digits in find_digits(said)):
        return _only(replace(meaning, calling=Calling.OTHER_NUMBER))
    if calling := next((calling for phrases, calling in _QUESTIONS if said.has(phrases)), None):
        return _only(replace(meaning, calling=calling))
    named = bool(meaning.dates or meaning.times or meaning.excluded)
    if named and said.has(words.CONDITION):
        return _only(replace(meaning, calling=Calling.WHEN))
    if said.has(words.DECLINES) or meaning.command is Command.GOODBYE:
        return replace(_only(meaning), answer=Scored(Answer.NO, _SURE))
    if said.has(words.ANY_TIME):
        return replace(_only(meaning), answer=Scored(Answer.YES, _SURE))
    if said.has(words.WHEN):
        return _only(replace(meaning, calling=Calling.WHEN))
    if said.has(words.NOBODY):
        return _only(replace(meaning, calling=Calling.NOBODY))
    if named:
        return _only(replace(meaning, calling=Calling.WHEN))
    if said.has(words.UNSURE) or said.has(words.EITHER_WAY):
        return _only(replace(meaning, calling=Calling.UNSURE))
    return _accepted(meaning, said)


def _accepted(meaning: Meaning, said: Prepared) -> Meaning:
    """A yes, where one is said and nothing is said against it, also 「うん、それだけ」."""
    begins = bool(BEGINS_YES.ends(said.text) or BEGINS_YES.ends(said.kana)) and said.has(NO_MORE)
    if meaning.command or meaning.request not in (None, Request.CALLBACK):
        return meaning
    if not (begins or said.has(words.ACCEPTS)):
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
