"""How loud this caller speaks: what is much softer is somebody else in the room, a television, or our own echo."""

from dataclasses import dataclass

USUAL_DBFS = -26.0
"""Of a caller who has said nothing yet."""

_QUANTILE = 0.75
_STEP_DB = 1.0


@dataclass
class CallerLevel:
    """Follows the level that a quarter of the caller's voiced sound exceeds; one per call."""

    dbfs: float = USUAL_DBFS

    def add(self, dbfs: float) -> None:
        """The level of a chunk in which the caller speaks and nobody else does."""
        self.dbfs += _STEP_DB * (_QUANTILE if dbfs > self.dbfs else _QUANTILE - 1)
