"""What a caller wants other than a new booking, and wishes to move away from what was offered."""

from collections.abc import Callable

from nlu import bookings
from nlu.meaning import Request, Shift
from nlu.vocabulary.asking import ASKS, CHECKS, GRUMBLES
from nlu.vocabulary.done_with import OVER, THEN
from nlu.vocabulary.phrase import Phrases
from nlu.vocabulary.questions import OF, QUESTIONS
from nlu.vocabulary.requests import (
    FLOOR,
    MOVED,
    REQUESTS,
    SOMEBODY_ELSES,
    STANDING,
    UNASKED,
)
from nlu.vocabulary.shifts import SHIFTS
from nlu.vocabulary.undecided import UNKNOWN

UNDOES = (Request.CHANGE, Request.CANCEL)
_IN_PASSING = (
    Request.PARKING_FEE,
    Request.FEE,
    Request.CONVENIENCE_STORE,
    Request.PARKING,
    Request.ACCESS,
    Request.SEAL,
    Request.PROXY,
    Request.BRING,
    Request.COUNTER,
    Request.DURATION,
)
"""Several of these may be asked in one breath."""


def find_request(
    text: str, answers: Callable[[str], bool] = lambda part: False, *, fresh: bool = True
) -> Request | None:
    """What the sentence asks for. `text`: normalized; `answers`: whether a part of it answers what was asked; `fresh`:
    no day and no time was asked for yet.

    A booking somewhere else is none of ours. 「予約をキャンセルして、来週の水曜」 answers where a day was asked for, and else moves
    the booking.
    """
    text = bookings.kept_out(text)
    if fresh and (wanted := bookings.find(text) or bookings.of_those(text)) in UNDOES:
        return wanted
    found = _found(text, {**QUESTIONS, **REQUESTS}, answers, fresh=fresh)
    if found or not fresh:
        return found
    return _found(text, UNASKED, answers, fresh=True) or bookings.find(text)


def also_asked(text: str, first: Request | None) -> tuple[Request, ...]:
    """What else the sentence asks that may be asked in passing, where `first` is asked, too. `text`: normalized.

    What stands in another question is none of its own: 「駐車場はお金がかかりますか」 asks for no fee.
    """
    asked = {**QUESTIONS, **REQUESTS}
    place = asked[first].find(text) if first in _IN_PASSING else None
    if place is None:
        return ()
    places = [place]
    also: list[Request] = []
    for request in _IN_PASSING:
        place = asked[request].find(text)
        if request is first or place is None:
            continue
        if all(place[1] <= taken[0] or taken[1] <= place[0] for taken in places):
            also.append(request)
            places.append(place)
    return tuple(also)


def asked_at(text: str, request: Request) -> int | None:
    """Where the words of a request begin. `text`: normalized."""
    phrases = {**QUESTIONS, **REQUESTS}.get(request)
    place = phrases.find(text) if phrases is not None else None
    return place[0] if place is not None else None


def _found(
    text: str, table: dict[Request, Phrases], answers: Callable[[str], bool], *, fresh: bool
) -> Request | None:
    for request, phrases in table.items():
        place = phrases.find(text)
        if place is None:
            continue
        if request in (Request.OPEN_ON, Request.OPEN_LATE) and answers(text[place[1] :]):
            continue
        if request not in STANDING:
            return request
        behind = text[place[1] :]
        if request is Request.CANNOT_COME and answers(behind):
            return Request.CHANGE if MOVED.found(behind) else None
        if SOMEBODY_ELSES.found(text) or (OVER.ends(behind) and answers(behind)):
            return None
        if request is Request.CANCEL and THEN.ends(behind) and answers(behind):
            return Request.CHANGE if fresh else None
        return request
    return None


def weekday_asked_of(text: str) -> str:
    """What stands before 「何曜日ですか」; empty where that is not asked. `text`: normalized."""
    place = QUESTIONS[Request.WEEKDAY].find(text)
    return OF.replaced(text[: place[0]]) if place is not None else ""


def asks(text: str) -> bool:
    """Whether the sentence is a question. `text`: normalized."""
    return ASKS.found(text) and not GRUMBLES.found(text)


def checks(text: str) -> bool:
    """Whether it asks if something is so, in whatever words. `text`: normalized."""
    return (ASKS.found(text) or CHECKS.found(text)) and not GRUMBLES.found(text)


def find_unknown(text: str) -> bool:
    """Whether the caller says not to know what was asked. `text`: normalized."""
    return UNKNOWN.found(text)


def find_shift(text: str) -> Shift | None:
    """`text`: normalized. A bare 「もう少し遅く」 is about the time of day."""
    return next((shift for shift, phrases in SHIFTS if phrases.found(text)), None)


def asks_for_floor(text: str) -> bool:
    """Whether a question about a counter is about where in the building it is."""
    return FLOOR.found(text)
