"""What would become of bookings, without making them and without keeping anybody waiting."""

import random
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import Engine

from calendar_backend import cells, details, ledger, store, taken
from calendar_backend.database import reading
from calendar_backend.errors import CalendarError, NotBookable, PlaceTaken, StepReused
from calendar_backend.models import LIVE, BookingRow
from calendar_backend.place import Booking
from calendar_backend.tokyo import in_tokyo
from calendar_backend.visit import Seat, Taken, Visit
from calendar_backend.work import Work, unknown_office


@dataclass(frozen=True, slots=True)
class Wish:
    """What a clerk wants to be booked."""

    procedures: tuple[str, ...]
    start: datetime
    phone: str
    """E.164; empty when it is not known."""

    name: str
    people: int
    client: str
    step: str
    """With `client`, the name of the request: booked under it before, it is the same booking."""

    number: str = ""
    """The booking number to have, where it is free."""

    details: Mapping[str, str] = field(default_factory=dict, hash=False)
    """What was answered to what the office asks besides."""


def rehearse(
    engine: Engine, office_id: str, wishes: Sequence[Wish], now: datetime
) -> list[CalendarError | None]:
    """What a clerk's `OfficeCalendar.book` would raise for each wish if they were booked in this order and nobody
    else booked. Writes and locks nothing. Raises UnknownOffice, DatabaseUnusable, NaiveDatetime."""
    with reading(engine) as connection:
        snapshot = store.read(connection, office_id)
        if snapshot is None:
            raise unknown_office(office_id)
        work = Work(connection, snapshot, in_tokyo(now), random.Random(), writes=False)
        rehearsal = _Rehearsal(work)
        return [rehearsal.refusal(wish) for wish in wishes]


@dataclass
class _Rehearsal:
    work: Work
    seats: defaultdict[tuple[str, date], dict[int, int]] = field(default_factory=lambda: defaultdict(dict))
    """What the wishes before took, beside what the database has."""

    days: Counter[tuple[str, date]] = field(default_factory=Counter)
    """How many of them are for a procedure on a day."""

    def refusal(self, wish: Wish) -> CalendarError | None:
        """Of one more wish; a good one has its place from now on."""
        try:
            details.check(self.work.snapshot.office.rules.asks, wish.details)
            visit = self.work.visit(wish.procedures, wish.people)
            if not self._has_it(visit, wish):
                self._take(visit, in_tokyo(wish.start).replace(tzinfo=None))
        except CalendarError as error:
            return error
        return None

    def _has_it(self, visit: Visit, wish: Wish) -> bool:
        """Whether it was booked before. Raises StepReused when it has been changed since."""
        found = _of_step(self.work, wish)
        if found is None:
            return False
        ids = (found.procedure_id, *found.more_procedure_ids)
        same = (ids, found.start, found.people) == (visit.ids, wish.start, wish.people)
        if found.status not in LIVE or not same:
            raise StepReused(f"the step {wish.step!r} was used before; use a new one for each request")
        return True

    def _take(self, visit: Visit, start: datetime) -> None:
        """Raises NotBookable, PlaceTaken."""
        day = start.date()
        if refusal := visit.refusal(start, True):
            raise NotBookable(refusal.reason, refusal.detail)
        seats = visit.seats(start, self._with(self.work.taken(visit, day, day)))
        if seats is None or any(
            self._full(procedure.id, procedure.per_day, day) for procedure in visit.procedures
        ):
            raise PlaceTaken(f"{' + '.join(visit.ids)} at {start.isoformat()} is taken")
        for seat in seats:
            self._seat(seat)
        self.days.update((procedure_id, day) for procedure_id in visit.ids)

    def _full(self, procedure_id: str, per_day: int | None, day: date) -> bool:
        if per_day is None:
            return False
        scope = taken.day_scope(self.work.snapshot.procedures[procedure_id], day)
        used = taken.tickets(self.work.connection, scope, scope, self.work.now).get(scope, set())
        return len(used) + self.days[procedure_id, day] >= per_day

    def _seat(self, seat: Seat) -> None:
        lanes = self.seats[seat.counter_id, seat.day]
        lanes[seat.lane] = lanes.get(seat.lane, 0) | cells.between(seat.first, seat.first + seat.length)

    def _with(self, used: Taken) -> Taken:
        both: dict[tuple[str, date], dict[int, int]] = {key: dict(lanes) for key, lanes in used.items()}
        for key, lanes in self.seats.items():
            here = both.setdefault(key, {})
            for lane, mask in lanes.items():
                here[lane] = here.get(lane, 0) | mask
        return both


def _of_step(work: Work, wish: Wish) -> Booking | None:
    if not wish.step:
        return None
    mine = (BookingRow.call_sid == wish.client, BookingRow.step == wish.step)
    found = ledger.bookings(work.connection, BookingRow.office_id == work.office_id, *mine)
    return found[0] if found else None
