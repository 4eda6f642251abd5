"""What a chart shows, ready to be drawn by `stats/charts.html`: as SVG whose lengths are in percent, so that its text has the
same size on every screen, and readable without colour."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bar:
    label: str
    told: str
    """The figure in words."""
    width: float
    """Percent of the longest."""
    part: float
    """Percent of the longest, of what stands out in it."""


def bars(rows: Sequence[tuple[str, float, float, str]], longest: float | None = None) -> list[Bar]:
    """Of label, length, the part of it that stands out, and the words. `longest`: what 100 % is."""
    most = longest if longest is not None else max((length for _, length, _, _ in rows), default=0)
    return [
        Bar(label, told, _percent(length, most), _percent(part, most)) for label, length, part, told in rows
    ]


def _percent(length: float, most: float) -> float:
    return round(100 * length / most, 2) if most else 0.0
