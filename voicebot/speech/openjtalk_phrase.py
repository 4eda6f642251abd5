"""A phrase of a sentence as Open JTalk says it among others, so that it can be spliced into any sentence."""

import re
from enum import StrEnum

import numpy as np
import pyopenjtalk

from prompts.sentence import Sentence
from voicebot.speech import mastering, pronunciation
from voicebot.speech.synthesizer import NORMAL_RATE

VERSION = 1
"""Part of every phrase's cache key: raise it when the sound of phrases changes."""

SPEED, SPEED_OF_MORA, FASTEST = 0.41, 0.007, 0.53
"""Of the engine, for a phrase and for each mora more of it, at which phrases last as long as within a whole sentence at
NORMAL_RATE. Nothing is corrected by what was measured, so that each is rendered once."""

_BEFORE = Sentence("", "ご予約は、", "ご予約は、", "ごよやくわ、", fixed=True)
_AFTER = Sentence("", "よろしいですか。", "よろしいですか。", "よろしいですか。", fixed=True)
"""What the phrase is said between: it gives the melody of a sentence that goes on, and is not heard itself."""

_PHONE = re.compile(r"-(.+?)\+")
_PAUSES = {"pau", "sil"}


class Place(StrEnum):
    """Where in its sentence a phrase stands. Its melody depends on it."""

    FIRST = "first"
    INNER = "inner"
    LAST = "last"


class OpenJTalkPhrase:
    """The voice "mei", saying phrases in one place of a sentence."""

    name = "openjtalk"

    def __init__(self, place: Place) -> None:
        self.voice = f"mei, {place} phrase {VERSION}"
        self._place = place

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """See `Synthesizer.speak`; rendered once, a twentieth of the phrase's duration."""
        labels = _labels(sentence, self._place)
        speed = min(SPEED + SPEED_OF_MORA * sentence.morae, FASTEST)
        samples, hertz = pyopenjtalk.synthesize(labels, speed * rate / NORMAL_RATE)
        heard = np.divide(samples, 32_768, dtype=np.float64).astype(np.float32)
        return mastering.master(heard, hertz, rate)


def places(count: int) -> tuple[Place, ...]:
    """Of so many phrases in a row, two at least."""
    return (Place.FIRST, *[Place.INNER] * (count - 2), Place.LAST)


def _labels(phrase: Sentence, place: Place) -> list[str]:
    """The engine's labels of the phrase alone, with the pauses around it, made within a sentence."""
    before, after = place is not Place.FIRST, place is not Place.LAST
    writing = pronunciation.writing(phrase)
    text = _BEFORE.text * before + writing + _AFTER.text * after
    labels: list[str] = pyopenjtalk.extract_fullcontext(text, use_sudachi_kanji_yomi=False)
    pauses = [n for n, label in enumerate(labels) if _PHONE.findall(label)[0] in _PAUSES]
    return labels[pauses[before] : pauses[-1 - after] + 1]
