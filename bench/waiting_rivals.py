"""What others would tell somebody in a line: people before times the mean, and the way of Munich's and Berlin's ZMS.

ZMS: github.com/it-at-m/eappointment, zmsentities/src/Zmsentities/Collection/QueueList.php, `withEstimatedWaitingTime`. A slot is the
mean of serving divided by the desks. Slots are given out one after another: to bookings whose time has come by then (two minutes ahead), else
to walk-ins. Its optimistic wait counts 0.8 of a slot and lets the first of every desk be free.
"""

from collections.abc import Sequence
from math import ceil

AHEAD = 2.0
"""Minutes."""


def by_mean(before: int, mean: float, desks: int = 1) -> float:
    """Minutes for who has so many people before."""
    return before * mean / max(desks, 1)


def zms(
    walk_ins: Sequence[int], bookings: Sequence[tuple[float, int]], mean: float, desks: int
) -> dict[int, tuple[float, float]]:
    """Optimistic and usual wait of everybody by number. `walk_ins` are numbers in their order, `bookings` minutes from now until their
    time and numbers, also of those who are not here yet."""
    slot = float(max(1, round(mean))) / max(desks, 1)
    skips = ceil(desks)
    now, low, high = AHEAD, 0.0, slot
    found: dict[int, tuple[float, float]] = {}
    left, booked = list(walk_ins), sorted(bookings)
    waited = 0.0
    while left or booked:
        if booked and now >= booked[0][0]:
            at, number = booked.pop(0)
            found[number] = (float(int(low)), float(int(high))) if low >= at else (at, waited + 1)
        elif left:
            found[left.pop(0)] = (float(int(low)), float(int(high)))
        skips -= 1
        low += 0.0 if skips > 0 else slot * 0.8
        high += slot
        now += slot
        waited = float(ceil(now))
    return found
