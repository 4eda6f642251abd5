"""`voicebot replay`."""

import json
import shutil
from pathlib import Path

import pytest

from tests.conftest import Voicebot
from tests.replay.made import DAY, SID, rewritten, written_call


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """Two calls of one day below `var`, where the command looks."""
    calls = tmp_path / "var" / "calls"
    written_call(calls, "slot_by_slot")
    written_call(calls, "time_first", "CA9")
    return calls


@pytest.mark.parametrize("wish", [SID, f"{DAY}/{SID}", f"var/calls/{DAY}/{SID}", f"var/calls/{DAY}/{SID}/"])
def test_a_call_is_named_by_its_sid_its_day_or_its_folder(voicebot: Voicebot, calls: Path, wish: str):
    code, out, _ = voicebot("replay", wish)
    assert (code, "違いはありません" in out, f"{DAY}/{SID}" in out) == (0, True, True)


def test_all_of_a_day(voicebot: Voicebot, calls: Path):
    code, out, _ = voicebot("replay", DAY, "--json")
    found = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert [one["call"] for one in found] == [f"{DAY}/{SID}", f"{DAY}/CA9"]
    assert all(one["same"] for one in found)


def test_another_outcome_is_exit_1_another_sentence_is_not(voicebot: Voicebot, calls: Path):
    call = calls / DAY / SID
    rewritten(call, lambda lines: lines[0]["said"].__setitem__(-1, "ご用件をどうぞ。"))
    code, out, _ = voicebot("replay", SID)
    assert (code, "≠案内" in out) == (0, True)
    outcome = json.loads((call / "outcome.json").read_text("utf-8"))
    (call / "outcome.json").write_text(json.dumps(outcome | {"outcome": "answered"}), "utf-8")
    assert voicebot("replay", SID)[0] == 1


@pytest.mark.parametrize(
    "wish", ["CA77", "2026-01-01", "2026-11-24/CA77", "../../etc", "var/calls", "", "2026-13-45"]
)
def test_a_call_there_is_not_is_exit_2_with_what_to_write(voicebot: Voicebot, calls: Path, wish: str):
    code, out, told = voicebot("replay", wish)
    assert (code, out) == (2, "")
    assert "記録は" in told


def test_a_torn_record_is_told_and_the_day_goes_on(voicebot: Voicebot, calls: Path):
    (calls / DAY / SID / "events.jsonl").write_text("torn", "utf-8")
    code, out, told = voicebot("replay", DAY)
    assert code == 2
    assert "再生できません" in told
    assert f"{DAY}/CA9" in out
    code, out, _ = voicebot("replay", DAY, "--json")
    assert [json.loads(line).get("error") is None for line in out.splitlines()] == [False, True]


def test_a_record_that_lacks_a_line_is_compared_and_exit_2(voicebot: Voicebot, calls: Path):
    file = calls / DAY / SID / "events.jsonl"
    file.write_bytes(file.read_bytes() + b'{"ms": 5')
    code, out, _ = voicebot("replay", SID)
    assert (code, "1行が読めません" in out) == (2, True)


def test_a_sid_of_two_days_asks_which(voicebot: Voicebot, calls: Path):
    shutil.copytree(calls / DAY / SID, calls / "2026-11-25" / SID)
    code, _, told = voicebot("replay", SID)
    assert (code, "2026-11-25" in told) == (2, True)


@pytest.mark.parametrize(
    ("call", "name", "why"),
    [
        (SID, "Name", "名前"),
        (SID, "../x", "名前"),
        (SID, "half_hour", "もうあります"),
        (DAY, "some_name", "1件"),
        (SID, "some_name", "音声"),
    ],
)
def test_what_cannot_be_made_a_recording_is_refused_with_the_reason(
    voicebot: Voicebot, calls: Path, call: str, name: str, why: str
):
    code, _, told = voicebot("replay", call, "--record", name)
    assert (code, why in told) == (2, True), told
