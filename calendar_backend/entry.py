"""The row of a booking or a hold, as the transactions need it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, select

from calendar_backend.models import HELD, BookingRow, ProcedureRow


@dataclass(frozen=True, slots=True)
class Entry:
    id: int
    procedure_id: str
    more_procedures: list[str]
    number: str | None
    start: datetime
    end: datetime
    status: str
    people: int
    phone: str
    name: str
    call_sid: str
    step: str
    token: str | None
    held_until: datetime | None

    @property
    def procedure_ids(self) -> tuple[str, ...]:
        return (self.procedure_id, *self.more_procedures)

    def held(self, now: datetime) -> bool:
        """Whether this is a hold that has not expired."""
        return self.status == HELD and self.held_until is not None and self.held_until > now


_ENTRY = select(
    BookingRow.id,
    ProcedureRow.code,
    BookingRow.more_procedures,
    BookingRow.number,
    BookingRow.start,
    BookingRow.end,
    BookingRow.status,
    BookingRow.people,
    BookingRow.phone,
    BookingRow.name,
    BookingRow.call_sid,
    BookingRow.step,
    BookingRow.token,
    BookingRow.held_until,
).join(ProcedureRow, ProcedureRow.id == BookingRow.procedure_id)


def entries(connection: Connection, *conditions: ColumnElement[bool]) -> Sequence[Entry]:
    """All that meet the conditions, the newest first; nobody else changes them before the transaction ends."""
    asked = _ENTRY.where(*conditions).order_by(BookingRow.id.desc()).with_for_update(of=BookingRow)
    rows: Sequence[Any] = connection.execute(asked).all()
    return [Entry(*row) for row in rows]
