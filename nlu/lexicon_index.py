"""The lexicon prepared for matching: phrases with their sounds, and fragments of names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from nlu.lexicon import Lexicon, Term
from nlu.normalize import normalize
from nlu.phonemes import phonemes

_JOINTS = re.compile(r"[の・/()と、]")
MIN_EXACT, MIN_NEAR = 4, 8
"""Phonemes. A shorter name is found by its writing alone: 届 resembles too much."""

_PLACES = frozenset({"窓口", "まどぐち", "受付", "相談窓口"})
"""Parts of names that say where, not what: 「どの窓口ですか」 names no procedure."""

_MIN_FRAGMENT = 2
_MIN_KANA_FRAGMENT = 4


_FORMS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("なった", ("なりま", "なって", "なられ")),
    ("わった", ("わりま", "わって")),
    ("った", ("って", "りま", "いま")),
    ("いた", ("いて", "きま")),
    ("してきた", ("してきま", "してきて")),
    ("した", ("しま", "して")),
    ("きた", ("きま", "きて")),
    ("れた", ("れま", "れて")),
    ("めた", ("めま", "めて")),
    ("えた", ("えま", "えて")),
    ("する", ("しま", "した", "して")),
    ("れる", ("れま", "れて")),
    ("に行く", ("に行きま", "に行って")),
    ("にいく", ("にいきま", "にいって")),
)
"""The past and polite forms of the verbs that callers end on."""


@dataclass(frozen=True, slots=True)
class Phrase:
    text: str
    sounds: str
    """Phonemes; empty for a fragment, which is matched by its writing alone."""

    ids: tuple[str, ...]
    """The entries it may mean, in the office's order."""


@dataclass(frozen=True, slots=True)
class Index:
    phrases: tuple[Phrase, ...]
    """Whole names and aliases, longest first."""

    audible: tuple[Phrase, ...]
    """Those with sounds enough to be found by exactly these sounds."""

    distinct: tuple[Phrase, ...]
    """Those with sounds enough to be found by something near to them."""

    fragments: tuple[Phrase, ...]
    """Beginnings, ends and parts of names (マイナンバーカード, 手当), longest first."""


@lru_cache(maxsize=16)
def index(lexicon: Lexicon) -> Index:
    """Prepared once per lexicon."""
    terms: dict[str, tuple[str, list[str]]] = {}
    parts: dict[str, list[str]] = {}
    for entry in lexicon.entries:
        for term in (entry.name, *entry.aliases):
            for text, reading in _inflected(term):
                _, ids = terms.setdefault(normalize(text), (phonemes(reading), []))
                if entry.id not in ids:
                    ids.append(entry.id)
        for part in _fragments(normalize(entry.name.text)):
            owners = parts.setdefault(part, [])
            if entry.id not in owners:
                owners.append(entry.id)
    phrases = [Phrase(text, sounds, tuple(ids)) for text, (sounds, ids) in terms.items() if text]
    fragments = [Phrase(text, "", tuple(ids)) for text, ids in parts.items()]
    whole = _longest_first(phrases)
    return Index(
        whole,
        tuple(phrase for phrase in whole if len(phrase.sounds) >= MIN_EXACT),
        tuple(phrase for phrase in whole if len(phrase.sounds) >= MIN_NEAR),
        _longest_first(fragments),
    )


def _inflected(term: Term) -> list[tuple[str, str]]:
    """The term and, where it ends in a verb, its other forms: 亡くなった, 亡くなりま(した), 亡くなって."""
    forms = [(term.text, term.reading)]
    for ending, others in _FORMS:
        if term.text.endswith(ending) and term.reading.endswith(ending):
            stem, sound = term.text.removesuffix(ending), term.reading.removesuffix(ending)
            return forms + [(stem + other, sound + other) for other in others]
    return forms


def _longest_first(phrases: list[Phrase]) -> tuple[Phrase, ...]:
    return tuple(sorted(phrases, key=lambda phrase: -len(phrase.text)))


def _fragments(name: str) -> set[str]:
    pieces = set(_JOINTS.split(name))
    for piece in list(pieces):
        pieces |= {piece[:size] for size in range(2, len(piece))} | {
            piece[-size:] for size in range(2, len(piece))
        }
    return {piece for piece in pieces if _means_something(piece)}


def _means_something(piece: str) -> bool:
    if piece in _PLACES:
        return False
    if re.fullmatch(r"[ぁ-ゖァ-ヺー]+", piece):
        return len(piece) >= _MIN_KANA_FRAGMENT and piece[0] != "ー"
    return len(piece) >= _MIN_FRAGMENT and not re.match("[ぁ-ゖー]", piece)
