"""What stays as it is: the day of a booking that moves in its time alone (「時間だけ3時に」, 「1時間遅くして」), and what is said to
stay (「時間は同じで」); for another errand the day of the one before (「同じ日の3時に」)."""

from dataclasses import replace

from dialog import open_on
from dialog.state import State
from nlu.meaning import DateSpan, Meaning, TimeSpan
from nlu.question import Existing, Expect


def on_its_day(state: State, meaning: Meaning) -> State:
    """The state with the day of the booking that is changed, where a time was named and no day was ever."""
    booking = state.booking
    if booking is None or booking.closure is not None or state.day is not None or state.order is not None:
        return state
    named = meaning.topic is Expect.TIME or (state.time is not None and bool(meaning.times))
    if not named or meaning.dates or meaning.excluded or meaning.unchanged == (Expect.TIME,):
        return state
    day = booking.start.date()
    wished = state.time if meaning.times else None
    if wished and (told := open_on.later_elsewhere(state.office, state.procedures, day, wished)):
        return replace(state, lead=(*state.lead, *told))
    return replace(state, day=DateSpan(day, day))


def beside_the_last(state: State, meaning: Meaning) -> State:
    """The state with the day of what was just booked, for another one of which only the time is named: 「姉の分も、10時15分に」."""
    booking = state.stands
    if booking is None or state.booking is not None or state.day is not None or state.order is not None:
        return state
    another = meaning.more or meaning.existing is Existing.SECOND
    if not another or not meaning.times or meaning.dates or state.time is None or not state.time.single:
        return state
    day = booking.start.date()
    return replace(state, day=DateSpan(day, day))


def as_said(state: State, meaning: Meaning) -> State:
    """The state with the day and the time that are to stay as they are."""
    booking = state.booking or state.stands
    if booking is None or booking.closure is not None or not meaning.unchanged:
        return state
    day, start = booking.start.date(), booking.start.timetz().replace(tzinfo=None)
    if Expect.DATE in meaning.unchanged and not meaning.dates:
        state = replace(state, day=DateSpan(day, day))
    if Expect.TIME in meaning.unchanged and not meaning.times:
        state = replace(state, time=TimeSpan(start, start))
    return state
