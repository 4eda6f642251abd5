"""A calendar as plain as can be, in memory, against which the real one is held.

One office, one day, one caller at a time; lists and loops instead of rows and masks.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from calendar_backend import (
    HoldGone,
    NotBookable,
    OfficeFile,
    PersonLimit,
    PlaceTaken,
    Reason,
    StepReused,
    UnknownBooking,
)

HOLD = timedelta(minutes=5)
QUARTER = timedelta(minutes=15)

Cell = tuple[str, int, datetime]
"""Counter, lane, start of the quarter."""


@dataclass
class Entry:
    """A hold or a booking."""

    procedure: str
    start: datetime
    client: str
    step: str
    status: str
    until: datetime | None = None
    phone: str = ""
    number: str = ""
    """As the real calendar drew it."""
    token: str = ""


@dataclass
class Claim:
    """Something that an entry has, for good or for a while."""

    owner: Entry
    until: datetime | None

    def holds(self, now: datetime) -> bool:
        return self.until is None or self.until > now


@dataclass
class MemoryCalendar:
    office: OfficeFile
    closes: datetime
    entries: list[Entry] = field(default_factory=list)
    cells: dict[Cell, Claim] = field(default_factory=dict)
    tickets: list[tuple[str, Claim]] = field(default_factory=list)
    """Procedure and who has one of its bookings of the day."""

    def live_cells(self, now: datetime) -> set[Cell]:
        return {cell for cell, claim in self.cells.items() if claim.holds(now)}

    def free(self, procedure: str, starts: list[datetime], now: datetime) -> list[datetime]:
        """Of these starts those at which it can be booked."""
        if self._day_is_full(procedure, now):
            return []
        known = self.office.procedure(procedure)
        assert known is not None
        last = self.closes - timedelta(minutes=known.duration_minutes)
        return [start for start in starts if start <= last and self._seat(procedure, start, now)]

    def hold(self, procedure: str, start: datetime, client: str, step: str, now: datetime) -> Entry:
        known = self._same_step(procedure, start, client, step, now)
        if known:
            return known
        entry = Entry(procedure, start, client, step, "held", now + HOLD)
        self._take(entry, now)
        return entry

    def renew(self, entry: Entry, now: datetime) -> None:
        self._live_hold(entry, now)
        entry.until = now + HOLD
        self._keep(entry, entry.until)

    def release(self, entry: Entry) -> None:
        if entry.status == "held":
            self._drop(entry)

    def book(self, procedure: str, start: datetime, phone: str, client: str, now: datetime) -> Entry:
        mine = [e for e in self.entries if (e.client, e.procedure, e.start) == (client, procedure, start)]
        for entry in mine:
            if entry.status in ("booked", "changed"):
                return entry
        for entry in reversed(mine):
            if self._is_held(entry, now):
                return self.book_held(entry, phone, now)
        entry = Entry(procedure, start, client, "", "booked", phone=phone)
        self._take(entry, now, phone)
        return entry

    def book_held(self, entry: Entry, phone: str, now: datetime) -> Entry:
        if entry.status in ("booked", "changed"):
            return entry
        self._live_hold(entry, now)
        self._check_person(phone, now)
        entry.status, entry.until, entry.phone = "booked", None, phone
        self._keep(entry, None)
        return entry

    def change(self, entry: Entry, start: datetime, client: str, now: datetime) -> None:
        self._standing(entry)
        if entry.start == start:
            return
        held = [
            e
            for e in self.entries
            if e.status == "held" and (e.client, e.procedure, e.start) == (client, entry.procedure, start)
        ]
        self._check_hours(entry.procedure, start)
        seat = self._seat(entry.procedure, start, now, but=[entry, *held])
        same = (entry.client, entry.procedure, start)
        again = [e for e in self.entries if (e.client, e.procedure, e.start) == same]
        if seat is None or any(e.status in ("booked", "changed") for e in again):
            raise PlaceTaken
        for one in held:
            self._drop(one)
        self._free(entry, now, keep=seat)
        for cell in seat:
            self.cells[cell] = Claim(entry, None)
        entry.start, entry.status = start, "changed"

    def cancel(self, entry: Entry, now: datetime) -> None:
        self._standing(entry)
        entry.status = "cancelled"
        self._free(entry, now)
        cool = self._cool(now)
        for _, claim in self.tickets:
            if claim.owner is entry:
                claim.until = cool

    def _same_step(
        self, procedure: str, start: datetime, client: str, step: str, now: datetime
    ) -> Entry | None:
        for entry in [e for e in self.entries if (e.client, e.step) == (client, step)]:
            if entry.status == "held" and not self._is_held(entry, now):
                self._drop(entry)
            elif entry.status == "cancelled" or (entry.procedure, entry.start) != (procedure, start):
                raise StepReused
            else:
                return entry
        return None

    def _take(self, entry: Entry, now: datetime, phone: str = "") -> None:
        self._check_hours(entry.procedure, entry.start)
        seat = self._seat(entry.procedure, entry.start, now)
        if seat is None or self._day_is_full(entry.procedure, now):
            raise PlaceTaken
        self._check_person(phone, now)
        for cell in seat:
            self.cells[cell] = Claim(entry, entry.until)
        self.tickets.append((entry.procedure, Claim(entry, entry.until)))
        self.entries.append(entry)

    def _seat(
        self, procedure: str, start: datetime, now: datetime, but: list[Entry] | None = None
    ) -> list[Cell] | None:
        """The cells of the lowest lane that is free throughout; what is of `but` counts as free."""
        known = self.office.procedure(procedure)
        assert known is not None
        quarters = range(-(-(known.duration_minutes + known.buffer_minutes) // 15))
        for name in known.counters:
            counter = self.office.counter(name)
            assert counter is not None
            for lane in range(1, counter.capacity + 1):
                seat = [(name, lane, start + n * QUARTER) for n in quarters]
                claims = [self.cells[cell] for cell in seat if cell in self.cells]
                if not any(c.holds(now) and not any(c.owner is e for e in but or []) for c in claims):
                    return seat
        return None

    def _check_hours(self, procedure: str, start: datetime) -> None:
        known = self.office.procedure(procedure)
        assert known is not None
        if start + timedelta(minutes=known.duration_minutes) > self.closes:
            raise NotBookable(Reason.OUTSIDE_HOURS)

    def _day_is_full(self, procedure: str, now: datetime) -> bool:
        known = self.office.procedure(procedure)
        assert known is not None
        live = [claim for name, claim in self.tickets if name == procedure and claim.holds(now)]
        return known.per_day is not None and len(live) >= known.per_day

    def _check_person(self, phone: str, now: datetime) -> None:
        limit = self.office.rules.per_person
        theirs = [e for e in self.entries if e.phone == phone and e.status in ("booked", "changed")]
        if phone and limit is not None and len(theirs) >= limit:
            raise PersonLimit

    def _is_held(self, entry: Entry, now: datetime) -> bool:
        return entry.status == "held" and entry.until is not None and entry.until > now

    def _live_hold(self, entry: Entry, now: datetime) -> None:
        if entry not in self.entries or not self._is_held(entry, now):
            raise HoldGone

    def _standing(self, entry: Entry) -> None:
        if entry.status not in ("booked", "changed"):
            raise UnknownBooking

    def _claims(self, entry: Entry) -> Iterator[Claim]:
        yield from (claim for claim in self.cells.values() if claim.owner is entry)
        yield from (claim for _, claim in self.tickets if claim.owner is entry)

    def _keep(self, entry: Entry, until: datetime | None) -> None:
        for claim in self._claims(entry):
            claim.until = until

    def _cool(self, now: datetime) -> datetime:
        return now + timedelta(minutes=self.office.rules.cool_down_minutes)

    def _free(self, entry: Entry, now: datetime, keep: list[Cell] | None = None) -> None:
        for cell, claim in self.cells.items():
            if claim.owner is entry and cell not in (keep or []):
                claim.until = self._cool(now)

    def _drop(self, entry: Entry) -> None:
        self.cells = {cell: claim for cell, claim in self.cells.items() if claim.owner is not entry}
        self.tickets = [(name, claim) for name, claim in self.tickets if claim.owner is not entry]
        self.entries = [known for known in self.entries if known is not entry]
        entry.status = "gone"
