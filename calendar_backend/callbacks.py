"""Who is to be phoned: callers who asked for it, and those whose booking stands in a closure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, insert, select, update

from calendar_backend import ledger, texts
from calendar_backend.errors import BadWish, ChangedMeanwhile, UnknownEntry
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
UNSETTLED = (OPEN, NOT_REACHED)
"""Still to be worked off."""


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

    origin: str
    """Who put it on the list: a call, a clerk."""

    tries: int
    """How often it was phoned in vain."""

    booking: Booking | None
    """As it stands now."""

    @property
    def version(self) -> str:
        """Another one with every change."""
        return f"{self.state} {self.tries} {self.updated_at.isoformat()}"


def ask(work: Work, phone: str, name: str, about: str, by: str) -> Callback:
    """The same open request of the same client is not written twice. Raises BadWish without a number."""
    if not phone:
        raise BadWish("without a telephone number nobody can be called back; ask for it")
    texts.check(telephone_number=phone, client=by)
    texts.check_name(name)
    texts.check(LONGEST_NOTE, note=about)
    same = {"kind": ASKED, "state": OPEN, "phone": phone, "about": about, "actor": by, "origin": by}
    known = select(CallbackRow.id).filter_by(office_id=work.office_id, **same)
    row_id = work.connection.scalar(known)
    if row_id is None:
        row: dict[str, Any] = same | {"office_id": work.office_id, "name": name}
        row |= {"created_at": work.now, "updated_at": work.now}
        row_id = work.connection.execute(
            insert(CallbackRow).values(**row).returning(CallbackRow.id)
        ).scalar_one()
    return read(work.connection, CallbackRow.id == row_id)[0]


def settle(work: Work, callback_id: int, state: str, by: str, seen: str | None = None) -> Callback:
    """`seen`: its version, None: whatever it is now. Raises UnknownEntry when there is none to be worked off,
    ChangedMeanwhile, BadWish for a state that is none."""
    if state not in STATES:
        raise BadWish(f"{state!r} is not a state of a call-back; use one of {', '.join(STATES)}")
    here = (CallbackRow.office_id == work.office_id, CallbackRow.id == callback_id)
    work.connection.execute(select(CallbackRow.id).where(*here).with_for_update())
    found = read(work.connection, *here)
    if found and seen is not None and found[0].version != seen:
        raise ChangedMeanwhile(f"the call-back {callback_id} was written by somebody else meanwhile")
    if not found or found[0].state not in UNSETTLED:
        raise UnknownEntry(f"there is no call-back {callback_id} to be worked off")
    values = {"state": state, "updated_at": work.now, "actor": by}
    if state == NOT_REACHED:
        values["tries"] = found[0].tries + 1
    work.connection.execute(update(CallbackRow).where(*here).values(**values))
    return read(work.connection, *here)[0]


def drop(work: Work, by: str, *conditions: ColumnElement[bool]) -> None:
    """Those that meet the conditions are no longer needed."""
    state = {"state": DROPPED, "updated_at": work.now, "actor": by}
    work.connection.execute(
        update(CallbackRow).where(CallbackRow.state.in_(UNSETTLED), *conditions).values(**state)
    )


def moved(work: Work, booking_id: int, by: str) -> None:
    """The booking does not stand in a closure any more: nobody need phone about it."""
    here = (CallbackRow.office_id == work.office_id, CallbackRow.booking_id == booking_id)
    drop(work, by, *here, CallbackRow.kind == CLOSURE)


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
        CallbackRow.origin,
        CallbackRow.tries,
        CallbackRow.booking_id,
    ).where(*conditions)
    rows: Sequence[Any] = connection.execute(asked.order_by(CallbackRow.created_at, CallbackRow.id)).all()
    known = ledger.by_row(connection, BookingRow.id.in_({row.booking_id for row in rows if row.booking_id}))
    return [Callback(*[*values, known.get(booking_id)]) for *values, booking_id in rows]
