"""The lexicon prepared for matching: phrases with their sounds, and fragments of names."""

import re
from dataclasses import dataclass
from functools import lru_cache

from nlu.lexicon import Lexicon
from nlu.normalize import normalize
from nlu.phonemes import phonemes

_JOINTS = re.compile(r"[の・/()と、]")
_MIN_FRAGMENT = 2
_MIN_KANA_FRAGMENT = 4


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

    fragments: tuple[Phrase, ...]
    """Beginnings, ends and parts of names (マイナンバーカード, 手当), longest first."""


@lru_cache(maxsize=16)
def index(lexicon: Lexicon) -> Index:
    """Prepared once per lexicon."""
    terms: dict[str, tuple[str, list[str]]] = {}
    parts: dict[str, list[str]] = {}
    for entry in lexicon.entries:
        for term in (entry.name, *entry.aliases):
            _, ids = terms.setdefault(normalize(term.text), (phonemes(term.reading), []))
            if entry.id not in ids:
                ids.append(entry.id)
        for part in _fragments(normalize(entry.name.text)):
            owners = parts.setdefault(part, [])
            if entry.id not in owners:
                owners.append(entry.id)
    phrases = [Phrase(text, sounds, tuple(ids)) for text, (sounds, ids) in terms.items() if text]
    fragments = [Phrase(text, "", tuple(ids)) for text, ids in parts.items()]
    return Index(_longest_first(phrases), _longest_first(fragments))


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
    if re.fullmatch(r"[ぁ-ゖァ-ヺー]+", piece):
        return len(piece) >= _MIN_KANA_FRAGMENT and piece[0] != "ー"
    return len(piece) >= _MIN_FRAGMENT and not re.match("[ぁ-ゖー]", piece)
