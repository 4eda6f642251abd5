"""How long calls are kept: the sound for so many days, everything of a call for so many. First nothing is removed."""

import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select

from voicebot.archive import folder, index
from voicebot.database import reading, writing
from voicebot.database.tables import CallLabelRow, CallNoteRow, RetentionRow

log = logging.getLogger(__name__)

FEWEST, MOST = 1, 3650
"""days"""


@dataclass(frozen=True, slots=True)
class Retention:
    audio_days: int | None = None
    """None: for ever; also below."""
    record_days: int | None = None
    revision: int = 0
    who: str = ""
    at: datetime | None = None
    """None: nobody has set it."""


def kept(connection: Connection) -> Retention:
    """As it was set last."""
    table = RetentionRow
    asked = select(table.audio_days, table.record_days, table.id, table.who, table.at)
    row = connection.execute(asked.order_by(table.id.desc()).limit(1)).first()
    return Retention(*row) if row else Retention()


def keep(
    connection: Connection, audio_days: int | None, record_days: int | None, who: str, now: datetime
) -> None:
    row = {"audio_days": audio_days, "record_days": record_days, "who": who, "at": now}
    connection.execute(insert(RetentionRow).values(row))


def silenced(calls: Path, audio_days: int | None, today: date) -> Iterator[Path]:
    """Folders of calls with sound that is older."""
    if audio_days is not None:
        for path in _older(calls, today - timedelta(days=audio_days)):
            if next(path.glob("*.wav"), None) is not None:
                yield path


def outdated(calls: Path, record_days: int | None, today: date) -> Iterator[Path]:
    """Folders of calls that are older as a whole."""
    if record_days is not None:
        yield from _older(calls, today - timedelta(days=record_days))


def tidy(engine: Engine, calls: Path, today: date) -> tuple[int, int]:
    """Removes what is older; of how many calls the sound, and how many calls. What cannot be removed is told and tried
    again the next day. Raises DatabaseUnusable."""
    with reading(engine) as connection:
        retention = kept(connection)
    gone: list[Path] = []
    quiet: list[Path] = []
    try:
        gone += [path for path in outdated(calls, retention.record_days, today) if _removed(engine, path)]
        quiet += [path for path in silenced(calls, retention.audio_days, today) if _silenced(path)]
    except OSError as error:
        log.error("retention: %s cannot be looked through: %s", calls, error)
    if gone or quiet:
        log.info("retention: %d calls removed, the sound of %d", len(gone), len(quiet))
    return len(quiet), len(gone)


def _older(calls: Path, first_kept: date) -> Iterator[Path]:
    for path in folder.all_of(calls):
        if path.parent.name >= first_kept.isoformat():
            return
        if not path.is_symlink() and not path.parent.is_symlink():
            yield path


def _silenced(path: Path) -> bool:
    try:
        for file in path.glob("*.wav"):
            file.unlink()
    except OSError as error:
        log.error("the sound of %s is not removed: %s", path, error)
        return False
    return True


def _removed(engine: Engine, path: Path) -> bool:
    """The folder first: were the rows gone before it, the index would find the call anew."""
    name = f"{path.parent.name}/{path.name}"
    try:
        shutil.rmtree(path)
    except OSError as error:
        log.error("%s is not removed: %s", path, error)
        return False
    with writing(engine) as connection:
        index.remove(connection, [name])
        connection.execute(delete(CallLabelRow).where(CallLabelRow.folder == name))
        connection.execute(delete(CallNoteRow).where(CallNoteRow.folder == name))
    return True
