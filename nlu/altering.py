"""The answer to what of a read-back is to be another, in a sentence that names none of its parts."""

from dataclasses import replace

from nlu.meaning import Command, Meaning, Request
from nlu.prepared import Prepared
from nlu.question import Question
from nlu.vocabulary import altering as words

_AT_ANY_MOMENT = (Command.AGENT, Command.GOODBYE, Command.SLOWER, Command.BACK)


def about_altering(meaning: Meaning, best: Prepared, question: Question) -> Meaning:
    """`meaning`, which keeps what was read back, or changes every part of it, or asks about the office or for whom it is."""
    if not question.altering or meaning.emergency or meaning.command in _AT_ANY_MOMENT:
        return meaning
    if best.has(words.EACH):
        return Meaning(spoken=True, request=Request.ONE_EACH, asks=True)
    if best.has(words.FOR_ANOTHER):
        return Meaning(spoken=True, request=Request.PROXY, asks=True)
    if ward := meaning.ward or _ward(best):
        return replace(meaning, ward=ward, request=None, answer=None, asks=False)
    if meaning.dates or meaning.times or meaning.procedures or meaning.order or meaning.shift:
        return meaning
    if best.has(words.STANDS):
        return Meaning(spoken=True, keeps=True)
    every = best.has(words.EVERYTHING) and meaning.command is None
    return Meaning(spoken=True, every=True) if every else meaning


def _ward(best: Prepared) -> str:
    return next((ward for ward, said in words.WARD_MEANT if best.has(said)), "")
