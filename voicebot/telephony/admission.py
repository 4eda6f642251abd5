"""How many calls are taken at once: as many as this machine was measured to serve, or as many as it is told."""

import asyncio
import logging
from collections.abc import Callable
from time import perf_counter

import numpy as np

from nlu.ending import NO_WORDS
from nlu.hints import Hints
from voicebot.speech.recognition import Recognition, Urgency
from voicebot.speech.recognizer import SAMPLE_RATE, Pcm
from voicebot.telephony.ears import Ears
from voicebot.transport import line

log = logging.getLogger(__name__)

UTTERANCES_PER_MINUTE = 12.0
"""That a recognizer is asked for in a minute of a call: a guess in each pause, and what was said in two halves."""

BUSY = 0.6
"""Share of the time that may be spoken for; the rest is for when all speak at once."""

_UTTERANCE_S = 3.0
_AT_ONCE = 4
_FRAMES = 250


async def measured(recognition: Recognition, now: Callable[[], float] = perf_counter) -> int:
    """The calls that can be served at once, at least one. Takes a second or two, and does nothing else meanwhile."""
    noise = _noise(_UTTERANCE_S)
    began = now()
    await asyncio.gather(*(_hear(recognition, noise) for _ in range(_AT_ONCE)))
    utterance_s = (now() - began) / _AT_ONCE
    ears = Ears(recognition, lambda hypotheses: NO_WORDS)
    frame = noise[: line.FRAME_SAMPLES]
    began = now()
    for _ in range(_FRAMES):
        ears.feed(frame, True)
    frame_s = (now() - began) / _FRAMES
    ears.close()
    by_hearing = BUSY * 60 / (UTTERANCES_PER_MINUTE * utterance_s)
    by_frames = BUSY * line.FRAME_MS / 1_000 / frame_s
    log.info("an utterance takes %.0f ms, a frame %.2f ms", utterance_s * 1_000, frame_s * 1_000)
    return max(1, int(min(by_hearing, by_frames)))


async def _hear(recognition: Recognition, pcm: Pcm) -> None:
    hearing = recognition.begin(Hints())
    hearing.feed(pcm)
    await hearing.hear(Urgency.AHEAD)


def _noise(seconds: float) -> Pcm:
    """As loud as speech: nothing in it is passed over as silence."""
    white = np.random.default_rng(0).standard_normal(round(seconds * SAMPLE_RATE))
    return np.asarray(white * 2_000, np.int16)
