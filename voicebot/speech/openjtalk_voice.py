"""Open JTalk: clear, a little robotic, and quick enough to speak while the caller waits."""

import numpy as np
import pyopenjtalk

from prompts.sentence import Sentence
from voicebot.speech import mastering, pace, pronunciation
from voicebot.speech.synthesizer import NORMAL_RATE

NATURAL_RATE = 11.7
"""mora/s while sounding of the voice "mei", divided by its speed, at speeds near 0.6: median of the pieces of sentences that hold
values. Nine in ten lie within `pace.TOLERANCE` of it, and are rendered once."""


class OpenJTalkVoice:
    """pyopenjtalk's voice "mei". Its library takes one sentence at a time by a lock of its own."""

    name = "openjtalk"
    voice = "mei"

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """See `Synthesizer.speak`; a twentieth to a tenth of the sentence's duration."""
        text = pronunciation.writing(sentence)
        return pace.paced(lambda speed: _synthesize(text, speed), sentence.morae, rate, NATURAL_RATE)


def _synthesize(text: str, speed: float) -> tuple[mastering.Samples, int]:
    samples, hertz = pyopenjtalk.tts(text, speed=speed, use_sudachi_kanji_yomi=False)
    return np.divide(samples, 32_768, dtype=np.float64).astype(np.float32), hertz
