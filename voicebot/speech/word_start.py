"""Where in a sentence that was cut short to begin anew, so that no word is heard in half."""

import numpy as np

from voicebot.transport.line import FRAME_SAMPLES, SAMPLES_PER_MS, Pcm

BACK_MS = 800
"""A word begins no further back."""

_FRAMES = BACK_MS * SAMPLES_PER_MS // FRAME_SAMPLES
_QUIET = 0.1
"""Of the loudest frame: between two words."""


def word_start(pcm: Pcm, heard: int) -> int:
    """The sample, a whole number of frames at 8,000 Hz, from which to go on when the first `heard` were heard: behind the last
    silence, else where it is softest."""
    end = min(heard, len(pcm)) // FRAME_SAMPLES
    first = max(0, end - _FRAMES)
    if first == 0 and end < 2:
        return 0
    frames = pcm[first * FRAME_SAMPLES : end * FRAME_SAMPLES].astype(np.float64).reshape(-1, FRAME_SAMPLES)
    levels = np.sqrt(np.mean(frames**2, axis=1))
    quiet = np.flatnonzero(levels <= _QUIET * levels.max())
    if len(quiet):
        return (first + int(quiet[-1])) * FRAME_SAMPLES
    return 0 if first == 0 else (first + int(levels.argmin())) * FRAME_SAMPLES
