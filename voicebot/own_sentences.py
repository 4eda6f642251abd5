"""The sentences that this service says in words of its own, kept in the database: a line a change, the last one of each wording
counts. What has none, or was taken back, is said as the file has it (`prompts/sentences.yaml`)."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Select, func, insert, select

from calendar_backend import DatabaseUnusable
from prompts import Override
from prompts.catalogue import Wording
from voicebot.database import reading
from voicebot.database.tables import SentenceChangeRow

log = logging.getLogger(__name__)


class Changed(Exception):
    """Somebody else changed the sentence meanwhile."""


@dataclass(frozen=True, slots=True)
class Change:
    id: int
    key: str
    number: int
    """Which of the key's wordings, from 0."""
    at: datetime
    who: str
    wording: Wording | None
    """None: taken back to the file's."""


def current(connection: Connection) -> Mapping[tuple[str, int], Change]:
    """The last change of each wording that was ever changed, by key and number."""
    table = SentenceChangeRow
    last = select(func.max(table.id)).group_by(table.key, table.number)
    found = map(_change, connection.execute(_asked().where(table.id.in_(last))))
    return {(change.key, change.number): change for change in found}


def overrides(engine: Engine) -> tuple[Override, ...]:
    """For a call that begins now. Where the database is away, the file's sentences are said."""
    try:
        with reading(engine) as connection:
            changes = current(connection).values()
    except DatabaseUnusable as error:
        log.error("sentences are said as in the file: %s", error)
        return ()
    return tuple(
        Override(one.key, one.number, one.wording.text, one.wording.reading, one.wording.speech)
        for one in changes
        if one.wording is not None
    )


def history(connection: Connection, key: str, number: int) -> Sequence[Change]:
    """The newest first."""
    table = SentenceChangeRow
    asked = _asked().where(table.key == key, table.number == number).order_by(table.id.desc())
    return [_change(row) for row in connection.execute(asked)]


def change(
    connection: Connection,
    key: str,
    number: int,
    wording: Wording | None,
    seen: int,
    now: datetime,
    who: str,
) -> None:
    """Says it like this from the next call on; None: as the file has it.

    `seen`: the id of the last change that was known when this one was made, 0 for none. Raises Changed where there is
    another, and Collision where another one is written at the same time.
    """
    known = history(connection, key, number)
    if (known[0].id if known else 0) != seen:
        raise Changed
    said = wording or Wording("", "", "", line=0)
    row = {"key": key, "number": number, "previous": seen, "at": now, "who": who}
    row |= {"text": said.text, "reading": said.reading, "speech": said.speech}
    connection.execute(insert(SentenceChangeRow).values(row))


def _asked() -> Select[*tuple[Any, ...]]:
    table = SentenceChangeRow
    return select(
        table.id, table.key, table.number, table.at, table.who, table.text, table.reading, table.speech
    )


def _change(row: Any) -> Change:
    wording = Wording(row.text, row.reading, row.speech, line=0) if row.text else None
    return Change(row.id, row.key, row.number, row.at, row.who, wording)
