"""The place of a booking that is to be for something else: for what takes its place it counts as free, and for nobody else."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from calendar_backend import cells, ledger
from calendar_backend.ledger import Cell
from calendar_backend.models import LIVE, BookingRow
from calendar_backend.place import Booking
from calendar_backend.visit import Taken, Visit
from calendar_backend.work import Work


@dataclass(frozen=True, slots=True)
class OwnPlace:
    booking: Booking
    cells: set[Cell]

    @property
    def day(self) -> date:
        return self.booking.start.date()

    def holds(self, visit: Visit, start: datetime) -> bool:
        """Whether nothing is done there that it was not booked for: then no notice is too short. `start`: aware, or
        wall-clock time in Tokyo."""
        return start.replace(tzinfo=None) == self._start and set(visit.ids) <= set(self.booking.procedure_ids)

    def counted(self, start: datetime) -> tuple[str, ...]:
        """Ids of the procedures that it counts for on the day of `start` already."""
        return self.booking.procedure_ids if start.date() == self.day else ()

    def day_kept(self, visit: Visit) -> date | None:
        """Its day, where nothing else is counted then."""
        return self.day if set(visit.ids) <= set(self.booking.procedure_ids) else None

    def mask(self, work: Work, visit: Visit) -> dict[date, int]:
        """Its own start, where the visit fits there and its notice alone is too short; else empty."""
        if not self.holds(visit, self._start) or visit.refusal(self._start, by_clerk=True):
            return {}
        used = without(work, work.taken(visit, self.day, self.day), self.cells)
        fits = visit.seats(self._start, used) is not None
        return {self.day: 1 << cells.slot(self._start)} if fits else {}

    @property
    def _start(self) -> datetime:
        return self.booking.start.replace(tzinfo=None)


def of(work: Work, number: str) -> OwnPlace | None:
    """That of the booking that has the number now; None where none has it."""
    here = (BookingRow.office_id == work.office_id, BookingRow.number == number)
    found = ledger.by_row(work.connection, *here, BookingRow.status.in_(LIVE)) if number else {}
    for row, booking in found.items():
        return OwnPlace(booking, ledger.cells_of(work.connection, row))
    return None


def without(work: Work, used: Taken, own: set[Cell]) -> Taken:
    """What others have taken."""
    codes = {row: code for code, row in work.snapshot.counters.items()}
    left: defaultdict[tuple[str, date], dict[int, int]] = defaultdict(dict)
    left.update({key: dict(lanes) for key, lanes in used.items()})
    for counter, day, lane, slot in own:
        key = (codes.get(counter, ""), day)
        if key in left and lane in left[key]:
            left[key][lane] &= ~(1 << slot)
    return left
