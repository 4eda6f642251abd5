"""What a change of an office would do to the places that are free and to the visits that are booked. Writes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import Connection, Engine

from calendar_backend import amending, cells, store, taken
from calendar_backend.attending import overlaps
from calendar_backend.closure import Closure
from calendar_backend.database import reading
from calendar_backend.office import Counter, OfficeFile, Procedure
from calendar_backend.opening import Openings, days
from calendar_backend.place import Attendance
from calendar_backend.stranded import stranded
from calendar_backend.tokyo import in_tokyo
from calendar_backend.visit import Taken, visit
from calendar_backend.work import unknown_office

AHEAD = timedelta(days=400)
"""Longer than any horizon."""

NEXT, DIFFERENT = 5, 5
"""How many open days are shown, and how many further ones on which the hours or the people differ."""

Counts = tuple[tuple[int, int], ...]
"""Before and after, for each day of the effect."""


@dataclass(frozen=True, slots=True)
class Effect:
    days: tuple[date, ...]
    counters: dict[str, Counts]
    """Free quarters of an hour, times the people served, of the counters where that differs."""

    procedures: dict[str, Counts]
    """Times that can be booked, of the procedures where that differs."""

    windows: dict[str, tuple[tuple[date, date] | None, tuple[date, date] | None]]
    """First and last bookable day before and after, of the procedures where that differs; None: there is none."""

    outside: tuple[Attendance, ...]
    """Visits for which the counter was open and is no longer."""

    crowded: tuple[Attendance, ...]
    """Visits at times for which more are booked than are served, and were not before."""

    leaving: tuple[Attendance, ...]
    """Visits whose counter or procedure goes; as long as there are any, it cannot."""


@dataclass(frozen=True)
class _Side:
    """The office before or after."""

    openings: Openings
    used: Taken
    now: datetime
    full: dict[str, set[date]]

    @property
    def office(self) -> OfficeFile:
        return self.openings.office

    def shape(self, counter_id: str, day: date) -> tuple[object, ...]:
        """What differs where the hours or the people of a day do."""
        if self.office.counter(counter_id) is None:
            return ()
        spans = self.openings.of(counter_id, day).spans
        return tuple((span.open, span.close) for span in spans), self.openings.lanes(counter_id, day)

    def places(self, counter_id: str, day: date) -> int:
        if self.office.counter(counter_id) is None:
            return 0
        lanes, used = self.openings.lanes(counter_id, day), self.used.get((counter_id, day), {})
        return sum(
            max(0, _count(lanes, slot) - _count(used.values(), slot)) for slot in self.slots(counter_id, day)
        )

    def slots(self, counter_id: str, day: date) -> list[int]:
        """The quarters that the counter is open and that are still to come."""
        mask = 0
        for span in self.openings.of(counter_id, day).spans:
            opens, closes = cells.minute_of_day(span.open), cells.minute_of_day(span.close)
            mask |= cells.between(cells.count(opens), closes // cells.CELL_MINUTES)
        if day == self.now.date():
            mask &= cells.between(cells.slot(self.now) + 1, cells.PER_DAY)
        return cells.slots(mask)

    def starts(self, procedure_id: str, day: date) -> int:
        if self.office.procedure(procedure_id) is None or day in self.full.get(procedure_id, ()):
            return 0
        wished = visit(self.openings, procedure_id, 1, self.now)
        if not wished.first <= day <= wished.last:
            return 0
        return wished.free_mask(day, self.used).bit_count()

    def window(self, procedure_id: str) -> tuple[date, date] | None:
        if self.office.procedure(procedure_id) is None:
            return None
        wished = visit(self.openings, procedure_id, 1, self.now)
        return (wished.first, wished.last) if wished.first <= wished.last else None

    def crowds(self, part: Attendance) -> bool:
        """Whether more are booked at the time of the visit than are served then."""
        if self.office.counter(part.counter_id) is None:
            return False
        key = part.counter_id, part.start.date()
        lanes, used = self.openings.lanes(*key), self.used.get(key, {})
        first = cells.slot(part.start)
        minutes = int((part.end - part.start).total_seconds()) // 60
        return any(
            _count(used.values(), slot) > _count(lanes, slot)
            for slot in range(first, first + cells.count(minutes))
        )


def effect(engine: Engine, office: OfficeFile, now: datetime, closures: Sequence[Closure] = ()) -> Effect:
    """Of the office becoming like this and of further closures. Raises UnknownOffice, DatabaseUnusable."""
    now = in_tokyo(now)
    with reading(engine) as connection:
        known = store.read(connection, office.id)
        if known is None:
            raise unknown_office(office.id)
        last = now.date() + AHEAD
        rows = tuple(known.counters.values())
        used = taken.look(connection, [office.id], rows, (now.date(), last), now).at(known.counters)
        booked = amending.visits(connection, known, now)
        leaving = amending.leaving(connection, known, office, now)
        after = Openings(office, (*known.openings.closures, *closures))
        sides = tuple(
            _Side(openings, used, now.replace(tzinfo=None), _full(connection, known, openings.office, now))
            for openings in (Openings(known.office, known.openings.closures), after)
        )
    return _compared(sides[0], sides[1], booked, leaving)


def _compared(
    before: _Side, after: _Side, booked: Sequence[Attendance], leaving: Sequence[Attendance]
) -> Effect:
    today = before.now.date()
    counters = _both(before.office.counters, after.office.counters)
    procedures = _both(before.office.procedures, after.office.procedures)
    touched = _touched(before, after, counters)
    shown = _days(before, after, counters, touched, today)
    gone = set(leaving)
    return Effect(
        shown,
        _differing({c: tuple((before.places(c, d), after.places(c, d)) for d in shown) for c in counters}),
        _differing({p: tuple((before.starts(p, d), after.starts(p, d)) for d in shown) for p in procedures}),
        {p: (before.window(p), after.window(p)) for p in procedures if before.window(p) != after.window(p)},
        tuple(v for v in stranded(booked, before.openings, after.openings) if v not in gone),
        tuple(
            v
            for v in booked
            if v.counter_id in touched and v not in gone and after.crowds(v) and not before.crowds(v)
        ),
        tuple(leaving),
    )


def _touched(before: _Side, after: _Side, counters: Sequence[str]) -> tuple[str, ...]:
    """The counters whose hours or people may differ on some day."""

    def common(side: _Side) -> tuple[object, ...]:
        office = side.office
        return office.closed, office.open_days, office.rules.year_end, side.openings.closures

    if common(before) != common(after):
        return tuple(counters)
    return tuple(c for c in counters if before.office.counter(c) != after.office.counter(c))


def _days(
    before: _Side, after: _Side, counters: Sequence[str], touched: Sequence[str], today: date
) -> tuple[date, ...]:
    """The next open days, and those after them on which something differs."""
    ahead = list(days(today, today + AHEAD))
    is_open = (
        d for d in ahead[1:] if any(s.openings.of(c, d).spans for s in (before, after) for c in counters)
    )
    following = [day for day, _ in zip(is_open, range(NEXT), strict=False)]
    differ = (d for d in ahead if any(before.shape(c, d) != after.shape(c, d) for c in touched))
    first = [day for day, _ in zip(differ, range(NEXT + DIFFERENT), strict=False)]
    return tuple(sorted({*following, *[day for day in first if day not in following][:DIFFERENT]}))


def _both(one: Iterable[Counter | Procedure], other: Iterable[Counter | Procedure]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.id for part in (*one, *other)))


def _differing(counts: dict[str, Counts]) -> dict[str, Counts]:
    return {key: pairs for key, pairs in counts.items() if any(a != b for a, b in pairs)}


def _count(masks: Iterable[int], slot: int) -> int:
    return sum(mask >> slot & 1 for mask in masks)


def _full(
    connection: Connection, known: store.Snapshot, office: OfficeFile, now: datetime
) -> dict[str, set[date]]:
    """Days on which a procedure is booked as often as it may be."""
    found: dict[str, set[date]] = {}
    for procedure in office.procedures:
        row = known.procedures.get(procedure.id)
        if procedure.per_day is None or row is None:
            continue
        edges = taken.day_scope(row, now.date()), taken.day_scope(row, now.date() + AHEAD)
        for scope, places in taken.tickets(connection, *edges, now).items():
            if len(places) >= procedure.per_day:
                found.setdefault(procedure.id, set()).add(date.fromisoformat(scope.rpartition(":")[2]))
    return found


def concerned(engine: Engine, office_id: str, closures: Sequence[Closure], now: datetime) -> list[Attendance]:
    """The visits that closures like these would shut out, by start: whom `OfficeCalendar.close` would put on the
    call-back list. Raises UnknownOffice, DatabaseUnusable."""
    midnight = in_tokyo(now).replace(hour=0, minute=0, second=0, microsecond=0)
    with reading(engine) as connection:
        known = store.read(connection, office_id)
        if known is None:
            raise unknown_office(office_id)
        booked = amending.visits(connection, known, midnight)
    return [part for part in booked if any(overlaps(closure, part) for closure in closures)]
