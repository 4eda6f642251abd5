"""What the hall hears when a number is called: a chime, then the service's own voice."""

import logging

import numpy as np
from numpy.typing import NDArray

from calendar_backend import Counter
from prompts import Sentence, formats, render
from voicebot.console import sentence_sound
from voicebot.speech.recognizer import EngineMissing
from voicebot.speech.synthesizer import SAMPLE_RATE, Synthesizer

log = logging.getLogger(__name__)

HIGH_HZ, LOW_HZ = 880.0, 698.5
"""ピンポン."""
TONE_S = 0.5
PAUSE_S = 0.25
LOUD = 9_000


def sentence(number: int, desk: int, counter: Counter | None) -> Sentence:
    """12番のかた、3番窓口へ、お越しください。 `counter`: where the number of the desk is not enough."""
    values = {"ticket": formats.count(number), "desk": formats.count(desk)}
    if counter is None:
        return render("ticket_called", **values)
    return render("ticket_called_at", counter=formats.name(counter.name, counter.reading), **values)


def wav(voice: Synthesizer, said: Sentence, rate: float) -> bytes:
    """Mono, 16 bits, 8,000 Hz. Where the voice is missing, only the chime."""
    try:
        spoken = sentence_sound.spoken(voice, said, rate)
    except EngineMissing as error:
        log.error("a number is called by the chime alone: %s", error)
        spoken = np.zeros(0, np.int16)
    return sentence_sound.in_wav(np.concatenate([chime(), spoken]))


def silence() -> bytes:
    """As long as the pause behind the chime."""
    return sentence_sound.in_wav(np.zeros(int(PAUSE_S * SAMPLE_RATE), np.int16))


def chime() -> NDArray[np.int16]:
    """Two falling tones, shape (samples,)."""
    at = np.arange(int(TONE_S * SAMPLE_RATE)) / SAMPLE_RATE
    tones = [LOUD * np.exp(-5 * at) * np.sin(2 * np.pi * hz * at) for hz in (HIGH_HZ, LOW_HZ)]
    pause = np.zeros(int(PAUSE_S * SAMPLE_RATE))
    return np.concatenate([*tones, pause]).astype(np.int16)
