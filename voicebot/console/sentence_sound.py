"""A sentence as the running voice says it. One at a time, in a thread that steps back: the voices on the telephone come first."""

import contextlib
import io
import os
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from prompts.sentence import Sentence
from voicebot.speech import mulaw, wav
from voicebot.speech.synthesizer import SAMPLE_RATE, Synthesizer

NICE = 10


def _step_back() -> None:
    with contextlib.suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), NICE)


_pool = ThreadPoolExecutor(1, "hear", initializer=_step_back)


def as_wav(voice: Synthesizer, sentence: Sentence, rate: float) -> bytes:
    """Mono, 16 bits, 8,000 Hz, as a caller hears it. Raises EngineMissing."""
    return in_wav(spoken(voice, sentence, rate))


def spoken(voice: Synthesizer, sentence: Sentence, rate: float) -> NDArray[np.int16]:
    """PCM, shape (samples,), 8,000 Hz. Raises EngineMissing."""
    return _pool.submit(_spoken, voice, sentence, rate).result()


def in_wav(pcm: NDArray[np.int16]) -> bytes:
    """Mono, 16 bits, 8,000 Hz."""
    file = io.BytesIO()
    wav.write(file, pcm, SAMPLE_RATE)
    return file.getvalue()


def _spoken(voice: Synthesizer, sentence: Sentence, rate: float) -> NDArray[np.int16]:
    return mulaw.decode(b"".join(voice.speak(piece, rate) for piece in sentence.pieces()))
