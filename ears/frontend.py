"""A text as Open JTalk reads it: what the voices speak, and the sounds that the listener must write."""

import re
import warnings
from dataclasses import dataclass
from typing import Any

import pyopenjtalk

from nlu.phonemes import phonemes
from nlu.reading import hiragana

_NOT_SPOKEN = re.compile(r"[^ぁ-ゖァ-ヺー一-龥々〇0-9０-９、。？！]")


@dataclass(frozen=True, slots=True)
class Spoken:
    """One stretch of speech between two pauses."""

    features: list[Any]
    """Open JTalk's analysis; the voice speaks this very one."""

    kana: str
    """Hiragana as pronounced, long vowels as ー."""


def read(text: str) -> list[Spoken]:
    """The stretches of a text, which 「…」 parts. Stretches that hold nothing to say are left out."""
    stretches = []
    for piece in text.split("…"):
        speakable = _NOT_SPOKEN.sub("", piece)
        if not speakable.strip("、。？！"):
            continue
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            features = pyopenjtalk.run_frontend(speakable, use_sudachi_kanji_yomi=False)
        kana = "".join(hiragana(word["pron"]) for word in features)
        if kana:
            stretches.append(Spoken(features, kana))
    return stretches


def sounds(text: str) -> str:
    """The text in the symbols of `nlu.phonemes`, devoiced vowels as vowels."""
    return phonemes("".join(stretch.kana for stretch in read(text)))
