"""pyttsx3: the Japanese voice of the operating system, or eSpeak NG, which reads kana only."""

import ctypes
import os
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import numpy as np

from prompts.sentence import Sentence
from voicebot.speech import mastering, pace, wav
from voicebot.speech.recognizer import EngineMissing
from voicebot.speech.synthesizer import NORMAL_RATE, SAMPLE_RATE

NATURAL_WORDS = 150
"""pyttsx3's words a minute that are taken for speed 1."""

NATURAL_RATE = 7.0
"""mora/s while sounding of eSpeak NG's voice `ja` at NATURAL_WORDS."""

_PATIENCE = 10.0
"""Seconds after which eSpeak NG is taken to have failed."""

_SLOWEST = 80
"""Words a minute below which eSpeak NG does not go."""


class Pyttsx3Voice:
    """The engine lives in one thread of its own, as SAPI on Windows demands."""

    name = "pyttsx3"

    def __init__(self) -> None:
        """Raises EngineMissing where the system has no Japanese voice."""
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="pyttsx3")
        try:
            self.voice = self._thread.submit(_start).result()
        except EngineMissing:
            raise
        except (ImportError, OSError, RuntimeError, ValueError) as error:
            raise EngineMissing(
                f"pyttsx3 finds no speech engine ({error}); run 'make setup', "
                "install the system's espeak-ng, or choose another voice with --tts"
            ) from error

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """See `Synthesizer.speak`. Speaks the reading. Raises EngineMissing when nothing was spoken."""
        return self._thread.submit(self._speak, sentence, rate).result()

    def _speak(self, sentence: Sentence, rate: float) -> bytes:
        return pace.paced(
            lambda speed: self._synthesize(sentence.reading, speed), sentence.morae, rate, NATURAL_RATE
        )

    def _synthesize(self, reading: str, speed: float) -> tuple[mastering.Samples, int]:
        from pyttsx3 import Engine

        engine = Engine()  # A used one applies a new rate to the sentence after the next.
        written = Event()
        engine.connect("finished-utterance", lambda **_: written.set())
        engine.setProperty("voice", self.voice)
        engine.setProperty("rate", max(_SLOWEST, round(NATURAL_WORDS * speed)))
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "sentence.wav"
            engine.save_to_file(reading, str(path))
            engine.runAndWait()
            if sys.platform == "linux":  # eSpeak NG writes from a thread of its own.
                written.wait(_PATIENCE)
            try:
                pcm = wav.read(path, SAMPLE_RATE)
            except wav.BadRecording as error:
                raise EngineMissing(
                    f"pyttsx3 spoke nothing ({error}); choose another voice with --tts"
                ) from None
        return np.divide(pcm, 32_768, dtype=np.float32), SAMPLE_RATE


def _start() -> str:
    """The id of the Japanese voice."""
    if sys.platform == "linux":
        _provide_espeak()
    import pyttsx3

    engine = pyttsx3.init()
    if sys.platform == "linux":
        _silence()
    voice = next((v for v in engine.getProperty("voices") if _is_japanese(v)), None)
    if voice is None:
        raise EngineMissing(
            "the system has no Japanese voice; add one in its speech settings or choose another with --tts"
        )
    return str(voice.id)


def _is_japanese(voice: Any) -> bool:
    tags = [t.decode("utf-8", "ignore") if isinstance(t, bytes) else str(t) for t in voice.languages or []]
    return (
        any(tag.lower().startswith("ja") for tag in tags)
        or voice.name.startswith("Japanese")
        or voice.id.lower().endswith("/ja")
        or "ja-jp" in voice.id.lower()
        or "ja_jp" in voice.id.lower()
    )


def _provide_espeak() -> None:
    """Loads the library from its wheel under the name by which pyttsx3 then asks for it."""
    import espeakng_loader

    try:
        ctypes.CDLL("libespeak-ng.so.1", mode=ctypes.RTLD_GLOBAL)
    except OSError:
        os.environ.setdefault("ESPEAK_DATA_PATH", espeakng_loader.get_data_path())
        ctypes.CDLL(espeakng_loader.get_library_path(), mode=ctypes.RTLD_GLOBAL)


def _silence() -> None:
    """The driver prints a line for every file it writes."""
    from pyttsx3.drivers import espeak

    espeak.print = lambda *_: None
