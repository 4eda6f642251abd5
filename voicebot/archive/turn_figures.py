"""What the turns of recorded calls took, part by part: percentiles over all of them."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from voicebot.archive.folder import objects
from voicebot.telephony.turn_times import FILE, Took

PARTS = ("end_of_turn", "recognition", "understanding", "calendar", "first_audio")
"""In the order in which a turn goes through them."""


@dataclass(frozen=True, slots=True)
class Figures:
    """Of one part, over the turns that came to it; None where none did."""

    count: int
    median_ms: int | None
    p95_ms: int | None


def took(call: Path) -> list[Took]:
    """The turns of the call in that folder; a line that is torn, or of another version, is left out."""
    found = []
    for line in objects(call / FILE):
        try:
            one = Took(**line)
        except TypeError:
            continue
        if all(isinstance(ms, int | None) for ms in line.values()) and isinstance(one.end_of_turn_ms, int):
            found.append(one)
    return found


def figures(turns: Sequence[Took]) -> dict[str, Figures]:
    """Of each of `PARTS`."""
    return {part: _figures(getattr(one, f"{part}_ms") for one in turns) for part in PARTS}


def _figures(values: Iterable[int | None]) -> Figures:
    known = sorted(value for value in values if value is not None)
    return Figures(len(known), _percentile(known, 50), _percentile(known, 95))


def _percentile(ascending: Sequence[int], percent: int) -> int | None:
    """The smallest value that so many of a hundred do not exceed; None of none."""
    return ascending[math.ceil(len(ascending) * percent / 100) - 1] if ascending else None
