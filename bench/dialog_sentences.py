"""How long every sentence of `prompts` lasts and how fast it is, as the service speaks it, with sample values."""

from collections.abc import Iterator
from dataclasses import dataclass

import prompts
from prompts.sentence import Sentence
from voicebot.speech import mastering
from voicebot.speech.synthesizer import SAMPLE_RATE, Synthesizer


@dataclass(frozen=True, slots=True)
class Spoken:
    """One wording as it sounds."""

    sentence: Sentence
    longest_s: float
    """Of its parts, cut at 「。」."""

    seconds: float
    """All of it."""

    morae_a_second: float
    """Without the pauses."""


def spoken(voice: Synthesizer) -> Iterator[Spoken]:
    """Every wording of every key, spoken piece by piece as in a call."""
    for sentence in prompts.sample_sentences():
        pieces = [voice.speak(piece) for piece in sentence.pieces()]
        seconds = [len(piece) / SAMPLE_RATE for piece in pieces]
        sounding = sum(mastering.sounding_seconds(piece) for piece in pieces)
        yield Spoken(sentence, max(seconds), sum(seconds), sentence.morae / sounding)
