"""Engines that are slow to wake, once for all tests."""

from pathlib import Path

import pytest

from voicebot.bench.recorded import Engines
from voicebot.speech.engines import make_recognizer
from voicebot.speech.voices import make_synthesizer

VOICE = Path(__file__).resolve().parents[1] / "var" / "voice"


@pytest.fixture(scope="session")
def engines() -> Engines:
    """The engines that a fresh installation takes by itself, and the sentences that `make setup` rendered for it."""
    return Engines(make_recognizer("auto"), make_synthesizer("auto", VOICE))
