"""Answers found for what callers said, and what all of that comes to."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from bench.realtime_far_end import fills


@dataclass(frozen=True, slots=True)
class Said:
    """Something a caller said; moments in seconds of the driver's clock."""

    what: str
    """The recording's name."""

    begins: float
    ends: float
    """After the last voiced sample."""

    begins_audio_ms: int
    """The same in audio that was sent: the time of the service's record."""

    ends_audio_ms: int


@dataclass(frozen=True, slots=True)
class Turn:
    """What came of it."""

    said: Said
    wait_s: float | None
    """From the end of the speech to the first sound of the answer; None when it was cut off or nothing came."""

    cut_off: bool
    """The bot's voice sounded while the caller had not finished."""

    filled: bool = False
    """That first sound was a filler."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a turn's end was judged, by the service's own record."""

    early: int = 0
    """Turns taken as ended while the caller had not finished."""

    split: int = 0
    """Those of them whose halves were not put together again."""


def matched(
    said: Sequence[Said], spoken: Sequence[Sequence[float]], fillers: Sequence[tuple[float, float]] = ()
) -> list[Turn]:
    """Each with the first sound behind it and before the next thing said; `spoken`: begins and ends of the bot's sounds,
    `fillers`: those of its fillers."""
    turns = []
    for number, one in enumerate(said):
        until = said[number + 1].begins if number + 1 < len(said) else float("inf")
        sounds = [sound for sound in spoken if sound[0] >= one.begins]
        cut = any(begin < one.ends for begin, _ in sounds)
        after = [sound for sound in sounds if one.ends <= sound[0] < until]
        filled = bool(after) and not cut and fills(after[0], fillers)
        turns.append(Turn(one, None if cut or not after else after[0][0] - one.ends, cut, filled))
    return turns


def ended(said: Sequence[Said], events: Sequence[Mapping[str, Any]]) -> Ended:
    """`events`: the lines of a call's events.jsonl, of its only stream."""
    heard = [(line["ms"], bool(line["data"].get("resumes"))) for line in events if line["event"] == "Heard"]
    early = split = 0
    for number, one in enumerate(said):
        until = said[number + 1].begins_audio_ms if number + 1 < len(said) else float("inf")
        within = [ms for ms, _ in heard if one.begins_audio_ms <= ms < one.ends_audio_ms - SLACK_MS]
        if within:
            early += 1
            split += not any(resumes for ms, resumes in heard if within[0] < ms < until)
    return Ended(early, split)


SLACK_MS = 60
"""The last sounds of a word may be too faint to count."""


def percentile(values: Sequence[float], share: float) -> float:
    """The least of the values that so large a share does not exceed. Raises ValueError for no values."""
    if not values:
        raise ValueError("no values")
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def waits(turns: Sequence[Turn], patience_s: float) -> list[float]:
    """Seconds, of all turns that were not cut off; one that nothing answered counts as long as the caller was patient."""
    return [patience_s if turn.wait_s is None else turn.wait_s for turn in turns if not turn.cut_off]
