"""A hypothesis in every form that the finders need."""

import re
from dataclasses import dataclass
from functools import lru_cache

from nlu import spoken
from nlu.normalize import digits, normalize, without_fillers
from nlu.reading import Reading, hiragana, read

_KATAKANA = re.compile(r"[ァ-ヺー、。]+")


@dataclass(frozen=True, slots=True)
class Prepared:
    text: str
    """Normalized."""

    kana: str
    """How it sounds, in hiragana."""

    written: str
    """The text with numerals in digits and spoken dates in their usual writing."""

    heard: str
    """The same made from the sounds alone: where the words are wrong, this is often right."""

    sounded: bool = False
    """Whether the engine told the sounds; else they are read off the writing."""


@lru_cache(maxsize=1024)
def prepare(text: str, reading: str = "") -> Prepared:
    """`text` as the engine wrote it; `reading` in hiragana where the engine hears sounds."""
    normal = normalize(text)
    smooth = without_fillers(hiragana(normal) if _KATAKANA.fullmatch(normal) else normal)
    counted = digits(spoken.respell(smooth))
    sounds = Reading(hiragana(normalize(reading))) if reading else read(counted)
    return Prepared(
        text=normal,
        kana=sounds.kana,
        written=digits(spoken.rewrite(counted)),
        heard=spoken.rewrite_reading(sounds),
        sounded=bool(reading),
    )
