"""Guesses at an utterance from several sources, weighed against each other by its sounds."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from nlu.hypothesis import Hypothesis
from nlu.phonemes import phonemes
from nlu.reading import read
from voicebot.speech import ctc_beam
from voicebot.speech.ctc_alignment import Stretch, align
from voicebot.speech.ctc_forward import Posteriors, log_likelihoods
from voicebot.speech.ctc_spotting import Spot, spot
from voicebot.speech.kana_ngrams import Ngrams
from voicebot.speech.kana_reading import reading
from voicebot.speech.kana_writing import Writing
from voicebot.speech.whisper_model import Decoded

BEST = 5
"""Hypotheses handed back."""

WORDS_MENDED = 4
"""Words of the question that are put in the place where they may have been said."""

_MENDED_FROM = -1.5
"""Mean evidence of a word's sounds from which it may have been said."""

# Nats for each sound: what speaks for written words and for words that the question allows beyond the n-grams.
# Fitted with the temperature on the recorded calls and 200 synthetic utterances, half of them in noise: 0.8 %, 2.4 %
# and 7.0 % phoneme errors; with a quarter of the first 1.3 %, 2.3 % and 7.2 %, with less of the second 0.9 %, 2.5 % and 7.3 %.
_WRITTEN = 0.4
_EXPECTED = 0.8
_LEFT = 0.5
"""The part of what speaks for a written text that it keeps once a word of it was replaced."""

_TEMPERATURE = 1.5

_CLOSED = 3.0
"""Nats for a whole answer that a closed question names."""

_WORTH_TELLING = 0.003
"""Score from which a guess goes on as an alternative; the best of each source does, however many others are better."""


@dataclass(frozen=True, slots=True)
class Guess:
    """What may have been said."""

    text: str
    reading: str
    sounds: str
    prior: float = 0.0
    """Natural log, before the audio is asked."""

    trust: float = 0.0
    """The part of it that is due to whoever wrote this, for each sound."""


def likeliest(posteriors: Posteriors, writing: Writing) -> list[Guess]:
    """The likeliest symbol of every frame."""
    sounds = ctc_beam.greedy(posteriors)
    return [_spoken(sounds, writing)] if sounds else []


def opened(heard: Sequence[ctc_beam.Heard], writing: Writing) -> list[Guess]:
    """The open search's strings."""
    return [_spoken(one.sounds, writing) for one in heard[:BEST] if one.sounds]


def mended(posteriors: Posteriors, writing: Writing, bases: Sequence[Guess]) -> list[Guess]:
    """The bases, but for the places of words that nearly stand there.

    A word takes the place of the sounds that lie, by forced alignment, on the frames where it was spotted.
    """
    found = [
        (place, word)
        for place, word in zip(spot(posteriors, writing.words), writing.words, strict=True)
        if place.evidence > _MENDED_FROM * len(word)
    ]
    # The longer of two words that fit is the better guess.
    found.sort(key=lambda pair: -(pair[0].evidence - _MENDED_FROM * len(pair[1])))
    apart: list[tuple[Spot, str]] = []
    for place, word in found:
        if all(place.end <= other.start or other.end <= place.start for other, _ in apart):
            apart.append((place, word))
    trials = [[one] for one in found[:WORDS_MENDED]]
    trials += [apart[:count] for count in range(2, min(len(apart), WORDS_MENDED) + 1)]
    guesses: dict[str, Guess] = {}
    for base in bases:
        stretches = align(posteriors, base.sounds) if trials else []
        for trial in trials if stretches else ():
            sounds, kept = _with(base.sounds, stretches, trial)
            guess = _spoken(sounds, writing)
            guesses.setdefault(sounds, replace(guess, prior=guess.prior + _LEFT * base.trust * kept))
    return list(guesses.values())


def _with(sounds: str, stretches: Sequence[Stretch], places: Sequence[tuple[Spot, str]]) -> tuple[str, int]:
    """The sounds with the words in their places, and how many of the sounds stayed."""
    out, kept, done = "", 0, 0
    starts = [stretch.start for stretch in stretches]
    for place, word in sorted(places):
        first = max(done, bisect_left(starts, place.start - 1))
        out += sounds[done:first] + word
        kept += first - done
        done = max(first, bisect_left(starts, place.end))
    return out + sounds[done:], kept + len(sounds) - done


def allowed(posteriors: Posteriors, writing: Writing) -> list[Guess]:
    """The likeliest whole answers to a closed question."""
    answers = writing.answers
    scores = log_likelihoods(posteriors, answers)
    best = [answers[n] for n in np.argsort(-scores, kind="stable")[:BEST]]
    guesses = [_spoken(sounds, writing) for sounds in best]
    return [replace(guess, prior=guess.prior + _CLOSED) for guess in guesses]


def written(texts: Sequence[Decoded], writing: Writing) -> list[Guess]:
    """Whisper's texts by their readings."""
    guesses = []
    for decoded in texts:
        kana = read(decoded.text).kana
        sounds = phonemes(kana)
        if sounds:
            prior = _WRITTEN * len(sounds) + _EXPECTED * writing.write(sounds)[1]
            guesses.append(Guess(decoded.text, kana, sounds, prior, _WRITTEN))
    return guesses


def weigh(posteriors: Posteriors, ngrams: Ngrams, *sources: Sequence[Guess]) -> tuple[Hypothesis, ...]:
    """At most BEST hypotheses, best first; among them the best of each source that is worth telling.

    Of guesses that sound alike the first one's writing stays.
    """
    unique: dict[str, Guess] = {}
    for guess in (guess for source in sources for guess in source):
        unique.setdefault(guess.sounds, guess)
    if not unique:
        return ()
    evidence = log_likelihoods(posteriors, list(unique)) + np.array(
        [ngrams.prior(g.sounds) + g.prior for g in unique.values()]
    )
    weights = np.exp((evidence - evidence.max()) / _TEMPERATURE)
    scores = dict(zip(unique, (weights / weights.sum()).tolist(), strict=True))
    ranked = sorted(unique, key=lambda sounds: -scores[sounds])
    firsts = [max((g.sounds for g in source), key=lambda s: scores[s]) for source in sources if source]
    worth = [s for s in firsts + ranked if scores[s] >= _WORTH_TELLING]
    told = list(dict.fromkeys(worth))[:BEST]
    best = sorted(told, key=lambda sounds: -scores[sounds])
    return tuple(Hypothesis(unique[s].text, scores[s], unique[s].reading) for s in best)


def _spoken(sounds: str, writing: Writing) -> Guess:
    text, expected = writing.write(sounds)
    return Guess(text, reading(sounds), sounds, _EXPECTED * expected)
