"""How long a strategy waits and whom it cuts off, and the one against the other as its knob is turned."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil

import numpy as np

from bench.turns_heard import HeardTurn, Silence
from voicebot.speech.vad import CHUNK_MS
from voicebot.turns.endpoint import PAUSED_MS

PAUSE_MS = PAUSED_MS
"""Silence that makes a pause: a guess is begun, nothing is ended before."""

ALLOWED = 0.05

Until = Callable[[HeardTurn, Silence, int], float]
"""The silence in ms at which the strategy ends a turn, with the number of the silence in its turn."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one setting of a strategy does to all turns."""

    waits_ms: tuple[float, ...]
    """From the end of the speech to the end of the turn, each turn; what was cut off counts as if it had been heard out."""

    cut_turns: tuple[bool, ...]
    pauses: int
    cut_pauses: int

    @property
    def wait_ms(self) -> float:
        return float(np.mean(self.waits_ms))

    @property
    def cut(self) -> float:
        """Share of the turns."""
        return float(np.mean(self.cut_turns))


def outcome(turns: Sequence[HeardTurn], until: Until) -> Outcome:
    """Silences are counted in pieces of CHUNK_MS, as voice activity gives them, and are none before PAUSE_MS."""
    waits, cuts, pauses, cut_pauses = [], [], 0, 0
    for one in turns:
        cut, wait = False, None
        for number, silence in enumerate(one.silences):
            ms = ceil(max(until(one, silence, number), PAUSE_MS) / CHUNK_MS) * CHUNK_MS
            gone_on = silence.length_ms is not None and ms > silence.length_ms
            if one.is_end(silence):
                if not gone_on:
                    wait = silence.ended_ms + ms - one.end_ms
                    break
                continue
            pauses += 1
            cut_pauses += not gone_on
            cut |= not gone_on
        if wait is not None:
            waits.append(float(max(0, wait)))
            cuts.append(cut)
    return Outcome(tuple(waits), tuple(cuts), pauses, cut_pauses)


def at(outcomes: Sequence[Outcome], share: float = ALLOWED, pauses: bool = False) -> float:
    """The mean wait in ms at a share of turns (or of pauses) cut off, between the settings of one knob; NaN where none
    comes down to it."""
    points = sorted(
        (one.cut_pauses / max(1, one.pauses) if pauses else one.cut, one.wait_ms) for one in outcomes
    )
    best: list[tuple[float, float]] = []
    for cut, wait in points:
        if not best or wait < best[-1][1]:
            best.append((cut, wait))
    if not best or best[0][0] > share:
        return float("nan")
    return float(np.interp(share, [cut for cut, _ in best], [wait for _, wait in best]))
