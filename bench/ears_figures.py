"""Shares with their intervals, and whether scores are true."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

_Z = 1.96
_DRAWS = 1_000
_CHANCES = 100
BINS = 10


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95 % interval of a share (Wilson 1927)."""
    if whole == 0:
        return 0.0, 1.0
    share = part / whole
    middle = (share + _Z**2 / (2 * whole)) / (1 + _Z**2 / whole)
    half = _Z / (1 + _Z**2 / whole) * math.sqrt(share * (1 - share) / whole + _Z**2 / (4 * whole**2))
    return max(0.0, middle - half), min(1.0, middle + half)


def share(part: int, whole: int) -> str:
    """「97.0 % (485 of 500; 95.1 to 98.2 %)」."""
    low, high = wilson(part, whole)
    return f"{100 * part / max(1, whole):.1f} % ({part} of {whole}; {100 * low:.1f} to {100 * high:.1f} %)"


def error_rate(errors: Sequence[int], lengths: Sequence[int], speakers: Sequence[str] | None = None) -> str:
    """Errors over sounds, with the 95 % interval of a bootstrap over the utterances (Bisani & Ney 2004).

    With `speakers`, the speaker of each utterance, whole speakers are drawn: what one of them says goes well or badly together.
    """
    drawn = _drawn(*_summed(errors, lengths, speakers))
    among = f"{len(errors)} by {len(set(speakers))}" if speakers is not None else f"{len(errors)}"
    return f"{100 * sum(errors) / sum(lengths):.1f} % ({sum(errors)} of {sum(lengths)} sounds in {among}; {_interval(drawn)})"


def median(rates: Sequence[float], of: str) -> str:
    """「7.1 % (of 12 speakers; 5.0 to 9.9 %)」, with the 95 % interval of a bootstrap over the rates."""
    drawn = np.random.default_rng(0).choice(rates, (_DRAWS, len(rates)))
    return f"{100 * np.median(rates):.1f} % (of {len(rates)} {of}; {_interval(np.median(drawn, axis=1))})"


Errors = tuple[Sequence[int], Sequence[int], Sequence[str]]
"""Errors, sounds and speaker of each utterance."""


def ratio(one: Errors, other: Errors) -> tuple[float, str]:
    """How many times the error rate of `other` the rate of `one` is, with the 95 % interval of a bootstrap over the
    speakers of each."""
    found = (sum(one[0]) / sum(one[1])) / max(sum(other[0]) / sum(other[1]), 1e-9)
    above, below = _drawn(*_summed(*one)), _drawn(*_summed(*other), seed=1)
    low, high = np.quantile(above / np.maximum(below, 1e-9), [0.025, 0.975])
    return found, f"{found:.2f} times (95 %: {low:.2f} to {high:.2f})"


def _summed(
    errors: Sequence[int], lengths: Sequence[int], speakers: Sequence[str] | None
) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    if speakers is None:
        return np.array(errors), np.array(lengths)
    names, places = np.unique(np.array(speakers), return_inverse=True)
    wrong, sounds = np.zeros(len(names), np.int64), np.zeros(len(names), np.int64)
    np.add.at(wrong, places, errors)
    np.add.at(sounds, places, lengths)
    return wrong, sounds


def _drawn(wrong: NDArray[np.int64], sounds: NDArray[np.int64], seed: int = 0) -> NDArray[np.float64]:
    """Error rates of resampled units, shape (_DRAWS,)."""
    drawn = np.random.default_rng(seed).integers(0, len(wrong), (_DRAWS, len(wrong)))
    return np.asarray(wrong[drawn].sum(axis=1) / sounds[drawn].sum(axis=1))


def _interval(drawn: NDArray[np.float64]) -> str:
    low, high = np.quantile(drawn, [0.025, 0.975])
    return f"{100 * low:.1f} to {100 * high:.1f} %"


@dataclass(frozen=True, slots=True)
class Reliability:
    """How true scores are, in BINS equal bins (Naeini et al. 2015)."""

    error: float
    """Expected calibration error."""

    bins: tuple[tuple[int, float, float], ...]
    """How many scores, their mean, and the share of them that was right."""

    def lines(self) -> list[str]:
        """For people, a line a bin."""
        return [f"    {n:5}  said {said:.3f}  right {right:.3f}" for n, said, right in self.bins if n]


def reliability(scores: Sequence[float], right: Sequence[bool]) -> Reliability:
    """Of scores 0 to 1 and whether what had them was right."""
    said, true = np.array(scores, float), np.array(right, float)
    places = np.minimum((said * BINS).astype(int), BINS - 1)
    bins = []
    for place in range(BINS):
        inside = places == place
        count = int(inside.sum())
        bins.append(
            (
                count,
                float(said[inside].mean()) if count else 0.0,
                float(true[inside].mean()) if count else 0.0,
            )
        )
    error = sum(count * abs(mean - share_) for count, mean, share_ in bins) / max(1, len(said))
    return Reliability(error, tuple(bins))


def by_chance(scores: Sequence[float]) -> float:
    """The calibration error that so many scores show on average when all of them are true: bins are never exact."""
    said, draws = np.array(scores, float), np.random.default_rng(0)
    return float(
        np.mean(
            [reliability(scores, (draws.random(len(said)) < said).tolist()).error for _ in range(_CHANCES)]
        )
    )


def threshold(scores: Sequence[float], right: Sequence[bool], wanted: float) -> float:
    """The lowest score from which on at least `wanted` of all are right; 1.0 where there is none."""
    order = np.argsort(-np.array(scores, float), kind="stable")
    sorted_scores = np.array(scores, float)[order]
    shares = np.cumsum(np.array(right, float)[order]) / np.arange(1, len(order) + 1)
    good = np.flatnonzero(shares >= wanted)
    return float(sorted_scores[good[-1]]) if len(good) else 1.0
