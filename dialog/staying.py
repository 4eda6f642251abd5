"""A booking that moves in its time alone stays on its day: 「時間だけ3時に」, 「1時間遅くして」."""

from dataclasses import replace

from dialog.state import State
from nlu.meaning import DateSpan, Meaning
from nlu.question import Expect


def on_its_day(state: State, meaning: Meaning) -> State:
    """The state with the day of the booking that is changed, where a time was named and no day was ever."""
    booking = state.booking
    if booking is None or booking.closure is not None or state.day is not None or state.order is not None:
        return state
    named = meaning.topic is Expect.TIME or (state.time is not None and state.time.single and meaning.times)
    if not named or meaning.dates or meaning.excluded:
        return state
    day = booking.start.date()
    return replace(state, day=DateSpan(day, day))
