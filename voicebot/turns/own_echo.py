"""Our own voice that comes back from the caller's telephone: how much of what is heard is what was just played."""

import numpy as np

from voicebot.transport.line import Pcm

WINDOW_MS = 256
"""Of what is heard."""

LATEST_MS = 600
"""An echo comes back no later; the network's own delay is part of it."""


def share(heard: Pcm, played: Pcm) -> float:
    """The share of the energy of `heard` that `played`, delayed and at another loudness, explains: 0 to 1.

    Both are at 8,000 Hz and end at the same moment; `played` is as much longer as the echo may be late.
    """
    line, voice = heard.astype(np.float64), played.astype(np.float64)
    size = len(line)
    energy = float(line @ line)
    if energy == 0.0 or len(voice) < size or not voice.any():
        return 0.0
    length = 1 << (len(voice) + size - 1).bit_length()
    spectrum = np.fft.rfft(voice, length) * np.conj(np.fft.rfft(line, length))
    matched = np.fft.irfft(spectrum, length)[: len(voice) - size + 1]
    sums = np.concatenate([[0.0], np.cumsum(voice**2)])
    loud = sums[size:] - sums[:-size]
    heard_enough = loud > 1e-3 * loud.max()
    return float(np.max(np.where(heard_enough, matched**2 / np.maximum(loud * energy, 1e-9), 0.0)))


def span_ms(now_ms: int) -> tuple[int, int]:
    """From when to when what was played has to be known."""
    return now_ms - WINDOW_MS - LATEST_MS, now_ms
