from datetime import date, time

import pytest

from nlu import days, mixups
from nlu.hypothesis import Hypothesis
from nlu.meaning import Scored, TimeSpan
from nlu.question import Expect
from tests.nlu.conftest import NOW, Hear

OPENS, CLOSES = time(8, 30), time(17, 15)


def at(hour: int, minute: int = 0) -> tuple[Scored[TimeSpan], ...]:
    return (Scored(TimeSpan(time(hour, minute), time(hour, minute)), 0.95),)


@pytest.mark.parametrize(
    ("heard", "double"), [(19, 13), (6, 9), (7, None), (17, None), (13, None), (20, None)]
)
def test_an_hour_that_cannot_be_booked_brings_up_the_one_it_is_taken_for(
    heard: int, double: int | None
) -> None:
    found = mixups.in_hours(at(heard), OPENS, CLOSES)
    if double is None:
        assert found == at(heard)
    else:
        assert [s.value.first.hour for s in found] == [double, heard]
        assert all(s.score < 0.8 for s in found)


def test_a_day_far_ahead_brings_up_the_same_day_of_the_month_it_is_taken_for() -> None:
    july = (Scored(days.day(date(2027, 7, 20)), 0.95),)
    assert [s.value.first.month for s in mixups.in_reach(july, NOW.date())] == [1, 7]
    february = (Scored(days.day(date(2027, 2, 17)), 0.95),)
    assert [s.value.first for s in mixups.in_reach(february, NOW.date())] == [
        date(2026, 12, 17),
        date(2027, 2, 17),
    ]
    new_year = (Scored(days.day(date(2027, 1, 29)), 0.95),)
    assert mixups.in_reach(new_year, NOW.date())[0].value.first.month == 11
    december = (Scored(days.day(date(2026, 12, 20)), 0.95),)
    assert mixups.in_reach(december, NOW.date()) == december


def test_only_what_was_heard_is_doubted_not_what_was_written(hear: Hear) -> None:
    assert hear("午後7時", Expect.TIME).times[0].value.first == time(19)
    heard = hear([Hypothesis("", 1.0, "ごごしちじ")], Expect.TIME)
    assert [s.value.first for s in heard.times] == [time(13), time(19)]
