"""What is booked at an office, as a clerk looks at it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime

from calendar_backend import changing, daybook, ledger, month, own_place, records
from calendar_backend.database import reading
from calendar_backend.daybook import Daybook, Load
from calendar_backend.finding import free_days
from calendar_backend.free import check_wish, free_masks
from calendar_backend.models import BookingRow
from calendar_backend.month import DayAtGlance
from calendar_backend.place import FreeDay, Happening
from calendar_backend.records import Record, Wish
from calendar_backend.transactions import Transactions
from calendar_backend.work import Work


class Registry(Transactions):
    """The reading side of the console. Changes nothing."""

    def records(self, wish: Wish, before: tuple[datetime, int] | None = None, most: int = 50) -> list[Record]:
        """The bookings that a clerk looks for, the latest start first; `before`: those that come after the one with this
        start and row."""
        with reading(self._engine) as connection:
            return records.search(connection, self._office_id, wish, before, most)

    def record(self, number: str, booking_id: int | None = None) -> Record:
        """The booking that has the number, or else the last that had it; of a row, where one is given.

        Raises UnknownBooking.
        """
        with reading(self._engine) as connection:
            found = (
                records.numbered(connection, self._office_id, number) if changing.is_number(number) else []
            )
        chosen = [one for one in found if booking_id in (None, one.id)]
        if not chosen:
            raise changing.unknown(number)
        return chosen[0]

    def happenings(self, booking_id: int) -> list[Happening]:
        """The history of the booking of a row, the oldest line first."""
        with reading(self._engine) as connection:
            return records.happenings(connection, booking_id)

    def day(self, day: date, now: datetime) -> Daybook:
        """What the office's counters have to do on a day, and what is free at them."""
        return self._reading(now, lambda work: daybook.of(work, day))

    def occupancy(self, days: tuple[date, date], now: datetime) -> Mapping[tuple[str, date], Load]:
        """How full each counter is on days from/to. Raises BadWish."""
        check_wish(days, None)
        return self._reading(now, lambda work: daybook.loads(work, *days))

    def glances(
        self, procedures: str | Sequence[str], days: tuple[date, date], now: datetime, people: int = 1
    ) -> tuple[DayAtGlance, ...]:
        """Days from/to: how many free starts each has for residents, or why it has none. Raises BadWish, UnknownProcedure."""
        check_wish(days, None)

        def look(work: Work) -> tuple[DayAtGlance, ...]:
            visit = work.visit(procedures, people)
            first, last = max(days[0], visit.first), min(days[1], visit.last)
            free = (
                free_masks(work, visit, work.taken(visit, first, last), first, last) if first <= last else {}
            )
            return tuple(month.glances(visit, free, *days))

        return self._reading(now, look)

    def pulse(self) -> tuple[int, ...]:
        """Another one with every booking, change, closure and hold. Cheap: it may be asked every few seconds."""
        with reading(self._engine) as connection:
            return records.pulse(connection, self._office_id)

    def movable(self, booking_id: int, days: tuple[date, date], now: datetime) -> tuple[FreeDay, ...]:
        """All starts on days from/to to which a clerk may move the booking of a row; its own place counts as free.

        Raises BadWish, UnknownBooking, UnknownProcedure where the office does it no more.
        """
        check_wish(days, None)

        def every(work: Work) -> tuple[FreeDay, ...]:
            here = (BookingRow.office_id == self._office_id, BookingRow.id == booking_id)
            booking = next(iter(ledger.bookings(work.connection, *here)), None)
            if booking is None:
                raise changing.unknown(str(booking_id))
            wish = work.visit(booking.procedure_ids, booking.people)
            used = work.taken(wish, *days)
            others = own_place.without(work, used, ledger.cells_of(work.connection, booking_id))
            free = free_masks(work, wish, others, *days, own=booking.start.date())
            return tuple(free_days(self._office_id, free, None))

        return self._reading(now, every)
