"""`voicebot chat`, from the shell's side."""

import io
import json
from pathlib import Path

import pytest

from tests.conftest import Voicebot

SCENARIOS = Path(__file__).resolve().parents[1] / "scenarios"
CALL = "12月1日の午後2時に住民票をお願いします\n\nはい\n"


@pytest.fixture
def keyboard(monkeypatch: pytest.MonkeyPatch):
    """Types the lines into the command."""
    return lambda text: monkeypatch.setattr("sys.stdin", io.StringIO(text))


def test_a_typed_call_is_shown_and_stands_in_the_given_database(voicebot: Voicebot, keyboard):
    keyboard(CALL)
    code, out, _ = voicebot("chat", "--now", "2026-11-24T10:00", "--database", "calls.db")
    assert code == 0
    assert "予約が取れました" in out
    assert out.splitlines()[-1] == "   end: booked"
    assert [
        row["start"] for row in json.loads(voicebot("bookings", "--database", "calls.db", "--json")[1])
    ] == ["2026-12-01T14:00:00+09:00"]


def test_json_is_the_record_and_the_outcome(voicebot: Voicebot, keyboard):
    keyboard(CALL)
    _, out, _ = voicebot("chat", "--now", "2026-11-24T10:00", "--json")
    *events, last = map(json.loads, out.splitlines())
    assert events[0]["event"] == "CallStarted"
    assert events[0]["said"][0].startswith("お電話ありがとうございます")
    assert last["outcome"] == "booked"
    assert last["booking"]["start"] == "2026-12-01T14:00:00+09:00"


def test_a_line_that_is_no_command_is_told_and_the_call_goes_on(voicebot: Voicebot, keyboard):
    keyboard("/dance\n係員\n")
    code, out, err = voicebot("chat", "--now", "2026-11-24T10:00")
    assert code == 0
    assert "'/dance' is none of" in err
    assert out.splitlines()[-1].startswith("   end: transferred, connected with +81")


def test_whoever_stops_typing_has_hung_up(voicebot: Voicebot, keyboard):
    keyboard("住民票\n")
    assert voicebot("chat", "--now", "2026-11-24T10:00")[1].splitlines()[-1] == "   end: abandoned"


def test_a_scenario_as_expected_ends_with_0(voicebot: Voicebot):
    code, out, err = voicebot("chat", "--script", str(SCENARIOS / "one_breath.yaml"))
    assert (code, err) == (0, "")
    assert "caller: はい" in out


def test_a_scenario_not_as_expected_ends_with_1_and_says_what(voicebot: Voicebot, tmp_path: Path):
    text = (SCENARIOS / "one_breath.yaml").read_text("utf-8")
    (tmp_path / "call.yaml").write_text(text.replace("T14:00", "T15:00"), "utf-8")
    code, _, err = voicebot("chat", "--script", "call.yaml")
    assert code == 1
    assert err.startswith("not as expected: the rows are")


def test_a_broken_scenario_ends_with_2_and_a_sentence(voicebot: Voicebot, tmp_path: Path):
    (tmp_path / "call.yaml").write_text("about: [", "utf-8")
    code, _, err = voicebot("chat", "--script", "call.yaml")
    assert code == 2
    assert err.startswith("voicebot: call.yaml, line 1: this is not YAML")
