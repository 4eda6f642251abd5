"""One transaction at one office: the rows, the office as last read, and the moment."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, select

from calendar_backend import taken, visit
from calendar_backend.errors import CalendarError, UnknownOffice
from calendar_backend.ledger import Cell
from calendar_backend.models import OfficeRow
from calendar_backend.store import Snapshot
from calendar_backend.visit import Seat, Taken, Visit

_REVISION = select(OfficeRow.revision).where(OfficeRow.id == bindparam("office"))
_REVISION_LOCKED = _REVISION.with_for_update(read=True)


class Stale(Exception):
    """The office, whose id is the argument, has changed since it was read: read it anew and begin again."""


@dataclass(frozen=True)
class Work:
    connection: Connection
    snapshot: Snapshot
    now: datetime
    """Aware, Asia/Tokyo."""

    rng: random.Random
    writes: bool
    """Then the office cannot change before this transaction has ended."""

    @property
    def office_id(self) -> str:
        return self.snapshot.office.id

    @property
    def local_now(self) -> datetime:
        return self.now.replace(tzinfo=None)

    def visit(self, procedure_ids: str | Sequence[str], people: int) -> Visit:
        """Raises UnknownProcedure, BadWish, Stale."""
        try:
            return visit.visit(self.snapshot.openings, procedure_ids, people, self.local_now)
        except CalendarError:
            self.check()
            raise

    def taken(self, visit: Visit, first: date, last: date) -> Taken:
        """What is taken at the visit's counters from first to last. Raises Stale."""
        rows = [self.snapshot.counters[counter] for counter in visit.counter_ids]
        seen = taken.look(self.connection, [self.office_id], rows, (first, last), self.now, self.writes)
        if seen.revisions.get(self.office_id) != self.snapshot.revision:
            raise Stale(self.office_id)
        return seen.at(self.snapshot.counters)

    def check(self) -> None:
        """Raises Stale when the office is not as it was read."""
        asked = _REVISION_LOCKED if self.writes else _REVISION
        if self.connection.scalar(asked, {"office": self.office_id}) != self.snapshot.revision:
            raise Stale(self.office_id)

    def cells(self, seats: Sequence[Seat]) -> list[Cell]:
        return [
            (self.snapshot.counters[seat.counter_id], seat.day, seat.lane, seat.first + n)
            for seat in seats
            for n in range(seat.length)
        ]

    def full_days(self, visit: Visit, first: date, last: date) -> set[date]:
        """Days on which a procedure of the visit is booked as often as it may be."""
        full: set[date] = set()
        for procedure in visit.procedures:
            if procedure.per_day is None:
                continue
            row = self.snapshot.procedures[procedure.id]
            edges = taken.day_scope(row, first), taken.day_scope(row, last)
            for scope, places in taken.tickets(self.connection, *edges, self.now).items():
                if len(places) >= procedure.per_day:
                    full.add(date.fromisoformat(scope.rpartition(":")[2]))
        return full


def unknown_office(office_id: str) -> UnknownOffice:
    return UnknownOffice(f"the database has no office {office_id!r}; load its office file first")
