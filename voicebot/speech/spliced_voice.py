"""A piece of a sentence spliced from phrases, each of which is rendered once for all sentences."""

from collections.abc import Mapping, Sequence
from typing import Protocol

from prompts.sentence import Sentence
from voicebot.speech import mastering, mulaw
from voicebot.speech.openjtalk_phrase import Place, places
from voicebot.speech.synthesizer import NORMAL_RATE, SAMPLE_RATE


class Keeping(Protocol):
    """A voice that keeps what it has rendered."""

    name: str

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """See `Synthesizer.speak`."""

    def ready(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes | None:
        """What has been rendered before, else None."""


class SplicedVoice:
    """Whole pieces where they were rendered ahead or have one phrase only, else phrases with the pauses of 「、」."""

    def __init__(self, whole: Keeping, phrases: Mapping[Place, Keeping]) -> None:
        self.name = whole.name
        self._whole = whole
        self._phrases = phrases

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """See `Synthesizer.speak`."""
        phrases = sentence.phrases()
        if sentence.fixed or len(phrases) < 2:
            return self._whole.speak(sentence, rate)
        return self._whole.ready(sentence, rate) or splice(
            [self._phrases[place].speak(one, rate) for place, one in placed(phrases)], rate
        )


def placed(phrases: Sequence[Sentence]) -> list[tuple[Place, Sentence]]:
    """The phrases of a piece, two at least, each with its place."""
    return list(zip(places(len(phrases)), phrases, strict=True))


def splice(phrases: Sequence[bytes], rate: float = NORMAL_RATE) -> bytes:
    """Mastered phrases as one piece, with the pause that mastering leaves within a sentence."""
    pause = mastering.longest_pause(rate) - mastering.SURROUNDING
    return bytes([mulaw.SILENCE] * round(max(0.0, pause) * SAMPLE_RATE)).join(phrases)
