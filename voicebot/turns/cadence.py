"""How the voice goes at the end of a stretch: lower and softer when it is over, level or drawn out when more comes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from voicebot.speech.recognizer import SAMPLE_RATE, Pcm

_STEP = SAMPLE_RATE // 100
_FRAME = SAMPLE_RATE // 25
_LEAST, _MOST = SAMPLE_RATE // 400, SAMPLE_RATE // 75
"""Periods of a voice in samples; a telephone keeps the overtones, whose distance is the period's."""

_VOICED = 0.5
_NEAR_DB = 30
SPAN_MS = 2_000
"""How much of what was said is looked at."""

_OCTAVE = 9.0
"""Semitones from which a fall is an octave that was mistaken, as voices do not fall so far."""

_LAST = 15
"""Frames of 10 ms that are the end."""


@dataclass(frozen=True, slots=True)
class Cadence:
    """The end of a stretch of speech beside what came before it."""

    falls: float = 0.0
    """Semitones by which the voice ends below its median."""

    softens: float = 0.0
    """dB by which the last voiced sound is softer than speech was."""

    drawn_ms: float = 0.0
    """How long the last sound was held without a change."""


def cadence(pcm: Pcm) -> Cadence:
    """Of speech at 16,000 Hz, shape (samples,), that ends where the voice stopped; zeros where there is no voice."""
    speech = pcm[-SPAN_MS * SAMPLE_RATE // 1_000 :].astype(np.float64)
    if len(speech) < 4 * _FRAME:
        return Cadence()
    frames = np.lib.stride_tricks.sliding_window_view(speech, _FRAME)[::_STEP]
    frames = (frames - frames.mean(axis=1, keepdims=True)) * np.hanning(_FRAME)
    spectrum = np.abs(np.fft.rfft(frames, 2 * _FRAME, axis=1)) ** 2
    level = 10 * np.log10(spectrum.sum(axis=1) + 1)
    pitch = _periods(spectrum)
    voiced = (pitch > 0) & (level > level.max() - _NEAR_DB)
    if voiced.sum() < 2 * _LAST:
        return Cadence()
    at = np.flatnonzero(voiced)
    last, before = at[-_LAST:], at[:-_LAST]
    falls = 12 * float(np.log2(np.median(pitch[last[-8:]]) / np.median(pitch[before])))
    softens = float(np.median(level[before]) - np.median(level[last[-8:]]))
    return Cadence(falls if abs(falls) < _OCTAVE else 0.0, softens, _held(spectrum, int(at[-1])) * 10.0)


def _periods(spectrum: NDArray[np.float64]) -> NDArray[np.float64]:
    """The period of each frame in samples; 0 where it has none."""
    correlation = np.fft.irfft(spectrum, axis=1)[:, :_FRAME]
    window = np.fft.irfft(np.abs(np.fft.rfft(np.hanning(_FRAME), 2 * _FRAME)) ** 2)[:_FRAME]
    strength = correlation[:, _LEAST:_MOST] / (window[_LEAST:_MOST] / window[0])
    strength /= np.maximum(correlation[:, :1], 1e-9)
    # Twice the period correlates as well as the period.
    best = (strength - 0.1 * np.linspace(0, 1, _MOST - _LEAST)).argmax(axis=1)
    found = np.where(strength[np.arange(len(best)), best] > _VOICED, best + _LEAST, 0)
    return np.asarray(found, np.float64)


def _held(spectrum: NDArray[np.float64], end: int) -> int:
    """Frames before `end` whose spectrum is much like its."""
    bands = np.log(spectrum[:, 4:164].reshape(len(spectrum), 20, 8).sum(axis=2) + 1)
    bands -= bands.mean(axis=1, keepdims=True)
    bands /= np.linalg.norm(bands, axis=1, keepdims=True) + 1e-9
    alike = bands[: end + 1] @ bands[max(0, end - 3)]
    different = np.flatnonzero(alike < 0.85)
    return end - int(different[-1]) if len(different) else end
