"""`make bench-waiting`: is the span of a ticket's wait true with 80 %, is its middle nearer than what others tell, and does the last
place go to one, whoever wants it? On simulated days (`waiting_world`) and on a database. `--quick` makes a small round of everything.
"""

import argparse
import random
import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import fmean

from bench import waiting_race, waiting_rivals, waiting_world
from bench.table import Row, report, share
from bench.waiting_world import LATE_MINUTES, OPENS, PLANNED, Day, Office, Person, moment
from calendar_backend import serving_time, waiting_span
from calendar_backend.queue_order import ordered
from calendar_backend.serving_time import Served, ServingTimes
from calendar_backend.waiting_span import Kept
from calendar_backend.waiting_time import Ahead, DeskNow, Situation, Span, ToCome, Wait, waits

FIRST = date(2026, 3, 2)
"""A Monday; the month has a holiday, an end, and the busiest weeks of the year."""

OFFICES, DAYS = 12, 30
GOAL = (0.75, 0.85)
SLOWEST_MS = 20.0


@dataclass
class Told:
    """What somebody was told on drawing a ticket, and what came of it."""

    person: Person
    day: int
    """Of the office, from 0."""
    busy: bool
    ours: Wait
    """Set right by experience."""
    raw: Wait
    span: Span
    by_mean: float
    by_mean_and_desks: float
    zms: tuple[float, float]

    @property
    def took(self) -> float:
        return (self.person.called or 0.0) - self.person.came

    @property
    def held(self) -> bool:
        return self.span.low <= self.took <= self.span.high


class Teller:
    """Tells everybody who comes to an office how long it will take, and learns from day to day."""

    def __init__(self) -> None:
        self.served: deque[Served] = deque(maxlen=600)
        self.kept: deque[Kept] = deque(maxlen=200)
        self.times = ServingTimes()
        self.told: list[Told] = []
        self.ms: list[float] = []

    def day(self, office: Office, number: int, day: date, rng: random.Random) -> list[Told]:
        self.times = serving_time.learn(self.served)
        mean = fmean(one.took for one in self.served) if self.served else fmean(PLANNED.values())
        self.told = []

        def drawn(state: Day, person: Person) -> None:
            self._tell(state, person, number, mean)

        people = waiting_world.run(office, day, rng, drawn)
        for person in people:
            self.served.append(Served((person.procedure,), PLANNED[person.procedure], person.takes))
        ended = [one for one in self.told if one.person.called is not None]
        self.kept.extend(Kept(one.raw, one.took) for one in ended)
        return ended

    def _tell(self, state: Day, person: Person, number: int, mean: float) -> None:
        if (
            any(desk.whom is None and not desk.paused for desk in state.desks)
            and len(state.line) == 1
            and state.now >= OPENS
        ):
            return  # called at once: nothing to tell
        now = moment(state.day, state.now)
        situation = self._situation(state)
        began = time.process_time()
        raw = waits(situation)[person.number]
        self.ms.append((time.process_time() - began) * 1000)
        ours = waiting_span.learn(self.kept).corrected(raw)
        before = [one.number for one in ordered((one.in_line(state.day) for one in state.line), now)].index(
            person.number
        )
        desks = sum(not desk.paused for desk in state.desks)
        told = (
            waiting_span.told(ours),
            waiting_rivals.by_mean(before, mean),
            waiting_rivals.by_mean(before, mean, desks),
        )
        busy = waiting_world.arrival_factor(state.day) > 1
        self.told.append(Told(person, number, busy, ours, raw, *told, self._zms(state, person, mean, desks)))

    def _situation(self, state: Day) -> Situation:
        line = tuple(Ahead(one.in_line(state.day), self._serving(one)) for one in state.line)
        to_come = tuple(
            ToCome(moment(state.day, one.place or 0), self._serving(one))
            for one in state.to_come.values()
            if (one.place or 0) + LATE_MINUTES >= state.now
        )
        desks = tuple(
            DeskNow(
                self._serving(desk.whom) if desk.whom else None,
                max(0.0, state.now - desk.began),
                desk.paused or bool(desk.wants_pause and desk.whom is None),
                max(0.0, OPENS - state.now),
            )
            for desk in state.desks
        )
        return Situation(moment(state.day, state.now), line, to_come, desks, LATE_MINUTES)

    def _serving(self, person: Person) -> serving_time.Lognormal:
        return self.times.of((person.procedure,), PLANNED[person.procedure])

    @staticmethod
    def _zms(state: Day, person: Person, mean: float, desks: int) -> tuple[float, float]:
        walk_ins = [one.number for one in state.line if not one.booked]
        here = [((one.place or 0) - state.now, one.number) for one in state.line if one.booked]
        to_come = [((one.place or 0) - state.now, -n) for n, one in state.to_come.items()]
        return waiting_rivals.zms(walk_ins, here + to_come, mean, desks)[person.number]


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.waiting", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a small round of everything")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    began = time.monotonic()
    told: list[Told] = []
    ms: list[float] = []
    for n in range(2 if given.quick else OFFICES):
        rng = random.Random(given.seed * 1000 + n)
        office, teller = Office.drawn(rng), Teller()
        for number, day in enumerate(waiting_world.days(FIRST, 4 if given.quick else DAYS)):
            told += teller.day(office, number, day, rng)
        ms += teller.ms
        print(f"... {time.monotonic() - began:.0f} s: office {n + 1}, {len(told)} people told", flush=True)
    rows = [*_spans(told), *_errors(told), _speed(ms)]
    rows += waiting_race.rows(40 if given.quick else 1000)
    rows.append(Row("all of this", "-", f"{time.monotonic() - began:.0f} s"))
    print(report("waiting", rows))


def _spans(told: Sequence[Told]) -> list[Row]:
    parts: list[tuple[str, Callable[[Told], bool]]] = [
        ("all who had to wait", lambda one: True),
        ("on an office's first day", lambda one: one.day == 0),
        ("in its first week", lambda one: one.day < 5),
        ("from its third week on", lambda one: one.day >= 10),
        ("walk-ins", lambda one: not one.person.booked),
        ("bookings", lambda one: one.person.booked),
        ("on busy days", lambda one: one.busy),
    ]
    rows = []
    for what, chosen in parts:
        of = [one for one in told if chosen(one)]
        held = sum(one.held for one in of)
        met = GOAL[0] <= held / max(1, len(of)) <= GOAL[1]
        judged = what.startswith("all")
        goal = "75 to 85 %" if judged else "-"
        rows.append(Row(f"the span holds: {what}", goal, share(held, len(of)), met if judged else None))
    width = fmean(one.span.high - one.span.low for one in told)
    took = fmean(one.took for one in told)
    below = sum(one.took < one.span.low for one in told)
    rows.append(Row("shorter than the span", "-", share(below, len(told))))
    rows.append(Row("width of the span; the wait itself", "-", f"{width:.1f} min; {took:.1f} min, means"))
    return rows


def _errors(told: Sequence[Told]) -> list[Row]:
    def error(guess: Callable[[Told], float]) -> float:
        return fmean(abs(guess(one) - one.took) for one in told)

    ours = error(lambda one: one.ours.middle)
    rivals = {
        "people before × mean": error(lambda one: one.by_mean),
        "people before × mean ÷ desks": error(lambda one: one.by_mean_and_desks),
        "ZMS, its estimate": error(lambda one: one.zms[1]),
        "ZMS, the middle of its two": error(lambda one: sum(one.zms) / 2),
    }
    what = "mean absolute error of the middle"
    rows = [Row(f"{what}: {name}", "-", f"{value:.2f} min") for name, value in rivals.items()]
    best = min(rivals.values())
    rows.append(Row(f"{what}: ours", f"below all, {best:.2f} min", f"{ours:.2f} min", ours < best))
    raw = error(lambda one: one.raw.middle)
    rows.append(Row(f"{what}: ours without experience", "-", f"{raw:.2f} min"))
    return rows


def _speed(ms: list[float]) -> Row:
    ms.sort()
    slow = ms[int(len(ms) * 0.99)] if ms else 0.0
    measured = f"{fmean(ms or [0.0]):.1f} ms, 99 % within {slow:.1f} ms ({len(ms)} times)"
    return Row(
        "processor time for the waits of a whole line", f"{SLOWEST_MS:.0f} ms", measured, slow <= SLOWEST_MS
    )


if __name__ == "__main__":
    main()
