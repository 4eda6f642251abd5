"""One office's calendar: what is free, taking a place, what is booked."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime, time

from sqlalchemy import select

from calendar_backend import (
    attended,
    callbacks,
    changing,
    closing,
    ledger,
    own_place,
    store,
    taking,
    waiting,
)
from calendar_backend.callbacks import Callback
from calendar_backend.closure import Closure
from calendar_backend.database import reading
from calendar_backend.details import NO_DETAILS
from calendar_backend.errors import BadWish, UnknownCounter
from calendar_backend.finding import Search, free_days
from calendar_backend.free import check_wish, free_masks
from calendar_backend.models import LIVE, BookingRow, CallbackRow, CellRow, HistoryRow, WaitingRow
from calendar_backend.place import Affected, Attendance, Booking, Found, FreeDay, Happening, Hold
from calendar_backend.registry import Registry
from calendar_backend.taking import Client, Visitor
from calendar_backend.texts import telephone
from calendar_backend.tokyo import in_tokyo
from calendar_backend.waiting import Waiting
from calendar_backend.work import Work
from numbering import number_or_none

Procedures = str | Sequence[str]
"""The id of one procedure, or those of several that are done one after another; their minutes add up."""


class OfficeCalendar(Registry):
    """Safe to share between threads. Every method may block on the database and raises DatabaseUnusable
    when it fails; moments without a time zone raise NaiveDatetime, an unknown procedure UnknownProcedure.

    `by` and `client` name who asks, as it stands in the history: a call, a client of the API, a clerk.
    """

    def open_on(self, day: date) -> bool:
        """Whether any counter is open that day, as last read."""
        return any(self._snapshot.openings.of(counter.id, day).spans for counter in self.office.counters)

    def staffed(self, now: datetime) -> bool:
        """Whether somebody is there to phone, as last read."""
        local, hours = in_tokyo(now), self.office.agent_hours
        return self.open_on(local.date()) and hours.open <= local.time() < hours.close

    # What is free

    def find(
        self,
        procedures: Procedures,
        now: datetime,
        days: tuple[date, date] | None = None,
        times: tuple[time, time] | None = None,
        limit: int = 3,
        people: int = 1,
        without: Callable[[datetime], bool] | None = None,
        instead_of: str = "",
    ) -> Found:
        """Free places for a wish: days and start times from/to, both included; None: any.

        A wished time off the grid counts as FULL, with the nearest times as alternatives. Starts (wall-clock time) for which
        `without` is true are left out of both. `instead_of`: the number of a booking whose place counts as free. Raises BadWish.
        """
        check_wish(days, times)
        if limit < 1:
            raise BadWish(f"a limit of {limit} finds nothing; hand in 1 or more")

        def search(work: Work) -> Found:
            visit = work.visit(procedures, people)
            used, own = work.taken(visit, visit.first, visit.last), own_place.of(work, instead_of)
            if own is None:
                free = free_masks(work, visit, used, visit.first, visit.last)
            else:
                used = own_place.without(work, used, own.cells)
                free = free_masks(work, visit, used, visit.first, visit.last, own.day_kept(visit))
                free = dict(sorted((own.mask(work, visit) | free).items()))
            return Search(visit, free, days, times, without).found(limit)

        return self._reading(now, search)

    def availability(
        self,
        procedures: Procedures,
        now: datetime,
        days: tuple[date, date] | None = None,
        times: tuple[time, time] | None = None,
        people: int = 1,
        by_clerk: bool = False,
    ) -> tuple[FreeDay, ...]:
        """All free starts, day by day; days without any are left out. The wish as in `find`; a clerk is not bound by
        lead and horizon. Raises BadWish."""
        check_wish(days, times)

        def every(work: Work) -> tuple[FreeDay, ...]:
            visit = work.visit(procedures, people)
            first, last = days or (visit.first, visit.last)
            if not by_clerk:
                first, last = max(first, visit.first), min(last, visit.last)
            free = free_masks(work, visit, work.taken(visit, first, last), first, last)
            return tuple(free_days(self._office_id, free, times))

        return self._reading(now, every)

    # Holding and booking

    def hold(
        self,
        procedures: Procedures,
        start: datetime,
        now: datetime,
        *,
        client: str,
        step: str = "",
        people: int = 1,
    ) -> Hold:
        """Keeps the place for five minutes. The same client and step get the same hold again.

        Raises PlaceTaken, NotBookable, StepReused, BadWish.
        """
        start = in_tokyo(start)
        who = Client(client, step)
        return self._holding(now, lambda w: taking.hold(w, w.visit(procedures, people), start, who))

    def hold_only(
        self,
        procedures: Procedures,
        start: datetime,
        now: datetime,
        *,
        client: str,
        people: int = 1,
        instead_of: str = "",
    ) -> Hold:
        """Keeps the place for the client, and no other: five minutes more for a hold it has of it, and its other
        holds are released. `instead_of`: the number of a booking that is to go there by `change`; what it has already is not
        held besides. Raises PlaceTaken, NotBookable, BadWish, and then the holds stay as they were.
        """
        start = in_tokyo(start)
        who = Client(client)
        return self._holding(
            now, lambda w: taking.hold_only(w, w.visit(procedures, people), start, who, instead_of)
        )

    def renew(self, token: str, now: datetime) -> Hold:
        """Five more minutes from now. Raises HoldGone."""
        return self._holding(now, lambda work: taking.renew(work, token))

    def release(self, token: str, now: datetime) -> bool:
        """Frees the place at once; whether there was such a hold. A booking is not touched."""
        return self._holding(now, lambda work: taking.release(work, token))

    def release_all(self, client: str, now: datetime) -> int:
        """Frees every place that a client holds, as when a caller hangs up; how many there were."""
        return self._holding(now, lambda work: taking.release_all(work, client))

    def book(
        self,
        procedures: Procedures,
        start: datetime,
        phone: str,
        call_sid: str,
        now: datetime,
        *,
        name: str = "",
        people: int = 1,
        step: str = "",
        by_clerk: bool = False,
        number: str = "",
        second: bool | None = None,
        details: Mapping[str, str] = NO_DETAILS,
    ) -> Booking:
        """Takes the place at `start` in one transaction: all of it or nothing.

        The same call asking for the same procedures and start again gets the booking it has, and its own hold
        of the place becomes the booking; with a `step`, the same step gets the same booking. `phone`: kept as E.164,
        empty when withheld; `number`: the booking number to have, if no other has it. `second`: True where it is
        meant beside other bookings of the telephone number, which the history then says; False refuses one for the same
        procedure or at the same time as another. `details`: what was answered to what the office asks besides.

        Raises PlaceTaken, NotBookable, NumbersExhausted, PersonLimit, SamePerson, StepReused, BadWish.
        """
        start, who = in_tokyo(start), Client(call_sid, step, by_clerk)
        visitor = Visitor(telephone(phone), name, second, details)
        return self._writing(
            now, lambda w: taking.book(w, w.visit(procedures, people), start, visitor, who, number)
        )

    def book_held(
        self,
        token: str,
        phone: str,
        now: datetime,
        *,
        name: str = "",
        second: bool | None = None,
        details: Mapping[str, str] = NO_DETAILS,
    ) -> Booking:
        """Books the place that is held; asked again, the same booking. `second`, `details` as in `book`.

        Raises HoldGone, NotBookable when the office has closed since, NumbersExhausted, PersonLimit, SamePerson, BadWish.
        """
        visitor = Visitor(telephone(phone), name, second, details)
        return self._writing(now, lambda work: taking.book_held(work, token, visitor))

    def change(
        self,
        number: str,
        phone: str | None,
        start: datetime,
        now: datetime,
        *,
        by: str = "",
        by_clerk: bool = False,
        seen: int | None = None,
        procedures: tuple[str, ...] = (),
    ) -> Booking:
        """Moves a booking: the new place is taken before the old is freed, and a hold that `by` has of the
        new place is used up. `phone` must be the booking's own; None: not asked. `seen`: the version that somebody
        saw who wants this, None: whatever it is now. `procedures`: ids of what it is for from then on; empty: as before.

        Raises UnknownBooking, ChangedMeanwhile, TooLate, PlaceTaken, NotBookable.
        """
        start, who, whose = in_tokyo(start), Client(by, is_clerk=by_clerk), _whose(phone)
        return self._writing(
            now, lambda work: changing.change(work, number, whose, start, who, seen, procedures)
        )

    def cancel(
        self,
        number: str,
        phone: str | None,
        now: datetime,
        *,
        by: str = "",
        by_clerk: bool = False,
        reason: str = "",
        seen: int | None = None,
    ) -> Booking:
        """The place is free again after the office's cool-down. `reason` goes into the history; `seen` as in `change`.

        Raises UnknownBooking, ChangedMeanwhile, TooLate, BadWish.
        """
        who, whose = Client(by, is_clerk=by_clerk), _whose(phone)
        return self._writing(now, lambda work: changing.cancel(work, number, whose, who, reason, seen))

    def mark(
        self, number: str, came: bool | None, now: datetime, *, by: str = "", seen: int | None = None
    ) -> Booking:
        """Came, or did not come; None: neither is known. Raises UnknownBooking, ChangedMeanwhile, BadWish before the
        day of the visit."""
        return self._writing(now, lambda work: changing.mark(work, number, came, Client(by), seen))

    # What is booked

    def look_up(self, number: str, phone: str | None) -> Booking:
        """The booking that has the number. `phone` must be its own; None: not asked. Raises UnknownBooking."""
        here = (BookingRow.office_id == self._office_id, BookingRow.number == number)
        if not changing.is_number(number):
            raise changing.unknown(number)
        with reading(self._engine) as connection:
            found = ledger.bookings(connection, *here, BookingRow.status.in_(LIVE))
        whose = _whose(phone)
        booking = next((b for b in found if whose is None or (whose and b.phone == whose)), None)
        if booking is None:
            raise changing.unknown(number)
        return booking

    def bookings(self) -> list[Booking]:
        """All bookings of the office in whatever state, by start."""
        return self._bookings()

    def bookings_of_call(self, call_sid: str) -> list[Booking]:
        """What one call has booked, by start."""
        return self._bookings(BookingRow.call_sid == call_sid)

    def bookings_of_phone(self, phone: str, now: datetime) -> list[Booking]:
        """What stands for a telephone number and is not over, or could not be kept today, by start; nothing for one that
        is withheld."""
        whose = number_or_none(phone)
        if not whose:
            return []
        today = in_tokyo(now).replace(hour=0, minute=0, second=0, microsecond=0)
        found = self._bookings(BookingRow.phone == whose, BookingRow.status.in_(LIVE), BookingRow.end > today)
        kept = self.affected((booking for booking in found if booking.end <= now), now)
        return [booking for booking in found if booking.end > now or booking.number in kept]

    def history(self, number: str) -> list[list[Happening]]:
        """What was done to every booking that has had the number, the oldest booking first."""
        asked = (
            select(
                HistoryRow.booking_id, HistoryRow.at, HistoryRow.actor, HistoryRow.action, HistoryRow.details
            )
            .join(BookingRow, BookingRow.id == HistoryRow.booking_id)
            .where(BookingRow.office_id == self._office_id, BookingRow.number == number)
            .order_by(HistoryRow.id)
        )
        found: dict[int, list[Happening]] = {}
        if not changing.is_number(number):
            return []
        with reading(self._engine) as connection:
            for booking_id, at, actor, action, details in connection.execute(asked):
                found.setdefault(booking_id, []).append(Happening(at, actor, action, details))
        return [found[booking_id] for booking_id in sorted(found)]

    def attendances(self, counter_id: str, days: tuple[date, date]) -> list[Attendance]:
        """Who is expected at a counter on days from/to, by start; in whatever state but cancelled.

        Raises UnknownCounter.
        """
        row = self._snapshot.counters.get(counter_id)
        if row is None:
            raise UnknownCounter(f"{self._office_id} has no counter {counter_id!r}; use an id of its file")
        here = select(CellRow.booking_id).where(CellRow.counter_id == row, CellRow.day.between(*days))
        with reading(self._engine) as connection:
            visits = attended.visits(connection, self._snapshot, BookingRow.id.in_(here))
        found = [part for visit in visits for part in visit if part.counter_id == counter_id]
        return sorted(found, key=lambda a: (a.start, a.booking.number))

    def affected(self, bookings: Iterable[Booking], now: datetime) -> dict[str, Affected]:
        """Those that stand and cannot be kept, because the office is shut then: why, by booking number."""
        numbers = {booking.number for booking in bookings if booking.status in LIVE}
        here = (BookingRow.office_id == self._office_id, BookingRow.number.in_(numbers))

        def look(work: Work) -> dict[str, Affected]:
            work.check()
            visits = attended.visits(work.connection, work.snapshot, *here, BookingRow.status.in_(LIVE))
            return {visit[0].booking.number: visit[0].affected for visit in visits if visit[0].affected}

        return self._reading(now, look) if numbers else {}

    # Closures, call-backs, the waiting list

    def close(
        self,
        day: date,
        name: str,
        reading: str,
        now: datetime,
        *,
        by: str,
        counter_id: str | None = None,
        times: tuple[time, time] | None = None,
    ) -> tuple[Closure, list[Callback]]:
        """Shuts the office, or one counter, for a day or a part of it. Bookings stand; each that is concerned
        is on the call-back list and handed back, by start. Raises UnknownCounter, BadWish."""
        shut = (day, name, reading, counter_id, times, by)
        return self._writing(now, lambda work: closing.close(work, *shut))

    def reopen(self, closure_id: int, now: datetime, *, by: str) -> list[Callback]:
        """Lifts a closure; the call-backs that fall away with it. Raises UnknownEntry."""
        return self._writing(now, lambda work: closing.reopen(work, closure_id, by))

    def closures(self) -> list[Closure]:
        """All that are not lifted, by day."""
        codes = {row: code for code, row in self._snapshot.counters.items()}
        with reading(self._engine) as connection:
            return store.closures(connection, self._office_id, codes)

    def ask_callback(self, phone: str, about: str, now: datetime, *, by: str, name: str = "") -> Callback:
        """Raises BadWish without a telephone number."""
        return self._writing(now, lambda work: callbacks.ask(work, telephone(phone), name, about, by))

    def settle_callback(
        self, callback_id: int, state: str, now: datetime, *, by: str, seen: str | None = None
    ) -> Callback:
        """`state`: one of `callbacks.STATES`; `seen`: its version that somebody saw who wants this. Raises UnknownEntry,
        ChangedMeanwhile, BadWish."""
        return self._writing(now, lambda work: callbacks.settle(work, callback_id, state, by, seen))

    def callbacks(self, *states: str) -> list[Callback]:
        """In these states (none given: all), the oldest first."""
        conditions = [CallbackRow.office_id == self._office_id]
        conditions += [CallbackRow.state.in_(states)] if states else []
        with reading(self._engine) as connection:
            return callbacks.read(connection, *conditions)

    def wait_for(
        self,
        procedures: Procedures,
        phone: str,
        days: tuple[date, date],
        now: datetime,
        *,
        by: str,
        times: tuple[time, time] | None = None,
        people: int = 1,
        name: str = "",
    ) -> Waiting:
        """Puts a wish on the waiting list. Raises BadWish."""
        ids = (procedures,) if isinstance(procedures, str) else tuple(procedures)
        wish = (ids, days, times, people, Visitor(telephone(phone), name), by)
        return self._writing(now, lambda work: waiting.enter(work, *wish))

    def waiting(self, *states: str) -> list[Waiting]:
        """In these states (none given: all), who waits longest first."""
        conditions = [WaitingRow.office_id == self._office_id]
        conditions += [WaitingRow.state.in_(states)] if states else []
        with reading(self._engine) as connection:
            return waiting.read(connection, *conditions)

    def offer(self, now: datetime, *, by: str, minutes: int = 60) -> list[Waiting]:
        """Holds a free place for everybody who waits for one like it, who waits longest first; those to be told."""
        waits = [entry.id for entry in self.waiting(waiting.WAITING)]
        offered = [
            self._writing(now, lambda work, entry=entry: waiting.offer(work, entry, minutes, by))  # type: ignore[misc]
            for entry in waits
        ]
        return [entry for entry in offered if entry is not None]

    def accept(self, waiting_id: int, now: datetime, *, by: str, seen: str | None = None) -> Booking:
        """Books what was offered; `seen`: its version that somebody saw who wants this. Raises UnknownEntry,
        ChangedMeanwhile, HoldGone and what `book_held` does."""
        return self._writing(now, lambda work: waiting.accept(work, waiting_id, by, seen))

    def decline(
        self, waiting_id: int, now: datetime, *, by: str, waits_on: bool = False, seen: str | None = None
    ) -> Waiting:
        """Frees what was offered; off the list, or waiting for another place. Raises UnknownEntry, ChangedMeanwhile."""
        return self._writing(now, lambda work: waiting.decline(work, waiting_id, by, waits_on, seen))

    def _bookings(self, *conditions: object) -> list[Booking]:
        with reading(self._engine) as connection:
            return ledger.bookings(connection, BookingRow.office_id == self._office_id, *conditions)  # type: ignore[arg-type]


def _whose(phone: str | None) -> str | None:
    """The number a booking must have; empty: no booking has it."""
    return None if phone is None else number_or_none(phone)
