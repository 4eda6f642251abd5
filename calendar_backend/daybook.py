"""What an office's counters have to do on a day, when they are open, and what is free at them."""

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from calendar_backend import attended, cells, records, taken
from calendar_backend.models import LIVE, BookingRow, CellRow
from calendar_backend.opening import Opening, days
from calendar_backend.place import Attendance
from calendar_backend.records import Record
from calendar_backend.tokyo import TOKYO
from calendar_backend.visit import Taken, free_lanes
from calendar_backend.work import Stale, Work


@dataclass(frozen=True, slots=True)
class Expected:
    """A visit, or its part at one counter."""

    record: Record
    attendance: Attendance
    lanes: tuple[int, ...]
    """Where at the counter, from 1; one for each of the people."""
    others: tuple[Attendance, ...]
    """The parts of the same visit at other counters, by start."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a day, wall-clock."""

    start: time
    end: time
    free: int = 0
    """Places; 0 in a part that is shut."""
    why: str = ""
    """Of a part that is shut: 台風; empty: between the hours."""


@dataclass(frozen=True, slots=True)
class Load:
    """How full a counter is on a day. Each list has 24 numbers, one an hour, of quarters of an hour in a lane."""

    places: tuple[int, ...]
    taken: tuple[int, ...]
    why: str = ""
    """Why it is shut all day."""


@dataclass(frozen=True, slots=True)
class CounterDay:
    counter_id: str
    opening: Opening
    expected: tuple[Expected, ...]
    free: tuple[Stretch, ...]
    """What may still be booked; none of days gone by."""
    shut: tuple[Stretch, ...]
    load: Load


@dataclass(frozen=True, slots=True)
class Daybook:
    day: date
    counters: tuple[CounterDay, ...]
    """In the office's order."""
    homeless: tuple[Record, ...]
    """Bookings that stand at a counter that the office has no more."""


def of(work: Work, day: date) -> Daybook:
    """Raises Stale."""
    used = _used(work, day, day)
    visits, lanes, homeless = _expected(work, day)
    counters = []
    for counter in work.snapshot.office.counters:
        opening = work.snapshot.openings.of(counter.id, day)
        expected = tuple(_at(counter.id, visits, lanes))
        free = tuple(_free(work, counter.id, day, used))
        shut = tuple(_shut(work, counter.id, day))
        counters.append(
            CounterDay(counter.id, opening, expected, free, shut, _load(work, counter.id, day, used))
        )
    return Daybook(day, tuple(counters), tuple(homeless))


def loads(work: Work, first: date, last: date) -> Mapping[tuple[str, date], Load]:
    """By counter and day. Raises Stale."""
    used = _used(work, first, last)
    return {
        (counter.id, day): _load(work, counter.id, day, used)
        for counter in work.snapshot.office.counters
        for day in days(first, last)
    }


def _used(work: Work, first: date, last: date) -> Taken:
    rows = list(work.snapshot.counters.values())
    seen = taken.look(work.connection, [work.office_id], rows, (first, last), work.now)
    if seen.revisions.get(work.office_id) != work.snapshot.revision:
        raise Stale(work.office_id)
    return seen.at(work.snapshot.counters)


Visits = Mapping[int, tuple[Record, list[Attendance]]]
Lanes = Mapping[tuple[int, str], set[int]]


def _expected(work: Work, day: date) -> tuple[Visits, Lanes, list[Record]]:
    """By row; the lanes by row and counter; and who has no counter any more."""
    midnight = datetime.combine(day, time.min, TOKYO)
    span = (BookingRow.start >= midnight, BookingRow.start < midnight + timedelta(days=1))
    here = (BookingRow.office_id == work.office_id, *span)
    parts = attended.by_row(work.connection, work.snapshot, *here)
    standing = work.connection.scalars(select(BookingRow.id).where(*here, BookingRow.status.in_(LIVE)))
    rows = list(dict.fromkeys([*parts, *standing]))
    known = records.of_rows(work.connection, rows)
    codes = {row: code for code, row in work.snapshot.counters.items()}
    asked = (
        select(CellRow.booking_id, CellRow.counter_id, CellRow.lane)
        .join(BookingRow, BookingRow.id == CellRow.booking_id)
        .where(CellRow.until.is_(None), *here)
        .distinct()
    )
    lanes: defaultdict[tuple[int, str], set[int]] = defaultdict(set)
    for row, counter, lane in work.connection.execute(asked):
        lanes[row, codes.get(counter, "")].add(lane)
    visits = {one.id: (one, parts[one.id]) for one in known if one.id in parts}
    return visits, lanes, [one for one in known if one.id not in parts]


def _at(counter_id: str, visits: Visits, lanes: Lanes) -> Iterator[Expected]:
    found = [
        Expected(
            record,
            part,
            tuple(sorted(lanes.get((row, counter_id), ()))),
            tuple(p for p in parts if p is not part),
        )
        for row, (record, parts) in visits.items()
        for part in parts
        if part.counter_id == counter_id
    ]
    yield from sorted(found, key=lambda e: (e.attendance.start, e.record.booking.number))


def _open(opening: Opening) -> int:
    """The mask of the quarters that lie within the hours."""
    return opening.starts(cells.CELL_MINUTES)


def _free(work: Work, counter_id: str, day: date, used: Taken) -> Iterator[Stretch]:
    """Parts with as many free places all along."""
    today = work.local_now.date()
    if day < today:
        return
    mask = _open(work.snapshot.openings.of(counter_id, day))
    if day == today:
        mask &= cells.between(cells.slot(work.local_now) + 1, cells.PER_DAY)
    lanes = free_lanes(work.snapshot.openings, counter_id, day, used)
    counted = {slot: sum(lane >> slot & 1 for lane in lanes) for slot in cells.slots(mask)}
    begun: int | None = None
    for slot in range(cells.PER_DAY + 1):
        places = counted.get(slot, 0)
        if begun is not None and places != counted[begun]:
            yield Stretch(cells.TIMES[begun], _time(slot), counted[begun])
            begun = None
        if begun is None and places:
            begun = slot


def _time(slot: int) -> time:
    """Midnight at the end of a day as 23:59:59, which sorts behind."""
    return cells.TIMES[slot] if slot < cells.PER_DAY else time.max


def _shut(work: Work, counter_id: str, day: date) -> Iterator[Stretch]:
    """The parts that a clerk shut, and the breaks between the hours; none where all of the day is shut."""
    spans = sorted(work.snapshot.openings.of(counter_id, day).spans, key=lambda span: span.open)
    if not spans:
        return
    closed = [
        Stretch(*closure.times, why=closure.name)
        for closure in work.snapshot.openings.closures
        if closure.day == day and closure.counter_id in (None, counter_id) and closure.times
    ]
    breaks = [
        Stretch(one.close, other.open)
        for one, other in itertools.pairwise(spans)
        if one.close < other.open
        and not any(shut.start < other.open and one.close < shut.end for shut in closed)
    ]
    yield from sorted([*closed, *breaks], key=lambda part: part.start)


def _load(work: Work, counter_id: str, day: date, used: Taken) -> Load:
    opening = work.snapshot.openings.of(counter_id, day)
    mask = _open(opening)
    staffed = [lane & mask for lane in work.snapshot.openings.lanes(counter_id, day)]
    busy = used.get((counter_id, day), {}).values()
    return Load(_by_hour(staffed), _by_hour([lane & mask for lane in busy]), opening.detail)


def _by_hour(masks: list[int]) -> tuple[int, ...]:
    hour = cells.between(0, 4)
    return tuple(sum((mask >> 4 * n & hour).bit_count() for mask in masks) for n in range(24))
