"""Guesses at an utterance from several sources, weighed against each other by its sounds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nlu.hypothesis import Hypothesis
from nlu.phonemes import phonemes
from nlu.reading import read
from voicebot.speech import ctc_beam
from voicebot.speech.ctc_forward import Posteriors, log_likelihoods
from voicebot.speech.ctc_spotting import spot
from voicebot.speech.kana_reading import reading
from voicebot.speech.kana_writing import Writing
from voicebot.speech.whisper_model import Decoded

BEST = 5
"""Hypotheses handed back."""

WORDS_MENDED = 4
"""Words of the question that are put in the place where they may have been said."""

_MENDED_FROM = -1.5
"""Mean evidence of a word's sounds from which it may have been said."""

# In nats for each sound: what an open string of sounds lacks of the likelihood of words.
_WRITTEN = 0.5
_EXPECTED = 0.3
_TEMPERATURE = 2.0


@dataclass(frozen=True, slots=True)
class Guess:
    """What may have been said."""

    text: str
    reading: str
    sounds: str
    prior: float = 0.0
    """Natural log, before the audio is asked."""


def opened(heard: Sequence[ctc_beam.Heard], writing: Writing) -> list[Guess]:
    """The open search's strings."""
    return [_spoken(one.sounds, writing) for one in heard[:BEST] if one.sounds]


def mended(posteriors: Posteriors, writing: Writing) -> list[Guess]:
    """The likeliest symbols of all frames, but for the place of a word that nearly stands there."""
    found = [
        (place, word)
        for place, word in zip(spot(posteriors, writing.words), writing.words, strict=True)
        if place.evidence > _MENDED_FROM * len(word)
    ]
    # The longer of two words that fit is the better guess.
    found.sort(key=lambda pair: -(pair[0].evidence - _MENDED_FROM * len(pair[1])))
    return [
        _spoken(
            ctc_beam.greedy(posteriors[: place.start]) + word + ctc_beam.greedy(posteriors[place.end :]),
            writing,
        )
        for place, word in found[:WORDS_MENDED]
    ]


def written(texts: Sequence[Decoded], writing: Writing) -> list[Guess]:
    """Whisper's texts by their readings."""
    guesses = []
    for decoded in texts:
        kana = read(decoded.text).kana
        sounds = phonemes(kana)
        if sounds:
            prior = _WRITTEN * len(sounds) + _EXPECTED * writing.write(sounds)[1]
            guesses.append(Guess(decoded.text, kana, sounds, prior))
    return guesses


def weigh(posteriors: Posteriors, guesses: Sequence[Guess]) -> tuple[Hypothesis, ...]:
    """At most BEST hypotheses, best first. Of guesses that sound alike the first one's writing stays."""
    unique: dict[str, Guess] = {}
    for guess in guesses:
        unique.setdefault(guess.sounds, guess)
    if not unique:
        return ()
    kept = list(unique.values())
    evidence = log_likelihoods(posteriors, list(unique)) + np.array([guess.prior for guess in kept])
    weights = np.exp((evidence - evidence.max()) / _TEMPERATURE)
    weights /= weights.sum()
    order = np.argsort(-weights, kind="stable")[:BEST]
    return tuple(Hypothesis(kept[n].text, float(weights[n]), kept[n].reading) for n in order)


def _spoken(sounds: str, writing: Writing) -> Guess:
    text, expected = writing.write(sounds)
    return Guess(text, reading(sounds), sounds, _EXPECTED * expected)
