"""The Synthesizer port: a sentence in, 8 kHz mu-law out."""

from typing import Protocol

from prompts.sentence import Sentence

SAMPLE_RATE = 8_000
"""Hz. What a telephone carries."""

NORMAL_RATE = 5.5
"""Mora a second that older listeners understand best."""


class Synthesizer(Protocol):
    """A voice. One instance serves all calls; `speak` may block for as long as the engine needs."""

    name: str

    def speak(self, sentence: Sentence, rate: float = NORMAL_RATE) -> bytes:
        """G.711 mu-law, 8,000 Hz mono, one byte a sample, at `rate` mora a second."""
