"""Simulated days at a counter: who comes when, how long serving takes, when desks pause. Knows nothing of what is estimated.

People come as `arrival_factor` says: more in the late morning, on Mondays, after holidays, at month ends and in spring. Serving takes
gamma-distributed times around a mean that is not the office file's, one in twenty takes several times as long, and clerks differ.
"""

import heapq
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from calendar_backend import TOKYO
from calendar_backend.holidays import holiday
from calendar_backend.queue_order import InLine, following, is_late

OPENS, CLOSES = 8 * 60 + 30, 17 * 60 + 15
"""Minutes of the day."""

PLANNED = {"short": 10, "middle": 20, "long": 30}
"""Minutes, as the office's file says."""

HOURS = {8: 0.9, 9: 1.2, 10: 1.4, 11: 1.2, 12: 0.8, 13: 1.1, 14: 1.15, 15: 1.0, 16: 0.75, 17: 0.3}
LATE_MINUTES = 5
CELL = 15
WALK = (0.3, 2.0)
"""Minutes from a call to the desk."""


@dataclass
class Person:
    number: int
    procedure: str
    takes: float
    place: int | None = None
    """Minutes of the day."""
    booked: bool = False
    late: bool = False
    came: float = 0.0
    called: float | None = None
    patience: float = float("inf")

    def in_line(self, day: date) -> InLine:
        place = None if self.place is None else moment(day, self.place)
        return InLine(self.number, self.number, moment(day, self.came), place, self.booked, self.late)


@dataclass
class AtDesk:
    """A desk: whom it serves, and since when."""

    speed: float
    whom: Person | None = None
    began: float = 0.0
    paused: bool = False
    wants_pause: float = 0.0
    """Minutes it will pause as soon as it is free."""


@dataclass
class Day:
    """A counter's day as it goes on."""

    day: date
    desks: list[AtDesk]
    to_come: dict[int, Person] = field(default_factory=dict)
    """Bookings whose visitors are not here, by a number of their own."""
    line: list[Person] = field(default_factory=list)
    now: float = 0.0


@dataclass(frozen=True)
class Office:
    """What does not change from day to day."""

    desks: int
    factors: dict[str, float]
    """Between the file's minutes and the mean that is true."""
    booked: float
    """Share of the places that are booked."""
    no_show: float
    walk_ins: float
    """People on an ordinary day."""

    @classmethod
    def drawn(cls, rng: random.Random) -> "Office":
        desks = rng.randint(2, 4)
        factors = {name: rng.lognormvariate(-0.1, 0.3) for name in PLANNED}
        mean = sum(PLANNED[name] * factors[name] for name in PLANNED) / len(PLANNED)
        booked = rng.uniform(0.1, 0.35)
        served = desks * (CLOSES - OPENS - 70) / (mean + 1)
        walk_ins = served * rng.uniform(0.62, 0.82) - booked * served * 0.85
        return cls(desks, factors, booked, rng.uniform(0.05, 0.2), walk_ins)


def days(first: date, count: int) -> Iterator[date]:
    """Days on which an office is open."""
    day = first
    while count:
        if is_open(day):
            yield day
            count -= 1
        day += timedelta(days=1)


def is_open(day: date) -> bool:
    return day.weekday() < 5 and holiday(day) is None


def arrival_factor(day: date) -> float:
    """How many more come than on an ordinary day."""
    factor = 1.2 if day.weekday() == 0 or not is_open(day - timedelta(days=1)) else 0.97
    if (day + timedelta(days=3)).month != day.month:
        factor *= 1.12
    if (3, 15) <= (day.month, day.day) <= (4, 7):
        factor *= 1.15
    return factor


def run(office: Office, day: date, rng: random.Random, drawn: Callable[[Day, Person], None]) -> list[Person]:
    """The day from before opening until the last has been served; `drawn` is told of everybody who comes, in the line by then.
    All who were called."""
    state = Day(day, [AtDesk(rng.uniform(0.85, 1.2)) for _ in range(office.desks)])
    taken: dict[int, int] = {}
    events: list[tuple[float, int, str, int]] = []
    numbers = iter(range(1, 10_000))

    def at(when: float, what: str, which: int = 0) -> None:
        heapq.heappush(events, (when, next(numbers), what, which))

    people: dict[int, Person] = {}
    for number, person in enumerate(_bookings(office, rng, taken), 1000):
        people[number] = state.to_come[number] = person
        if rng.random() > office.no_show:
            at(max(OPENS - 10.0, (person.place or 0) + _offset(rng)), "came", number)
    for when in _arrivals(office, day, rng):
        at(when, "walked")
    for n in range(len(state.desks)):
        at(float(OPENS), "free", n)
        at(rng.uniform(11.5 * 60, 13 * 60), "pause", n)
        for _ in range(rng.randint(0, 4)):
            at(rng.uniform(OPENS, CLOSES), "break", n)
    served: list[Person] = []
    count = 0
    while events:
        state.now, _, what, which = heapq.heappop(events)
        if what in ("came", "walked"):
            count += 1
            person = people[which] if what == "came" else _walk_in(office, rng, state.now, taken)
            person.number, person.came = count, state.now
            state.to_come.pop(which, None)
            if person.booked and person.place is not None:
                start = moment(day, person.place)
                person.late = is_late(start, moment(day, state.now), LATE_MINUTES)
            state.line.append(person)
            drawn(state, person)
        elif what in ("pause", "break"):
            desk = state.desks[which]
            desk.wants_pause += rng.uniform(40, 60) if what == "pause" else rng.uniform(3, 12)
            if desk.whom is None and not desk.paused:
                _pause(desk, state.now, which, at)
        elif what == "resume":
            state.desks[which].paused = False
        elif what == "free":
            desk = state.desks[which]
            desk.whom = None
            if desk.wants_pause:
                _pause(desk, state.now, which, at)
        state.line = [one for one in state.line if state.now - one.came < one.patience]
        for n in range(len(state.desks)):
            if state.now >= OPENS and desk.whom is None and not desk.paused:
                if (called := _next(state)) is None:
                    break
                called.called = state.now
                served.append(called)
                walk = rng.uniform(*WALK)
                desk.whom, desk.began = called, state.now + walk
                called.takes *= desk.speed
                at(state.now + walk + called.takes, "free", n)
    return served


def moment(day: date, minutes: float) -> datetime:
    """Minutes of the day as a moment."""
    return datetime.combine(day, time(0), TOKYO) + timedelta(minutes=minutes)


def _pause(desk: AtDesk, now: float, which: int, at: Callable[[float, str, int], None]) -> None:
    desk.paused = True
    at(now + desk.wants_pause, "resume", which)
    desk.wants_pause = 0.0


def _next(state: Day) -> Person | None:
    chosen = following((one.in_line(state.day) for one in state.line), moment(state.day, state.now))
    if chosen is None:
        return None
    person = next(one for one in state.line if one.number == chosen.number)
    state.line.remove(person)
    return person


def _takes(office: Office, procedure: str, rng: random.Random) -> float:
    mean = PLANNED[procedure] * office.factors[procedure]
    long = rng.paretovariate(1.8) if rng.random() < 0.05 else 1.0
    return max(0.7, rng.gammavariate(2.5, mean / 2.5) * min(long, 6.0))


def _bookings(office: Office, rng: random.Random, taken: dict[int, int]) -> list[Person]:
    found = []
    for place in range(OPENS, CLOSES - 30, CELL):
        for _ in range(office.desks):
            procedure = rng.choice(list(PLANNED))
            slots = range(place, place + PLANNED[procedure], CELL)
            free = all(taken.get(slot, 0) < office.desks for slot in slots)
            if free and rng.random() < office.booked / 1.4:
                for slot in slots:
                    taken[slot] = taken.get(slot, 0) + 1
                found.append(Person(0, procedure, _takes(office, procedure, rng), place, booked=True))
    return found


def _offset(rng: random.Random) -> float:
    """When the visitor of a booking comes, from its time on: mostly some minutes before, one in ten late."""
    return rng.uniform(2, 25) if rng.random() < 0.1 else -abs(rng.gauss(7, 5))


def _arrivals(office: Office, day: date, rng: random.Random) -> Iterator[float]:
    a_day = office.walk_ins * arrival_factor(day) * rng.lognormvariate(0, 0.1)
    weight = sum(HOURS.values())
    for hour, share in HOURS.items():
        left, end = max(hour * 60.0, OPENS - 10.0), min(hour * 60.0 + 60, CLOSES)
        rate = a_day * share / weight / 60
        while (left := left + rng.expovariate(rate)) < end:
            yield left


def _walk_in(office: Office, rng: random.Random, now: float, taken: dict[int, int]) -> Person:
    procedure = rng.choice(list(PLANNED))
    patience = rng.expovariate(1 / 60) if rng.random() < 0.04 else float("inf")
    found = Person(0, procedure, _takes(office, procedure, rng), patience=patience)
    for place in range(OPENS, CLOSES - PLANNED[procedure] + 1, CELL):
        slots = range(place, place + PLANNED[procedure], CELL)
        if place > now and all(taken.get(slot, 0) < office.desks for slot in slots):
            for slot in slots:
                taken[slot] = taken.get(slot, 0) + 1
            found.place = place
            break
    return found
