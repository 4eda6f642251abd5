"""What is refused, and when it no longer is."""

from datetime import date, datetime, time

import pytest

from dialog.refused import NOTHING, Refused
from nlu.meaning import DateSpan, Excluded, TimeSpan
from tests.dialog.conversation import moment

THURSDAYS = Excluded(weekday=3)
MORNINGS = Excluded(times=TimeSpan(time(8, 30), time(11, 59)))
FIRST_WEEK = DateSpan(date(2026, 11, 30), date(2026, 12, 6))
THURSDAY = DateSpan(date(2026, 12, 3), date(2026, 12, 3))


@pytest.mark.parametrize(
    ("excluded", "start", "refused"),
    [
        (THURSDAYS, moment(12, 3, 10), True),
        (THURSDAYS, moment(12, 2, 10), False),
        (MORNINGS, moment(12, 2, 10), True),
        (MORNINGS, moment(12, 2, 13), False),
        (Excluded(days=FIRST_WEEK), moment(12, 1, 13), True),
        (Excluded(days=FIRST_WEEK), moment(12, 7, 13), False),
    ],
)
def test_days_weekdays_and_halves(excluded: Excluded, start: datetime, refused: bool):
    assert Refused((excluded,)).has(start) is refused
    assert Refused((excluded,)).has(start.replace(tzinfo=None)) is refused


def test_a_place_is_refused_and_its_neighbour_is_not():
    refused = Refused(places=(moment(12, 3, 10),))
    assert refused.has(moment(12, 3, 10))
    assert not refused.has(moment(12, 3, 11))
    assert not NOTHING.has(moment(12, 3, 10))


def test_who_names_what_was_refused_takes_it_back():
    refused = Refused((THURSDAYS, MORNINGS), (moment(12, 3, 10),))
    ten = TimeSpan(time(10), time(10))
    assert refused.but_named(None, None) == refused
    assert refused.but_named(FIRST_WEEK, None) == refused
    assert refused.but_named(THURSDAY, None) == Refused((MORNINGS,), refused.places)
    assert refused.but_named(FIRST_WEEK, ten) == Refused((THURSDAYS,), refused.places)
    assert refused.but_named(THURSDAY, ten) == NOTHING


def test_only_a_wish_that_meets_it_is_touched():
    assert Refused((THURSDAYS,)).within(THURSDAY, None)
    assert not Refused((THURSDAYS,)).within(DateSpan(date(2026, 12, 2), date(2026, 12, 2)), None)
    place = Refused(places=(moment(12, 3, 10),))
    assert place.within(FIRST_WEEK, TimeSpan(time(9), time(11)))
    assert not place.within(FIRST_WEEK, TimeSpan(time(13), time(17)))
