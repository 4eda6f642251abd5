"""How a call is opened: a greeting, which office it is, that something is to be booked."""

from nlu.vocabulary.greetings import DOUBTS, GREETS


def greets(text: str) -> bool:
    """Whether nothing else was said. `text`: normalized, or a reading."""
    return bool(text) and (GREETS.all_of(text) or DOUBTS.found(text))
