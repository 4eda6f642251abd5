"""The silence that ends a turn, from how likely the caller has finished and how long this caller's pauses last.

A logistic model gives the odds that the turn is over when its silence begins. Waiting pays while a pause is still likely to end soon:
the silence ends the turn as soon as the odds outweigh the density of the caller's pauses at its length. The weights are data,
written by `python -m bench.turns_fit`.
"""

from dataclasses import dataclass
from functools import lru_cache
from math import exp, log, sqrt
from pathlib import Path

import yaml

from nlu.ending import Ending
from nlu.question import Expect
from voicebot.turns.own_pauses import USUAL_MS
from voicebot.turns.strategy import Pausing

WEIGHTS = Path(__file__).with_suffix(".yaml")

SHORTEST_MS = 250
LONGEST_MS = 1_500
UNKNOWN_MS = 1_000
"""While nothing is decoded."""

SETTLED_MS = 450
"""At least, after a question for yes or no: what follows from a yes may not be taken back."""

DICTATED_MS = 1_400
"""At least, while a number or a name is not whole: people look it up, and say it in groups."""

_CLOSED = (Expect.ANSWER, Expect.CHOICE)
_DICTATED = (Expect.DIGITS, Expect.NAME)


@dataclass(frozen=True, slots=True)
class Weights:
    """What `python -m bench.turns_fit` found."""

    odds: dict[str, float]
    """Of each feature, in natural logarithms of the odds that the turn is over."""

    spread: float
    """Standard deviation of the logarithm of a caller's pauses."""

    caution: float
    """How much a cut-off weighs against waiting, in natural logarithms."""


@lru_cache
def load(path: Path = WEIGHTS) -> Weights:
    """Raises OSError, yaml.YAMLError, TypeError for a file that is missing or damaged."""
    return Weights(**yaml.safe_load(path.read_text(encoding="utf-8")))


def features(pausing: Pausing) -> dict[str, float]:
    """What the odds are made of, by name; `so_far` must be known."""
    so_far, cadence = pausing.so_far, pausing.cadence
    assert so_far is not None
    closed = pausing.expect in _CLOSED
    long = log(max(pausing.said_ms, 100) / 2_000)
    named: dict[str, float] = {
        "always": 1.0,
        "closed question": closed,
        "open question": pausing.expect is Expect.ANY,
        "complete": so_far.complete,
        "complete, closed question": so_far.complete and closed,
        "complete, open question": so_far.complete and pausing.expect is Expect.ANY,
        "complete, certain": so_far.complete * so_far.certain,
        "complete, long": so_far.complete * long,
        "open question, polite": pausing.expect is Expect.ANY and so_far.ending is Ending.POLITE,
        "hesitates": so_far.hesitates,
        "certain": so_far.certain,
        "hardly heard": so_far.certain < 0.15 and so_far.sounds < 7,
        "falls": cadence.falls / 6,
        "softens": cadence.softens / 10,
        "drawn": min(cadence.drawn_ms, 600.0) / 300,
        "length": long,
        "pace": log(max(so_far.sounds, 1) * 150 / max(pausing.said_ms, 100)),
        "short": pausing.said_ms < 800,
        "pauses": min(pausing.pauses, 4),
        "own pauses": log(pausing.own_ms / USUAL_MS),
    }
    for kind in Ending:
        ends = float(so_far.ending is kind)
        named |= {f"ends in {kind.value}": ends, f"complete, ends in {kind.value}": ends * so_far.complete}
    return named


@dataclass(frozen=True, slots=True)
class Predictive:
    weights: Weights

    def patience_ms(self, pausing: Pausing) -> int:
        if pausing.so_far is None:
            return UNKNOWN_MS
        odds = self.weights.odds
        over = sum(odds[name] * value for name, value in features(pausing).items())
        ms = self._until(self.weights.caution - over, pausing.own_ms)
        if pausing.expect in _DICTATED and not pausing.so_far.complete:
            return max(ms, DICTATED_MS)
        return max(ms, SETTLED_MS) if pausing.expect is Expect.ANSWER else ms

    def _until(self, unlikely: float, own_ms: float) -> int:
        """When the density of lognormal pauses falls to exp(-unlikely) of a pause of 1 ms at their median."""
        mean, variance = log(own_ms), self.weights.spread**2
        square = variance * (variance - 2 * mean + 2 * unlikely)
        logarithm = mean - variance + sqrt(square) if square > 0 else 0.0
        return round(min(max(exp(min(logarithm, 10.0)), SHORTEST_MS), LONGEST_MS))
