"""What else people speak of that is on a day of theirs (透析, 葬式), by its sounds: what is one of these words is no misheard name."""

from functools import lru_cache

from nlu.lexicon_index import Index
from nlu.phonemes import phonemes
from nlu.reading import read
from nlu.vocabulary.forms import every_word
from nlu.vocabulary.sentence import OCCUPIES

_SHORTEST = 4
"""Kana."""

_GAP = "、"


def without_everyday(kana: str, prepared: Index) -> str:
    """`kana`, a reading, with a pause where such a word stands."""
    for word in _words(prepared):
        kana = kana.replace(word, _GAP)
    return kana


@lru_cache(maxsize=16)
def _words(prepared: Index) -> tuple[str, ...]:
    """Those that are in no name of the office, the longest first."""
    read_as = {read(word.form).kana for word in every_word() if word.kind in OCCUPIES}
    names = [phrase.sounds.replace(":", "") for phrase in prepared.phrases]
    own = (
        kana
        for kana in read_as
        if len(kana) >= _SHORTEST and not any(phonemes(kana).replace(":", "") in sounds for sounds in names)
    )
    return tuple(sorted(own, key=lambda word: (-len(word), word)))
