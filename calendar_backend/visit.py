"""A visit: one procedure or several, one after another, seen at a moment. Pure.

All times here are Asia/Tokyo wall-clock, without a zone.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from calendar_backend import cells
from calendar_backend.errors import BadWish, UnknownProcedure
from calendar_backend.office import OfficeFile, Procedure, Rules
from calendar_backend.opening import DAY, Opening, Openings, days
from calendar_backend.reason import Reason

Taken = Mapping[tuple[str, date], Mapping[int, int]]
"""(counter, day) -> lane -> mask of the quarters that are taken."""

MOST_PROCEDURES = 10
"""In one visit."""


@dataclass(frozen=True, slots=True)
class Refusal:
    reason: Reason
    detail: str = ""
    detail_reading: str = ""


@dataclass(frozen=True, slots=True)
class Leg:
    """What is done at one counter without a break."""

    counters: tuple[str, ...]
    """Any of these, the first that has a place."""

    minutes: int
    length: int
    """In cells, with what the counter needs afterwards."""

    offset: int
    """In cells after the start of the visit."""

    procedure_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Seat:
    """Cells of one lane."""

    counter_id: str
    day: date
    lane: int
    first: int
    length: int


@dataclass(frozen=True)
class Visit:
    openings: Openings
    procedures: tuple[Procedure, ...]
    people: int
    now: datetime

    @property
    def office(self) -> OfficeFile:
        return self.openings.office

    @property
    def today(self) -> date:
        return self.now.date()

    @property
    def ids(self) -> tuple[str, ...]:
        return tuple(procedure.id for procedure in self.procedures)

    @cached_property
    def rules(self) -> Rules:
        """The strictest of what the procedures ask."""
        every = [self.office.rules_for(procedure) for procedure in self.procedures]
        cut_offs = [rules.cut_off for rules in every if rules.cut_off]
        strictest = {
            "lead_open_days": max(rules.lead_open_days for rules in every),
            "horizon_days": min(rules.horizon_days for rules in every),
            "cut_off": min(cut_offs) if cut_offs else None,
        }
        return self.office.rules.model_copy(update=strictest)

    @cached_property
    def legs(self) -> tuple[Leg, ...]:
        return legs(self.procedures)

    @cached_property
    def minutes(self) -> int:
        """From the start to the end of the last procedure."""
        return minutes(self.legs)

    @cached_property
    def cells(self) -> int:
        """How many it takes."""
        return self.people * sum(leg.length for leg in self.legs)

    @property
    def counted(self) -> bool:
        """Whether one of its procedures is booked only so often a day."""
        return any(procedure.per_day is not None for procedure in self.procedures)

    @cached_property
    def counter_ids(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(counter for leg in self.legs for counter in leg.counters))

    @property
    def last(self) -> date:
        """The last bookable day."""
        return self.today + self.rules.horizon_days * DAY

    @cached_property
    def first(self) -> date:
        """The first bookable day; the day after `last` when there is none."""
        cut_off = self.rules.cut_off
        wanted = self.rules.lead_open_days + (cut_off is not None and self.now.time() >= cut_off)
        for day in days(self.today, self.last):
            if day > self.today and self.opening(day).spans:
                wanted -= 1
            if wanted <= 0:
                return day
        return self.last + DAY

    def opening(self, day: date) -> Opening:
        """Of the counters of the first leg, the first that opens; without spans when any leg has none that does."""
        first: Opening | None = None
        for leg in self.legs:
            openings = [self.openings.of(counter, day) for counter in leg.counters]
            opening = next((o for o in openings if o.spans), openings[0])
            if not opening.spans:
                return opening
            first = first or opening
        assert first is not None
        return first

    def end(self, start: datetime) -> datetime:
        return start + timedelta(minutes=self.minutes)

    def starts_mask(self, day: date) -> int:
        """Starts on the grid that keep within the hours and are still to come; lead and horizon aside."""
        return self._starts(day, None)

    def starts(self, day: date) -> Iterator[datetime]:
        return (cells.moment(day, slot) for slot in cells.slots(self.starts_mask(day)))

    def free_mask(self, day: date, taken: Taken) -> int:
        """Of `starts_mask` those at which every leg has places for all people."""
        return self._starts(day, taken)

    def seats(self, start: datetime, taken: Taken) -> list[Seat] | None:
        """The lowest free lanes from `start` on, or None. Whether the rules allow the start is not asked."""
        found: list[Seat] = []
        for leg in self.legs:
            day, first = start.date(), cells.slot(start) + leg.offset
            for counter in leg.counters:
                if not self._open(counter, day, leg) >> first & 1:
                    continue
                lanes = [
                    lane
                    for lane, free in enumerate(free_lanes(self.openings, counter, day, taken), 1)
                    if cells.runs(free, leg.length) >> first & 1
                ]
                if len(lanes) >= self.people:
                    found += [Seat(counter, day, lane, first, leg.length) for lane in lanes[: self.people]]
                    break
            else:
                return None
        return found

    def refusal(self, start: datetime, by_clerk: bool = False) -> Refusal | None:
        """Why the rules forbid a start, or None when they allow it. Whether it is taken is not asked.

        A clerk may book at shorter notice and further ahead than residents.
        """
        day = start.date()
        if start <= self.now:
            return Refusal(Reason.PAST)
        if day > self.last and not by_clerk:
            return Refusal(Reason.TOO_FAR)
        opening = self.opening(day)
        if not opening.spans:
            return Refusal(Reason.CLOSED, opening.detail, opening.detail_reading)
        if day < self.first and not by_clerk:
            return Refusal(Reason.TOO_SOON)
        if not cells.on_grid(start, self.rules.grid_minutes):
            return Refusal(Reason.OFF_GRID)
        return None if start in self.starts(day) else Refusal(Reason.OUTSIDE_HOURS)

    def _to_come(self, day: date) -> int:
        if day != self.today:
            return cells.WHOLE_DAY if day > self.today else 0
        return cells.between(cells.slot(self.now) + 1, cells.PER_DAY)

    def _open(self, counter_id: str, day: date, leg: Leg) -> int:
        return self.openings.of(counter_id, day).starts(leg.minutes)

    def _starts(self, day: date, taken: Taken | None) -> int:
        mask = cells.GRIDS[self.rules.grid_minutes] & self._to_come(day)
        for leg in self.legs:
            somewhere = 0
            for counter in leg.counters:
                begins = self._open(counter, day, leg)
                if begins and taken is not None:
                    begins &= _fitting(
                        free_lanes(self.openings, counter, day, taken), leg.length, self.people
                    )
                somewhere |= begins
            mask &= somewhere >> leg.offset
        return mask


def free_lanes(openings: Openings, counter_id: str, day: date, taken: Taken) -> list[int]:
    """For each lane the mask of the quarters in which somebody may be put there; hours aside."""
    staffed = openings.lanes(counter_id, day)
    used = taken.get((counter_id, day), {})
    free = [mask & ~used.get(lane, 0) for lane, mask in enumerate(staffed, 1)]
    beyond = 0
    for lane, mask in used.items():
        beyond |= mask & ~(staffed[lane - 1] if lane <= len(staffed) else 0)
    for slot in cells.slots(beyond):
        usable = _usable([lane for lane, mask in used.items() if mask >> slot & 1],
                         sum(mask >> slot & 1 for mask in staffed))  # fmt: skip
        for lane in range(usable + 1, len(free) + 1):
            free[lane - 1] &= ~(1 << slot)
    return free


def legs(procedures: Sequence[Procedure]) -> tuple[Leg, ...]:
    """Procedures that the same counters serve are done there together; their minutes add up."""
    groups: dict[tuple[str, ...], list[Procedure]] = {}
    for procedure in procedures:
        groups.setdefault(procedure.counters, []).append(procedure)
    found: list[Leg] = []
    offset = 0
    for counters, group in groups.items():
        if found:
            met = set(counters).intersection(found[-1].counters)
            offset += found[-1].length if met else cells.count(found[-1].minutes)
        minutes = sum(procedure.duration_minutes for procedure in group)
        buffer = max(procedure.buffer_minutes for procedure in group)
        ids = tuple(procedure.id for procedure in group)
        found.append(Leg(counters, minutes, cells.count(minutes + buffer), offset, ids))
    return tuple(found)


def minutes(legs: Sequence[Leg]) -> int:
    """Of a visit, from its start to its end."""
    return legs[-1].offset * cells.CELL_MINUTES + legs[-1].minutes


def visit(openings: Openings, procedure_ids: str | Sequence[str], people: int, now: datetime) -> Visit:
    """The visit for ids of procedures. Raises UnknownProcedure, BadWish."""
    ids = (procedure_ids,) if isinstance(procedure_ids, str) else tuple(procedure_ids)
    if not 1 <= len(ids) <= MOST_PROCEDURES or len(set(ids)) < len(ids):
        raise BadWish(
            f"a visit has 1 to {MOST_PROCEDURES} procedures, each once; these are {', '.join(ids) or 'none'}"
        )
    procedures = []
    for procedure_id in ids:
        procedure = openings.office.procedure(procedure_id)
        if procedure is None:
            raise UnknownProcedure(
                f"{openings.office.id} has no procedure {procedure_id!r}; use an id of its office file"
            )
        if not 1 <= people <= procedure.people:
            raise BadWish(f"{procedure_id} is booked for 1 to {procedure.people} people, not for {people}")
        procedures.append(procedure)
    return Visit(openings, tuple(procedures), people, now)


def _fitting(lanes: list[int], length: int, people: int) -> int:
    """The slots from which on at least `people` lanes are free for `length` slots."""
    at_least = [-1] + [0] * people
    for lane in lanes:
        fits = cells.runs(lane, length)
        for number in range(people, 0, -1):
            at_least[number] |= at_least[number - 1] & fits
    return at_least[people]


def _usable(used: list[int], capacity: int) -> int:
    """How many lanes from the lowest may be filled so that, with who sits above them, capacity is kept.

    The lanes themselves are then what a race is about: nobody has to count while others write.
    """
    for lanes in range(capacity, 0, -1):
        if lanes + sum(lane > lanes for lane in used) <= capacity:
            return lanes
    return 0
