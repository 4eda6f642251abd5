"""One office's calendar: what is free, taking a place, what is booked."""

import random
from collections import defaultdict
from contextlib import suppress
from datetime import date, datetime, time, timedelta

from sqlalchemy import Connection, DateTime, Engine, and_, select, type_coerce

from calendar_backend import ledger, store
from calendar_backend.cells import cells
from calendar_backend.database import reading, writing
from calendar_backend.errors import (
    BadWish,
    Collision,
    NotBookable,
    PlaceTaken,
    UnknownOffice,
    UnknownProcedure,
)
from calendar_backend.finding import Search, Taken, free_lane
from calendar_backend.models import BOOKED, BookingRow, CellRow, OfficeRow, ProcedureRow
from calendar_backend.office import OfficeFile
from calendar_backend.opening import Desk
from calendar_backend.place import Booking, Found
from calendar_backend.tokyo import TOKYO, in_tokyo

ATTEMPTS = 20
"""Tries at a booking while other writers collide with it; each looks anew and sees what they have taken."""


class OfficeCalendar:
    """Safe to share between threads. Every method may block on the database and raises DatabaseUnusable
    when it fails; moments without a time zone raise NaiveDatetime, an unknown procedure UnknownProcedure."""

    def __init__(self, engine: Engine, office_id: str, rng: random.Random | None = None) -> None:
        """`rng` draws the booking numbers. Raises UnknownOffice."""
        self._engine = engine
        self._office_id = office_id
        self._rng = rng or random.SystemRandom()
        with reading(engine) as connection:
            self._snapshot = self._read(connection)

    @property
    def office(self) -> OfficeFile:
        """The office as last read; `find` and `book` notice a change and read it anew."""
        return self._snapshot.office

    def find(
        self,
        procedure_id: str,
        now: datetime,
        days: tuple[date, date] | None = None,
        times: tuple[time, time] | None = None,
        limit: int = 3,
    ) -> Found:
        """Free places for a wish: days and start times from/to, both included; None: any.

        A wished time off the grid counts as FULL, with the nearest times as alternatives. Raises BadWish.
        """
        now = in_tokyo(now).replace(tzinfo=None)
        for wish in (days, times):
            if wish and wish[1] < wish[0]:  # type: ignore[operator]
                raise BadWish(
                    f"the wish ends at {wish[1]}, before it starts at {wish[0]}; hand in (first, last)"
                )
        if limit < 1:
            raise BadWish(f"a limit of {limit} finds nothing; hand in 1 or more")
        horizon = timedelta(days=self.office.rules.horizon_days + 1)
        with reading(self._engine) as connection:
            _, desk, taken = self._look(connection, procedure_id, now, now, now + horizon)
        return Search(desk, taken, days, times).found(limit)

    def book(self, procedure_id: str, start: datetime, phone: str, call_sid: str, now: datetime) -> Booking:
        """Takes the place at `start` in one transaction: all of it or nothing.

        The same call asking for the same procedure and start again gets the booking it has. `phone` is
        E.164, or empty when withheld. Raises PlaceTaken, NotBookable, NumbersExhausted.
        """
        start, now = in_tokyo(start), in_tokyo(now)
        wish = (procedure_id, start, phone, call_sid, now)
        for _ in range(ATTEMPTS - 1):
            with suppress(Collision), writing(self._engine) as connection:
                return self._book(connection, *wish)
        with writing(self._engine) as connection:
            return self._book(connection, *wish)

    def bookings(self) -> list[Booking]:
        """All bookings of the office, by start."""
        with reading(self._engine) as connection:
            return ledger.bookings(connection, BookingRow.office_id == self._office_id)

    def bookings_of_call(self, call_sid: str) -> list[Booking]:
        """What one call has booked, by start."""
        mine = (BookingRow.office_id == self._office_id, BookingRow.call_sid == call_sid)
        with reading(self._engine) as connection:
            return ledger.bookings(connection, *mine)

    def _book(
        self,
        connection: Connection,
        procedure_id: str,
        start: datetime,
        phone: str,
        call_sid: str,
        now: datetime,
    ) -> Booking:
        same = (
            BookingRow.office_id == self._office_id,
            BookingRow.call_sid == call_sid,
            BookingRow.start == start,
            BookingRow.status == BOOKED,
            ProcedureRow.code == procedure_id,
        )
        local = start.replace(tzinfo=None)
        midnight = datetime.combine(local, time.min)
        snapshot, desk, taken = self._look(
            connection, procedure_id, now.replace(tzinfo=None), midnight, midnight + timedelta(days=1)
        )
        # After the cells: a place seen taken by this very call is then seen as its booking, too.
        if call_sid and (already := ledger.bookings(connection, *same)):
            return already[0]
        if refusal := desk.refusal(local):
            raise NotBookable(refusal.reason, refusal.detail)
        lane = free_lane(desk, taken, local)
        if lane is None:
            raise PlaceTaken(f"{procedure_id} at {start.isoformat()} is taken")
        number = ledger.free_number(connection, self._office_id, now, self._rng)
        end = desk.end(local).replace(tzinfo=TOKYO)
        row = {
            "office_id": self._office_id,
            "procedure_id": snapshot.procedures[procedure_id],
            "number": number,
            "start": start,
            "end": end,
            "status": BOOKED,
            "phone": phone,
            "call_sid": call_sid,
            "created_at": now,
        }
        covered = [cell.replace(tzinfo=TOKYO) for cell in cells(local, desk.end(local))]
        ledger.add(connection, row, snapshot.counters[desk.counter.id], lane, covered)
        names = (snapshot.office.name, desk.procedure.name)
        return Booking(number, self._office_id, procedure_id, start, end, BOOKED, phone, *names)

    def _look(
        self, connection: Connection, procedure_id: str, now: datetime, first: datetime, last: datetime
    ) -> tuple[store.Snapshot, Desk, Taken]:
        """The desk and the cells taken at it, in one query unless the office has changed."""
        while True:
            snapshot = self._snapshot
            procedure = snapshot.office.procedure(procedure_id)
            counter_row = snapshot.counters[procedure.counter] if procedure else None
            rows = connection.execute(
                select(OfficeRow.revision, CellRow.lane, type_coerce(CellRow.cell_start, DateTime))
                .select_from(OfficeRow)
                .outerjoin(
                    CellRow,
                    and_(
                        CellRow.counter_id == counter_row,
                        CellRow.cell_start >= first.replace(tzinfo=TOKYO),
                        CellRow.cell_start < last.replace(tzinfo=TOKYO),
                    ),
                )
                .where(OfficeRow.id == self._office_id)
            ).all()
            if rows and rows[0][0] == snapshot.revision:
                break
            self._snapshot = self._read(connection)
        if procedure is None:
            raise UnknownProcedure(
                f"{self._office_id} has no procedure {procedure_id!r}; use an id of its office file"
            )
        counter = snapshot.office.counter(procedure.counter)
        assert counter is not None
        taken: defaultdict[datetime, set[int]] = defaultdict(set)
        for _, lane, cell in rows:
            taken[cell].add(lane)
        return snapshot, Desk(snapshot.office, procedure, counter, now), dict(taken)

    def _read(self, connection: Connection) -> store.Snapshot:
        snapshot = store.read(connection, self._office_id)
        if snapshot is None:
            raise UnknownOffice(f"the database has no office {self._office_id!r}; load its office file first")
        return snapshot
