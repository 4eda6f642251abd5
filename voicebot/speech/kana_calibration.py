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

_FAINT, _CLEAR = 1e-9, 6.0
"""Share under which a guess is as good as none, and nats of a lead from which more tells nothing."""

_RIVAL = 0.5
"""Share of the best score from which another guess may be the better one ..."""

_LIKELY = 0.5
"""... if it is at least so likely to be right."""


def calibrated(
    found: Sequence[tuple[Guess, float]],
    weighed: Sequence[tuple[Guess, Evidence]],
    posteriors: Posteriors,
    opened: str,
    weights: Calibration,
) -> list[tuple[Guess, float]]:
    """`found`, as `kana_weighing.scored` has them of `weighed`; `opened`: the open search's best string.

    A rival of the best one that is likelier right, and as likely as not, comes first: which of two leads by a little must not
    decide whether the caller is understood. The first one's score becomes the probability that it is right; the others and
    "none of these" share what it leaves, no guess more than the first.
    """
    if not found:
        return []
    scores = np.array([score for _, score in found])
    sures = {n: chance(features(found, n, weighed[n][1], posteriors, opened), weights) for n in rivals(found)}
    best = int(scores.argmax())
    likeliest = max(sures, key=lambda n: sures[n])
    if sures[likeliest] >= _LIKELY:
        best = likeliest
    sure = sures[best]
    rest = (1 - sure) / max(1 - float(scores[best]), _LEAST)
    shares: NDArray[np.float64] = scores * min(rest, sure / float(scores.max()))
    shares[best] = sure
    order = [best, *(n for n in range(len(found)) if n != best)]
    return [(found[n][0], float(shares[n])) for n in order]


def rivals(found: Sequence[tuple[Guess, float]]) -> list[int]:
    """Places of the best guess and of what may come before it."""
    least = _RIVAL * max((score for _, score in found), default=0.0)
    return [n for n, (_, score) in enumerate(found) if score >= least]


def chance(known: Sequence[float], weights: Calibration) -> float:
    """The probability that a guess is right whose `features` these are."""
    bias, *own = astuple(weights)
    return 1 / (1 + math.exp(-(bias + np.dot(known, own))))


def features(
    found: Sequence[tuple[Guess, float]], n: int, evidence: Evidence, posteriors: Posteriors, opened: str
) -> tuple[float, ...]:
    """Of guess `n`: what a logistic regression (Platt 1999) is fitted on, in the order of `Calibration`."""
    guess, share = found[n]
    kept = min(max(share, _LEAST), 1 - _LEAST)
    other = max((score for number, (_, score) in enumerate(found) if number != n), default=0.0)
    length = max(1, len(guess.sounds))
    return (
        math.log(kept / (1 - kept)),
        math.sqrt(max(0.0, -evidence.sounds)),
        len(posteriors) / length,
        float(guess.sounds == opened),
        math.sqrt(float((1 - np.exp(posteriors.max(axis=1))).sum())),
        evidence.ngrams / length,
        min(math.log(max(share, _FAINT) / max(other, _FAINT)), _CLEAR),
    )
