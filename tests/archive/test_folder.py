"""A call's folder read back, whole or half there."""

from pathlib import Path

import pytest

from dialog import events
from tests.archive.recorded import cut, recorded
from tests.telephony.conftest import NOW
from voicebot.archive import folder


def test_a_folder_gives_back_what_happened(tmp_path: Path):
    call = folder.read(recorded(tmp_path, "CA1", "住民票をお願いします", None))
    assert [type(line.event) for line in call.lines] == [events.CallStarted, events.Heard, events.NoInput]
    assert (call.sid, call.unread, call.outcome and call.outcome["outcome"]) == ("CA1", 0, "abandoned")
    assert call.lines[0].said[0].startswith("お電話ありがとうございます")
    assert (call.lines[0].actions, call.lines[1].actions) == (("Say",), ("FindBookings",))
    assert (call.ended - call.began).total_seconds() == 15


@pytest.mark.parametrize("kept", [0, 1, 700, 20_000])
def test_a_folder_that_was_cut_off_gives_what_is_there(tmp_path: Path, kept: int):
    path = recorded(tmp_path, "CA1", "住民票", "明日", end=False)
    whole = folder.read(path)
    cut(path / "events.jsonl", kept)
    call = folder.read(path)
    assert call.lines == whole.lines[: len(call.lines)]
    assert call.unread == (1 if kept > 0 else 0)
    assert (call.outcome, call.said, call.transcript, call.streams) == (None, [], [], [])
    assert call.began.date() == NOW.date()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "null",
        "[]",
        "{",
        '{"ms": 1}',
        '{"ms": 1, "event": "Sang", "data": {}}',
        '{"ms": "x", "event": "NoInput", "data": {"at": "2026-11-24T10:00:00+09:00"}}',
        '{"ms": 1, "event": "NoInput", "data": {"at": "never"}}',
        "\x00\x00",
        "\udcff",
    ],
)
def test_a_line_that_cannot_be_read_is_counted_and_the_others_stay(tmp_path: Path, line: str):
    path = recorded(tmp_path, "CA1", "住民票")
    file = path / "events.jsonl"
    first, second = file.read_bytes().splitlines()
    file.write_bytes(b"\n".join([first, line.encode("utf-8", "surrogateescape"), second, b""]))
    call = folder.read(path)
    assert (len(call.lines), call.unread) == (2, 1)


@pytest.mark.parametrize("text", ["", "null", "[1]", "{", "\x00"])
def test_an_outcome_that_is_none_is_no_outcome(tmp_path: Path, text: str):
    path = recorded(tmp_path, "CA1", "住民票")
    (path / "outcome.json").write_text(text)
    assert folder.read(path).outcome is None


def test_calls_are_listed_by_day_and_nothing_else(tmp_path: Path):
    for sid, day in (("CA2", NOW), ("CA1", NOW), ("CA3", NOW.replace(month=1))):
        recorded(tmp_path, sid, began=day)
    (tmp_path / "lost+found").mkdir()
    (tmp_path / "2026-11-24" / "notes.txt").write_text("x")
    (tmp_path / "2026-11-24" / ".hidden").mkdir()
    assert [f"{p.parent.name}/{p.name}" for p in folder.all_of(tmp_path)] == [
        "2026-01-24/CA3",
        "2026-11-24/CA1",
        "2026-11-24/CA2",
    ]
    assert list(folder.all_of(tmp_path / "nowhere")) == []


@pytest.mark.parametrize(
    ("day", "sid"),
    [("2026-11-24", ".."), ("..", "CA1"), ("2026-11-24", "CA9"), ("2026-11-24", "CA1/x"), ("", "")],
)
def test_an_address_that_is_no_call_leads_nowhere(tmp_path: Path, day: str, sid: str):
    recorded(tmp_path, "CA1")
    assert folder.at(tmp_path, day, sid) is None
    assert folder.at(tmp_path, "2026-11-24", "CA1") is not None
