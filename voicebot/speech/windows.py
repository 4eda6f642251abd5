"""Audio longer than the encoder's window, cut where nobody speaks."""

import numpy as np

from voicebot.speech.recognizer import SAMPLE_RATE, Pcm
from voicebot.speech.whisper_model import WINDOW_SECONDS

_WINDOW = WINDOW_SECONDS * SAMPLE_RATE
_CUT_FROM = _WINDOW - 2 * SAMPLE_RATE


def split(audio: Pcm) -> tuple[list[Pcm], Pcm]:
    """Audio at 16,000 Hz, shape (samples,), as full windows and the rest, which fits into one.

    Windows end at the quietest place of their last two seconds.
    """
    full = []
    while len(audio) > _WINDOW:
        cut = _quietest(audio[_CUT_FROM:_WINDOW]) + _CUT_FROM
        full.append(audio[:cut])
        audio = audio[cut:]
    return full, audio


def _quietest(pcm: Pcm) -> int:
    """The middle of the 100 ms with the least energy."""
    length = SAMPLE_RATE // 10
    frames = pcm[: len(pcm) // length * length].astype(np.float32).reshape(-1, length)
    return int((frames**2).mean(axis=1).argmin()) * length + length // 2
