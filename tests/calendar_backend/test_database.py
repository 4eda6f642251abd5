import sqlite3
from multiprocessing import get_context
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from calendar_backend import DatabaseUnusable, open_database
from calendar_backend.database import reading, writing
from tests.calendar_backend.racers import open_only


def test_a_new_file_is_made_with_its_folders_and_opened_again(tmp_path: Path) -> None:
    path = tmp_path / "var" / "office" / "calendar.db"
    for _ in range(2):
        engine = open_database(path)
        with reading(engine) as connection:
            assert connection.scalar(text("select version_num from alembic_version")) == "0011"
        engine.dispose()


def test_a_url_and_a_path_name_the_same_file(path: Path, engine: Engine) -> None:
    by_url = open_database(f"sqlite:///{path}")
    with reading(by_url) as connection:
        assert connection.scalar(text("select count(*) from offices")) == 1
    by_url.dispose()


@pytest.mark.usefixtures("path")
@pytest.mark.parametrize(
    ("pragma", "value"),
    [("journal_mode", "wal"), ("foreign_keys", 1), ("busy_timeout", 10_000), ("synchronous", 2)],
)
def test_sqlite_is_set_up_for_many_callers(engine: Engine, pragma: str, value: object) -> None:
    with reading(engine) as connection:
        assert connection.scalar(text(f"pragma {pragma}")) == value


def test_a_reader_does_not_wait_for_a_writer_and_sees_only_what_is_whole(engine: Engine) -> None:
    with writing(engine) as writer:
        writer.execute(text("update offices set name = '別の名前'"))
        with reading(engine) as reader:
            assert reader.scalar(text("select name from offices")) == "小さな役所"
    with reading(engine) as reader:
        assert reader.scalar(text("select name from offices")) == "別の名前"


def test_only_what_need_not_survive_a_power_cut_does_not_wait_for_the_disk(engine: Engine) -> None:
    server = engine.dialect.name == "postgresql"
    asked = text("show synchronous_commit" if server else "pragma synchronous")
    for durable, setting in ((False, "off" if server else 1), (True, "on" if server else 2)):
        with writing(engine, durable) as connection:
            assert connection.scalar(asked) == setting


def test_processes_opening_a_new_database_at_once_all_succeed(database: str) -> None:
    spawn = get_context("spawn")
    ready = spawn.Barrier(3)
    openers = [spawn.Process(target=open_only, args=(database, ready)) for _ in range(3)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join(120)
    assert [opener.exitcode for opener in openers] == [0] * 3


def refused(url_or_path: str | Path) -> str:
    with pytest.raises(DatabaseUnusable) as error:
        open_database(url_or_path)
    message = str(error.value)
    assert "\n" not in message
    assert "; " in message
    return message


def test_a_file_that_is_no_database_is_refused_and_left_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("お知らせ\n" * 200, encoding="utf-8")
    assert "letter.txt" in refused(path)
    assert "not a database" in refused(path)
    assert path.read_text(encoding="utf-8") == "お知らせ\n" * 200
    assert [file.name for file in tmp_path.iterdir()] == ["letter.txt"]


def test_a_folder_and_a_path_through_a_file_are_refused(tmp_path: Path) -> None:
    assert "give a path in a folder that this program may write to" in refused(tmp_path)
    (tmp_path / "file").write_text("x")
    assert "give a path in a folder that this program may write to" in refused(
        tmp_path / "file" / "calendar.db"
    )


def test_a_folder_that_takes_no_files_is_refused() -> None:
    assert "give a path in a folder that this program may write to" in refused("/proc/calendar.db")


def test_a_file_with_other_tables_of_our_names_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("create table bookings (hotel text)")
    other.close()
    assert "holds something else" in refused(path)
    with sqlite3.connect(path) as other:
        assert other.execute("select name from sqlite_master").fetchall() == [("bookings",)]
    other.close()


def test_a_database_from_a_newer_program_is_refused(path: Path, engine: Engine) -> None:
    with writing(engine) as connection:
        connection.execute(text("update alembic_version set version_num = '9999'"))
    assert "start the newest version" in refused(path)


def test_urls_that_lead_nowhere_are_refused() -> None:
    assert "memory" in refused("sqlite://")
    assert "memory" in refused("sqlite:///:memory:")
    assert "no driver" in refused("oddbase://host/calendar")
    assert "cannot be read" in refused("://")


def test_a_password_in_the_url_is_not_told() -> None:
    assert "secret" not in refused("postgresql+nodriver://user:secret@localhost/calendar")
