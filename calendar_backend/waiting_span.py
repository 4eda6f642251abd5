"""A wait as people are told it: set right by how earlier ones came true, in steps that claim no more than is known. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from calendar_backend.waiting_time import HIGH, LOW, Span, Wait

LEANS = 40
"""So many waits outweigh what is expected before there are any."""

NARROWEST = 1.0
"""Minutes between the middle and an end, so that a small miss is none of many widths."""

WIDE = 30
"""Minutes: a span that is as wide or as far off is told in tens, others in fives."""

UNFORESEEN = 1.2
"""Before there is experience, spans are so much wider than worked out: pauses to come are in no calculation."""

_UNIT = NormalDist().inv_cdf(HIGH) / UNFORESEEN
_EXPECTED = [NormalDist().inv_cdf((n + 0.5) / LEANS) / _UNIT for n in range(LEANS)]


@dataclass(frozen=True, slots=True)
class Kept:
    """A wait that was told and has ended."""

    told: Wait
    """As it was worked out, not set right."""
    took: float
    """Minutes."""


@dataclass(frozen=True, slots=True)
class Experience:
    """Where low, middle and high have to go so that the chance comes true: in widths of the span from the middle, below it negative."""

    low: float
    middle: float
    high: float

    def corrected(self, wait: Wait) -> Wait:
        return Wait(*(_moved(wait, by) for by in (self.low, self.middle, self.high)))


def learn(kept: Iterable[Kept]) -> Experience:
    """From earlier waits at a counter, in any order."""
    found = [_missed(one) for one in kept]
    low, middle, high = np.quantile([*found, *_EXPECTED], (LOW, 0.5, HIGH))
    return Experience(float(low), float(middle), float(high))


def told(wait: Wait) -> Span:
    """In whole steps, at least one wide."""
    step = 10 if wait.high - wait.low >= WIDE or wait.low >= 2 * WIDE else 5
    low = round(wait.low / step) * step
    return Span(low, max(round(wait.high / step) * step, low + step))


def _missed(kept: Kept) -> float:
    off = kept.took - kept.told.middle
    return off / _width(kept.told, above=off > 0)


def _moved(wait: Wait, by: float) -> float:
    return max(wait.middle + by * _width(wait, above=by > 0), 0.0)


def _width(wait: Wait, above: bool) -> float:
    return max(wait.high - wait.middle if above else wait.middle - wait.low, NARROWEST)
