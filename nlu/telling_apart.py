"""Asked 「パスポートの申請と、パスポートの受取の、どちらですか」, people answer with what differs: 「受け取りです」."""

import re
from collections.abc import Iterator, Sequence

from nlu.lexicon import Entry, Lexicon, Term
from nlu.normalize import normalize
from nlu.phonemes import phonemes

WRITTEN, HEARD = 0.9, 0.85
"""As sure as that when only one of the procedures has the word."""

_SHORTEST = 2
_FEWEST_SOUNDS = 5
_KANJI = re.compile("[一-龥]")
_ENDS_IN_KANA = re.compile("[ぁ-ゖ]$")
_JOINTS = re.compile("[のをがに、・]")


def told_apart(
    text: str, kana: str, asked: Sequence[str], lexicon: Lexicon, *, nouns: bool = False
) -> dict[str, float]:
    """Procedure id -> score, for the one among `asked` of which a word was said that no other has; else empty.
    `nouns`: 取りたい, which a wish for anything ends on, tells nothing."""
    entries = [entry for entry in lexicon.entries if entry.id in asked]
    sounds = phonemes(kana)
    found = {entry.id: _score(entry, entries, text, sounds, nouns) for entry in entries}
    named = {procedure: score for procedure, score in found.items() if score}
    return named if len(named) == 1 else {}


def _score(entry: Entry, entries: Sequence[Entry], text: str, sounds: str, nouns: bool) -> float:
    others = [term for other in entries if other.id != entry.id for term in _terms(other)]
    texts = "|".join(normalize(term.text) for term in others)
    heard = "|".join(phonemes(term.reading) for term in others)
    best = 0.0
    for word, said in _words(entry, nouns):
        whole = len(word) >= _SHORTEST or _KANJI.fullmatch(word)
        if whole and word in text and word not in texts:
            best = max(best, WRITTEN)
        elif len(said) >= _FEWEST_SOUNDS and said in sounds and said not in heard:
            best = max(best, HEARD)
    return best


def _words(entry: Entry, nouns: bool) -> Iterator[tuple[str, str]]:
    """The parts of its names, written and as sounds, not side by side."""
    for term in _terms(entry):
        words, sounds = _JOINTS.split(normalize(term.text)), _JOINTS.split(term.reading)
        verbs = (
            {n for n, word in enumerate(words) if _ENDS_IN_KANA.search(word) and len(words) > 1}
            if nouns
            else set()
        )
        yield from ((word, "") for n, word in enumerate(words) if n not in verbs)
        yield from (("", phonemes(said)) for n, said in enumerate(sounds) if n not in verbs)


def _terms(entry: Entry) -> tuple[Term, ...]:
    return (entry.name, *entry.aliases)
