"""The command, run in an empty folder."""

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from calendar_backend import OfficeCalendar, load_into, open_database
from tests.calendar_backend.small_office import small_office
from voicebot import cli

Told = tuple[int, str, str]
Voicebot = Callable[..., Told]


@pytest.fixture
def voicebot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Voicebot:
    """Runs the command; returns its exit code, output and complaints."""
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


@pytest.fixture
def calendar(voicebot: Voicebot, tmp_path: Path) -> Iterator[OfficeCalendar]:
    """The small office, in the database that the command finds."""
    engine = open_database(tmp_path / "var" / "voicebot.db")
    load_into(engine, small_office())
    yield OfficeCalendar(engine, "small")
    engine.dispose()
