"""Putting away what has run out. Nothing waits for it: what has run out is free whether it was swept or not."""

from datetime import datetime

from sqlalchemy import Engine, delete, select, update

from calendar_backend.database import writing
from calendar_backend.models import HELD, BookingRow, CellRow, TicketRow, WaitingRow
from calendar_backend.tokyo import in_tokyo
from calendar_backend.waiting import LAPSED, OFFERED

BATCH = 500


def sweep(engine: Engine, now: datetime) -> int:
    """Removes expired holds, cool-downs that are over and offers nobody took; how many holds there were.

    Raises DatabaseUnusable, NaiveDatetime.
    """
    now, swept = in_tokyo(now), 0
    expired = (BookingRow.status == HELD, BookingRow.held_until <= now)
    while True:
        with writing(engine) as connection:
            asked = select(BookingRow.id).where(*expired).limit(BATCH).with_for_update(skip_locked=True)
            ids = list(connection.scalars(asked))
            for table in (CellRow, TicketRow):
                connection.execute(delete(table).where(table.booking_id.in_(ids)))
            connection.execute(delete(BookingRow).where(BookingRow.id.in_(ids)))
            if len(ids) < BATCH:
                for table in (CellRow, TicketRow):
                    connection.execute(delete(table).where(table.until <= now))
                over = (WaitingRow.state == OFFERED, WaitingRow.offered_until <= now)
                connection.execute(update(WaitingRow).where(*over).values(state=LAPSED, updated_at=now))
        swept += len(ids)
        if len(ids) < BATCH:
            return swept
