"""How long somebody in a line will wait: a span that holds with 80 %, from simulated continuations. Pure.

Each continuation draws how long everybody's serving takes, whether and when bookings come, and lets the open desks call as
`queue_order` says. It is drawn from a seed, so the same line has the same answer.
"""

from dataclasses import dataclass
from datetime import datetime

import numpy as np
from numpy.typing import NDArray

from calendar_backend.queue_order import EARLY, InLine, pulling
from calendar_backend.serving_time import Lognormal

CONTINUATIONS = 400
CHANCE = 0.8
LOW, HIGH = (1 - CHANCE) / 2, (1 + CHANCE) / 2

NO_SHOW = 0.1
"""Share of bookings that nobody comes for."""

EARLIEST, LATEST = -15.0, 8.0
"""Minutes from a booking's time between which its visitor comes, any moment as likely."""

WALK = 1.0
"""Minutes between two people at a desk."""

PAUSE = 12.0
"""Minutes, on the average, until a desk that pauses goes on."""

Minutes = NDArray[np.float64]
"""One for each continuation, from now on."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """Somebody who waits, with how long serving will take."""

    place: InLine
    serving: Lognormal


@dataclass(frozen=True, slots=True)
class ToCome:
    """A booking whose visitor is not here yet."""

    start: datetime
    serving: Lognormal


@dataclass(frozen=True, slots=True)
class DeskNow:
    """A desk that calls people: free, serving, or about to go on after a pause."""

    serving: Lognormal | None = None
    elapsed: float = 0.0
    """Minutes for which it has served."""
    paused: bool = False
    opens: float = 0.0
    """Minutes until it begins to call."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A counter at a moment."""

    now: datetime
    line: tuple[Ahead, ...]
    to_come: tuple[ToCome, ...]
    desks: tuple[DeskNow, ...]
    late_minutes: int


@dataclass(frozen=True, slots=True)
class Wait:
    """Minutes that somebody will wait: with 80 % between low and high."""

    low: float
    middle: float
    high: float


@dataclass(frozen=True, slots=True)
class Span:
    """A wait as people are told it, in whole steps."""

    low: int
    high: int


def waits(situation: Situation, seed: int = 0) -> dict[int, Wait]:
    """The wait of everybody in the line, by number; empty where no desk will call."""
    if not situation.desks or not situation.line:
        return {}
    rng = np.random.default_rng(seed)
    shared = rng.standard_normal(CONTINUATIONS)
    walk_ins = sorted(
        (one for one in situation.line if not one.place.has_time),
        key=lambda one: (one.place.position, one.place.number),
    )
    here = [one for one in situation.line if one.place.has_time]
    pulls = [_minutes(at, situation.now) for at in pulling([one.place for one in walk_ins])]
    served = np.stack([_draw(rng, one.serving, shared) for one in walk_ins] or [shared])
    bookings = _bookings(situation, here, rng, shared)
    desks = np.stack([_free_from(desk, rng, shared) for desk in situation.desks], axis=1)
    called = _called(desks, np.array([*pulls, np.inf]), served, bookings, len(walk_ins), len(here))
    low, middle, high = np.quantile(called, (LOW, 0.5, HIGH), axis=1)
    numbers = [one.place.number for one in (*walk_ins, *here)]
    return {n: Wait(float(low[k]), float(middle[k]), float(high[k])) for k, n in enumerate(numbers)}


@dataclass(frozen=True, slots=True)
class _Bookings:
    """In the order in which they are called, which is another one in each continuation: one row each."""

    comes: Minutes
    """From now on; never: infinity. Also who comes too late never comes."""
    time: Minutes
    takes: Minutes
    which: NDArray[np.int64]
    """Those that are here first, as they stand in the line."""


def _called(
    desks: Minutes, pulls: Minutes, served: Minutes, bookings: _Bookings, walk_ins: int, here: int
) -> Minutes:
    """When each is called: the walk-ins, then the bookings that are here, a row each. All continuations run side by side."""
    times, count = bookings.comes.shape
    rows = np.arange(times)
    walked, kept = np.zeros(times, dtype=np.int64), np.zeros(times, dtype=np.int64)
    # The last row takes what nobody asks for.
    called = np.full((walk_ins + here + 1, times), np.inf)
    from_then = np.maximum(bookings.comes, bookings.time - EARLY.total_seconds() / 60)
    for _ in range(walk_ins + count):
        desk = desks.argmin(axis=1)
        now = desks[rows, desk]
        head = np.minimum(kept, count - 1)
        there, no_walk_in = kept < count, walked >= walk_ins
        due = (from_then[rows, head] <= now) & (bookings.time[rows, head] <= pulls[walked])
        book = there & (due | no_walk_in)
        now = np.where(book, np.maximum(now, bookings.comes[rows, head]), now)
        which = bookings.which[rows, head]
        whom = np.where(book, np.where(which < here, walk_ins + which, -1), np.where(no_walk_in, -1, walked))
        called[whom, rows] = now
        takes = np.where(book, bookings.takes[rows, head], served[np.minimum(walked, len(served) - 1), rows])
        desks[rows, desk] = now + takes + WALK
        walked += ~book & ~no_walk_in
        kept += book
    return called[:-1]


def _bookings(
    situation: Situation, here: list[Ahead], rng: np.random.Generator, shared: Minutes
) -> _Bookings:
    times = len(shared)
    starts = [_minutes(one.place.turn, situation.now) for one in here]
    starts += [_minutes(one.start, situation.now) for one in situation.to_come]
    if not starts:
        never_comes, nothing = np.full((times, 1), np.inf), np.zeros((times, 1))
        return _Bookings(never_comes, nothing, nothing, np.full((times, 1), len(here), dtype=np.int64))
    comes = [np.zeros(times) for _ in here]
    for start in starts[len(here) :]:
        # Who could have been here and is not will come in what is left of the while, or not at all.
        gone = min(max((0.0 - start - EARLIEST) / (LATEST - EARLIEST), 0.0), 1.0)
        comes_at = start + EARLIEST + (LATEST - EARLIEST) * rng.uniform(gone, 1.0, times)
        there = (1 - NO_SHOW) * (1 - gone) / (NO_SHOW + (1 - NO_SHOW) * (1 - gone))
        never = (rng.random(times) > there) | (comes_at > start + situation.late_minutes)
        comes.append(np.where(never, np.inf, np.maximum(comes_at, 0.0)))
    servings = [one.serving for one in here] + [one.serving for one in situation.to_come]
    takes = np.stack([_draw(rng, serving, shared) for serving in servings], axis=1)
    coming = np.stack(comes, axis=1)
    time = np.broadcast_to(np.array(starts), coming.shape)
    order = np.argsort(np.maximum(coming, time - EARLY.total_seconds() / 60), axis=1, kind="stable")
    coming, time, takes = (np.take_along_axis(one, order, axis=1) for one in (coming, time, takes))
    return _Bookings(coming, time, takes, order)


def _free_from(desk: DeskNow, rng: np.random.Generator, shared: Minutes) -> Minutes:
    """When it calls the next. Who has been served for long is likely to be served for longer: the rest is drawn from what is
    longer than the while gone by."""
    pause = desk.opens + (rng.exponential(PAUSE, len(shared)) if desk.paused else np.zeros(len(shared)))
    if desk.serving is None:
        return pause
    whole = np.sort(_draw(rng, desk.serving, shared, wide=True))
    longer = whole[np.searchsorted(whole, desk.elapsed, side="right") :]
    if len(longer) < len(whole) // 50:
        left = rng.exponential(max(desk.elapsed, 1.0) / 3, len(shared))
    else:
        left = rng.choice(longer, len(shared)) - desk.elapsed
    return left + WALK + pause


def _draw(rng: np.random.Generator, serving: Lognormal, shared: Minutes, wide: bool = False) -> Minutes:
    own = rng.standard_normal(len(shared))
    spread = np.hypot(serving.spread, serving.doubt) if wide else serving.spread
    doubt = 0.0 if wide else serving.doubt
    return np.exp(serving.mean + doubt * shared + spread * own)


def _minutes(at: datetime, now: datetime) -> float:
    return (at - now).total_seconds() / 60
