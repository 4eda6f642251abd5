"""Guesses weighed against each other and against "none of these"."""

from collections.abc import Sequence
from dataclasses import astuple, replace
from typing import NamedTuple

import numpy as np

from nlu.hypothesis import Hypothesis
from voicebot.speech import ctc_beam
from voicebot.speech.ctc_forward import Posteriors, log_likelihoods
from voicebot.speech.kana_guesses import BEST, Guess
from voicebot.speech.kana_ngrams import Ngrams
from voicebot.speech.kana_weights import GuessWeights

_WORTH_TELLING = 0.003
"""Share of the best score from which a guess goes on as an alternative; the best of each source does, however many
others are better."""


class Evidence(NamedTuple):
    """What speaks for a guess, each as `GuessWeights` weighs it."""

    sounds: float
    ngrams: float
    each: int
    expected: int
    written: int
    kept: int
    doubted: float
    answer: float


def weigh(
    posteriors: Posteriors, ngrams: Ngrams, sources: Sequence[Sequence[Guess]]
) -> list[tuple[Guess, Evidence]]:
    """The guesses, each string of sounds once, and what speaks for each of them.

    Of guesses that sound alike the first one's writing stays; it has all that speaks for any of them.
    """
    unique: dict[str, Guess] = {}
    for guess in (guess for source in sources for guess in source):
        known = unique.setdefault(guess.sounds, guess)
        unique[guess.sounds] = replace(
            known,
            expected=max(known.expected, guess.expected),
            written=max(known.written, guess.written),
            kept=max(known.kept, guess.kept),
            doubt=min(known.doubt, guess.doubt),
            answer=known.answer or guess.answer,
        )
    likely = log_likelihoods(posteriors, list(unique))
    return [
        (
            guess,
            Evidence(
                float(sounds),
                ngrams.log_probability(guess.sounds),
                len(guess.sounds),
                guess.expected,
                guess.written,
                0 if guess.written else guess.kept,
                trusted * guess.doubt if (trusted := guess.written or guess.kept) else 0.0,
                float(guess.answer),
            ),
        )
        for guess, sounds in zip(unique.values(), likely, strict=True)
    ]


def scored(
    weighed: Sequence[tuple[Guess, Evidence]], best: ctc_beam.Heard, weights: GuessWeights
) -> list[tuple[Guess, float]]:
    """Every guess with the probability that it is what was said; they sum to less than 1."""
    if not weighed:
        return []
    sums = np.array([total(evidence, weights) for _, evidence in weighed] + [none(best, weights)])
    shares = np.exp(sums - sums.max())
    shares /= shares.sum()
    return [(guess, float(share)) for (guess, _), share in zip(weighed, shares[:-1], strict=True)]


def total(evidence: Evidence, weights: GuessWeights) -> float:
    """Natural log, up to what all guesses have in common."""
    own = astuple(weights)[: len(evidence)]
    return float(sum(weight * amount for weight, amount in zip(own, evidence, strict=True)))


def none(best: ctc_beam.Heard, weights: GuessWeights) -> float:
    """The same for "none of these": something near the best open string."""
    return weights.sounds * best.log_probability + weights.none + weights.none_each * len(best.sounds)


def told(found: Sequence[tuple[Guess, float]], sources: Sequence[Sequence[Guess]]) -> tuple[Hypothesis, ...]:
    """At most BEST hypotheses, best first; among them the best of each source that is worth telling."""
    if not found:
        return ()
    scores = {guess.sounds: score for guess, score in found}
    texts = {guess.sounds: guess for guess, _ in found}
    ranked = sorted(scores, key=lambda sounds: -scores[sounds])
    firsts = [max((g.sounds for g in source), key=lambda s: scores[s]) for source in sources if source]
    worth = [s for s in ranked[:1] + firsts + ranked if scores[s] >= _WORTH_TELLING * scores[ranked[0]]]
    # Some strings of sounds are read alike.
    alike = {texts[sounds].reading: sounds for sounds in sorted(set(worth), key=lambda s: scores[s])}
    kept = [sounds for sounds in dict.fromkeys(worth) if alike[texts[sounds].reading] == sounds][:BEST]
    kept.sort(key=lambda sounds: -scores[sounds])
    return tuple(Hypothesis(texts[s].text, scores[s], texts[s].reading) for s in kept)
