"""A week at the counters: how full each day is, and each hour at one counter."""

from dataclasses import dataclass
from datetime import timedelta

from calendar_backend.daybook import Load
from calendar_backend.opening import days
from voicebot.console import which_office
from voicebot.console.ask import Ask, View
from voicebot.console.refusal import NOT_FOUND, Refusal

WEEK = timedelta(days=7)

LEVELS = (25, 50, 75, 100)
"""From how many percent on a cell is darker."""


@dataclass(frozen=True, slots=True)
class Fullness:
    """A cell of the table, in quarters of an hour at a place."""

    places: int
    taken: int
    why: str = ""

    @property
    def percent(self) -> int:
        """What is left of a place counts: 100 is only what is full."""
        return min(100, self.taken * 100 // self.places) if self.places else 0

    @property
    def level(self) -> int:
        return sum(self.percent >= step for step in LEVELS)

    @property
    def hours_free(self) -> float:
        return max(0, self.places - self.taken) / 4


def shown(ask: Ask) -> View:
    calendar, values = which_office.about(ask)
    wanted = which_office.day(ask.query("day"), ask.now.date())
    first, last = which_office.week(wanted)
    chosen = ask.query("counter")
    counter = calendar.office.counter(chosen) if chosen else None
    if chosen and counter is None:
        raise Refusal(NOT_FOUND, "no_counter")
    loads = calendar.occupancy((first, last), ask.now)
    dates = list(days(first, last))
    values |= {
        "dates": dates,
        "counter": counter,
        "before": first - WEEK,
        "after": first + WEEK,
        "day": wanted,
    }
    if counter is None:
        rows = [(one, [_of_day(loads[one.id, day]) for day in dates]) for one in calendar.office.counters]
        return View("bookings/week.html", values | {"rows": rows})
    return View(
        "bookings/week_hours.html", values | {"rows": _by_hour([loads[counter.id, d] for d in dates])}
    )


def _of_day(load: Load) -> Fullness:
    return Fullness(sum(load.places), sum(load.taken), load.why)


def _by_hour(loads: list[Load]) -> list[tuple[int, list[Fullness]]]:
    """The hours in which the counter is open on some day."""
    rows = [
        (hour, [Fullness(load.places[hour], load.taken[hour], load.why) for load in loads])
        for hour in range(24)
    ]
    return [(hour, cells) for hour, cells in rows if any(cell.places or cell.taken for cell in cells)]
