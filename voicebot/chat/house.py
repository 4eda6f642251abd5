"""The office and the database of a typed call."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from calendar_backend import DEMO_OFFICE, OfficeCalendar, OfficeFile, load_into, load_office, open_database


@contextmanager
def opened(database: str = "", office_file: str = "") -> Iterator[tuple[OfficeFile, OfficeCalendar]]:
    """The office and its calendar; a new database, thrown away at the end, unless one is given.

    Raises OfficeFileError, DatabaseUnusable.
    """
    file = load_office(office_file or DEMO_OFFICE)
    with TemporaryDirectory(prefix="voicebot-") as folder:
        engine = open_database(database or Path(folder) / "chat.db")
        try:
            load_into(engine, file)
            yield file, OfficeCalendar(engine, file.id)
        finally:
            engine.dispose()
