"""One office's calendar: what is free, taking a place, what is booked."""

import random
from collections.abc import Callable, Sequence
from datetime import date, datetime, time
from typing import TypeVar

from sqlalchemy import Engine, func, select

from calendar_backend import callbacks, changing, closing, ledger, store, taking, waiting
from calendar_backend.callbacks import Callback
from calendar_backend.cells import CELL, moment
from calendar_backend.closure import Closure
from calendar_backend.database import reading, writing
from calendar_backend.errors import BadWish, Collision, UnknownCounter
from calendar_backend.finding import Search, free_days
from calendar_backend.models import LIVE, BookingRow, CallbackRow, CellRow, HistoryRow, WaitingRow
from calendar_backend.office import OfficeFile
from calendar_backend.opening import days as each_day
from calendar_backend.place import Attendance, Booking, Found, FreeDay, Happening, Hold
from calendar_backend.taking import Client, Visitor
from calendar_backend.tokyo import TOKYO, in_tokyo
from calendar_backend.visit import Taken, Visit
from calendar_backend.waiting import Waiting
from calendar_backend.work import Stale, Work, unknown_office

ATTEMPTS = 20
"""Tries at a transaction while other writers collide with it; each looks anew and sees what they have taken."""

Procedures = str | Sequence[str]
"""The id of one procedure, or those of several that are done one after another; their minutes add up."""

T = TypeVar("T")


class OfficeCalendar:
    """Safe to share between threads. Every method may block on the database and raises DatabaseUnusable
    when it fails; moments without a time zone raise NaiveDatetime, an unknown procedure UnknownProcedure.

    `by` and `client` name who asks, as it stands in the history: a call, a client of the API, a clerk.
    """

    def __init__(self, engine: Engine, office_id: str, rng: random.Random | None = None) -> None:
        """`rng` draws booking numbers and tokens. Raises UnknownOffice."""
        self._engine = engine
        self._office_id = office_id
        self._rng = rng or random.SystemRandom()
        self._snapshot = self._read()

    @property
    def office(self) -> OfficeFile:
        """The office as last read; every other method notices a change and reads it anew."""
        return self._snapshot.office

    @property
    def snapshot(self) -> store.Snapshot:
        """The office as last read, with the rows behind its ids."""
        return self._snapshot

    def open_on(self, day: date) -> bool:
        """Whether any counter is open that day, as last read."""
        return any(self._snapshot.openings.of(counter.id, day).spans for counter in self.office.counters)

    def staffed(self, now: datetime) -> bool:
        """Whether somebody is there to phone, as last read."""
        local, hours = in_tokyo(now), self.office.agent_hours
        return self.open_on(local.date()) and hours.open <= local.time() < hours.close

    def refresh(self) -> None:
        """Reads the office anew. Raises UnknownOffice."""
        self._snapshot = self._read()

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
    ) -> Found:
        """Free places for a wish: days and start times from/to, both included; None: any.

        A wished time off the grid counts as FULL, with the nearest times as alternatives. Starts (wall-clock time) for which
        `without` is true are left out of both. Raises BadWish.
        """
        check_wish(days, times)
        if limit < 1:
            raise BadWish(f"a limit of {limit} finds nothing; hand in 1 or more")

        def search(work: Work) -> Found:
            visit = work.visit(procedures, people)
            used = work.taken(visit, visit.first, visit.last)
            free = free_masks(work, visit, used, visit.first, visit.last)
            return Search(visit, free, days, times, without).found(limit)

        return self._reading(now, search)

    def availability(
        self,
        procedures: Procedures,
        now: datetime,
        days: tuple[date, date] | None = None,
        times: tuple[time, time] | None = None,
        people: int = 1,
    ) -> tuple[FreeDay, ...]:
        """All free starts, day by day; days without any are left out. The wish as in `find`. Raises BadWish."""
        check_wish(days, times)

        def every(work: Work) -> tuple[FreeDay, ...]:
            visit = work.visit(procedures, people)
            first, last = days or (visit.first, visit.last)
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
        self, procedures: Procedures, start: datetime, now: datetime, *, client: str, people: int = 1
    ) -> Hold:
        """Keeps the place for the client, and no other: five minutes more for a hold it has of it, and its other
        holds are released. Raises PlaceTaken, NotBookable, BadWish, and then the holds stay as they were.
        """
        start = in_tokyo(start)
        who = Client(client)
        return self._holding(now, lambda w: taking.hold_only(w, w.visit(procedures, people), start, who))

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
    ) -> Booking:
        """Takes the place at `start` in one transaction: all of it or nothing.

        The same call asking for the same procedures and start again gets the booking it has, and its own hold
        of the place becomes the booking; with a `step`, the same step gets the same booking. `phone` is E.164,
        or empty when withheld. Raises PlaceTaken, NotBookable, NumbersExhausted, PersonLimit, StepReused, BadWish.
        """
        start, who, visitor = in_tokyo(start), Client(call_sid, step, by_clerk), Visitor(phone, name)
        return self._writing(now, lambda w: taking.book(w, w.visit(procedures, people), start, visitor, who))

    def book_held(self, token: str, phone: str, now: datetime, *, name: str = "") -> Booking:
        """Books the place that is held; asked again, the same booking.

        Raises HoldGone, NotBookable when the office has closed since, NumbersExhausted, PersonLimit.
        """
        return self._writing(now, lambda work: taking.book_held(work, token, Visitor(phone, name)))

    def change(
        self,
        number: str,
        phone: str | None,
        start: datetime,
        now: datetime,
        *,
        by: str = "",
        by_clerk: bool = False,
    ) -> Booking:
        """Moves a booking: the new place is taken before the old is freed, and a hold that `by` has of the
        new place is used up. `phone` must be the booking's own; None: not asked.

        Raises UnknownBooking, TooLate, PlaceTaken, NotBookable.
        """
        start, who = in_tokyo(start), Client(by, is_clerk=by_clerk)
        return self._writing(now, lambda work: changing.change(work, number, phone, start, who))

    def cancel(
        self, number: str, phone: str | None, now: datetime, *, by: str = "", by_clerk: bool = False
    ) -> Booking:
        """The place is free again after the office's cool-down. Raises UnknownBooking, TooLate."""
        who = Client(by, is_clerk=by_clerk)
        return self._writing(now, lambda work: changing.cancel(work, number, phone, who))

    def mark(self, number: str, came: bool, now: datetime, *, by: str = "") -> Booking:
        """Came, or did not come. Raises UnknownBooking, BadWish before the day of the visit."""
        return self._writing(now, lambda work: changing.mark(work, number, came, Client(by)))

    # What is booked

    def look_up(self, number: str, phone: str | None) -> Booking:
        """The booking that has the number. `phone` must be its own; None: not asked. Raises UnknownBooking."""
        here = (BookingRow.office_id == self._office_id, BookingRow.number == number)
        if not changing.is_number(number):
            raise changing.unknown(number)
        with reading(self._engine) as connection:
            found = ledger.bookings(connection, *here, BookingRow.status.in_(LIVE))
        booking = next((b for b in found if phone is None or (phone and b.phone == phone)), None)
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
        """What stands for a telephone number and is not over, by start."""
        if not phone:
            return []
        return self._bookings(
            BookingRow.phone == phone, BookingRow.status.in_(LIVE), BookingRow.end > in_tokyo(now)
        )

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
        here = (CellRow.counter_id == row, CellRow.day.between(*days), CellRow.until.is_(None))
        asked = (
            select(CellRow.booking_id, CellRow.day, func.min(CellRow.slot), func.max(CellRow.slot))
            .where(*here)
            .group_by(CellRow.booking_id, CellRow.day)
        )
        with reading(self._engine) as connection:
            parts = connection.execute(asked).all()
            known = ledger.by_row(
                connection, BookingRow.id.in_(select(CellRow.booking_id).where(*here).distinct())
            )
        found = []
        for booking_id, day, first, last in parts:
            if booking := known.get(booking_id):
                start = moment(day, first).replace(tzinfo=TOKYO)
                end = min(moment(day, last).replace(tzinfo=TOKYO) + CELL, booking.end)
                found.append(Attendance(counter_id, start, end, booking))
        return sorted(found, key=lambda a: (a.start, a.booking.number))

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
        return self._writing(now, lambda work: callbacks.ask(work, phone, name, about, by))

    def settle_callback(self, callback_id: int, state: str, now: datetime, *, by: str) -> Callback:
        """`state`: one of `callbacks.STATES`. Raises UnknownEntry, BadWish."""
        return self._writing(now, lambda work: callbacks.settle(work, callback_id, state, by))

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
        wish = (ids, days, times, people, Visitor(phone, name), by)
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

    def accept(self, waiting_id: int, now: datetime, *, by: str) -> Booking:
        """Books what was offered. Raises UnknownEntry, HoldGone and what `book_held` does."""
        return self._writing(now, lambda work: waiting.accept(work, waiting_id, by))

    def decline(self, waiting_id: int, now: datetime, *, by: str, waits_on: bool = False) -> Waiting:
        """Frees what was offered; off the list, or waiting for another place. Raises UnknownEntry."""
        return self._writing(now, lambda work: waiting.decline(work, waiting_id, by, waits_on))

    # Transactions

    def _bookings(self, *conditions: object) -> list[Booking]:
        with reading(self._engine) as connection:
            return ledger.bookings(connection, BookingRow.office_id == self._office_id, *conditions)  # type: ignore[arg-type]

    def _reading(self, now: datetime, do: Callable[[Work], T]) -> T:
        now = in_tokyo(now)
        while True:
            try:
                with reading(self._engine) as connection:
                    return do(Work(connection, self._snapshot, now, self._rng, writes=False))
            except Stale:
                self.refresh()

    def _holding(self, now: datetime, do: Callable[[Work], T]) -> T:
        """Like `_writing`, but a power cut may lose it: a hold that is gone is only looked for anew."""
        return self._writing(now, do, durable=False)

    def _writing(self, now: datetime, do: Callable[[Work], T], durable: bool = True) -> T:
        """Everything that `do` writes, or nothing; anew when another writer was first."""
        now, attempt = in_tokyo(now), 0
        while True:
            try:
                with writing(self._engine, durable) as connection:
                    return do(Work(connection, self._snapshot, now, self._rng, writes=True))
            except Stale:
                self.refresh()
            except Collision:
                attempt += 1
                if attempt == ATTEMPTS:
                    raise

    def _read(self) -> store.Snapshot:
        with reading(self._engine) as connection:
            snapshot = store.read(connection, self._office_id)
        if snapshot is None:
            raise unknown_office(self._office_id)
        return snapshot


def free_masks(work: Work, visit: Visit, used: Taken, first: date, last: date) -> dict[date, int]:
    """The masks of the free starts of the days that have any."""
    if last < first:
        return {}
    full = work.full_days(visit, first, last)
    free = {day: visit.free_mask(day, used) for day in each_day(first, last) if day not in full}
    return {day: mask for day, mask in free.items() if mask}


def check_wish(days: tuple[date, date] | None, times: tuple[time, time] | None) -> None:
    """Raises BadWish."""
    for wish in (days, times):
        if wish and wish[1] < wish[0]:  # type: ignore[operator]
            raise BadWish(f"the wish ends at {wish[1]}, before it starts at {wish[0]}; hand in (first, last)")
