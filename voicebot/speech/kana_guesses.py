"""Guesses at an utterance from several sources."""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from nlu.phonemes import phonemes
from nlu.reading import read
from voicebot.speech import ctc_beam
from voicebot.speech.ctc_forward import Posteriors
from voicebot.speech.kana_evidence import evidence
from voicebot.speech.kana_reading import reading
from voicebot.speech.kana_writing import Writing
from voicebot.speech.whisper_model import Decoded

BEST = 5
"""Guesses of a source."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What may have been said, and what speaks for it before the audio is asked."""

    text: str
    reading: str
    sounds: str
    expected: int = 0
    """Sounds in words that the question or the grammar knows."""

    written: int = 0
    """Sounds, where it is a text by Whisper."""

    kept: int = 0
    """Sounds left of such a text where words of it were replaced."""

    doubt: float = math.inf
    """Mean nats, over its tokens, by which Whisper's decoder doubted such a text; infinite for what it did not write."""

    answer: bool = False
    """It is one of the whole answers to a closed question."""


def likeliest(posteriors: Posteriors, writing: Writing) -> list[Guess]:
    """The likeliest symbol of every frame."""
    sounds = ctc_beam.greedy(posteriors)
    return [spoken(sounds, writing)] if sounds else []


def opened(heard: Sequence[ctc_beam.Heard], writing: Writing) -> list[Guess]:
    """The open search's strings."""
    return [spoken(one.sounds, writing) for one in heard[:BEST] if one.sounds]


def allowed(posteriors: Posteriors, writing: Writing) -> list[Guess]:
    """The likeliest whole answers to a closed question."""
    answers = writing.answers
    scores = evidence(posteriors, answers)
    best = [answers[n] for n in np.argsort(-scores, kind="stable")[:BEST]]
    return [replace(spoken(sounds, writing), answer=True) for sounds in best]


def written(texts: Sequence[Decoded], writing: Writing) -> list[Guess]:
    """Whisper's texts by their readings; where it writes a known word otherwise, さらい州 for 再来週, as usual."""
    guesses = []
    for decoded in texts:
        kana = read(decoded.text).kana
        sounds = phonemes(kana)
        if sounds:
            text, expected = writing.write(sounds)
            usual = all(word in decoded.text for word in writing.known(sounds))
            guesses.append(
                Guess(
                    decoded.text if usual else text,
                    kana,
                    sounds,
                    expected,
                    written=len(sounds),
                    doubt=max(0.0, -decoded.log_probability),
                )
            )
    return guesses


def spoken(sounds: str, writing: Writing) -> Guess:
    """Sounds, with the words that are known written as usual."""
    text, expected = writing.write(sounds)
    return Guess(text, reading(sounds), sounds, expected)
