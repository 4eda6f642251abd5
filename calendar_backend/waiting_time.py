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


def wait(situation: Situation, number: int, seed: int = 0, times: int = CONTINUATIONS) -> Wait | None:
    """The wait of the ticket with this number, which is in the line; None where no desk will call."""
    minutes = continuations(situation, number, seed, times)
    if minutes is None:
        return None
    low, middle, high = np.quantile(minutes, (LOW, 0.5, HIGH))
    return Wait(float(low), float(middle), float(high))


def continuations(situation: Situation, number: int, seed: int, times: int) -> Minutes | None:
    """When the ticket is called, in each continuation. Raises StopIteration for one that is not in the line."""
    if not situation.desks:
        return None
    rng = np.random.default_rng(seed)
    shared = rng.standard_normal(times)
    asked = next(one for one in situation.line if one.place.number == number)
    walk_ins = sorted(
        (one for one in situation.line if not one.place.has_time),
        key=lambda one: (one.place.position, one.place.number),
    )
    pulls = [_minutes(at, situation.now) for at in pulling([one.place for one in walk_ins])]
    if not asked.place.has_time:
        walk_ins = walk_ins[: walk_ins.index(asked) + 1]
    served = np.stack([_draw(rng, one.serving, shared) for one in walk_ins] or [shared])
    comes, at, booked, own = _bookings(situation, asked, rng, shared)
    desks = np.stack([_free_from(desk, rng, shared) for desk in situation.desks], axis=1)
    return _called(
        desks, np.array([*pulls[: len(walk_ins)], np.inf]), len(walk_ins), served, comes, at, booked, own
    )


def _called(
    desks: Minutes,
    pulls: Minutes,
    walk_ins: int,
    served: Minutes,
    comes: Minutes,
    at: Minutes,
    booked: Minutes,
    own: NDArray[np.int64] | None,
) -> Minutes:
    """Lets all continuations run side by side until the one asked for is called: the last walk-in, or the booking at `own`."""
    times, bookings = comes.shape
    rows = np.arange(times)
    walked = np.zeros(times, dtype=np.int64)
    kept = np.zeros(times, dtype=np.int64)
    answer = np.full(times, np.nan)
    early = EARLY.total_seconds() / 60
    for _ in range(walk_ins + bookings):
        desk = desks.argmin(axis=1)
        now = desks[rows, desk]
        head = np.minimum(kept, bookings - 1)
        there = kept < bookings
        time, comes_at = at[rows, head], comes[rows, head]
        due = (
            there
            & (np.maximum(comes_at, time - early) <= now)
            & (time <= pulls[np.minimum(walked, walk_ins)])
        )
        book = due | (there & (walked >= walk_ins))
        now = np.where(book, np.maximum(now, comes_at), now)
        takes = np.where(book, booked[rows, head], served[np.minimum(walked, len(served) - 1), rows])
        is_asked = (walked == walk_ins - 1) & ~book if own is None else book & (kept == own)
        answer = np.where(is_asked & np.isnan(answer), now, answer)
        desks[rows, desk] = now + takes + WALK
        walked += ~book
        kept += book
        if not np.isnan(answer).any():
            break
    return answer


def _bookings(
    situation: Situation, asked: Ahead, rng: np.random.Generator, shared: Minutes
) -> tuple[Minutes, Minutes, Minutes, NDArray[np.int64] | None]:
    """When each comes, its time, and how long it is served, in the order in which they are called, which is another one in each
    continuation; which of them is the one asked for. Who does not come, or too late, never comes."""
    times = len(shared)
    here = [one for one in situation.line if one.place.has_time]
    starts = [_minutes(one.place.turn, situation.now) for one in here]
    starts += [_minutes(one.start, situation.now) for one in situation.to_come]
    if not starts:
        nobody = np.full((times, 1), np.inf)
        return nobody, nobody, nobody, None
    comes = [np.zeros(times) for _ in here]
    for start in starts[len(here) :]:
        # Who could have been here and is not will come in what is left of the while, or not at all.
        gone = min(max((0.0 - start - EARLIEST) / (LATEST - EARLIEST), 0.0), 1.0)
        comes_at = start + EARLIEST + (LATEST - EARLIEST) * rng.uniform(gone, 1.0, times)
        there = (1 - NO_SHOW) * (1 - gone) / (NO_SHOW + (1 - NO_SHOW) * (1 - gone))
        never = (rng.random(times) > there) | (comes_at > start + situation.late_minutes)
        comes.append(np.where(never, np.inf, np.maximum(comes_at, 0.0)))
    servings = [one.serving for one in here] + [one.serving for one in situation.to_come]
    takes = [_draw(rng, serving, shared) for serving in servings]
    coming, serving = np.stack(comes, axis=1), np.stack(takes, axis=1)
    time = np.broadcast_to(np.array(starts), coming.shape)
    order = np.argsort(np.maximum(coming, time - EARLY.total_seconds() / 60), axis=1, kind="stable")
    own = None
    if asked.place.has_time:
        own = np.argmax(order == here.index(asked), axis=1)
    coming, time, serving = (np.take_along_axis(one, order, axis=1) for one in (coming, time, serving))
    return coming, time, serving, own


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
