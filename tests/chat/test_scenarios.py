"""Every written call of tests/scenarios goes as it says there."""

from pathlib import Path

import pytest

from voicebot.chat import house
from voicebot.chat.played import play
from voicebot.chat.scenario import load

FILES = sorted((Path(__file__).resolve().parents[1] / "scenarios").glob("*.yaml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_call_goes_as_written(path: Path):
    written = load(path)
    office = str(path.parent / written.office) if written.office else ""
    with house.opened(office_file=office) as (file, calendar):
        assert play(written, file, calendar).complaints == []


def test_there_are_scenarios():
    assert FILES
