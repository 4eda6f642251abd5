"""A small office in a real SQLite file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, load_into, open_database
from tests.calendar_backend.small_office import small_office


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "calendar.db"


@pytest.fixture
def engine(path: Path) -> Iterator[Engine]:
    engine = open_database(path)
    load_into(engine, small_office())
    yield engine
    engine.dispose()


@pytest.fixture
def calendar(engine: Engine) -> OfficeCalendar:
    return OfficeCalendar(engine, "small")
