"""Whether a caller does not hear what is said."""

from nlu.vocabulary.hearing import ASKED_BACK, HARD_OF_HEARING, WHAT


def hard_of_hearing(text: str) -> bool:
    """Whether what was said is wanted louder. `text`: normalized, or a reading."""
    return asks_what(text) or HARD_OF_HEARING.found(text)


def asks_what(text: str) -> bool:
    """Whether the whole of it asks what was said."""
    return WHAT.all_of(text)


def asks_back(text: str) -> bool:
    """Whether the whole of it may ask for a day, an hour or a place that was just said."""
    return ASKED_BACK.all_of(text)
