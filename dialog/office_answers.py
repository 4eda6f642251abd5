"""Answers to what is asked of the office, and not of a procedure."""

from collections import Counter
from collections.abc import Callable
from datetime import date

from dialog import open_on, values
from dialog.closing import numbered
from dialog.existing import booking_is
from dialog.state import Phase, State
from nlu.meaning import Meaning, Request
from prompts import formats, render
from prompts.sentence import Sentence

Answer = tuple[Sentence, ...]


def _own(state: State, request: Request) -> Answer:
    words = dict(state.office.answers).get(request)
    return (render(request.value, answer=values.term(words)),) if words is not None else ()


def _weekday(state: State, meaning: Meaning) -> Answer:
    """Of the day that was just named, else of the one that is spoken of; places that are offered are told anew."""
    day = _spoken_of(state, meaning)
    return (render("weekday", day=formats.day(day)),) if day is not None else ()


def _spoken_of(state: State, meaning: Meaning) -> date | None:
    if meaning.weekday_of is None and state.place is not None:
        return state.place.start.date()
    if meaning.weekday_of is None and state.day is None and state.booking is not None:
        return state.booking.start.date()
    day = meaning.weekday_of or state.day
    return day.first if day is not None and day.single else None


def _why(state: State, _: Meaning) -> Answer:
    """Why another day or time is asked for, else why one is asked for at all."""
    closed = open_on.closed(state.office, state.procedures, state.day) if state.day is not None else None
    if closed is not None:
        return (closed, *open_on.late(state.office, state.procedures))
    full = any(said.key == "time_full" for said in state.said)
    return (render("time_full", 1) if full else render("why"),)


def _parking_fee(_: State, __: Meaning) -> Answer:
    return ()


def _nameless(state: State, _: Meaning) -> Answer:
    return () if state.office.asks_name else (render("nameless"),)


def _number(state: State, _: Meaning) -> Answer:
    """A booking that is changed keeps its number; of the one that stands it is told with it."""
    if state.booking is not None:
        return (render("same_number"),)
    return (
        () if len(state.stood) != 1 else (booking_is(state, state.stood[0]), *numbered(state.stood[0].number))
    )


def _stands_until(state: State, _: Meaning) -> Answer:
    return (render("given_up" if state.phase is Phase.CONFIRMING else "stands_until"),)


def _this_phone(state: State, _: Meaning) -> Answer:
    return (render("no_bookings" if state.caller else "both_numbers"),)


def _told_by_office(request: Request) -> Callable[[State, Meaning], Answer]:
    return lambda state, meaning: _own(state, request)


def _told_by_all(request: Request) -> Callable[[State, Meaning], Answer]:
    """What is true of every office."""
    return lambda state, meaning: (render(request.value),)


_BY_OFFICE = (Request.PARKING, Request.ACCESS, Request.WALK_IN, Request.WELFARE)
_BY_ALL = (
    Request.BY_PHONE,
    Request.PRIVACY,
    Request.MACHINE,
    Request.COPIES,
    Request.UNDO,
    Request.REMINDER,
    Request.WAITING_LIST,
    Request.SETTLED,
    Request.ONE_EACH,
    Request.CHANGE_COST,
    Request.WHOSE,
    Request.OTHER_NUMBER,
    Request.BOTH_NUMBERS,
    Request.WHERE_NUMBER,
    Request.ERRANDS,
    Request.CANCEL_COST,
)

OF_OFFICE: dict[Request, Callable[[State, Meaning], Answer]] = {
    Request.PARKING_FEE: _parking_fee,
    Request.WEEKDAY: _weekday,
    Request.NAMELESS: _nameless,
    Request.WHY: _why,
    Request.NUMBER: _number,
    Request.STANDS_UNTIL: _stands_until,
    Request.THIS_PHONE: _this_phone,
    **{one: _told_by_office(one) for one in _BY_OFFICE},
    **{one: _told_by_all(one) for one in _BY_ALL},
}


def of_all(state: State, request: Request) -> Answer:
    """What can be said before the procedure is known: the hours that most counters have, where the office is."""
    if request is Request.COUNTER:
        return _own(state, Request.ACCESS)
    if request is Request.LAST_OPEN:
        return open_on.last_before_closure(state.office, ())
    hours = Counter(one.hours for one in state.office.procedures if one.hours is not None)
    if request not in (Request.HOURS, Request.OPEN_ON) or not hours:
        return ()
    usual = values.term(hours.most_common(1)[0][0])
    return (render("hours_of_all" if len(hours) == 1 else "hours_of_most", opening=usual),)
