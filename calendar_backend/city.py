"""All offices of the database together."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

from sqlalchemy import Connection, Engine

from calendar_backend import ledger, records, store, sweeping, taken, tokens
from calendar_backend.changing import is_number, unknown
from calendar_backend.database import reading, writing
from calendar_backend.errors import UnknownProcedure
from calendar_backend.finding import free_days
from calendar_backend.free import check_wish, free_masks
from calendar_backend.models import LIVE, BookingRow
from calendar_backend.office import OfficeFile
from calendar_backend.office_calendar import OfficeCalendar, Procedures
from calendar_backend.place import Booking, FreeDay, Hold
from calendar_backend.records import Record
from calendar_backend.tokyo import in_tokyo
from calendar_backend.visit import Visit
from calendar_backend.waiting import Waiting
from calendar_backend.work import Stale, Work
from numbering import number_or_none


class CityCalendar:
    """Safe to share between threads. What the methods raise is as in `OfficeCalendar`."""

    def __init__(self, engine: Engine, rng: random.Random | None = None) -> None:
        self._engine = engine
        self._rng = rng or random.SystemRandom()
        self._calendars: dict[str, OfficeCalendar] = {}

    def offices(self) -> list[OfficeFile]:
        """As they stand now, by id."""
        ids = store.office_ids(self._engine)
        with reading(self._engine) as connection:
            found = [store.read(connection, office_id) for office_id in ids]
        return [snapshot.office for snapshot in found if snapshot]

    def at(self, office_id: str) -> OfficeCalendar:
        """The calendar of one office. Raises UnknownOffice."""
        known = self._calendars.get(office_id)
        if known is None:
            known = self._calendars[office_id] = OfficeCalendar(self._engine, office_id, self._rng)
        return known

    def availability(
        self,
        procedures: Procedures,
        now: datetime,
        days: tuple[date, date] | None = None,
        times: tuple[time, time] | None = None,
        people: int = 1,
        office_ids: Sequence[str] | None = None,
    ) -> tuple[FreeDay, ...]:
        """All free starts at these offices (None: at all), office by office and day by day, in one query.

        Offices that do not offer it are left out. Raises BadWish, UnknownOffice, and UnknownProcedure when no
        office offers it.
        """
        check_wish(days, times)
        ids = store.office_ids(self._engine) if office_ids is None else office_ids
        while True:
            try:
                with reading(self._engine) as connection:
                    return tuple(self._free(connection, ids, procedures, in_tokyo(now), days, times, people))
            except Stale as stale:
                self.at(str(stale)).refresh()

    def look_up(self, number: str, phone: str) -> list[Booking]:
        """What stands under a number at whatever office and belongs to the telephone number; mostly one.

        Raises UnknownBooking.
        """
        whose = number_or_none(phone)
        asked = (BookingRow.number == number, BookingRow.phone == whose, BookingRow.status.in_(LIVE))
        with reading(self._engine) as connection:
            found = ledger.bookings(connection, *asked) if whose and is_number(number) else []
        if not found:
            raise unknown(number)
        return found

    def _free(
        self,
        connection: Connection,
        office_ids: Sequence[str],
        procedures: Procedures,
        now: datetime,
        days: tuple[date, date] | None,
        times: tuple[time, time] | None,
        people: int,
    ) -> Iterator[FreeDay]:
        works: dict[str, tuple[Work, Visit]] = {}
        unknown_everywhere: UnknownProcedure | None = None
        for office_id in dict.fromkeys(office_ids):
            work = Work(connection, self.at(office_id).snapshot, now, self._rng, writes=False)
            try:
                works[office_id] = work, work.visit(procedures, people)
            except UnknownProcedure as error:
                unknown_everywhere = error
        if not works:
            if unknown_everywhere:
                raise unknown_everywhere
            return
        spans = {office: _span(visit, days) for office, (_, visit) in works.items()}
        first, last = min(span[0] for span in spans.values()), max(span[1] for span in spans.values())
        rows = [work.snapshot.counters[c] for work, visit in works.values() for c in visit.counter_ids]
        seen = taken.look(connection, list(works), rows, (first, last), now)
        for office_id, (work, visit) in works.items():
            if seen.revisions.get(office_id) != work.snapshot.revision:
                raise Stale(office_id)
            used = seen.at(work.snapshot.counters)
            yield from free_days(office_id, free_masks(work, visit, used, *spans[office_id]), times)

    def hold_only(
        self,
        office_id: str,
        procedures: Procedures,
        start: datetime,
        now: datetime,
        *,
        client: str,
        people: int = 1,
    ) -> Hold:
        """As at one office; what the client holds at others is released, too."""
        held = self.at(office_id).hold_only(procedures, start, now, client=client, people=people)
        with reading(self._engine) as connection:
            elsewhere = [one for one in tokens.offices_of(connection, client) if one != office_id]
        for one in elsewhere:
            self.at(one).release_all(client, now)
        return held

    def held(self, token: str, now: datetime) -> tuple[str, Hold] | None:
        """The office and the hold that the token is of; None: it has run out, or is none, or a booking."""
        with reading(self._engine) as connection:
            found = tokens.hold_of(connection, token)
        return found if found and found[1].until > now else None

    def booked(self, token: str) -> Record | None:
        """The booking, in whatever state, that the token is of."""
        with reading(self._engine) as connection:
            row = tokens.row_of(connection, token)
            return records.of_rows(connection, [row])[0] if row is not None else None

    def token(self, booking_id: int) -> str:
        """What the booking of a row is known by to whoever has it; one is made where it has none."""
        with writing(self._engine) as connection:
            return tokens.given(connection, booking_id, self._rng)

    def offer(self, now: datetime, *, by: str) -> list[Waiting]:
        """What has fallen free is held for who waits for it, as in `OfficeCalendar.offer`, at every office where
        somebody is there now to phone them."""
        calendars = [self.at(office_id) for office_id in store.office_ids(self._engine)]
        for calendar in calendars:
            calendar.refresh()
        staffed = [calendar for calendar in calendars if calendar.staffed(now)]
        return [entry for calendar in staffed for entry in calendar.offer(now, by=by)]

    def sweep(self, now: datetime) -> int:
        """Removes what has run out; how many holds there were. Nothing waits for it."""
        return sweeping.sweep(self._engine, now)


def _span(visit: Visit, days: tuple[date, date] | None) -> tuple[date, date]:
    first, last = days or (visit.first, visit.last)
    return max(first, visit.first), min(last, visit.last)
