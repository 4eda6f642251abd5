"""The waiting list: a place that falls free is held for whoever has waited longest for one like it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, Connection, insert, select, update

from calendar_backend import cells, texts
from calendar_backend.errors import (
    BadWish,
    ChangedMeanwhile,
    NotBookable,
    PlaceTaken,
    UnknownEntry,
    UnknownProcedure,
)
from calendar_backend.models import WaitingRow
from calendar_backend.place import Booking
from calendar_backend.taking import Client, Visitor, book_held, hold, release
from calendar_backend.tokyo import TOKYO
from calendar_backend.work import Work
from numbering import number_or_none

WAITING = "waiting"
OFFERED = "offered"
BOOKED = "booked"
DECLINED = "declined"
LAPSED = "lapsed"
"""The offer ran out."""
DROPPED = "dropped"
"""No longer wanted, or the last day is over."""

STATES = (WAITING, OFFERED, BOOKED, DECLINED, LAPSED, DROPPED)


@dataclass(frozen=True, slots=True)
class Waiting:
    id: int
    state: str
    procedure_ids: tuple[str, ...]
    days: tuple[date, date]
    times: tuple[time, time] | None
    """Start times from/to, both included; None: any."""

    people: int
    phone: str
    name: str
    offered: datetime | None
    """The start that is held for them."""

    offered_until: datetime | None
    created_at: datetime
    updated_at: datetime
    by: str
    """Who wrote it last."""

    origin: str
    """Who put it on the list."""

    @property
    def version(self) -> str:
        """Another one with every change."""
        return f"{self.state} {self.updated_at.isoformat()}"


def enter(
    work: Work,
    procedure_ids: tuple[str, ...],
    days: tuple[date, date],
    times: tuple[time, time] | None,
    people: int,
    visitor: Visitor,
    by: str,
) -> Waiting:
    """The same wish of the same telephone number stands once. Raises BadWish, UnknownProcedure."""
    work.visit(procedure_ids, people)
    texts.check(client=by)
    if not visitor.phone:
        raise BadWish("without a telephone number nobody can be told of a place; ask for it")
    if days[1] < days[0] or (times and times[1] < times[0]):
        raise BadWish("the wish ends before it starts; hand in (first, last)")
    if days[1] < work.now.date():
        raise BadWish(f"{days[1]} is over; nothing can fall free then")
    same = {
        "office_id": work.office_id,
        "first": days[0],
        "last": days[1],
        "people": people,
        "phone": visitor.phone,
        "state": WAITING,
    }
    same |= {"earliest": times[0] if times else None, "latest": times[1] if times else None}
    for known in read(work.connection, *(getattr(WaitingRow, key) == value for key, value in same.items())):
        if known.procedure_ids == procedure_ids:
            return known
    row = same | {"procedures": list(procedure_ids), "name": visitor.name}
    row |= {"created_at": work.now, "updated_at": work.now, "actor": by, "origin": by}
    row_id = work.connection.execute(insert(WaitingRow).values(**row).returning(WaitingRow.id)).scalar_one()
    return read(work.connection, WaitingRow.id == row_id)[0]


def offer(work: Work, waiting_id: int, minutes: int, by: str) -> Waiting | None:
    """Holds the first free place that fits for somebody who waits; None when there is none, or nobody to be told of it.
    Raises UnknownEntry."""
    entry = _entry(work, waiting_id, (WAITING,))
    first, last = max(entry.days[0], work.now.date()), entry.days[1]
    if last < work.now.date():
        _set(work, entry.id, by, DROPPED)
        return None
    try:
        visit = work.visit(entry.procedure_ids, entry.people)
    except (UnknownProcedure, BadWish):
        return None
    if not number_or_none(entry.phone):
        return None
    client = Client("waiting", f"{entry.id}@{work.now.isoformat()}")
    first, last = max(first, visit.first), min(last, visit.last)
    used = work.taken(visit, first, last) if first <= last else {}
    for n in range((last - first).days + 1):
        day = first + timedelta(days=n)
        for slot in cells.slots(visit.free_mask(day, used)):
            start = cells.moment(day, slot)
            if entry.times and not entry.times[0] <= start.time() <= entry.times[1]:
                continue
            try:
                kept = hold(work, visit, start.replace(tzinfo=TOKYO), client, timedelta(minutes=minutes))
            except (PlaceTaken, NotBookable):
                continue
            what = {"offered": kept.place.start, "offered_until": kept.until, "token": kept.token}
            return _set(work, entry.id, by, OFFERED, **what)
    return None


def accept(work: Work, waiting_id: int, by: str, seen: str | None = None) -> Booking:
    """Books what was offered. `seen` as in `decline`. Raises UnknownEntry, ChangedMeanwhile, HoldGone when the offer ran out,
    and what booking a hold does."""
    entry = _entry(work, waiting_id, (OFFERED, BOOKED), seen)
    booking = book_held(work, _token(work, waiting_id), Visitor(entry.phone, entry.name))
    if entry.state == OFFERED:
        _set(work, waiting_id, by, BOOKED)
    return booking


def decline(work: Work, waiting_id: int, by: str, waits_on: bool = False, seen: str | None = None) -> Waiting:
    """Frees the place that was offered, and takes the entry off the list unless it waits on. `seen`: its version, None:
    whatever it is now. Raises UnknownEntry, ChangedMeanwhile."""
    _entry(work, waiting_id, (WAITING, OFFERED, LAPSED), seen)
    if token := _token(work, waiting_id):
        release(work, token)
    state = WAITING if waits_on else DECLINED
    return _set(work, waiting_id, by, state, token=None, offered=None, offered_until=None)


def read(connection: Connection, *conditions: ColumnElement[bool]) -> list[Waiting]:
    """All that meet the conditions, who waits longest first."""
    row = WaitingRow
    asked = select(
        row.id, row.state, row.procedures, row.first, row.last, row.earliest, row.latest, row.people,
        row.phone, row.name, row.offered, row.offered_until, row.created_at, row.updated_at, row.actor,
        row.origin,
    ).where(*conditions).order_by(row.created_at, row.id)  # fmt: skip
    return [
        Waiting(
            entry_id, state, tuple(procedures), (first, last),
            (earliest, latest) if earliest is not None and latest is not None else None, *rest,
        )
        for entry_id, state, procedures, first, last, earliest, latest, *rest in connection.execute(asked)
    ]  # fmt: skip


def _entry(work: Work, waiting_id: int, states: tuple[str, ...], seen: str | None = None) -> Waiting:
    here = (WaitingRow.office_id == work.office_id, WaitingRow.id == waiting_id)
    work.connection.execute(select(WaitingRow.id).where(*here).with_for_update())
    found = read(work.connection, *here)
    if found and seen is not None and found[0].version != seen:
        raise ChangedMeanwhile(f"the entry {waiting_id} was written by somebody else meanwhile")
    if not found or found[0].state not in states:
        raise UnknownEntry(f"the waiting list has no entry {waiting_id} that is {' or '.join(states)}")
    return found[0]


def _token(work: Work, waiting_id: int) -> str:
    return work.connection.scalar(select(WaitingRow.token).where(WaitingRow.id == waiting_id)) or ""


def _set(work: Work, waiting_id: int, by: str, state: str, **values: object) -> Waiting:
    change = update(WaitingRow).where(WaitingRow.id == waiting_id)
    work.connection.execute(change.values(state=state, updated_at=work.now, actor=by, **values))
    return read(work.connection, WaitingRow.id == waiting_id)[0]
