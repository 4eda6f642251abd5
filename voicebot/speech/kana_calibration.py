"""Scores of guesses made true: how often the best guess is right to the sound."""

import math
from collections.abc import Sequence
from dataclasses import astuple

import numpy as np
from numpy.typing import NDArray

from voicebot.speech.ctc_forward import Posteriors
from voicebot.speech.kana_guesses import Guess
from voicebot.speech.kana_weighing import Evidence
from voicebot.speech.kana_weights import Calibration

_LEAST = 1e-3
"""Shares nearer to 0 or 1 tell no more."""


def calibrated(
    found: Sequence[tuple[Guess, float]],
    weighed: Sequence[tuple[Guess, Evidence]],
    posteriors: Posteriors,
    opened: str,
    weights: Calibration,
) -> list[tuple[Guess, float]]:
    """`found`, as `kana_weighing.scored` has them of `weighed`, in the same order of likelihood; `opened`: the open
    search's best string.

    The best one's score becomes the probability that it is right; the others and "none of these" share what it leaves,
    no guess more than the best.
    """
    if not found:
        return []
    scores = np.array([score for _, score in found])
    best = int(scores.argmax())
    known = features(found[best][0], float(scores[best]), weighed[best][1], posteriors, opened)
    sure = chance(known, weights)
    rest = (1 - sure) / max(1 - float(scores[best]), _LEAST)
    shares: NDArray[np.float64] = scores * min(rest, sure / float(scores[best]))
    shares[best] = sure
    return [(guess, float(share)) for (guess, _), share in zip(found, shares, strict=True)]


def chance(known: Sequence[float], weights: Calibration) -> float:
    """The probability that a guess is right whose `features` these are."""
    bias, *own = astuple(weights)
    return 1 / (1 + math.exp(-(bias + np.dot(known, own))))


def features(
    guess: Guess, share: float, evidence: Evidence, posteriors: Posteriors, opened: str
) -> tuple[float, ...]:
    """What a logistic regression (Platt 1999) is fitted on, in the order of `Calibration`."""
    kept = min(max(share, _LEAST), 1 - _LEAST)
    length = max(1, len(guess.sounds))
    return (
        math.log(kept / (1 - kept)),
        math.sqrt(max(0.0, -evidence.sounds)),
        len(posteriors) / length,
        float(guess.sounds == opened),
        math.sqrt(float((1 - np.exp(posteriors.max(axis=1))).sum())),
        evidence.ngrams / length,
    )
