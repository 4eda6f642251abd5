"""A small office in a real database: a SQLite file, or the PostgreSQL server of VOICEBOT_TEST_DATABASE."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, create_engine, text

from calendar_backend import OfficeCalendar, load_into, open_database
from tests.calendar_backend.small_office import small_office

SERVER = os.environ.get("VOICEBOT_TEST_DATABASE", "")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """For what only a file can do."""
    if SERVER:
        pytest.skip("SQLite only")
    return tmp_path / "calendar.db"


@pytest.fixture
def database(tmp_path: Path) -> str:
    """An empty database of one's own: a URL."""
    if not SERVER:
        return f"sqlite:///{tmp_path / 'calendar.db'}"
    schema = f"test_{uuid4().hex}"
    server = create_engine(SERVER)
    with server.begin() as connection:
        connection.execute(text(f"create schema {schema}"))
    server.dispose()
    return f"{SERVER}&options=-csearch_path%3D{schema}"


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    engine = open_database(database)
    load_into(engine, small_office())
    yield engine
    engine.dispose()


@pytest.fixture
def calendar(engine: Engine) -> OfficeCalendar:
    return OfficeCalendar(engine, "small")
