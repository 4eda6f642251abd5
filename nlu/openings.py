"""How a call is opened: a greeting, which office it is, that something is to be booked."""

from nlu.vocabulary.greetings import DOUBTS, GREETS


def greets(text: str) -> bool:
    """Whether nothing else was said. `text`: normalized, or a reading."""
    return bool(text) and (GREETS.all_of(text) or doubts(text))


def doubts(text: str) -> bool:
    """Whether it is asked if this is the office indeed: 「本当に市役所の方でしょうね。詐欺が多いけん」."""
    return DOUBTS.found(text)
