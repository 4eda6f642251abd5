"""Every written call of tests/scenarios goes as it says there."""

from pathlib import Path

import pytest

from voicebot.chat import house
from voicebot.chat.played import play
from voicebot.chat.scenario import load

FILES = sorted((Path(__file__).resolve().parents[1] / "scenarios").rglob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_call_goes_as_written(path: Path):
    written = load(path)
    with house.opened(office_files=written.office_files(path)) as (files, calendars):
        assert play(written, files, calendars).complaints == []


def test_there_are_scenarios():
    assert FILES
