"""How long the pauses are that a caller makes while speaking."""

from dataclasses import dataclass
from math import exp, log

USUAL_MS = 400.0
"""Of a caller of whom nothing is known."""

LONGEST_MS = 2_500
"""A longer silence is none within a sentence."""

_WORTH = 4
"""So many pauses of the caller's own count as much as what is usual."""


@dataclass
class OwnPauses:
    """A running estimate of the median; one per call."""

    _sum: float = _WORTH * log(USUAL_MS)
    _weight: int = _WORTH

    def add(self, pause_ms: int) -> None:
        """The caller was silent for so long, and went on; what is longer than LONGEST_MS does not count."""
        if pause_ms > LONGEST_MS:
            return
        self._sum += log(max(pause_ms, 1))
        self._weight += 1

    @property
    def median_ms(self) -> float:
        """Geometric mean of what was heard and what is usual."""
        return exp(self._sum / self._weight)
