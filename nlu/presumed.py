"""What is wanted of a booking that stands, by words that do not name it: where one is known to, 「翌日にずらして」 moves it."""

import re

from nlu import bookings
from nlu.deeds import Holds
from nlu.meaning import Request
from nlu.vocabulary import presumed as words
from nlu.vocabulary.bookings import CHANGED, GIVEN_BACK, SET
from nlu.vocabulary.requests import SOMEBODY_ELSES

_PARTS = re.compile(r"[、。?]|(?<=けど)|(?<=けん)")

OVERRIDDEN = (
    None,
    Request.FREE,
    Request.OPEN_ON,
    Request.OPEN_LATE,
    Request.HOURS,
    Request.CANNOT_COME,
    Request.UNDECIDED,
)
"""What a sentence may seem to ask that moves a booking or gives it back: 「1日は透析やった、ほかの日はなかと」."""


def find(text: str, found: Request | None, answers: Holds) -> Request | None:
    """`text`: normalized, or a reading; `found`: what it asks for where none stands; `answers`: whether a part of it names
    a day, a time or a procedure."""
    if found not in OVERRIDDEN or SOMEBODY_ELSES.found(text):
        return found
    left = bookings.kept_out(text)
    if bookings.wished(CHANGED, left) or SET.found(left) or words.MOVED.found(left):
        return Request.CHANGE
    for phrases in (GIVEN_BACK, words.GIVEN_UP):
        if (place := phrases.find(left)) is not None:
            return Request.CHANGE if answers(left[place[1] :]) else Request.CANCEL
    return found or (Request.CHECK if words.LOOKED_UP.found(left) else None)


def staying(text: str) -> str:
    """The parts of the sentence in which something is said to stay as it is: 「年金だけ残して、あとは消して」."""
    return "、".join(part for part in _PARTS.split(text) if words.STAYS.found(part))
