"""Finding weights: a log-linear model by gradient, and any few values by pattern search."""

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

_HELD = 0.01
"""How much the weights are held to what they were (L2)."""

_STEPS = 400

_RATE = 0.05

Array = NDArray[np.float64]


def softmax_fit(
    features: list[Array], wanted: list[NDArray[np.bool_]], start: Array, shares_of: Array
) -> Array:
    """Weights under which the wanted rows of each sample are the likeliest: gradient ascent (Adam).

    `shares_of`: what each sample counts, 1 in the mean.
    """
    spread = np.std(np.concatenate([f - f.mean(axis=0) for f in features]), axis=0) + 1e-6

    def gradient(scaled: Array) -> Array:
        total: Array = np.zeros_like(scaled)
        for rows, right, counts in zip(features, wanted, shares_of, strict=True):
            scores = rows @ (scaled / spread)
            shares = np.exp(scores - scores.max())
            shares /= shares.sum()
            target = np.where(right, shares, 0.0)
            total += counts * ((target / target.sum() - shares) @ rows) / spread
        return np.asarray(total / len(features) - _HELD * (scaled - start * spread))

    return np.asarray(_ascend(gradient, start * spread, _STEPS) / spread)


def _ascend(gradient: Callable[[Array], Array], scaled: Array, steps: int) -> Array:
    """Kingma & Ba 2015, algorithm 1, at a rate that falls to nothing."""
    mean, square = np.zeros_like(scaled), np.zeros_like(scaled)
    for step in range(1, steps + 1):
        slope = gradient(scaled)
        mean, square = 0.9 * mean + 0.1 * slope, 0.99 * square + 0.01 * slope**2
        even = mean / (1 - 0.9**step), square / (1 - 0.99**step)
        scaled = scaled + _RATE * (1 - step / steps) * even[0] / (np.sqrt(even[1]) + 1e-8)
    return scaled


def descend(loss: Callable[[Array], float], values: Array, steps: Array) -> Array:
    """Pattern search (Hooke & Jeeves 1961): one value at a time, in ever smaller steps."""
    least = loss(values)
    while steps.max() > 0.01:
        found = False
        for index in range(len(values)):
            for sign in (1.0, -1.0):
                tried = values.copy()
                tried[index] += sign * steps[index]
                now = loss(tried)
                if now < least - 1e-6:
                    values, least, found = tried, now, True
        if not found:
            steps = steps / 2
    return values
