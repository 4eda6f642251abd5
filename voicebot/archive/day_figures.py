"""The figures of each day, added up once: a period is the sum of its days. A day whose calls have changed since is stale, and
is added up anew when somebody looks."""

from datetime import date

from sqlalchemy import ColumnElement, Connection, Engine, select, text, update

from voicebot.archive import figures, tally
from voicebot.archive.row_id import range_of
from voicebot.archive.tally import Tally
from voicebot.database import reading, writing
from voicebot.database.tables import CallDayRow, CallFiguresRow, CallRow

_STALE = text(
    "INSERT INTO call_days (day, figures, stale) VALUES (:day, '', TRUE) "
    "ON CONFLICT (day) DO UPDATE SET stale = TRUE"
)


def changed(connection: Connection, day: date) -> None:
    """To be told of in the transaction that changes one of the day's calls. Others who change the day wait for its end."""
    connection.execute(_STALE, {"day": day.isoformat()})


def period(engine: Engine, first: date, last: date) -> Tally:
    """Of all calls that began on the days from the first to the last. Raises DatabaseUnusable."""
    refresh(engine, first, last)
    asked = select(CallDayRow.figures).where(_between(first, last), ~CallDayRow.stale)
    with reading(engine) as connection:
        kept = connection.execute(asked).scalars().all()
    return tally.total(map(tally.loaded, kept))


def refresh(engine: Engine, first: date, last: date) -> None:
    """Adds up the days that are stale. Raises DatabaseUnusable."""
    stale = select(CallDayRow.day).where(_between(first, last), CallDayRow.stale)
    with reading(engine) as connection:
        days = connection.execute(stale).scalars().all()
    for day in days:  # each by itself: whoever writes a call does not wait for all of them
        with writing(engine, durable=False) as connection:
            held = select(CallDayRow.day).where(CallDayRow.day == day, CallDayRow.stale).with_for_update()
            if connection.execute(held).first() is not None:
                _add_up(connection, day)


def refresh_all(engine: Engine) -> None:
    """Raises DatabaseUnusable."""
    refresh(engine, date.min, date.max)


def _add_up(connection: Connection, day: str) -> None:
    begins, ends = range_of(date.fromisoformat(day), date.fromisoformat(day))
    asked = (
        select(CallRow.began, CallRow.outcome, CallRow.office, CallRow.procedures, CallFiguresRow.figures)
        .outerjoin(CallFiguresRow, CallFiguresRow.call == CallRow.id)
        .where(CallRow.id >= begins, CallRow.id < ends)
    )
    found = tally.total(
        tally.of_call(began, outcome, office, procedures.split(), figures.loaded(kept or "{}"))
        for began, outcome, office, procedures, kept in connection.execute(asked)
    )
    mine = update(CallDayRow).where(CallDayRow.day == day)
    connection.execute(mine.values(figures=found.dumped(), stale=False))


def _between(first: date, last: date) -> ColumnElement[bool]:
    return CallDayRow.day.between(first.isoformat(), last.isoformat())
