from datetime import date, time

from nlu import days
from nlu.meaning import Moment, Scored, TimeSpan
from nlu.moments import combine
from tests.nlu.conftest import Hear

TUESDAY, WEDNESDAY = days.day(date(2026, 12, 1)), days.day(date(2026, 12, 2))
TEN, TWO = TimeSpan(time(10), time(10)), TimeSpan(time(14), time(14))


def test_a_moment_is_as_sure_as_its_weaker_half() -> None:
    (only,) = combine([Scored(TUESDAY, 0.9)], [Scored(TEN, 0.6)])
    assert only == Scored(Moment(TUESDAY, TEN), 0.6)


def test_a_day_alone_and_a_time_alone_are_moments() -> None:
    assert combine([Scored(TUESDAY, 0.9)], []) == (Scored(Moment(day=TUESDAY), 0.9),)
    assert combine([], [Scored(TEN, 0.9)]) == (Scored(Moment(time=TEN), 0.9),)
    assert combine([], []) == ()


def test_each_time_goes_with_the_day_before_it(hear: Hear) -> None:
    said = hear("来週の火曜の午前10時か水曜の午後2時").moments
    assert [s.value for s in said] == [Moment(TUESDAY, TEN), Moment(WEDNESDAY, TWO)]


def test_a_day_without_a_time_shares_that_of_the_next(hear: Hear) -> None:
    said = hear("来週の火曜か水曜の午後2時、それか木曜の午前10時").moments
    assert [s.value for s in said][:2] == [Moment(TUESDAY, TWO), Moment(WEDNESDAY, TWO)]
    assert len(said) == 3
