"""The command, run in an empty folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from calendar_backend import OfficeCalendar, load_into, open_database
from tests.calendar_backend.small_office import small_office
from tests.conftest import Voicebot


@pytest.fixture
def calendar(voicebot: Voicebot, tmp_path: Path) -> Iterator[OfficeCalendar]:
    """The small office, in the database that the command finds."""
    engine = open_database(tmp_path / "var" / "voicebot.db")
    load_into(engine, small_office())
    yield OfficeCalendar(engine, "small")
    engine.dispose()
