"""`voicebot stats`."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import Voicebot
from tests.telephony.conftest import NOW
from voicebot.telephony.record import FileCallLog, day_folder
from voicebot.telephony.turn_times import Took


@pytest.fixture
def calls(voicebot: Voicebot, tmp_path: Path) -> Path:
    """A call on one day, a call of two turns on the next."""
    calls = tmp_path / "var" / "calls"
    for day, turns in enumerate(
        ([Took(0, 450, 80, 2, None, 600)], [Took(0, 900), Took(0, 650, 120, 4, 30, 850)])
    ):
        log = FileCallLog(day_folder(calls, NOW + timedelta(days=day)), f"CA{day}")
        for took in turns:
            log.turn_took(took)
        log.close({"outcome": None})
    return calls


def test_the_waits_of_all_calls_are_a_table(voicebot: Voicebot, calls: Path):
    code, told, complaints = voicebot("stats")
    assert (code, complaints) == (0, "")
    head, *rows = told.splitlines()
    assert head == "通話 2件、発話 3件"
    assert [row.split() for row in rows] == [
        ["件数", "中央値", "95%"],
        ["発話の終わりの判断", "3", "0.650秒", "0.900秒"],
        ["音声認識", "2", "0.080秒", "0.120秒"],
        ["理解と応対の判断", "2", "0.002秒", "0.004秒"],
        ["予約表の返事", "1", "0.030秒", "0.030秒"],
        ["発話の終わりから声が出るまで", "2", "0.600秒", "0.850秒"],
    ]


def test_those_of_one_day_as_json(voicebot: Voicebot, calls: Path):
    day = f"{NOW:%Y-%m-%d}"
    code, told, _ = voicebot("stats", "--from", day, "--to", day, "--json")
    found = json.loads(told)
    assert (code, found["calls"], found["turns"]) == (0, 1, 1)
    assert found["first_audio"] == {"count": 1, "median_ms": 600, "p95_ms": 600}
    assert found["calendar"] == {"count": 0, "median_ms": None, "p95_ms": None}
    later = json.loads(voicebot("stats", "--from", f"{NOW + timedelta(days=1):%Y-%m-%d}", "--json")[1])
    assert (later["calls"], later["turns"]) == (1, 2)


def test_where_no_call_was_kept_there_is_nothing_to_tell(voicebot: Voicebot):
    code, told, _ = voicebot("stats")
    assert (code, told.splitlines()[0]) == (0, "通話 0件、発話 0件")
    assert told.splitlines()[1:][-1].split() == ["発話の終わりから声が出るまで", "0", "－", "－"]
