"""Where a sound began, by its level: voice activity comes late to a soft first syllable."""

from dataclasses import dataclass

FARTHEST_MS = 320
"""Before voice activity, which is no later for speech."""

_GAP_MS = 32
"""Of less level within a sound."""


@dataclass
class Onset:
    """One per call."""

    risen_ms: int = 0
    """How long the line has been loud."""

    _quiet_ms: int = 0

    def add(self, chunk_ms: int, loud: bool) -> None:
        """Takes the next chunk."""
        self._quiet_ms = 0 if loud else self._quiet_ms + chunk_ms
        if self._quiet_ms > _GAP_MS or not (loud or self.risen_ms):
            self.risen_ms = 0
        else:
            self.risen_ms = min(self.risen_ms + chunk_ms, FARTHEST_MS)
