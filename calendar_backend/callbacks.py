"""Who is to be phoned: callers who asked for it, and those whose booking stands in a closure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from calendar_backend import ledger, texts
from calendar_backend.errors import BadWish, UnknownEntry
from calendar_backend.models import BookingRow, CallbackRow
from calendar_backend.place import Booking
from calendar_backend.texts import LONGEST_NOTE
from calendar_backend.work import Work

ASKED = "asked"
CLOSURE = "closure"
"""Kinds."""

OPEN = "open"
NOT_REACHED = "not_reached"
"""Phoned in vain; still to be worked off."""
DONE = "done"
DROPPED = "dropped"
"""No longer needed."""

STATES = (OPEN, NOT_REACHED, DONE, DROPPED)
_UNSETTLED = (OPEN, NOT_REACHED)


@dataclass(frozen=True, slots=True)
class Callback:
    id: int
    kind: str
    state: str
    phone: str
    """E.164; empty where the caller withheld it: then only the booking tells whom it concerns."""

    name: str
    about: str
    """In the caller's or the clerk's words."""

    created_at: datetime
    updated_at: datetime
    by: str
    """Who wrote it last."""

    booking: Booking | None
    """As it stands now."""


def ask(work: Work, phone: str, name: str, about: str, by: str) -> Callback:
    """The same open request of the same client is not written twice. Raises BadWish without a number."""
    if not phone:
        raise BadWish("without a telephone number nobody can be called back; ask for it")
    texts.check(telephone_number=phone, name=name, client=by)
    texts.check(LONGEST_NOTE, note=about)
    same = {"kind": ASKED, "state": OPEN, "phone": phone, "about": about, "actor": by}
    known = select(CallbackRow.id).filter_by(office_id=work.office_id, **same)
    row_id = work.connection.scalar(known)
    if row_id is None:
        row: dict[str, Any] = same | {"office_id": work.office_id, "name": name}
        row |= {"created_at": work.now, "updated_at": work.now}
        row_id = work.connection.execute(
            insert(CallbackRow).values(**row).returning(CallbackRow.id)
        ).scalar_one()
    return read(work.connection, CallbackRow.id == row_id)[0]


def settle(work: Work, callback_id: int, state: str, by: str) -> Callback:
    """Raises UnknownEntry when there is none to be worked off, BadWish for a state that is none."""
    if state not in STATES:
        raise BadWish(f"{state!r} is not a state of a call-back; use one of {', '.join(STATES)}")
    here = (CallbackRow.office_id == work.office_id, CallbackRow.id == callback_id)
    change = update(CallbackRow).where(*here, CallbackRow.state.in_(_UNSETTLED))
    if not work.connection.execute(change.values(state=state, updated_at=work.now, actor=by)).rowcount:
        raise UnknownEntry(f"there is no call-back {callback_id} to be worked off")
    return read(work.connection, *here)[0]


def read(connection: Connection, *conditions: ColumnElement[bool]) -> list[Callback]:
    """All that meet the conditions, the oldest first."""
    asked = select(
        CallbackRow.id,
        CallbackRow.kind,
        CallbackRow.state,
        CallbackRow.phone,
        CallbackRow.name,
        CallbackRow.about,
        CallbackRow.created_at,
        CallbackRow.updated_at,
        CallbackRow.actor,
        CallbackRow.booking_id,
    ).where(*conditions)
    rows: Sequence[Any] = connection.execute(asked.order_by(CallbackRow.created_at, CallbackRow.id)).all()
    known = ledger.by_row(connection, BookingRow.id.in_({row.booking_id for row in rows if row.booking_id}))
    return [Callback(*[*values, known.get(booking_id)]) for *values, booking_id in rows]
