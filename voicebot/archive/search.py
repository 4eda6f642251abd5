"""Finding calls."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import (
    ARRAY,
    Connection,
    Select,
    Text,
    bindparam,
    column,
    func,
    literal_column,
    select,
    table,
)

from voicebot.archive.grams import grams, words
from voicebot.archive.row_id import range_of
from voicebot.database.tables import CallLabelRow, CallRow, CallTextRow

COUNTED = 1_000
"""More are not counted."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for; what is left empty does not matter."""

    text: str = ""
    """Words that were all said."""
    days: tuple[date, date] | None = None
    """The first and the last."""
    outcomes: tuple[str, ...] = ()
    """`Outcome` values; `summary.UNFINISHED` for calls without an end."""
    office: str = ""
    procedure: str = ""
    below: float | None = None
    """Something was taken for said with a lower score than this."""
    silences: int = 0
    """At least so many."""
    transferred: bool = False
    label: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """A call in a list."""

    id: int
    folder: str
    sid: str
    began: datetime
    ended: datetime
    outcome: str
    office: str
    procedures: tuple[str, ...]
    caller: str
    confidence: float | None
    silences: int
    transfers: int
    booking: str
    turns: int
    first_words: str

    @property
    def seconds(self) -> int:
        return round((self.ended - self.began).total_seconds())


def search(
    connection: Connection, wish: Wish, *, before: int | None = None, most: int = 50
) -> Sequence[Found]:
    """The newest first; `before`: those older than the call of this id."""
    asked, newest = _asked(connection, wish, *(getattr(CallRow, name) for name in _COLUMNS))
    if before is not None:
        asked = asked.where(newest < before)
    rows = connection.execute(asked.order_by(newest.desc()).limit(most))
    return [_found(row) for row in rows]


def count(connection: Connection, wish: Wish) -> int:
    """How many there are, up to COUNTED."""
    asked, _ = _asked(connection, wish, CallRow.id)
    return connection.execute(select(func.count()).select_from(asked.limit(COUNTED).subquery())).scalar_one()


def one(connection: Connection, folder: str) -> Found | None:
    """The call of this folder."""
    asked = select(*(getattr(CallRow, name) for name in _COLUMNS)).where(CallRow.folder == folder)
    row = connection.execute(asked).first()
    return _found(row) if row is not None else None


def of_sid(connection: Connection, sid: str) -> Found | None:
    """The newest call of this id, as a booking names it."""
    asked = select(*(getattr(CallRow, name) for name in _COLUMNS)).where(CallRow.sid == sid)
    row = connection.execute(asked.order_by(CallRow.id.desc()).limit(1)).first()
    return _found(row) if row is not None else None


_COLUMNS = tuple(Found.__dataclass_fields__)


def _found(row: Any) -> Found:
    values = row._asdict()
    return Found(**values | {"procedures": tuple(values["procedures"].split())})


def _asked(connection: Connection, wish: Wish, *columns: Any) -> tuple[Select[Any], Any]:
    """The calls that are wished for, and the column by which they sort."""
    asked, newest = select(*columns), CallRow.id
    sought = words(wish.text)
    if sought and connection.dialect.name == "sqlite":
        asked, newest = _with_fts5(asked, sought)
    elif sought:
        asked = _with_arrays(asked, sought)
    if wish.days is not None:
        first, after = range_of(*wish.days)
        asked = asked.where(newest >= first, newest < after)
    if wish.outcomes:
        asked = asked.where(CallRow.outcome.in_(wish.outcomes))
    if wish.office:
        asked = asked.where(CallRow.office == wish.office)
    if wish.procedure:
        asked = asked.where(CallRow.procedures.contains(f" {wish.procedure} ", autoescape=True))
    if wish.below is not None:
        asked = asked.where(CallRow.confidence < wish.below)
    if wish.silences:
        asked = asked.where(CallRow.silences >= wish.silences)
    if wish.transferred:
        asked = asked.where(CallRow.transfers > 0)
    if wish.label:
        labelled = select(CallLabelRow.folder).where(CallLabelRow.label == wish.label)
        asked = asked.where(CallRow.folder.in_(labelled))
    return asked, newest


def _with_fts5(asked: Select[Any], sought: list[str]) -> tuple[Select[Any], Any]:
    """Its rows come by their id, newest first, as they are asked for: few are read."""
    found = table("call_grams", column("rowid"))
    phrases = " AND ".join(f'"{word}"*' if len(word) == 1 else _phrase(word) for word in sought)
    match = literal_column("call_grams").op("MATCH")(bindparam("phrases", phrases))
    return asked.join_from(found, CallRow, CallRow.id == found.c.rowid).where(match), found.c.rowid


def _phrase(word: str) -> str:
    return '"' + " ".join(grams(word)[:-1]) + '"'


def _with_arrays(asked: Select[Any], sought: list[str]) -> Select[Any]:
    """PostgreSQL: the pairs by their index, then the words that have more than one. `strpos`, not `LIKE`: for a long pattern
    the planner expects next to nothing, and sorts all calls with a common word where the newest fifty would do."""
    found = table("call_grams", column("call"), column("grams"))
    pairs = sorted({pair for word in sought for pair in (grams(word)[:-1] or [word])})
    asked = asked.join(found, found.c.call == CallRow.id)
    asked = asked.where(found.c.grams.op("@>")(bindparam("pairs", pairs, ARRAY(Text))))
    longer = [word for word in sought if len(word) > 2]
    if longer:
        asked = asked.join(CallTextRow, CallTextRow.call == CallRow.id)
    for word in longer:
        asked = asked.where(func.strpos(CallTextRow.plain, word) > 0)
    return asked
