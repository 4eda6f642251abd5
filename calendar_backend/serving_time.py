"""How long serving takes: learnt from what was, drawn to the office's file where little is known. Pure.

What is learnt is the factor between how long it took and how long the file says, lognormal, for each procedure and for the counter as
a whole. A procedure leans on its counter, the counter on the file.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

LEANS = 6.0
"""So many servings outweigh what is leant on."""

DOUBT = 0.45
"""Standard deviation of the logarithm of a factor of which nothing is known yet: half as much again or two thirds of what the file says are nothing strange."""

SPREAD = 0.6
"""Standard deviation of the logarithm from one person to the next, before it is learnt."""

SPREAD_LEANS = 12.0

LEAST_MINUTES, MOST_FACTOR = 0.5, 6.0
"""Shorter and longer servings count as these: a button pressed late, a clock set wrong."""


@dataclass(frozen=True, slots=True)
class Served:
    """A serving that is over."""

    procedures: tuple[str, ...]
    planned: float
    """Minutes, as the office's file says."""
    took: float
    """Minutes."""


@dataclass(frozen=True, slots=True)
class Lognormal:
    """Minutes of serving."""

    mean: float
    """Of the logarithm."""
    spread: float
    """Of the logarithm, from one person to the next."""
    doubt: float
    """Of the mean, which many of the same share."""


@dataclass(frozen=True)
class ServingTimes:
    """What is known at a counter."""

    pooled: tuple[float, float, float] = (0.0, SPREAD, DOUBT)
    """Mean, spread and doubt of the logarithm of the factor."""
    by_procedures: Mapping[tuple[str, ...], tuple[float, float, float]] = field(default_factory=dict)

    def of(self, procedures: tuple[str, ...], planned: float) -> Lognormal:
        """Of a visit; `planned` minutes by the file."""
        mean, spread, doubt = self.by_procedures.get(procedures, self.pooled)
        return Lognormal(math.log(max(planned, 1.0)) + mean, spread, doubt)


def learn(served: Iterable[Served]) -> ServingTimes:
    """From all servings that are known of a counter, in any order."""
    factors: defaultdict[tuple[str, ...], list[float]] = defaultdict(list)
    for one in served:
        most = max(one.planned, 1.0) * MOST_FACTOR
        factors[one.procedures].append(
            math.log(min(max(one.took, LEAST_MINUTES), most) / max(one.planned, 1.0))
        )
    pooled = _leaning([x for values in factors.values() for x in values], (0.0, SPREAD, DOUBT))
    return ServingTimes(pooled, {key: _leaning(values, pooled) for key, values in factors.items()})


def _leaning(values: list[float], on: tuple[float, float, float]) -> tuple[float, float, float]:
    count = len(values)
    if not count:
        return on
    own = sum(values) / count
    mean = (count * own + LEANS * on[0]) / (count + LEANS)
    squares = sum((x - own) ** 2 for x in values)
    spread = math.sqrt((squares + SPREAD_LEANS * on[1] ** 2) / (count + SPREAD_LEANS))
    return mean, spread, DOUBT * math.sqrt(LEANS / (count + LEANS))
