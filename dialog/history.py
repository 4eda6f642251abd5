"""In which order the slots were filled, so that 「戻って」 asks for the last one anew."""

from dataclasses import replace

from dialog.slots.order import OF_BOOKING, ORDER
from dialog.state import State


def remember(before: State, after: State) -> State:
    """`after` with what was filled or changed since `before` put last, and what is empty forgotten."""
    full = [slot for slot in ORDER if slot.value(after) is not None]
    new = [slot.name for slot in full if slot.value(before) != slot.value(after)]
    known = {slot.name for slot in full} - set(new)
    filled = (*(name for name in after.filled if name in known), *new)
    return after if filled == after.filled else replace(after, filled=filled)


def undo(state: State) -> State:
    """Without the slot filled last; procedure and office of a booking that is moved stay."""
    by_name = {slot.name: slot for slot in ORDER if state.booking is None or slot not in OF_BOOKING}
    last = next((name for name in reversed(state.filled) if name in by_name), None)
    cleared = by_name[last].clear(state) if last is not None else state
    return replace(cleared, order=None, which=())
