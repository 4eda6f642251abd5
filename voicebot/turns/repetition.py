"""The same syllable again and again: laughter, and 「はいはいはい」."""

import numpy as np
from numpy.typing import NDArray

from voicebot.transport.line import SAMPLE_RATE, Pcm

LEAST_MS = 400
"""Shorter sound holds no syllable twice."""

REPEATED = 0.72
"""From which likeness sound repeats itself."""

_HOP, _FRAME, _SPECTRUM = 80, 200, 256
"""Samples."""

_LAGS = range(11, 34)
"""How many hops one syllable may be behind the other."""

_COMPARED = 18
"""Hops that are compared at least."""

_EDGES = np.geomspace(150, 3_800, 13)
_FLOOR_DB = 35.0
"""Under the loudest."""


def likeness(pcm: Pcm) -> float:
    """How much sound at 8,000 Hz is like itself a syllable earlier: -1 to 1; -1 for what is too short."""
    if len(pcm) < LEAST_MS * SAMPLE_RATE // 1_000:
        return -1.0
    levels = _levels(pcm)
    levels -= levels.mean()
    pairs = [(levels[:-lag], levels[lag:]) for lag in _LAGS if len(levels) - lag >= _COMPARED]
    return max((_correlation(*pair) for pair in pairs), default=-1.0)


def _correlation(one: NDArray[np.float64], other: NDArray[np.float64]) -> float:
    return float((one * other).sum() / np.sqrt((one**2).sum() * (other**2).sum() + 1e-9))


def _levels(pcm: Pcm) -> NDArray[np.float64]:
    """dB in each of the bands, shape (hops, bands)."""
    flat = np.append(pcm[:1], pcm[1:] - 0.95 * pcm[:-1])
    frames = np.lib.stride_tricks.sliding_window_view(flat, _FRAME)[::_HOP] * np.hanning(_FRAME)
    power = np.abs(np.fft.rfft(frames, _SPECTRUM)) ** 2
    hertz = np.fft.rfftfreq(_SPECTRUM, 1 / SAMPLE_RATE)
    bands = np.digitize(hertz, _EDGES)
    summed = np.stack([power[:, bands == band].sum(1) for band in range(1, len(_EDGES))], 1)
    levels = 10 * np.log10(summed + 1e3)
    return np.asarray(np.maximum(levels, levels.max() - _FLOOR_DB))
