"""The index keeps up with the folders."""

import shutil
from pathlib import Path

import pytest
from sqlalchemy import Engine

from tests.archive.recorded import recorded
from tests.conftest import Voicebot
from voicebot.archive.indexing import Indexing, catch_up
from voicebot.archive.search import Wish, search
from voicebot.database import reading


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    return tmp_path / "var" / "calls"


def known(engine: Engine, text: str = "") -> list[tuple[str, str]]:
    with reading(engine) as connection:
        return [(found.sid, found.outcome) for found in search(connection, Wish(text=text))]


def written(engine: Engine, calls: Path, anew: bool = False) -> list[str]:
    return [path.name for path in catch_up(engine, calls, anew=anew)]


def test_only_what_is_new_or_was_unfinished_is_read(engine: Engine, calls: Path):
    recorded(calls, "CA1", "住民票")
    recorded(calls, "CA2", "戸籍", end=False)
    assert written(engine, calls) == ["CA1", "CA2"]
    assert known(engine) == [("CA2", ""), ("CA1", "abandoned")] or len(known(engine)) == 2
    shutil.rmtree(calls / "2026-11-24" / "CA2")
    recorded(calls, "CA2", "戸籍")
    recorded(calls, "CA3", "転入")
    assert written(engine, calls) == ["CA2", "CA3"]
    assert written(engine, calls) == []
    assert {outcome for _, outcome in known(engine)} == {"abandoned"}
    assert written(engine, calls, anew=True) == ["CA1", "CA2", "CA3"]


def test_what_is_gone_from_the_disk_is_gone_from_the_index(engine: Engine, calls: Path):
    path = recorded(calls, "CA1", "住民票")
    written(engine, calls)
    shutil.rmtree(path)
    assert written(engine, calls) == []
    assert known(engine) == known(engine, "住民票") == []


def test_one_that_cannot_be_read_keeps_none_of_the_others_out(
    engine: Engine, calls: Path, caplog: pytest.LogCaptureFixture
):
    path = recorded(calls, "CA1", "住民票")
    (path / "events.jsonl").unlink()
    (path / "events.jsonl").mkdir()
    recorded(calls, "CA2", "戸籍")
    assert written(engine, calls) == ["CA2"]
    assert "2026-11-24/CA1 is not in the index" in caplog.text


def test_a_thread_indexes_what_it_is_given_and_at_the_start_what_it_missed(engine: Engine, calls: Path):
    recorded(calls, "CA1", "住民票")
    indexing = Indexing(engine, calls)
    indexing.start()
    indexing.settle()
    assert known(engine) == [("CA1", "abandoned")]
    indexing.add(recorded(calls, "CA2", "戸籍"))
    indexing.add(calls / "2026-11-24" / "nobody")
    indexing.settle()
    assert known(engine, "戸籍") == [("CA2", "abandoned")]
    indexing.close()
    indexing.close()
    indexing.add(calls / "2026-11-24" / "CA1")
    indexing.settle()


def test_the_command_says_how_many_it_found(voicebot: Voicebot, tmp_path: Path):
    recorded(tmp_path / "var" / "calls", "CA1", "住民票")
    assert voicebot("calls", "index")[:2] == (0, "var/calls: 1件の通話を索引に入れました。\n")
    assert voicebot("calls", "index")[1] == "var/calls: 0件の通話を索引に入れました。\n"
    assert voicebot("calls", "index", "--all")[1] == "var/calls: 1件の通話を索引に入れました。\n"
