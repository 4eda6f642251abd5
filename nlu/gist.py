"""The gist of what no rule understands: what it asks for, or what is to become of a booking, as learnt tables tell it."""

from dataclasses import replace

from nlu import acts
from nlu.meaning import Command, Meaning, Request
from nlu.prepared import Prepared
from nlu.question import Expect, Question
from nlu.vocabulary.besides import FACILITIES

ASKS = 0.5
"""A question from here on is answered: a wrong answer costs a sentence."""

ORDERS = 0.8
"""What a person is to do, or the bot, from here on."""

WANTS = 0.8
"""A wish about a booking that stands, or to be phoned back, from here on is taken up: nothing is done without a yes."""

TALKS = 0.7
"""Talk that asks for nothing from here on."""

BEYOND = 0.8
"""A question that nobody has told us the answer to from here on: what was not heard is asked for again instead."""

KNOWN = 0.3
"""Below it most of what was heard is in no sentence that was learnt from."""

_TOPICS: dict[str, Request] = {
    "access": Request.ACCESS,
    "bring": Request.BRING,
    "convenience_store": Request.CONVENIENCE_STORE,
    "duration": Request.DURATION,
    "fee": Request.FEE,
    "floor": Request.COUNTER,
    "hours": Request.HOURS,
    "machine": Request.MACHINE,
    "parking": Request.PARKING,
    "proxy": Request.PROXY,
    "seal": Request.SEAL,
}
_ORDERS: dict[str, Command] = {"person": Command.AGENT, "slower": Command.SLOWER, "repeat": Command.REPEAT}
_ERRANDS: dict[str, Request] = {
    "callback": Request.CALLBACK,
    "cancel": Request.CANCEL,
    "change": Request.CHANGE,
    "look": Request.CHECK,
}
SENTENCE = 15
"""Sounds from which on it is more than a day or a time that was misheard."""

_OF_PLACE = (Expect.DATE, Expect.TIME, Expect.CHOICE)
_OPEN = (Expect.ANY, Expect.PROCEDURE)
_ASKED = (*_OPEN, *_OF_PLACE, Expect.ANSWER)


def gist(meaning: Meaning, said: Prepared, question: Question) -> Meaning:
    """`meaning` with what the sentence is about; unchanged where something was understood, or the tables are not sure."""
    if meaning.understood or question.expect not in _ASKED or not said.text:
        return meaning
    heard = acts.sounds(said.text)
    if acts.known("topics", heard) < KNOWN:
        return meaning
    long = question.expect in _OF_PLACE and len(heard) >= SENTENCE
    meaning = replace(meaning, talks=long or question.expect is Expect.ANSWER)
    if question.expect in _OPEN:
        label, chance = _likeliest("errands", heard)
        known = question.standing or label == "callback"
        if known and chance >= WANTS and label in _ERRANDS:
            return replace(meaning, request=_ERRANDS[label])
    if FACILITIES.found(said.text):
        return replace(meaning, asks=True)
    label, chance = _likeliest("topics", heard)
    if chance >= ASKS and label in _TOPICS:
        return replace(meaning, request=_TOPICS[label])
    if chance >= ORDERS and label in _ORDERS:
        return replace(meaning, command=_ORDERS[label])
    if chance >= ORDERS and label == "louder":
        return replace(meaning, command=Command.REPEAT, hard_of_hearing=True)
    if chance >= BEYOND and label == "other":
        return replace(meaning, asks=True)
    aimless = chance >= TALKS and label == "-" and not meaning.asks
    if aimless and question.expect in (Expect.DATE, Expect.TIME):
        return replace(meaning, greets=True)
    return meaning


def of_read_back(meaning: Meaning, said: Prepared, question: Question) -> Meaning:
    """`meaning` with what is asked about what is read back, where nothing else is named: 印鑑証明はカードがいるとやったね."""
    named = {one.value for one in meaning.procedures}
    plain = replace(meaning, procedures=(), joined=())
    if not named or not named <= set(question.read_back) or not meaning.checks or plain.understood:
        return meaning
    return replace(meaning, request=gist(plain, said, question).request)


def _likeliest(table: str, heard: str) -> tuple[str, float]:
    chances = acts.likely(table, heard)
    return max(chances.items(), key=lambda pair: pair[1])
