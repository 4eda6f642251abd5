"""Scores of guesses made true: how often the best guess is right to the sound."""

import math
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from voicebot.speech.kana_guesses import Guess
from voicebot.speech.kana_weighing import Evidence
from voicebot.speech.kana_weights import Calibration

_LEAST = 1e-3
"""Shares nearer to 0 or 1 tell no more."""


def calibrated(
    found: Sequence[tuple[Guess, float]], weighed: Sequence[tuple[Guess, Evidence]], weights: Calibration
) -> list[tuple[Guess, float]]:
    """`found`, as `kana_weighing.scored` has them of `weighed`, in the same order of likelihood.

    The best one's score becomes the probability that it is right; the others and "none of these" share what it leaves,
    no guess more than the best.
    """
    if not found:
        return []
    scores = np.array([score for _, score in found])
    best = int(scores.argmax())
    sure = chance(float(scores[best]), weighed[best][1].sounds, weights)
    rest = (1 - sure) / max(1 - float(scores[best]), _LEAST)
    shares: NDArray[np.float64] = scores * min(rest, sure / float(scores[best]))
    shares[best] = sure
    return [(guess, float(share)) for (guess, _), share in zip(found, shares, strict=True)]


def chance(share: float, sounds: float, weights: Calibration) -> float:
    """The probability that a guess is right: its share among the guesses, and the natural log of its own likelihood."""
    return 1 / (
        1 + math.exp(-(weights.bias + np.dot(features(share, sounds), (weights.share, weights.sounds))))
    )


def features(share: float, sounds: float) -> tuple[float, float]:
    """What a logistic regression (Platt 1999) is fitted on: the log-odds of the share, the root of the nats against it."""
    kept = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(kept / (1 - kept)), math.sqrt(max(0.0, -sounds))
