"""Guesses at an utterance from several sources, weighed against each other by its sounds."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from nlu.hints import Candidate
from nlu.hypothesis import Hypothesis
from nlu.phonemes import phonemes
from nlu.reading import read
from voicebot.speech import ctc_beam
from voicebot.speech.ctc_forward import Posteriors, log_likelihoods
from voicebot.speech.ctc_spotting import spot
from voicebot.speech.kana_reading import reading
from voicebot.speech.whisper_model import Decoded

BEST = 5
"""Hypotheses handed back."""

WORDS_MENDED = 4
"""Candidates that are put in the place where they may have been said."""

_SHORTEST_MENDED = 4
"""Sounds; shorter candidates are found everywhere."""

_MENDED_FROM = -1.5
"""Mean evidence of a candidate's sounds from which it may have been said."""

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


def opened(heard: Sequence[ctc_beam.Heard]) -> list[Guess]:
    """The open search's strings."""
    return [_spoken(one.sounds) for one in heard[:BEST] if one.sounds]


def written(texts: Sequence[Decoded]) -> list[Guess]:
    """Whisper's texts by their readings."""
    guesses = []
    for decoded in texts:
        kana = read(decoded.text).kana
        sounds = phonemes(kana)
        if sounds:
            guesses.append(Guess(decoded.text, kana, sounds, _WRITTEN * len(sounds)))
    return guesses


def mended(posteriors: Posteriors, candidates: Sequence[Candidate]) -> list[Guess]:
    """The likeliest symbols of all frames, but for the place of a candidate that nearly stands there."""
    sounds = list(dict.fromkeys(phonemes(candidate.reading) for candidate in candidates))
    sounds = [one for one in sounds if len(one) >= _SHORTEST_MENDED]
    found = [
        (place, one)
        for place, one in zip(spot(posteriors, sounds), sounds, strict=True)
        if place.evidence > _MENDED_FROM * len(one)
    ]
    # The longer of two words that fit is the better guess.
    found.sort(key=lambda pair: -(pair[0].evidence - _MENDED_FROM * len(pair[1])))
    return [
        _spoken(
            ctc_beam.greedy(posteriors[: place.start]) + one + ctc_beam.greedy(posteriors[place.end :]),
        )
        for place, one in found[:WORDS_MENDED]
    ]


def weigh(
    posteriors: Posteriors, guesses: Sequence[Guess], candidates: Sequence[Candidate]
) -> tuple[Hypothesis, ...]:
    """At most BEST hypotheses, best first: by likelihood, and by how much of a guess the question allows.

    Of guesses that sound alike the first one's writing stays.
    """
    unique: dict[str, Guess] = {}
    for guess in guesses:
        unique.setdefault(guess.sounds, guess)
    if not unique:
        return ()
    expected = [phonemes(candidate.reading) for candidate in candidates]
    longest = [max((len(e) for e in expected if e in sounds), default=0) for sounds in unique]
    priors = [
        guess.prior + _EXPECTED * length for guess, length in zip(unique.values(), longest, strict=True)
    ]
    evidence = log_likelihoods(posteriors, list(unique)) + np.array(priors)
    weights = np.exp((evidence - evidence.max()) / _TEMPERATURE)
    weights /= weights.sum()
    order = np.argsort(-weights, kind="stable")[:BEST]
    kept = list(unique.values())
    return tuple(Hypothesis(kept[n].text, float(weights[n]), kept[n].reading) for n in order)


def _spoken(sounds: str) -> Guess:
    kana = reading(sounds)
    return Guess(kana, kana, sounds)
