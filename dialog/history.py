"""In which order the slots were filled, so that 「戻って」 asks for the last one anew."""

from dialog.state import State
from nlu.question import Expect

SLOTS = {
    Expect.PROCEDURE: "procedure",
    Expect.OFFICE: "chosen",
    Expect.PEOPLE: "people",
    Expect.DATE: "day",
    Expect.TIME: "time",
}


def remember(before: State, after: State) -> State:
    """`after` with what was filled or changed since `before` put last, and what is empty forgotten."""
    full = [slot for slot, name in SLOTS.items() if getattr(after, name) is not None]
    new = [slot for slot in full if getattr(before, SLOTS[slot]) != getattr(after, SLOTS[slot])]
    old = [slot for slot in after.filled if slot in full and slot not in new]
    filled = (*old, *new)
    return after if filled == after.filled else after.but(filled=filled)


def undo(state: State) -> State:
    """Without the slot filled last; procedure and office of a booking that is moved stay."""
    of_booking = (Expect.PROCEDURE, Expect.OFFICE)
    slots = [s for s in state.filled if state.booking is None or s not in of_booking]
    if not slots:
        return state.but(order=None, which=())
    if slots[-1] is Expect.OFFICE:
        return state.but(office=state.office_at(""), order=None, which=())
    cleared: dict[str, object] = {SLOTS[slots[-1]]: None, "order": None, "which": ()}
    if slots[-1] is Expect.PROCEDURE:
        cleared["more"] = ()
    return state.but(**cleared)
