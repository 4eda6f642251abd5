"""What is on the table: what 「次の日」, 「水曜」 and 「同じ時間」 in the next answer lean on."""

from collections.abc import Iterable
from datetime import datetime
from typing import TypeVar

from dialog.calendar import Booking
from dialog.state import Phase, State
from nlu.anchor import Anchor

T = TypeVar("T")


def anchor(state: State) -> Anchor:
    """What is on the table, and before it the day that was just told about; besides, the days that were said earlier."""
    table = _on_the_table(state)
    days = [one.known.day for one in state.asked]
    booked = [state.booking.start.date()] if state.booking is not None else []
    earlier = _once([*(day.first for day in days if day is not None and day.single), *booked])
    told_of = [state.told_of] if state.told_of is not None else []
    another = state.stands is not None and state.booking is None and state.phase is not Phase.ANYTHING_ELSE
    before = state.stands.start.date() if another and state.stands is not None else None
    stands = _asked_about(state)
    only = stands is not None and table == _of([stands.start]) and not told_of
    moves = only and not state.offered and state.place is None
    leaves = state.booking.start if state.booking is not None and state.place is not None else None
    return Anchor(_once([*told_of, *table.days]), table.times, earlier, before, moves, leaves, state.told_of)


def _on_the_table(state: State) -> Anchor:
    """The place read back, else what was wished and offered, else where the booking is that is changed or was spoken of last; after a no what
    was refused last."""
    if state.place is not None:
        return _of([state.place.start])
    offered = [place.start for place in state.offered]
    if len(offered) == 1:
        return _of(offered)
    days = [state.day.first] if state.day is not None and state.day.single else []
    times = [state.time.first] if state.time is not None and state.time.single else []
    known = _of([*_before(state), *offered] if state.booking is not None else [*offered, *_before(state)])
    return Anchor(_once([*days, *known.days]), _once([*times, *known.times]))


def _asked_about(state: State) -> Booking | None:
    """The booking that is changed, or of which it is asked whether it is to be."""
    if state.booking is None and state.phase is Phase.DUPLICATE and len(state.duplicates) == 1:
        return state.duplicates[0]
    return state.booking


def _before(state: State) -> list[datetime]:
    if (stands := _asked_about(state)) is not None:
        return [stands.start]
    if state.phase is Phase.ANYTHING_ELSE and state.at_hand is not None:
        return [state.at_hand.start]
    return list(state.refused.places[-1:])


def _of(starts: list[datetime]) -> Anchor:
    return Anchor(
        _once([start.date() for start in starts]),
        _once([start.timetz().replace(tzinfo=None) for start in starts]),
    )


def _once(values: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(values))
