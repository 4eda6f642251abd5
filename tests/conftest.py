"""Engines that are slow to wake, once for all tests."""

from pathlib import Path

import pytest

from voicebot.bench.recorded import Engines
from voicebot.speech.engines import make_recognizer
from voicebot.speech.voices import make_synthesizer


@pytest.fixture(scope="session")
def engines(tmp_path_factory: pytest.TempPathFactory) -> Engines:
    """The engines that a fresh installation takes by itself."""
    voice: Path = tmp_path_factory.mktemp("voice")
    return Engines(make_recognizer("auto"), make_synthesizer("auto", voice))
