"""The offices and the database of a typed call."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from calendar_backend import OfficeCalendar, OfficeFile, open_database
from voicebot import desks

Calendars = dict[str, OfficeCalendar]
"""By office id."""


@contextmanager
def opened(
    database: str = "", office_files: Sequence[str] = ()
) -> Iterator[tuple[tuple[OfficeFile, ...], Calendars]]:
    """The offices and their calendars; a new database, thrown away at the end, unless one is given.

    Raises OfficeFileError, DatabaseUnusable.
    """
    files = desks.load(office_files)
    with TemporaryDirectory(prefix="voicebot-") as folder:
        engine = open_database(database or Path(folder) / "chat.db")
        try:
            yield files, desks.open_all(engine, files)
        finally:
            engine.dispose()
