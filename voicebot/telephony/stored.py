"""A call's state as text, so that another process can take the call up where it was."""

from pydantic import TypeAdapter, ValidationError

from dialog.state import State

_STATE = TypeAdapter(State)


class BadState(Exception):
    """A text that is no state of this version."""


def dump_state(state: State) -> str:
    """The state as JSON; the same state gives the same text."""
    return _STATE.dump_json(state).decode()


def load_state(text: str) -> State:
    """The state that `dump_state` wrote. Raises BadState."""
    try:
        return _STATE.validate_json(text)
    except ValidationError as error:
        raise BadState(f"this is no state of a call ({error.error_count()} errors)") from error
