"""Random sequences of requests to the real calendar and to the plain one: equal after any of them (hypothesis)."""

import itertools
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any, TypeVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule
from sqlalchemy import Engine, select

from bench.bare_office import NAME, bare_office
from bench.calendar_memory import Entry, MemoryCalendar
from calendar_backend import TOKYO, CalendarError, CityCalendar, OfficeFile, load_into
from calendar_backend.cells import moment
from calendar_backend.database import reading
from calendar_backend.models import CellRow
from calendar_backend.tokyo import in_tokyo

DAY = date(2026, 12, 4)
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)
STARTS = [datetime.combine(DAY, time(9), TOKYO) + n * timedelta(minutes=15) for n in range(6)]
CLOSES = STARTS[-1] + timedelta(minutes=15)
PROCEDURES = ("short", "long", "few", "either")

T = TypeVar("T")
_numbers = itertools.count()


def small_office(office_id: str, cool_down_minutes: int) -> OfficeFile:
    """Two counters open for an hour and a half, so that callers get in each other's way."""
    hours = [{"days": "金", "open": "9:00", "close": "10:30"}]
    narrow = {"counter": "desk", "duration_minutes": 15}
    return bare_office(
        office_id,
        rules={"per_person": 2, "cool_down_minutes": cool_down_minutes},
        counters=[
            {"id": "desk", **NAME, "capacity": 1, "hours": hours},
            {"id": "wide", **NAME, "capacity": 2, "hours": hours},
        ],
        procedures=[
            {"id": "short", **NAME, **narrow},
            {"id": "long", **NAME, "counter": "wide", "duration_minutes": 25, "buffer_minutes": 10},
            {"id": "few", **NAME, "counter": "wide", "duration_minutes": 15, "per_day": 2},
            {"id": "either", **NAME, **narrow, "also_at": ["wide"]},
        ],
    )


def machine(engine: Engine) -> type[RuleBasedStateMachine]:
    """The machine on a database; each run has an office of its own there."""

    class CalendarMachine(RuleBasedStateMachine):
        clients = st.sampled_from(["one", "two", ""])
        starts = st.sampled_from(STARTS)
        procedures = st.sampled_from(PROCEDURES)
        phones = st.sampled_from(["+81930000011", "+81930000012", ""])

        @initialize(cool_down_minutes=st.sampled_from([0, 7]))
        def open_office(self, cool_down_minutes: int) -> None:
            office = small_office(f"office-{next(_numbers)}", cool_down_minutes)
            load_into(engine, office)
            self.city = CityCalendar(engine)
            self.real = self.city.at(office.id)
            self.plain = MemoryCalendar(office, CLOSES)
            self.known: list[Entry] = []
            self.now = NOW

        def both(self, real: Callable[[], T], plain: Callable[[], Any]) -> tuple[T | None, Any]:
            """What each answers; both must answer, or refuse in the same way."""
            answers: list[Any] = []
            refusals = []
            for ask in (real, plain):
                try:
                    answers.append(ask())
                    refusals.append("")
                except CalendarError as error:
                    answers.append(None)
                    refusals.append(type(error).__name__)
            assert refusals[0] == refusals[1], "the real calendar and the plain one"
            return answers[0], answers[1]

        def entry(self, n: int) -> Entry:
            return self.known[n % len(self.known)]

        def learn(self, entry: Entry) -> None:
            if not any(known is entry for known in self.known):
                self.known.append(entry)

        @rule(client=clients, step=st.sampled_from(["a", "b"]), procedure=procedures, start=starts)
        def hold(self, client: str, step: str, procedure: str, start: datetime) -> None:
            held, entry = self.both(
                lambda: self.real.hold(procedure, start, self.now, client=client, step=step),
                lambda: self.plain.hold(procedure, start, client, step, self.now),
            )
            if held:
                assert entry.token in ("", held.token)
                entry.token = held.token
                self.learn(entry)

        @rule(client=clients, procedure=procedures, start=starts, phone=phones)
        def book(self, client: str, procedure: str, start: datetime, phone: str) -> None:
            if not client:
                client = f"nobody-{next(_numbers)}"
            self.booked(
                lambda: self.real.book(procedure, start, phone, client, self.now),
                lambda: self.plain.book(procedure, start, phone, client, self.now),
            )

        @rule(n=st.integers(0, 99), phone=phones)
        def book_held(self, n: int, phone: str) -> None:
            entry = self.known and self.entry(n)
            if entry and entry.token:
                self.booked(
                    lambda: self.real.book_held(entry.token, phone, self.now),
                    lambda: self.plain.book_held(entry, phone, self.now),
                )

        def booked(self, real: Callable[[], Any], plain: Callable[[], Entry]) -> None:
            booking, entry = self.both(real, plain)
            if booking:
                assert entry.number in ("", booking.number)
                entry.number = booking.number
                self.learn(entry)

        @rule(n=st.integers(0, 99))
        def renew(self, n: int) -> None:
            entry = self.known and self.entry(n)
            if entry and entry.token:
                self.both(
                    lambda: self.real.renew(entry.token, self.now), lambda: self.plain.renew(entry, self.now)
                )

        @rule(n=st.integers(0, 99))
        def release(self, n: int) -> None:
            entry = self.known and self.entry(n)
            if entry and entry.token:
                self.both(lambda: self.real.release(entry.token, self.now), lambda: self.plain.release(entry))

        @rule(n=st.integers(0, 99), start=starts, client=clients)
        def change(self, n: int, start: datetime, client: str) -> None:
            entry = self.known and self.entry(n)
            if entry and entry.number:
                self.both(
                    lambda: self.real.change(entry.number, None, start, self.now, by=client),
                    lambda: self.plain.change(entry, start, client, self.now),
                )

        @rule(n=st.integers(0, 99))
        def cancel(self, n: int) -> None:
            entry = self.known and self.entry(n)
            if entry and entry.number:
                self.both(
                    lambda: self.real.cancel(entry.number, None, self.now),
                    lambda: self.plain.cancel(entry, self.now),
                )

        @rule(minutes=st.sampled_from([1, 4, 5, 7]))
        def wait(self, minutes: int) -> None:
            self.now += timedelta(minutes=minutes)

        @rule()
        def sweep(self) -> None:
            self.city.sweep(self.now)

        @invariant()
        def they_are_equal(self) -> None:
            if not hasattr(self, "plain"):
                return
            booked = {(b.number, b.start, b.status, b.procedure_id, b.phone) for b in self.real.bookings()}
            plain = [entry for entry in self.plain.entries if entry.number]
            assert booked == {(e.number, e.start, e.status, e.procedure, e.phone) for e in plain}
            assert self.taken() == self.plain.live_cells(self.now)
            for procedure in PROCEDURES:
                free = self.real.availability(procedure, self.now, days=(DAY, DAY))
                times = [at for day in free for at in day.times]
                assert times == [s.time() for s in self.plain.free(procedure, STARTS, self.now)]

        def taken(self) -> set[tuple[str, int, datetime]]:
            """The live cells of the office's rows."""
            rows = {row: code for code, row in self.real.snapshot.counters.items()}
            asked = select(CellRow.counter_id, CellRow.lane, CellRow.day, CellRow.slot, CellRow.until)
            with reading(engine) as connection:
                found = connection.execute(asked.where(CellRow.counter_id.in_(rows))).all()
            return {
                (rows[counter], lane, in_tokyo(moment(day, slot).replace(tzinfo=TOKYO)))
                for counter, lane, day, slot, until in found
                if until is None or until > self.now
            }

    return CalendarMachine
