"""What is said in the place of a booking's number: a question about it, or that it is lost."""

from nlu.meaning import Meaning, Request
from nlu.prepared import Prepared
from nlu.vocabulary.identifying import LOST, NUMBERS, TOOK


def find_question(said: Prepared) -> Request | None:
    """What is asked about the numbers."""
    return _found(said.text) or _found(said.kana)


def _found(text: str) -> Request | None:
    return next((one for one, phrases in NUMBERS.items() if phrases.found(text)), None)


def is_lost(said: Prepared) -> bool:
    """Whether neither the number nor the note of it is there."""
    return said.has(LOST)


def describes(meaning: Meaning, said: Prepared) -> bool:
    """Whether it is told when the booking is, and no new one is wished."""
    return bool(meaning.dates or meaning.times) and not meaning.anew and not TOOK.found(said.text)
