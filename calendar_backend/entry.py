"""The row of a booking or a hold, as the transactions need it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select

from calendar_backend.models import HELD, BookingRow, ProcedureRow
from calendar_backend.tokyo import TokyoTime


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


_ENTRY: Any = select(
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


_LOCKED = _ENTRY.order_by(BookingRow.id.desc()).with_for_update(of=BookingRow)
_HERE = _LOCKED.where(BookingRow.office_id == bindparam("office"))
_BY_TOKEN = _HERE.where(BookingRow.token == bindparam("token"))
_BY_STEP = _HERE.where(
    BookingRow.call_sid == bindparam("client"), BookingRow.step == bindparam("step"), BookingRow.step != ""
)
_BY_WISH = _HERE.where(
    BookingRow.call_sid == bindparam("client"), BookingRow.start == bindparam("start", type_=TokyoTime)
)


def entries(connection: Connection, *conditions: ColumnElement[bool]) -> list[Entry]:
    """All that meet the conditions, the newest first; nobody else changes them before the transaction ends."""
    return _read(connection, _LOCKED.where(*conditions), {})


def by_token(connection: Connection, office_id: str, token: str) -> Entry | None:
    """Like `entries`: the one that has the token."""
    if not re.fullmatch("[0-9a-f]{32}", token):
        return None
    return next(iter(_read(connection, _BY_TOKEN, {"office": office_id, "token": token})), None)


def by_step(connection: Connection, office_id: str, client: str, step: str) -> Entry | None:
    """Like `entries`: what the client asked for by this name."""
    given = {"office": office_id, "client": client, "step": step}
    return next(iter(_read(connection, _BY_STEP, given)), None)


def by_wish(connection: Connection, office_id: str, client: str, start: datetime) -> list[Entry]:
    """Like `entries`: what the client has, or had, at this start."""
    return _read(connection, _BY_WISH, {"office": office_id, "client": client, "start": start})


def _read(connection: Connection, asked: Select[Any], given: dict[str, Any]) -> list[Entry]:
    rows: Sequence[Any] = connection.execute(asked, given).all()
    return [Entry(*row) for row in rows]
