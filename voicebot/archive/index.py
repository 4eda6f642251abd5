"""Writing the index of calls."""

from collections.abc import Iterable

from sqlalchemy import Connection, delete, insert, select, text

from voicebot.archive import day_figures
from voicebot.archive.grams import BREAK, grams, plain
from voicebot.archive.row_id import id_of
from voicebot.archive.summary import UNFINISHED, Summary
from voicebot.database.tables import CallFiguresRow, CallRow, CallTextRow

_LONGEST = 1000


def put(connection: Connection, found: Summary) -> None:
    """Writes a call, in place of what was known of it."""
    remove(connection, [found.folder])
    call = id_of(found.folder, found.began)
    while connection.execute(select(CallRow.id).where(CallRow.id == call)).first() is not None:
        call += 1
    searched = plain(found.text)
    row = {
        "id": call,
        "folder": found.folder,
        "sid": found.sid,
        "began": found.began,
        "ended": found.ended,
        "outcome": found.outcome[:16],
        "office": found.office[:63],
        "procedures": procedures(found.procedures),
        "caller": found.caller,
        "confidence": found.confidence,
        "silences": found.silences,
        "transfers": found.transfers,
        "booking": found.booking[:16],
        "turns": found.turns,
        "first_words": found.first_words[:200].replace("\0", ""),
    }
    connection.execute(insert(CallRow).values(row))
    connection.execute(insert(CallFiguresRow).values(call=call, figures=found.figures.dumped()))
    day_figures.changed(connection, found.began.date())
    kept = found.text.replace("\0", "")
    connection.execute(insert(CallTextRow).values(call=call, text=kept, plain=searched))
    _put_grams(connection, call, searched)


def remove(connection: Connection, folders: Iterable[str]) -> None:
    """Takes calls out; what people wrote about them stays."""
    for folder in folders:
        asked = (
            select(CallRow.id, CallRow.began, CallTextRow.plain)
            .outerjoin(CallTextRow, CallTextRow.call == CallRow.id)
            .where(CallRow.folder == folder)
        )
        known = connection.execute(asked).first()
        if known is None:
            continue
        if known.plain is not None:
            _remove_grams(connection, known.id, known.plain)
        day_figures.changed(connection, known.began.date())
        connection.execute(delete(CallFiguresRow).where(CallFiguresRow.call == known.id))
        connection.execute(delete(CallTextRow).where(CallTextRow.call == known.id))
        connection.execute(delete(CallRow).where(CallRow.id == known.id))


def folders(connection: Connection, *, finished: bool = False) -> set[str]:
    """All that the index knows, or those of them that have an outcome."""
    asked = select(CallRow.folder)
    return set(
        connection.execute(asked.where(CallRow.outcome != UNFINISHED) if finished else asked).scalars()
    )


def procedures(ids: Iterable[str]) -> str:
    """As the column holds them: each can be looked for as a whole."""
    joined = " ".join(ids)[: _LONGEST - 2]
    return f" {joined} " if joined else ""


def _put_grams(connection: Connection, call: int, searched: str) -> None:
    if connection.dialect.name == "sqlite":
        row = {"call": call, "grams": " ".join(grams(searched))}
        connection.execute(text("INSERT INTO call_grams (rowid, grams) VALUES (:call, :grams)"), row)
    else:  # without their order; single characters, too, which FTS5 finds as beginnings of pairs
        row = {"call": call, "grams": sorted({*grams(searched), *searched} - {BREAK, "\n"})}
        connection.execute(text("INSERT INTO call_grams (call, grams) VALUES (:call, :grams)"), row)


def _remove_grams(connection: Connection, call: int, searched: str) -> None:
    """FTS5 without content wants what it was given once more, in order to forget it."""
    if connection.dialect.name == "sqlite":
        forget = "INSERT INTO call_grams (call_grams, rowid, grams) VALUES ('delete', :call, :grams)"
        connection.execute(text(forget), {"call": call, "grams": " ".join(grams(searched))})
    else:
        connection.execute(text("DELETE FROM call_grams WHERE call = :call"), {"call": call})
