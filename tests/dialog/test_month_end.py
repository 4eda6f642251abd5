"""Days that are told, or looked for, as the counters are open."""

from dataclasses import replace
from datetime import date, time

import pytest

from dialog import closed_day, month_end, open_on
from dialog.office import Counter, Office
from dialog.opening import Day, open_days
from dialog.state import State
from nlu.lexicon import Term
from nlu.meaning import DateSpan, TimeSpan
from tests.dialog.conversation import Conversation, moment

MORNING, AFTERNOON = (time(9), time(12)), (time(13), time(17))


def hours(day: date) -> Day:
    return Day(day, (MORNING, AFTERNOON) if day.weekday() < 5 else ())


@pytest.fixture
def office() -> Office:
    known = Conversation(moment(12, 2, 14)).state.office
    counter = Counter("shomei", Term("証明窓口", "しょうめいまどぐち"), open_days(date(2026, 11, 24), hours))
    return replace(known, counters=(counter,))


def wish(office: Office, first: date, last: date) -> State:
    return State(office=office, day=DateSpan(first, last))


def test_the_end_of_a_month_is_its_last_open_days(office: Office):
    november = wish(office, date(2026, 11, 24), date(2026, 11, 30))
    assert month_end.last_open(november) == DateSpan(date(2026, 11, 27), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 11, 30), date(2026, 11, 30)),
        (date(2026, 11, 23), date(2026, 11, 29)),
        (date(2026, 11, 1), date(2026, 11, 30)),
    ],
)
def test_a_day_a_week_and_a_month_stay_as_they_are(office: Office, first: date, last: date):
    assert month_end.last_open(wish(office, first, last)) == DateSpan(first, last)


def test_a_closed_day_is_told_and_forgotten_while_no_procedure_is_known(office: Office):
    saturday = wish(office, date(2026, 12, 5), date(2026, 12, 5))
    after = closed_day.left_out(saturday)
    assert after.day is None
    assert [sentence.key for sentence in after.lead] == ["day_closed"]
    known = replace(saturday, procedure=office.procedures[0].id)
    assert closed_day.left_out(known) == known


def test_an_open_day_is_kept(office: Office):
    friday = wish(office, date(2026, 12, 4), date(2026, 12, 4))
    assert closed_day.left_out(friday) == friday


@pytest.mark.parametrize(("at", "told"), [(time(11, 30), "off_grid"), (time(17, 20), "outside_hours")])
def test_a_time_within_the_hours_is_not_told_to_be_outside(office: Office, at: time, told: str):
    friday = DateSpan(date(2026, 12, 4), date(2026, 12, 4))
    sentences = open_on.outside(office, (), friday, TimeSpan(at, at))
    assert [sentence.key for sentence in sentences] == [told]
