"""A booking chosen by a part of what it is for, where several stand: でんしのほう, カードのやつ."""

from collections.abc import Iterable

from nlu.lexicon import Lexicon
from nlu.vocabulary.presumed import POINTED_AT
from nlu.vocabulary.which_booking import LEADS, NAMED_ALONE
from nlu.vocabulary.word import pronounced

_SHORTEST = 3
"""Kana of a part of a name."""

_PAUSES = "、。?!"


def part_of_name(kana: str, ids: tuple[str, ...], lexicon: Lexicon) -> tuple[str, ...]:
    """The one of `ids` in whose name alone stands what a clause begins with and points at; empty where there is none.
    `kana`: what was said, in hiragana."""
    names = {one.id: _in_parts(one.name.reading) for one in lexicon.entries if one.id in ids}
    for pause in _PAUSES:
        kana = kana.replace(pause, "\n")
    named: set[str] = set()
    for clause in pronounced(kana).split("\n"):
        head = _head(clause[max(LEADS.ends(clause), default=0) :], names.values())
        owners = {id for id, name in names.items() if head and head in name}
        named |= owners if len(owners) == 1 else set()
    return tuple(named) if len(named) == 1 else ()


def _in_parts(reading: str) -> str:
    """As it sounds, each part by itself: the う of うけとり makes no long の."""
    return " ".join(pronounced(part) for part in reading.split("の"))


def _head(said: str, names: Iterable[str]) -> str:
    """The longest beginning that stands in a name, before what points at it or ends the clause."""
    for end in range(len(said), _SHORTEST - 1, -1):
        part = said[:end]
        pointed = POINTED_AT.ends(said, end) or NAMED_ALONE.ends(said, end)
        if pointed and any(part in name for name in names):
            return part
    return ""
