"""What a listener for sounds looks for, as words of the vocabulary by their readings and which class may follow which."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache, lru_cache

from nlu import kana_numbers
from nlu.lexicon import Lexicon, Term
from nlu.reading import hiragana
from nlu.surnames import surnames
from nlu.vocabulary.forms import listened
from nlu.vocabulary.word import Word


class Class(StrEnum):
    """Words that stand in the same places. A run of DIGIT is a number said digit by digit."""

    FILLER = "filler"
    MONTH = "month"
    DAY = "day"
    WHOLE_DAY = "whole day"
    WEEK = "week"
    WEEKDAY = "weekday"
    OF = "of"
    HALF = "half of the day"
    HOUR = "hour"
    MINUTE = "minute"
    WHOLE_TIME = "whole time"
    ABOUT = "about"
    PROCEDURE = "procedure"
    DIGIT = "digit"
    PARTICLE = "particle"
    ENDING = "ending"
    NAME = "name"


_C = Class
_KINDS = {
    _C.FILLER: "Filler", _C.MONTH: "Month RelativeMonth", _C.DAY: "DayNumber", _C.WEEK: "RelativeWeek Coming", _C.WEEKDAY: "Weekday", _C.OF: "Of-",
    _C.WHOLE_DAY: "RelativeDay NextDay WeeksLater DaysLater MonthEnd Weekend WeekPart DayWish", _C.HALF: "Half", _C.HOUR: "Hour HourAndHalf",
    _C.MINUTE: "HalfHour Minute", _C.WHOLE_TIME: "Part Noon TimeWish", _C.ABOUT: "Around After To Until MinutesBefore Exactly", _C.PROCEDURE: "Procedure",
    _C.DIGIT: "Digit", _C.PARTICLE: "Particle", _C.ENDING: "Ending Copula BehindName", _C.NAME: "Name",
}  # fmt: skip
"""The vocabulary's kinds of each class."""
_CLASSES = {kind: one for one, kinds in _KINDS.items() for kind in kinds.split()}
_AROUND = frozenset({_C.FILLER, _C.OF, _C.ABOUT, _C.PARTICLE, _C.ENDING, _C.DIGIT})


def class_of(word: Word) -> Class:
    """`word`: one of a grammar."""
    return _CLASSES[word.kind]


def tells(word: Word) -> bool:
    """Whether it says something about the booking."""
    return class_of(word) not in _AROUND


@dataclass(frozen=True, slots=True)
class Grammar:
    """Words, and the successions of classes. Anything may be said before, between and after them."""

    words: tuple[Word, ...] = ()
    """By their readings (`form`), with how they are written and, where they have one, their value; a name of procedures has
    the ids of all that bear it."""

    follows: frozenset[tuple[Class, Class]] = field(default=frozenset())
    """(first, second): `second` may follow directly."""


NO_GRAMMAR = Grammar()

_ENDS_DAY = (_C.DAY, _C.WHOLE_DAY, _C.WEEKDAY, _C.WEEK, _C.MONTH)
_ENDS_TIME = (_C.HOUR, _C.MINUTE, _C.WHOLE_TIME, _C.ABOUT, _C.HALF)
_ENDS = (*_ENDS_DAY, *_ENDS_TIME, _C.PROCEDURE)
_BEGINS = (_C.MONTH, _C.DAY, _C.WHOLE_DAY, _C.WEEK, _C.WEEKDAY, _C.HALF, _C.HOUR, _C.WHOLE_TIME, _C.PROCEDURE)
FOLLOWS = frozenset(
    {
        *((_C.FILLER, one) for one in Class),
        *((one, _C.FILLER) for one in Class),
        *((_C.ENDING, one) for one in _BEGINS),
        *((_C.PARTICLE, one) for one in (*_BEGINS, _C.ENDING, _C.MINUTE)),
        *((one, following) for one in _ENDS for following in (_C.OF, _C.PARTICLE, _C.ENDING)),
        *((_C.OF, one) for one in (*_BEGINS, _C.MINUTE)),
        *((one, following) for one in _ENDS_DAY for following in (_C.HALF, _C.HOUR, _C.WHOLE_TIME)),
        (_C.MONTH, _C.DAY), (_C.WEEK, _C.WEEKDAY), (_C.WEEK, _C.DAY), (_C.DAY, _C.WEEKDAY), (_C.HALF, _C.HOUR),
        (_C.HOUR, _C.MINUTE), (_C.HOUR, _C.ABOUT), (_C.MINUTE, _C.ABOUT), (_C.WHOLE_TIME, _C.ABOUT), (_C.HALF, _C.ABOUT),
        (_C.DAY, _C.ABOUT), (_C.WEEKDAY, _C.ABOUT), (_C.DIGIT, _C.DIGIT), (_C.DIGIT, _C.ENDING), (_C.DIGIT, _C.OF), (_C.OF, _C.DIGIT),
        (_C.NAME, _C.ENDING), (_C.NAME, _C.OF), (_C.PARTICLE, _C.NAME), (_C.PARTICLE, _C.PARTICLE), (_C.ENDING, _C.PARTICLE), (_C.ENDING, _C.ENDING),
    }
)  # fmt: skip


@lru_cache(maxsize=16)
def grammar(lexicon: Lexicon) -> Grammar:
    """Built once for a lexicon: a procedure that a clerk adds is a word of the next question."""
    standing = (word for word in listened() if word.kind in _CLASSES and word.kind != "BehindName")
    return Grammar((*standing, *digits(), *_office(lexicon)), FOLLOWS)


@cache
def names_grammar() -> Grammar:
    """Surnames, and what stands around them."""
    known = (Word(hiragana(name), "Name", name, written=name) for name in surnames())
    return Grammar((*known, *_of_kinds("Filler", "Copula", "BehindName")), FOLLOWS)


@cache
def digits_grammar() -> Grammar:
    """Digits, の between them, and what stands around them."""
    return Grammar((*digits(), *_of_kinds("Filler", "Of-", "Copula", "Ending")), FOLLOWS)


def _of_kinds(*kinds: str) -> tuple[Word, ...]:
    return tuple(word for word in listened() if word.kind in kinds)


@cache
def digits() -> tuple[Word, ...]:
    """ぜろ, れい, まる, いち …"""
    return tuple(Word(said, "Digit", n, written=str(n)) for n in range(10) for said in kana_numbers.digits(n))


def _office(lexicon: Lexicon) -> Iterable[Word]:
    ids: dict[Term, dict[str, None]] = {}
    for entry in lexicon.entries:
        for term in (entry.name, *entry.aliases):
            ids.setdefault(term, {})[entry.id] = None
    return (Word(term.reading, "Procedure", tuple(own), written=term.text) for term, own in ids.items())
