"""Sentences said with pauses in them, an engine that hears which of their parts it is given, and where they are cut."""

from dataclasses import dataclass, field
from functools import cache

import numpy as np

from nlu.hints import Hints
from nlu.hypothesis import Hypothesis
from tests.telephony.wire_phone import silence, speech
from voicebot.speech import mulaw
from voicebot.speech.fake_recognizer import FakeListening, FakeRecognizer
from voicebot.speech.recognizer import Listening, Pcm
from voicebot.turns.strategy import Pausing

LOUD, STEP = 9_000, 6_000
"""Peak of the first part, and by how much each is louder than the one before it: so it is known again."""

WINDOW = 16 * 100
"""Samples at 16,000 Hz: a part is quiet for less than this."""


@cache
def _burst() -> Pcm:
    """The 0.7 s of a recording in which the voice is least interrupted."""
    pcm = mulaw.decode(speech("slot_by_slot_1"))
    loud = [float(np.abs(pcm[at : at + 800]).mean()) for at in range(0, len(pcm) - 800, 80)]
    starts = range(len(loud) - 60)
    return pcm[80 * max(starts, key=lambda n: min(loud[n : n + 60])) :][: 8 * 700]


def said(part: int, ms: int = 700) -> bytes:
    """Speech of 0.7 s or less, mu-law, from the loudness of which the engine knows the part."""
    pcm = _burst()[: 8 * ms].astype(np.float64)
    return mulaw.encode((pcm * (LOUD + STEP * part) / np.abs(pcm).max()).astype(np.int16))


@dataclass
class Parts(FakeListening):
    """Hears the parts that lie in its audio."""

    pcm: list[Pcm] = field(default_factory=list)

    def feed(self, pcm: Pcm) -> None:
        self.pcm.append(pcm)

    def result(self) -> tuple[Hypothesis, ...]:
        assert isinstance(self.recognizer, Halves)
        audio = np.abs(np.concatenate(self.pcm)) if self.pcm else np.zeros(0)
        peaks = [audio[at : at + WINDOW].max() for at in range(0, len(audio), WINDOW)]
        found: list[int] = []
        for quiet, peak in zip([0.0, *peaks], peaks, strict=False):
            if peak > LOUD / 2 and (quiet <= LOUD / 2 or not found):
                found.append(0)
            if peak > LOUD / 2:
                found[-1] = max(found[-1], round((float(peak) - LOUD) / STEP))
        found = [part for part, before in zip(found, [-1, *found], strict=False) if part != before]
        text = self.recognizer.between.join(self.recognizer.texts[part] for part in found)
        self.recognizer.heard.append(text)
        return (Hypothesis(text, 0.95),) if text else ()


@dataclass
class Halves(FakeRecognizer):
    """Part n of the audio is heard as the n-th text."""

    texts: tuple[str, ...] = ()
    between: str = "、"
    heard: list[str] = field(default_factory=list)

    def listen(self, hints: Hints, brief: bool = False) -> Listening:
        self.hints.append(hints)
        return Parts(self)


@dataclass(frozen=True)
class ByAnswer:
    """Ends a turn soon after what answers the question, and late after anything else: so where a pause cuts is known."""

    soon_ms: int = 480
    late_ms: int = 1_400

    def patience_ms(self, pausing: Pausing) -> int:
        so_far = pausing.so_far
        return self.soon_ms if so_far is not None and so_far.complete else self.late_ms


def with_pauses(*parts: int, pause_ms: int) -> bytes:
    """The parts with a pause between each two, and so much silence after the last that its end is noticed."""
    return silence(pause_ms).join(said(part) for part in parts) + silence(3_000)
