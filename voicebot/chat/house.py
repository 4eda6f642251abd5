"""The offices and the database of a typed call."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, OfficeFile, office_ids, open_database
from voicebot import desks
from voicebot.clock import SystemClock

Calendars = dict[str, OfficeCalendar]
"""By office id."""


@contextmanager
def opened(
    database: str = "", office_files: Sequence[str] = ()
) -> Iterator[tuple[tuple[OfficeFile, ...], Calendars]]:
    """The offices and their calendars; a new database, thrown away at the end, unless one is given. Without files it is
    the demo office, as it was loaded last into a database that has it.

    Raises OfficeFileError, DatabaseUnusable.
    """
    files = desks.load(office_files)
    with TemporaryDirectory(prefix="voicebot-") as folder:
        engine = open_database(database or Path(folder) / "chat.db")
        try:
            if not office_files:
                files = tuple(_loaded(engine, file) for file in files)
            yield files, desks.open_all(engine, files, SystemClock().now() if database else None)
        finally:
            engine.dispose()


def _loaded(engine: Engine, file: OfficeFile) -> OfficeFile:
    return OfficeCalendar(engine, file.id).office if file.id in office_ids(engine) else file
