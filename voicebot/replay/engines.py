"""What hears and speaks in a replay."""

from dataclasses import dataclass

from voicebot.speech.recognizer import Recognizer
from voicebot.speech.synthesizer import Synthesizer


@dataclass(frozen=True)
class Engines:
    """What is slow to wake."""

    recognizer: Recognizer
    synthesizer: Synthesizer
