"""Synthetic speech off the telephone, and an engine that listens to it."""

from itertools import pairwise

import numpy as np
import pyopenjtalk
import soxr

from nlu.hints import Candidate, Hints
from voicebot.speech.recognizer import Listening, Pcm, Recognizer
from voicebot.speech.wav import to_int16

DAYS = tuple(
    Candidate(f"{name}曜日", f"{reading}ようび")
    for name, reading in zip("月火水木金", ("げつ", "か", "すい", "もく", "きん"), strict=True)
)


def say(text: str) -> Pcm:
    """Open JTalk in the band of a telephone, at 16,000 Hz, 0.3 s of silence around it."""
    samples, rate = pyopenjtalk.tts(text)
    narrow = soxr.resample(soxr.resample(samples / 32_768, rate, 8_000), 8_000, 16_000)
    quiet = np.zeros(4_800, np.int16)
    return np.concatenate([quiet, to_int16(narrow * 0.5), quiet])


def heard(engine: Recognizer, hints: Hints, *sounds: Pcm) -> Listening:
    """All of it, in packets of 20 ms."""
    listening = engine.listen(hints)
    for sound in sounds:
        for start, end in pairwise([*range(0, len(sound), 320), len(sound)]):
            listening.feed(sound[start:end])
    return listening
