"""Engines that are slow to wake, once for all tests."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from voicebot import cli
from voicebot.replay.engines import Engines
from voicebot.speech.engines import make_recognizer
from voicebot.speech.voices import make_synthesizer

VOICE = Path(__file__).resolve().parents[1] / "var" / "voice"


Told = tuple[int, str, str]
Voicebot = Callable[..., Told]


@pytest.fixture
def voicebot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Voicebot:
    """Runs the command in an empty folder; returns its exit code, output and complaints."""
    monkeypatch.chdir(tmp_path)
    for name in [name for name in os.environ if name.startswith(("VOICEBOT_", "TWILIO_"))]:
        monkeypatch.delenv(name)

    def run(*args: str) -> Told:
        monkeypatch.setattr(sys, "argv", ["voicebot", *args])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsys.readouterr()
        return int(str(ended.value.code)), told.out, told.err

    return run


@pytest.fixture(scope="session")
def engines() -> Engines:
    """The engines that a fresh installation takes by itself, and the sentences that `make setup` rendered for it."""
    return Engines(make_recognizer("auto"), make_synthesizer("auto", VOICE))
