"""A Synthesizer that beeps: for tests of what uses one."""

from dataclasses import dataclass, field

import numpy as np

from prompts.sentence import Sentence
from voicebot.speech import mulaw
from voicebot.speech.synthesizer import NORMAL_RATE, SAMPLE_RATE

BEEP_HZ = 440
BEEP_AMPLITUDE = 6_000


@dataclass
class FakeSynthesizer:
    """Every sentence is a beep of the same length."""

    ms: int = 200
    """Length of the beep."""

    spoken: list[tuple[Sentence, float]] = field(default_factory=list)
    """What was asked for, and at how many mora/s."""

    name: str = "fake"

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """See `Synthesizer.speak`."""
        at = np.arange(self.ms * SAMPLE_RATE // 1_000) / SAMPLE_RATE
        beep = BEEP_AMPLITUDE * np.sin(2 * np.pi * BEEP_HZ * at)
        self.spoken.append((sentence, rate))
        return mulaw.encode(beep.astype(np.int16))
