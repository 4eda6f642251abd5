"""A hypothesis in every form that the finders need."""

import re
from dataclasses import dataclass
from functools import lru_cache

from nlu.normalize import normalize, without_fillers
from nlu.reading import hiragana, read
from nlu.usual import usual
from nlu.vocabulary.phrase import Phrases
from nlu.vocabulary.spelling import OBJECT, WELL

_KATAKANA = re.compile(r"[ァ-ヺー、。]+")


@dataclass(frozen=True, slots=True)
class Prepared:
    text: str
    """Normalized."""

    kana: str
    """How it sounds, in hiragana."""

    smooth: str
    """The text without fillers."""

    written: str
    """The text with numerals in digits and spoken dates in their usual writing."""

    sounded: bool = False
    """Whether the engine told the sounds; else they are read off the writing."""

    def has(self, phrases: Phrases) -> bool:
        """Whether one of the phrases stands in the text, or in how it sounds."""
        return phrases.found(self.text) or phrases.found(self.kana)


def _spelled(text: str) -> str:
    """With を and よう where they are written by their sound alone, in as many characters."""
    return OBJECT.replaced(WELL.replaced(text, "よう"), "を")


@lru_cache(maxsize=1024)
def prepare(text: str, reading: str = "") -> Prepared:
    """`text` as the engine wrote it; `reading` in hiragana where the engine hears sounds."""
    normal = _spelled(normalize(text))
    smooth = without_fillers(hiragana(normal) if _KATAKANA.fullmatch(normal) else normal)
    kana = hiragana(normalize(reading)) if reading else read(smooth).kana
    return Prepared(text=normal, kana=kana, smooth=smooth, written=usual(smooth), sounded=bool(reading))
