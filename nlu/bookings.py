"""What is wanted of a booking that stands, by the kinds of the words, in any order and with a story between: moved, given
back, told; and which of several is meant by their order."""

import re

from nlu.meaning import Ordinal, Request
from nlu.vocabulary import bookings as words
from nlu.vocabulary import which_booking
from nlu.vocabulary.phrase import Phrases
from nlu.vocabulary.requests import SOMEBODY_ELSES

_OBJECT = re.compile(
    r"([^、。をば]{1,12})(?:を|ば(?!んごう|んごー|す|あ|い))(?:(?!けん|けえ|ので|から|けど|が、|もんで|[てで][^、。]{6})[^、。をば]){0,16}$"
)
"""What is done something with, before the verb of its clause."""


def find(text: str) -> Request | None:
    """Moved before given back: 「取り消して別の日にしてください」. `text`: normalized, or a reading."""
    if SOMEBODY_ELSES.found(text):
        return None
    left = kept_out(text)
    made = words.MADE.found(left)
    if made or words.HELD.found(left) or words.NAMED.found(left):
        if wished(words.CHANGED, left) or (made and words.SET.found(left)):
            return Request.CHANGE
        if wished(words.GIVEN_BACK, left):
            return Request.CANCEL
        if words.ANEW.found(left):
            return None
        if (made and words.FORGOTTEN.found(left)) or (words.HOLDS.found(left) and words.AND_SO.found(left)):
            return Request.CHECK
    return Request.CHECK if words.WHEN_WAS_IT.found(left) else None


def changes(text: str) -> bool:
    """Whether the booking that is spoken of is to be moved, and not given back: 「取り消さんで、次の日に変えて」."""
    return wished(words.CHANGED, kept_out(text))


def gives_back(text: str) -> bool:
    """Whether the booking that is spoken of is to be given back, and not moved."""
    left = kept_out(text)
    return wished(words.GIVEN_BACK, left) and not changes(text)


def of_those(text: str) -> Request | None:
    """The same of a booking that is only pointed at: 「昼からのほうをやめたいんです」."""
    left = kept_out(text)
    if _pointed(words.CHANGED, left):
        return Request.CHANGE
    return Request.CANCEL if _pointed(words.GIVEN_BACK, left) else None


def kept_out(text: str) -> str:
    """`text` without what is not to be done: 「取り消さんで」."""
    return words.KEPT.replaced(text, "、")


def keeps(text: str) -> bool:
    """Whether it stays, nothing being wished in the place of what is not to be done."""
    left = kept_out(text)
    return left != text and not (words.CHANGED.found(left) or words.GIVEN_BACK.found(left))


def asks_when(text: str) -> bool:
    """「それ何日の何時でしたかね」"""
    return words.WHEN_WAS_IT.found(text)


def anew(text: str) -> bool:
    """Whether a new one is wished, where there is none."""
    return words.ANEW.found(text)


def misses(text: str) -> bool:
    """Whether who is told that none was found wonders at it."""
    return words.MISSED.found(text)


def every(text: str) -> bool:
    """両方とも"""
    return words.EVERY.found(text)


def ordinal(text: str) -> Ordinal | None:
    """あとのほうの, 真ん中のを"""
    by_order = {
        Ordinal.MIDDLE: which_booking.MIDDLE,
        Ordinal.LATEST: which_booking.LATEST,
        Ordinal.EARLIEST: which_booking.EARLIEST,
    }
    return next((one for one, phrases in by_order.items() if phrases.found(text)), None)


def wished(verbs: Phrases, text: str) -> bool:
    """Whether something is to be done that is done with nothing but a booking: not 「世帯主を変えたい」."""
    return any(own(text[:start]) for start, _ in verbs.every(text))


def own(before: str) -> bool:
    """Whether a verb behind `before` is of a booking: nothing else is what something is done with."""
    done_with = _OBJECT.search(before)
    return done_with is None or words.OWN.found(done_with[1])


def _pointed(verbs: Phrases, text: str) -> bool:
    for start, _ in verbs.every(text):
        done_with = _OBJECT.search(text[:start])
        if done_with is not None and done_with[1].endswith(which_booking.ONE_OF_THEM):
            return True
    return False
