"""A weekday said with a month is one of that month, whatever was heard between them."""

from datetime import date

import pytest

from nlu.meaning import DateSpan
from nlu.question import Expect
from tests.nlu.conftest import Hear

DECEMBER = DateSpan(date(2026, 12, 1), date(2026, 12, 31))


@pytest.mark.parametrize("expect", [Expect.DATE, Expect.ANY])
def test_a_misheard_day_that_falls_on_the_weekday_said_is_meant_but_not_sure(hear: Hear, expect: Expect):
    dates = hear("12月じゅうななぎちの木曜日", expect).dates
    assert dates[0].value == DateSpan(date(2026, 12, 17), date(2026, 12, 17))
    assert dates[0].score < 0.8
    assert dates[1].value == DECEMBER


@pytest.mark.parametrize("said", ["12月じゅうななぎちの水曜日", "12月もにょもにょの木曜日"])
def test_where_the_day_cannot_be_told_the_month_stands_alone(hear: Hear, said: str):
    assert [scored.value for scored in hear(said, Expect.DATE).dates] == [DECEMBER]


@pytest.mark.parametrize("said", ["12月の木曜日", "12月でしたら木曜日", "12月なら、できれば木曜がいいです"])
def test_a_weekday_of_a_month_is_any_of_them(hear: Hear, said: str):
    days = [scored.value.first.day for scored in hear(said, Expect.DATE).dates]
    assert days == [3, 10, 17, 24, 31]


def test_a_month_that_is_told_does_not_bind_the_weekday(hear: Hear):
    assert hear("12月に引っ越すので木曜日に", Expect.DATE).dates[0].value.first == date(2026, 11, 26)
    assert date(2026, 11, 26) in [
        d.value.first for d in hear("12月はいそがしいけん木曜日", Expect.DATE).dates
    ]


def test_a_weekday_that_is_refused_is_not_wished(hear: Hear):
    meaning = hear("12月は木曜はだめです", Expect.DATE)
    assert [scored.value for scored in meaning.dates] == [DECEMBER]
    assert [one.weekday for one in meaning.excluded] == [3]
