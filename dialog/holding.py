"""The place is held from its read-back to the yes, as long as the caller talks about it."""

from dialog import events
from dialog.actions import Action, Hold, Release
from dialog.state import Phase, State

KEPT = (Phase.CONFIRMING, Phase.BOOKING)
"""Phases in which a place is held."""

_SIGNS_OF_LIFE = (
    events.Heard
    | events.KeyPressed
    | events.NoInput
    | events.MyNumberSpoken
    | events.Reconnected
)  # fmt: skip
_USED_UP = events.Booked | events.Changed


def hold(before: State, event: events.Event, after: State) -> tuple[Action, ...]:
    """What is to be done about the hold before anything is said: taken with the read-back, renewed whenever the
    caller is heard of, given back as soon as another place or none is wanted."""
    if after.phase is Phase.CONFIRMING and after.place is not None:
        new = before.phase is not Phase.CONFIRMING
        return (
            (Hold(after.procedures, after.place.start, after.coming, after.at, after.instead_of),)
            if new or isinstance(event, _SIGNS_OF_LIFE)
            else ()
        )
    if before.phase in KEPT and after.phase not in KEPT and not isinstance(event, _USED_UP):
        return (Release(before.at),)
    return ()
