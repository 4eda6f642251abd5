"""What in a recorded call tells who phoned: numbers and names, in whatever spelling."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import jaconv
import pyopenjtalk

import nlu
from dialog import events
from dialog.state import State
from nlu.digit_words import runs
from nlu.names import introduces
from nlu.normalize import normalize
from nlu.question import Expect
from prompts.notes import NAME_RECORDED
from voicebot.replay.side import Step

PART_OF_A_NUMBER = 4
"""So many digits in a row that are part of a known number tell it."""

ANY_NUMBER = 7
"""So many digits in a row are a number, whoever's it is."""

SHORTEST_NAME, SHORTEST_GUESS = 2, 3
"""Kana of a name that are looked for: of the one that was understood, and of others that it may have been."""

_WEEKDAY = re.compile("(?:ゲツ|カ|スイ|モク|キン|ド|ニチ)ヨ(?:ビ)?")
"""カヨ is a name, and is in 火曜日."""

_ASKS_WHO = (Expect.NAME, Expect.DIGITS)


@dataclass(frozen=True, slots=True)
class Person:
    """What is known of who phoned."""

    numbers: frozenset[str]
    """Digits of telephone numbers, as they are dialled, and booking numbers."""

    names: frozenset[str]
    """As `kana` writes them, surname and given name by themselves."""

    def told_by(self, text: str) -> bool:
        """Whether a text tells who it is, or somebody's number."""
        digits = [run.digits for run in runs(normalize(text, len(text)))]
        if any(self._is_number(one) for one in digits) or introduces(text):
            return True
        if not self.names:
            return False
        sounds = _WEEKDAY.sub("/", kana(text))
        return any(name in sounds for name in self.names)

    def _is_number(self, digits: str) -> bool:
        if len(digits) >= ANY_NUMBER:
            return True
        return len(digits) >= PART_OF_A_NUMBER and any(digits in number for number in self.numbers)


def kana(text: str) -> str:
    """How a text sounds: katakana, long vowels written one way."""
    read = str(pyopenjtalk.g2p(text, kana=True, use_sudachi_kanji_yomi=False))
    sounds = re.sub("[^ァ-ヴ]", "", jaconv.hira2kata(read).replace("ー", ""))
    return re.sub("(?<=[オコソトノホモヨロゴゾドボポョウクスツヌフムユルグズブプュ])[ウオ]", "", sounds)


def person(steps: Iterable[Step]) -> Person:
    """Of a folded call."""
    numbers: set[str] = set()
    names: set[str] = set()
    guesses: set[str] = set()
    for one in steps:
        if isinstance(one.event, events.CallStarted):
            numbers |= set(_dialled(one.event.caller))
            numbers |= {booking.number for booking in (*one.event.affected, *one.event.standing)}
        if isinstance(one.event, events.BookingsFound):
            numbers |= {booking.number for booking in one.event.bookings}
        if one.after is not None:
            numbers |= {*_dialled(one.after.phone), one.after.claimed, one.after.number}
            if one.after.name != NAME_RECORDED:
                names |= set(one.after.name.split())
        if isinstance(one.event, events.Heard) and one.before is not None:
            guesses |= _guesses(one.event, one.before)
    known = {name for name in map(kana, names) if len(name) >= SHORTEST_NAME}
    known |= {name for name in map(kana, guesses) if len(name) >= SHORTEST_GUESS}
    return Person(frozenset(filter(None, numbers)), frozenset(known))


def _guesses(event: events.Heard, state: State) -> set[str]:
    """All names that may have been said where a name was asked for; the best of them may be misheard."""
    if state.question.expect is not Expect.NAME:
        return set()
    meaning = nlu.interpret(event.hypotheses, state.question, event.at, state.lexicon)
    return {part for name in meaning.names for part in name.value.split()}


def _dialled(number: str) -> Iterator[str]:
    """+81935551234 as 81935551234 and 0935551234."""
    digits = number.removeprefix("+")
    if digits:
        yield digits
        yield "0" + digits.removeprefix("81")


def is_asked_who(state: State | None) -> bool:
    """Whether what is said next is a name or a number."""
    return state is None or state.question.expect in _ASKS_WHO


def tells(before: State | None, after: State | None) -> bool:
    """Whether something of who phones was learnt between the two."""
    if before is None or after is None:
        return True
    return any(
        getattr(before, slot) != getattr(after, slot) for slot in ("name", "phone", "claimed", "dictated")
    )
