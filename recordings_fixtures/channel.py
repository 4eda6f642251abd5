"""A telephone line: 300 to 3,400 Hz, noise, 8 kHz, G.711 mu-law."""

import numpy as np
from numpy.typing import NDArray
from scipy.signal import butter, resample_poly, sosfiltfilt

from voicebot.speech import mulaw, wav

RATE = 8_000

Signal = NDArray[np.float64]


def through_the_line(
    speech: Signal, rate: int, level_dbfs: float, noise_dbfs: float, rng: np.random.Generator
) -> NDArray[np.int16]:
    """Speech as it arrives at the other end.

    Args:
        speech: shape (samples,), any scale, at `rate` Hz.
        level_dbfs: active speech level on the line; the level of pauses does not count.
        noise_dbfs: level of the noise that is added before coding.

    Returns:
        16-bit samples at 8,000 Hz, exactly those that mu-law can carry.
    """
    narrow = at_level(speech, rate, level_dbfs)
    return coded(narrow + line_noise(narrow.size, noise_dbfs, rng))


def at_level(sound: Signal, rate: int, level_dbfs: float) -> Signal:
    """A sound as the line lets it through, at 8,000 Hz, before it is coded; `level_dbfs` is its active level."""
    narrow = _band_pass(resample_poly(sound, RATE, rate))
    scaled: Signal = narrow * (10 ** (level_dbfs / 20) / max(_active_rms(narrow), 1e-9))
    return scaled


def noise_only(seconds: float, noise_dbfs: float, rng: np.random.Generator) -> NDArray[np.int16]:
    """A line on which nobody speaks."""
    return coded(line_noise(round(seconds * RATE), noise_dbfs, rng))


def line_noise(samples: int, dbfs: float, rng: np.random.Generator) -> Signal:
    """Band-limited hiss with a little mains hum."""
    hiss = _band_pass(rng.standard_normal(samples))
    hum = 0.3 * np.sin(2 * np.pi * 360 * np.arange(samples) / RATE)
    mixed: Signal = hiss / np.std(hiss) + hum
    scaled: Signal = mixed * (10 ** (dbfs / 20) / np.sqrt(np.mean(mixed**2)))
    return scaled


def _band_pass(signal: Signal) -> Signal:
    sections = butter(4, (300, 3_400), btype="bandpass", fs=RATE, output="sos")
    return np.asarray(sosfiltfilt(sections, signal))


def _active_rms(signal: Signal) -> float:
    frames = signal[: signal.size // 160 * 160].reshape(-1, 160)
    power = np.mean(frames**2, axis=1)
    return float(np.sqrt(np.mean(power[power > power.max() / 1_000])))


def coded(signal: Signal) -> NDArray[np.int16]:
    """What is left of a sum of sounds after mu-law."""
    return mulaw.decode(mulaw.encode(wav.to_int16(signal)))
