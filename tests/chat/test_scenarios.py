"""Every written call of tests/scenarios goes as it says there."""

from pathlib import Path

import pytest

from voicebot.chat import house
from voicebot.chat.played import play
from voicebot.chat.scenario import load

_SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"
FILES = sorted((*_SCENARIOS.glob("*.yaml"), *(_SCENARIOS / "strangers").glob("*.yaml")))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_call_goes_as_written(path: Path):
    written = load(path)
    with house.opened(office_files=written.office_files(path)) as (files, calendars):
        assert play(written, files, calendars).complaints == []


def test_there_are_scenarios():
    assert FILES
