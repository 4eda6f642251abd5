"""Posteriors made by hand."""

import numpy as np

from voicebot.speech.ctc_forward import Posteriors
from voicebot.speech.kana_model import SYMBOLS


def said(sounds: str, frames_each: int = 4, sure: float = 0.9) -> Posteriors:
    """Each sound for one frame with the probability `sure`, then blanks; the rest is spread evenly."""
    picked = [SYMBOLS.index(sound) if n == 0 else 0 for sound in sounds for n in range(frames_each)]
    rest = (1 - sure) / (len(SYMBOLS) - 1)
    probabilities = np.full((len(picked), len(SYMBOLS)), rest, np.float32)
    probabilities[np.arange(len(picked)), picked] = sure
    return np.log(probabilities)


def drawn(frames: int, seed: int, peaky: float = 2.0) -> Posteriors:
    """By chance."""
    x = np.random.default_rng(seed).normal(0, peaky, (frames, len(SYMBOLS)))
    return (x - np.log(np.exp(x).sum(axis=1, keepdims=True))).astype(np.float32)
