"""A database of one's own with the calendar's tables and those of the people around the telephone, on SQLite or PostgreSQL."""

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine

from calendar_backend import open_database
from tests.calendar_backend.conftest import database, path
from voicebot.database import migrate

__all__ = ["database", "path"]


@pytest.fixture
def engine(database: str) -> Iterator[Engine]:
    engine = open_database(database)
    migrate(engine)
    yield engine
    engine.dispose()
