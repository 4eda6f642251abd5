"""How high a voice is: the fundamental frequency of speech, frame by frame and as a median.

The likeliest period is where the autocorrelation of a windowed frame, divided by that of its window, is highest
(Boersma 1993).
"""

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, sosfiltfilt

Signal = NDArray[np.float64]

STEP_S = 0.01
FRAME_S = 0.04
_PITCH_HZ = (75.0, 500.0)
_VOICED = 0.45
"""Least autocorrelation at the pitch period, of 1."""

_BAND_HZ = (70.0, 1_000.0)
"""Without rumble below the voice, which passes for a short period, and hiss above it."""

_LOUD = 1e-2
"""Share of the loudest frame's energy under which a frame is no voice: the hum of a recording must not count."""


def median_hz(speech: Signal, rate: int) -> float:
    """The median fundamental frequency of the voiced frames; 0.0 where there is none.

    Args:
        speech: shape (samples,), any scale, at `rate` Hz, of the full band: a telephone line cuts the fundamental off.
    """
    if len(speech) < FRAME_S * rate:
        return 0.0
    found, voiced = periods(speech, rate)
    return rate / float(np.median(found[voiced])) if voiced.any() else 0.0


def periods(speech: Signal, rate: int) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
    """For each 10 ms the pitch period in samples (5 ms where there is none), and whether there is one.

    Args:
        speech: shape (samples,), any scale, at `rate` Hz; there may be rumble, hum and hiss in it.

    Returns:
        Both of shape (frames,).
    """
    step, size = round(STEP_S * rate), round(FRAME_S * rate)
    edges = butter(4, _BAND_HZ, btype="bandpass", fs=rate, output="sos")
    padded = np.pad(np.asarray(sosfiltfilt(edges, speech)), (size // 2, size))
    frames = np.lib.stride_tricks.sliding_window_view(padded, size)[: len(speech) : step]
    windowed = (frames - frames.mean(axis=1, keepdims=True)) * np.hanning(size)
    spectrum = np.abs(np.fft.rfft(windowed, 2 * size, axis=1)) ** 2
    correlation = np.fft.irfft(spectrum, axis=1)[:, :size]
    of_window = np.fft.irfft(np.abs(np.fft.rfft(np.hanning(size), 2 * size)) ** 2)[:size]
    least, most = round(rate / _PITCH_HZ[1]), round(rate / _PITCH_HZ[0])
    strength = correlation[:, least:most] / (of_window[least:most] / of_window[0])
    strength /= np.maximum(correlation[:, :1], 1e-9)
    # A slight charge for long periods: half the pitch correlates as well as the pitch.
    best = (strength - 0.1 * np.linspace(0, 1, most - least)).argmax(axis=1)
    loud = correlation[:, 0] > _LOUD * correlation[:, 0].max()
    voiced = (strength[np.arange(len(best)), best] > _VOICED) & loud
    found = np.where(voiced, best + least, round(0.005 * rate))
    # One frame that disagrees with both neighbours is a slip.
    for frame in range(1, len(found) - 1):
        if voiced[frame - 1 : frame + 2].all():
            found[frame] = int(np.median(found[frame - 1 : frame + 2]))
    return found, voiced
