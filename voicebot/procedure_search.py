"""Procedures found by what a resident types: a part of a name, of its reading, of what people call it or of its counter's
name, a sentence that tells it, and what is nearly one of these."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from calendar_backend import OfficeFile
from nlu.lexicon import Lexicon
from nlu.normalize import normalize
from nlu.phonemes import phonemes, similarity
from nlu.procedures import find_procedures
from nlu.reading import read
from nlu.vocabulary.word import folded
from voicebot import desk

LONGEST = 60
"""Characters that are looked at."""

WHOLE, BEGINS, WITHIN, TOLD = 1.0, 0.9, 0.8, 0.7
"""How good a find is: a whole name, its beginning, a part of it, what a sentence tells."""

NEARLY = 0.74
"""Likeness of writing or of sounds from which on a name may be what was meant."""

_ALIAS, _TAG = 0.05, 0.1
"""How much less than its name other names of a procedure count, and its counter's name."""

_SHORTEST = 3
"""Signs, or phonemes, from which on what is nearly a name is looked for."""


@dataclass(frozen=True, slots=True)
class Match:
    procedure_id: str
    why: str
    """The name, the word or the counter that was found, as the office writes it."""


@dataclass(frozen=True, slots=True)
class _Name:
    procedure_id: str
    text: str
    """As the office writes it."""

    written: str
    reading: str
    sounds: str
    less: float


def search(office: OfficeFile, text: str) -> tuple[Match, ...]:
    """The best first. Several words with spaces between them are all to be found. Empty: nothing is like it."""
    wanted = [part for part in map(_plain, text[:LONGEST].split()) if part]
    if not wanted:
        return ()
    lexicon = desk.office(office).lexicon
    names = _names(lexicon, tuple((p.id, _counter(office, p.counter)) for p in office.procedures))
    found = _all(wanted, lambda part: _parts(part, names)) or _told("".join(wanted), lexicon, names)
    found = found or _all(wanted, lambda part: _near(part, names))
    order = {procedure.id: place for place, procedure in enumerate(office.procedures)}
    best = sorted(found.items(), key=lambda one: (-one[1][0], order[one[0]]))
    return tuple(Match(procedure_id, why) for procedure_id, (_, why) in best)


_Found = dict[str, tuple[float, str]]
"""Procedure id -> how good, and what was found."""


def _all(wanted: list[str], find: Callable[[str], _Found]) -> _Found:
    first, *others = map(find, wanted)
    for other in others:
        first = {id_: (first[id_][0] + other[id_][0], first[id_][1]) for id_ in first.keys() & other.keys()}
    return first


def _parts(part: str, names: tuple[_Name, ...]) -> _Found:
    return _best((name, score - name.less) for name in names if (score := _part(part, name)))


def _part(part: str, name: _Name) -> float:
    for whole in (name.written, name.reading):
        if part == whole:
            return WHOLE
        if part in whole:
            return BEGINS if whole.startswith(part) else WITHIN
    return 0.0


def _told(said: str, lexicon: Lexicon, names: tuple[_Name, ...]) -> _Found:
    """What the telephone would understand."""
    scores = find_procedures(said, read(said).kana, lexicon, asked=True)
    own = {name.procedure_id: name for name in reversed(names) if not name.less}
    return {id_: (TOLD * score, own[id_].text) for id_, score in scores.items()}


def _near(part: str, names: tuple[_Name, ...]) -> _Found:
    sounds = phonemes(read(part).kana) if not _is_kana(part) else phonemes(part)
    liked = ((name, _likeness(part, sounds, name)) for name in names)
    return _best((name, TOLD * score - name.less) for name, score in liked if score >= NEARLY)


def _likeness(part: str, sounds: str, name: _Name) -> float:
    heard = similarity(sounds, name.sounds) if min(len(sounds), len(name.sounds)) > _SHORTEST else 0.0
    if min(len(part), len(name.written)) < _SHORTEST:
        return heard
    return max(heard, fuzz.ratio(part, name.written) / 100, fuzz.ratio(part, name.reading) / 100)


def _best(found: Iterator[tuple[_Name, float]]) -> _Found:
    best: _Found = {}
    for name, score in found:
        if score > best.get(name.procedure_id, (0.0, ""))[0]:
            best[name.procedure_id] = score, name.text
    return best


@lru_cache(maxsize=16)
def _names(lexicon: Lexicon, counters: tuple[tuple[str, str], ...]) -> tuple[_Name, ...]:
    """In the office's order, the name of each procedure first."""
    tags = dict(counters)
    return tuple(
        _Name(entry.id, text, _plain(text), _plain(reading), phonemes(_plain(reading)), less)
        for entry in lexicon.entries
        for text, reading, less in (
            (entry.name.text, entry.name.reading, 0.0),
            *((alias.text, alias.reading, _ALIAS) for alias in entry.aliases),
            (tags[entry.id], "", _TAG),
        )
    )


def _counter(office: OfficeFile, counter_id: str) -> str:
    counter = office.counter(counter_id)
    return counter.name if counter else ""


def _plain(text: str) -> str:
    return folded(normalize(text, LONGEST)).replace(" ", "")


def _is_kana(text: str) -> bool:
    return all("ぁ" <= sign <= "ゖ" or sign == "ー" for sign in text)
