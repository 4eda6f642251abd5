"""Tones of the telephone: keys, busy and ringing tones, the tone of a fax. One or two frequencies at a time, as no voice has."""

import numpy as np

from voicebot.speech.recognizer import Pcm

_FRAME = 512
"""Samples at 16,000 Hz: 32 ms."""

_STEP = _FRAME // 2
_FREQUENCIES = 2
_WIDTH = 2
"""Bins of 31 Hz on either side of a frequency over which the window spreads it."""

_LOUD = 0.05
"""Share of the loudest frame's energy from which a frame counts."""

_QUANTILE, _PURE = 0.4, 0.99
"""In a tone six in ten frames (the others hold its edges) have this share of their energy at two frequencies: keys of 100 ms
have 0.999. Of 164 words and 200 sentences by people over the telephone none has more than 0.982."""


def is_tone(pcm: Pcm) -> bool:
    """Whether audio at 16,000 Hz, shape (samples,), is nothing but tones; hiss at 20 dB under them does not matter."""
    if len(pcm) < _FRAME:
        return False
    frames = np.lib.stride_tricks.sliding_window_view(pcm.astype(np.float64), _FRAME)[::_STEP]
    power = np.abs(np.fft.rfft(frames * np.hanning(_FRAME), axis=1)) ** 2
    energy = power.sum(axis=1)
    loud = energy > max(_LOUD * float(energy.max()), 1e-9)
    if not loud.any():
        return False
    power, energy = power[loud], energy[loud]
    rows = np.arange(len(power))
    pure = np.zeros(len(power))
    for _ in range(_FREQUENCIES):
        peak = power.argmax(axis=1)
        for beside in range(-_WIDTH, _WIDTH + 1):
            place = np.clip(peak + beside, 0, power.shape[1] - 1)
            pure += power[rows, place]
            power[rows, place] = 0.0
    return float(np.quantile(pure / energy, _QUANTILE)) >= _PURE
