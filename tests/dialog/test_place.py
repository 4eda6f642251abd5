"""From a wish to a place that is read back."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest

from dialog import events, place
from dialog.actions import Action, Book, FindPlaces, Say
from dialog.calendar import Availability, Place, Reason
from dialog.say import Step
from dialog.slots.day import DAY as DAY_SLOT
from dialog.slots.time import TIME as TIME_SLOT
from dialog.state import Phase, State
from dialog.step import step
from nlu.meaning import DateSpan, Meaning, Order, Scored, TimeSpan
from nlu.question import Expect
from tests.dialog.conversation import NOW, OFFICE, moment

DAY = date(2026, 12, 2)
START = moment(12, 2, 14)


def wish(**changes: object) -> State:
    state = State(
        office=OFFICE,
        caller="+81935551234",
        procedure="juminhyo",
        day=DateSpan(DAY, DAY),
        time=TimeSpan(time(14), time(14)),
        existing=(),
    )
    return replace(state, phase=Phase.LOOKING, **changes)


def keys(result: Step) -> list[str]:
    (action,) = result[1]
    assert isinstance(action, Say)
    return [sentence.key for sentence in action.sentences]


def places(count: int, first: datetime = START) -> tuple[Place, ...]:
    return tuple(Place(first + timedelta(hours=n)) for n in range(count))


def test_nothing_is_looked_for_before_procedure_and_day_are_known():
    assert keys(place.proceed(wish(procedure=None))) == ["ask_procedure"]
    assert keys(place.proceed(wish(day=None))) == ["ask_date"]


def test_a_day_is_enough_to_look():
    state, actions = place.proceed(wish(time=None))
    assert actions == (FindPlaces(("juminhyo",), (DAY, DAY), None),)
    assert state.phase is Phase.LOOKING


def test_the_earliest_needs_no_day():
    _, actions = place.proceed(wish(day=None, time=None, order=Order.EARLIEST))
    assert actions == (FindPlaces(("juminhyo",), None, None),)


def test_a_whole_month_is_narrowed_down_to_a_day_first():
    december = DateSpan(date(2026, 12, 1), date(2026, 12, 31))
    looks, (action,) = place.proceed(wish(day=december, time=None))
    assert isinstance(action, FindPlaces)
    state, _ = result = place.found(looks, Availability(places(3)))
    assert keys(result) == ["ask_day_of_month"]
    assert "12月" in state.said[-1].text
    assert state.question.expect is Expect.DATE


def test_a_month_too_far_ahead_is_told_before_its_day_is_asked_for():
    february = DateSpan(date(2027, 2, 1), date(2027, 2, 28))
    looks, _ = place.proceed(wish(day=february, time=None))
    result = place.found(looks, Availability(reason=Reason.TOO_FAR, alternatives=places(2)))
    assert keys(result) == ["too_far", "offer_2"]


def test_any_day_of_a_month_and_a_run_of_a_few_days_are_looked_for_at_once():
    december = DateSpan(date(2026, 12, 1), date(2026, 12, 31))
    early = DateSpan(date(2026, 12, 1), date(2026, 12, 10))
    for state in (wish(day=december, order=Order.ANY), wish(day=early)):
        _, (action,) = place.proceed(state)
        assert isinstance(action, FindPlaces)


def test_the_place_wished_for_is_read_back():
    state, _ = result = place.found(wish(), Availability(places(1)))
    assert keys(result) == ["read_back", "confirm"]
    assert (state.phase, state.place) == (Phase.CONFIRMING, Place(START))
    assert state.question.expect is Expect.ANSWER
    assert not state.read_back_heard


def test_a_read_back_is_not_to_be_interrupted():
    _, (action,) = place.read_back(wish(), Place(START))
    assert isinstance(action, Say)
    assert not action.interruptible


def test_the_earliest_place_is_read_back_whatever_the_time():
    result = place.found(wish(day=None, time=None, order=Order.EARLIEST), Availability(places(3)))
    assert keys(result) == ["read_back", "confirm"]
    assert result[0].order is None


def test_a_free_day_without_a_time_is_asked_for_its_time():
    assert keys(place.found(wish(time=None), Availability(places(3)))) == ["ask_time"]


def test_several_days_are_answered_with_an_offer():
    days = DateSpan(DAY, DAY + timedelta(days=6))
    result = place.found(wish(day=days), Availability(places(3)))
    assert keys(result) == ["offer_3"]
    assert [c.start for c in result[0].question.choices] == [time(14), time(15), time(16)]


@pytest.mark.parametrize("count", [1, 2, 3, 5])
def test_at_most_three_places_are_offered(count: int):
    state, _ = result = place.offer(wish(), places(count))
    assert keys(result) == [f"offer_{min(count, 3)}"]
    assert len(state.offered) == min(count, 3)


@pytest.mark.parametrize(
    ("reason", "time_span", "told"),
    [
        (Reason.FULL, TimeSpan(time(14), time(14)), "time_full"),
        (Reason.FULL, None, "day_full"),
        (Reason.CLOSED, None, "day_closed"),
        (Reason.OUTSIDE_HOURS, TimeSpan(time(20), time(20)), "outside_hours"),
        (Reason.OFF_GRID, TimeSpan(time(9, 40), time(9, 40)), "off_grid"),
        (Reason.PAST, None, "date_past"),
        (Reason.TOO_SOON, None, "too_soon"),
        (Reason.TOO_FAR, None, "too_far"),
    ],
)
def test_the_reason_is_told_before_the_offer(reason: Reason, time_span: TimeSpan | None, told: str):
    availability = Availability(reason=reason, alternatives=places(2))
    assert keys(place.found(wish(time=time_span), availability)) == [told, "offer_2"]


def test_a_holiday_is_called_by_its_name():
    availability = Availability(
        reason=Reason.CLOSED, detail="文化の日", detail_reading="ぶんかのひ", alternatives=places(1)
    )
    assert keys(place.found(wish(time=None), availability)) == ["day_holiday", "offer_1"]


def test_a_closed_saturday_is_told_without_a_holiday():
    availability = Availability(reason=Reason.CLOSED, detail="weekend", alternatives=places(1))
    assert keys(place.found(wish(time=None), availability)) == ["day_closed", "offer_1"]


def test_where_nothing_at_all_is_free_another_day_is_asked_for():
    state, _ = result = place.found(wish(), Availability(reason=Reason.FULL))
    assert keys(result) == ["time_full", "nothing_free", "ask_date"]
    assert (state.day, state.time) == (None, None)


@pytest.mark.parametrize(
    ("day", "clock", "changed"),
    [
        (None, None, False),
        (DateSpan(DAY, DAY), TimeSpan(time(14), time(14)), False),
        (DateSpan(date(2026, 11, 30), date(2026, 12, 4)), TimeSpan(time(13), time(17)), False),
        (DateSpan(date(2026, 12, 3), date(2026, 12, 3)), None, True),
        (None, TimeSpan(time(15), time(15)), True),
    ],
)
def test_what_differs_from_the_read_back_is_a_change(
    day: DateSpan | None, clock: TimeSpan | None, changed: bool
):
    state, _ = place.read_back(wish(), Place(START))
    said = Meaning(dates=(Scored(day, 0.9),) if day else (), times=(Scored(clock, 0.9),) if clock else ())
    assert (DAY_SLOT.differs(state, said) or TIME_SLOT.differs(state, said)) is changed


def test_places_that_come_too_late_change_nothing():
    state = replace(wish(), phase=Phase.CLOSING)
    assert step(state, events.PlacesFound(NOW, Availability(places(1)))) == (state, ())


def actions_after_a_broken_line(state: State) -> tuple[Action, ...]:
    return step(state, events.Reconnected(NOW))[1]


def test_a_line_that_broke_while_places_were_looked_for_looks_again():
    assert FindPlaces(("juminhyo",), (DAY, DAY), (time(14), time(14))) in actions_after_a_broken_line(wish())


def test_a_line_that_broke_while_the_place_was_being_booked_books_again():
    state, _ = place.read_back(wish(), Place(START))
    state = replace(state, phase=Phase.BOOKING, read_back_heard=True)
    assert Book(("juminhyo",), START) in actions_after_a_broken_line(state)
