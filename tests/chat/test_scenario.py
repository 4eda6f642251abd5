"""The format of a written call."""

from datetime import time
from pathlib import Path

import pytest

from voicebot.chat.scenario import BrokenScenario, load

GOOD = """
about: a call
now: 2026-11-24T10:00
caller: "+819012345678"
before:
  - close: {day: 2026-12-02, name: 停電, reading: ていでん, from: 9:00, to: "12:00"}
call:
  - 住民票
  - heard: [{text: 木曜日, score: 0.4}]
  - calendar: down
expect:
  outcome: abandoned
  rows: []
"""


def write(folder: Path, text: str) -> Path:
    path = folder / "call.yaml"
    path.write_text(text, "utf-8")
    return path


def test_a_scenario_is_read_with_japanese_time(tmp_path: Path):
    scenario = load(write(tmp_path, GOOD))
    assert scenario.now.isoformat() == "2026-11-24T10:00:00+09:00"
    assert scenario.call[0].line == "住民票"
    assert scenario.call[1].heard is not None
    closed = scenario.before[0].close
    assert closed is not None
    assert (closed.first, closed.last) == (time(9), time(12))


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("- 住民票", "- /dance", "call.0.*'/dance' is none of"),
        ("- calendar: down", "- {calendar: down, says: [x]}", "call.2.*exactly one key"),
        ("calendar: down", "calender: down", "call.2.calender"),
        ("outcome: abandoned", "outcome: happy", "expect.outcome"),
        ('"+819012345678"', "090", "caller"),
        ("about: a call", "about: [", "line"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(tmp_path: Path, good: str, bad: str, told: str):
    with pytest.raises(BrokenScenario, match=told):
        load(write(tmp_path, GOOD.replace(good, bad)))


def test_a_file_that_is_not_there_is_told(tmp_path: Path):
    with pytest.raises(BrokenScenario, match="cannot be read"):
        load(tmp_path / "nowhere.yaml")
