"""A database that goes away, fills up, or is in somebody else's hands: a clear refusal, nothing half done."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event, func, select, text

from calendar_backend import DatabaseUnusable, OfficeCalendar, database
from calendar_backend.database import open_database, reading, writing
from calendar_backend.models import BookingRow, CellRow, HistoryRow
from tests.calendar_backend.small_office import NOW, at

TEN = at("2026-12-04T10:00")
QUARTER = timedelta(minutes=15)


@pytest.fixture
def server(engine: Engine) -> Engine:
    if engine.dialect.name != "postgresql":
        pytest.skip("PostgreSQL only")
    return engine


def rows(engine: Engine) -> list[int]:
    with reading(engine) as connection:
        counts = [select(func.count()).select_from(table) for table in (BookingRow, CellRow, HistoryRow)]
        return [connection.scalar(count) or 0 for count in counts]


def test_a_disk_that_is_full_is_told_and_what_was_booked_before_stands(
    path: Path, engine: Engine, calendar: OfficeCalendar
) -> None:
    with writing(engine) as connection:
        pages = connection.scalar(text("pragma page_count"))
        connection.execute(text(f"pragma max_page_count = {pages}"))
    starts = [at(f"2026-12-{day:02}T08:30") + n * QUARTER for day in (1, 2, 3, 4) for n in range(30)]

    def until_it_is_full() -> None:
        for start in starts:
            calendar.book("short", start, "", f"CA{start.isoformat()}", NOW, name="ア" * 200)

    with pytest.raises(DatabaseUnusable, match=r"full.*has room"):
        until_it_is_full()
    booked = len(calendar.bookings())
    assert 0 < booked < len(starts)
    assert rows(engine) == [booked] * 3
    with writing(engine) as connection:
        connection.execute(text(f"pragma max_page_count = {pages + 1000}"))
    assert calendar.book("short", starts[booked], "", "CA-after", NOW).start == starts[booked]


def test_a_writer_that_does_not_let_go_is_told(
    path: Path, engine: Engine, calendar: OfficeCalendar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "POLLS", 1)
    monkeypatch.setattr(database, "POLL_MS", 0)
    monkeypatch.setattr(database, "BUSY_TIMEOUT_MS", 0)
    other = open_database(path)
    with writing(engine), pytest.raises(DatabaseUnusable, match=r"locked.*end the other program"):
        OfficeCalendar(other, "small").book("short", TEN, "", "CA1", NOW)
    assert OfficeCalendar(other, "small").book("short", TEN, "", "CA1", NOW).start == TEN
    other.dispose()


def test_a_server_that_drops_the_connection_midway_leaves_nothing_and_is_found_again(
    server: Engine, calendar: OfficeCalendar
) -> None:
    dropped: list[Any] = []

    def drop(connection: Any, _cursor: Any, statement: str, *_rest: object) -> None:
        if statement.startswith("INSERT INTO cells") and not dropped:
            dropped.append(connection.exec_driver_sql("select pg_backend_pid()").scalar())
            with server.connect() as other:
                other.exec_driver_sql(f"select pg_terminate_backend({dropped[0]})")

    event.listen(server, "before_cursor_execute", drop)
    with pytest.raises(DatabaseUnusable, match="check that it is there"):
        calendar.book("short", TEN, "", "CA1", NOW)
    assert rows(server) == [0, 0, 0]
    assert calendar.book("short", TEN, "", "CA1", NOW).start == TEN


def test_a_server_that_is_not_there_is_told_in_one_sentence() -> None:
    with pytest.raises(DatabaseUnusable, match="check that it is there") as error:
        open_database("postgresql://nobody:secret@127.0.0.1:1/nowhere")
    assert "\n" not in str(error.value)
    assert "secret" not in str(error.value)


def test_a_lock_not_got_in_time_is_a_collision_that_is_tried_again(
    server: Engine, calendar: OfficeCalendar
) -> None:
    tries: list[str] = []

    def no_patience(connection: Any, _cursor: Any, statement: str, *_rest: object) -> None:
        if statement.startswith("INSERT INTO cells"):
            tries.append(statement)
            if len(tries) == 1:
                connection.exec_driver_sql("set local lock_timeout = '1ms'")
                connection.exec_driver_sql("select 1 from procedures where code = 'long' for update")

    event.listen(server, "before_cursor_execute", no_patience)
    with server.connect() as other, other.begin():
        other.exec_driver_sql("select 1 from procedures where code = 'long' for update")
        booking = calendar.book("short", TEN, "", "CA1", NOW)
    assert len(tries) == 2
    assert calendar.bookings() == [booking]
