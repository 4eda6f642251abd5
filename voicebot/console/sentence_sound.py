"""A sentence as the running voice says it. One at a time, in a thread that steps back: the voices on the telephone come first."""

import contextlib
import io
import os
import threading
from concurrent.futures import ThreadPoolExecutor

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
    return _pool.submit(_as_wav, voice, sentence, rate).result()


def _as_wav(voice: Synthesizer, sentence: Sentence, rate: float) -> bytes:
    spoken = b"".join(voice.speak(piece, rate) for piece in sentence.pieces())
    file = io.BytesIO()
    wav.write(file, mulaw.decode(spoken), SAMPLE_RATE)
    return file.getvalue()
