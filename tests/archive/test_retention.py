"""How long calls are kept: what is older goes, nothing else, and nothing unless it was set."""

from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Engine, insert, select

from tests.calendar_backend.small_office import NOW
from voicebot.archive.retention import Retention, keep, kept, outdated, silenced, tidy
from voicebot.database import reading, writing
from voicebot.database.tables import CallLabelRow, CallNoteRow, CallRow

TODAY = date(2026, 11, 24)


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    """A call a day: 1, 10, 11 and 400 days ago, and today."""
    folder = tmp_path / "calls"
    for day in ("2026-11-24", "2026-11-23", "2026-11-14", "2026-11-13", "2025-10-20"):
        call = folder / day / f"CA{day}"
        call.mkdir(parents=True)
        for name in ("caller.wav", "agent.wav", "caller-2.wav", "events.jsonl", "outcome.json"):
            (call / name).write_text("{}")
    (folder / "notes.txt").write_text("keep")
    (folder / "old" / "CA1").mkdir(parents=True)
    (folder / "old" / "CA1" / "caller.wav").write_text("keep")
    return folder


def left(calls: Path, pattern: str) -> list[str]:
    return sorted(path.parent.parent.name for path in calls.glob(f"2*/*/{pattern}"))


def set_to(engine: Engine, audio: int | None, record: int | None) -> None:
    with writing(engine) as connection:
        keep(connection, audio, record, "hana", NOW)


def test_nothing_goes_as_long_as_nobody_has_said_so(engine: Engine, calls: Path):
    assert tidy(engine, calls, TODAY) == (0, 0)
    assert len(left(calls, "caller.wav")) == 5


def test_the_sound_goes_and_the_words_stay(engine: Engine, calls: Path):
    set_to(engine, 10, None)
    assert tidy(engine, calls, TODAY) == (2, 0)
    assert left(calls, "*.wav") == sorted(["2026-11-14", "2026-11-23", "2026-11-24"] * 3)
    assert len(left(calls, "events.jsonl")) == 5
    assert tidy(engine, calls, TODAY) == (0, 0)


def test_a_call_goes_whole_with_what_was_written_about_it(engine: Engine, calls: Path):
    old, young = "2025-10-20/CA2025-10-20", "2026-11-23/CA2026-11-23"
    with writing(engine) as connection:
        for name in (old, young):
            connection.execute(insert(CallLabelRow).values(folder=name, label="misheard", at=NOW, who="hana"))
            connection.execute(insert(CallNoteRow).values(folder=name, at=NOW, who="hana", text="x"))
    set_to(engine, 10, 30)
    assert tidy(engine, calls, TODAY) == (1, 1)
    assert not (calls / old).exists()
    with reading(engine) as connection:
        assert connection.scalars(select(CallLabelRow.folder)).all() == [young]
        assert connection.scalars(select(CallNoteRow.folder)).all() == [young]
        assert connection.scalars(select(CallRow.folder)).all() == []


def test_what_is_no_call_is_left_alone(engine: Engine, calls: Path):
    set_to(engine, 1, 1)
    tidy(engine, calls, TODAY)
    assert (calls / "notes.txt").read_text() == "keep"
    assert (calls / "old" / "CA1" / "caller.wav").exists()
    assert left(calls, "caller.wav") == ["2026-11-23", "2026-11-24"]


def test_a_link_to_elsewhere_is_not_followed(engine: Engine, calls: Path, tmp_path: Path):
    precious = tmp_path / "precious"
    precious.mkdir()
    (precious / "caller.wav").write_text("keep")
    (calls / "2025-10-20" / "CAlink").symlink_to(precious)
    (calls / "2025-10-19").symlink_to(tmp_path)
    set_to(engine, 1, 1)
    tidy(engine, calls, TODAY)
    assert (precious / "caller.wav").read_text() == "keep"


def test_what_would_go_is_known_before(engine: Engine, calls: Path):
    assert [path.parent.name for path in silenced(calls, 10, TODAY)] == ["2025-10-20", "2026-11-13"]
    assert [path.parent.name for path in outdated(calls, 399, TODAY)] == ["2025-10-20"]
    assert list(outdated(calls, None, TODAY)) == list(silenced(calls, None, TODAY)) == []
    assert list(outdated(calls / "none", 1, TODAY)) == []


def test_the_newest_setting_counts(engine: Engine):
    with reading(engine) as connection:
        assert kept(connection) == Retention()
    set_to(engine, 10, 30)
    set_to(engine, None, 90)
    with reading(engine) as connection:
        found = kept(connection)
    assert (found.audio_days, found.record_days, found.who, found.at) == (None, 90, "hana", NOW)
