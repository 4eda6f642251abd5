"""What lies behind or before a day or a time that is only a reason; days that somebody is busy on; words that hold one of a day."""

from datetime import date, time

import pytest

import nlu
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import DateSpan, Meaning, TimeSpan
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW


def hear(said: str, asked: Expect = Expect.DATE, reading: str = "") -> Meaning:
    return nlu.interpret([Hypothesis(said, 1.0, reading)], Question(asked), NOW, Lexicon())


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("病院が10時に終わるけん、そのあと", time(10), time(17, 15)),
        ("10時に病院があるけん、その後がよか", time(10), time(17, 15)),
        ("じゅうじにびょういんがあるけんそのあと", time(10), time(17, 15)),
        ("3時に迎えに来るけん、それまでに", time(8, 30), time(15)),
        ("10時からテレビがあるけん、その前", time(8, 30), time(10)),
    ],
)
def test_a_time_that_is_a_reason_is_looked_beyond(said: str, first: time, last: time) -> None:
    assert hear(said, Expect.TIME).times[0].value == TimeSpan(first, last)


def test_a_day_that_is_a_reason_is_looked_beyond() -> None:
    days = hear("15日に年金が出るけん、そのあと").dates[0].value
    assert days == DateSpan(date(2026, 12, 16), date(2027, 1, 14))


@pytest.mark.parametrize(
    ("said", "start"), [("3時がいいけど、それより前でもいい", time(15)), ("10時かその前", time(10))]
)
def test_a_time_that_is_wished_stays(said: str, start: time) -> None:
    assert hear(said, Expect.TIME).times[0].value == TimeSpan(start, start)


@pytest.mark.parametrize(
    ("said", "weekdays"),
    [
        ("透析が月水金なんです", [0, 2, 4]),
        ("デイサービスが火曜と木曜なんよ", [1, 3]),
        ("水曜は孫が来るけん", [2]),
        ("リハビリが火曜やけん水曜がいい", [1]),
    ],
)
def test_the_days_of_something_else_are_refused(said: str, weekdays: list[int]) -> None:
    heard = hear(said)
    assert [one.weekday for one in heard.excluded] == weekdays
    assert all(scored.value.first.weekday() not in weekdays for scored in heard.dates)


def test_the_day_on_which_the_caller_comes_is_wished() -> None:
    assert hear("火曜は来ます").dates[0].value.first == date(2026, 12, 1)
    assert hear("仕事が休みなのは月曜なんで月曜に").dates[0].value.first == date(2026, 11, 30)


def test_who_is_no_early_riser_wishes_no_morning() -> None:
    heard = hear("朝は弱いけん、遅めが", Expect.TIME)
    assert heard.times == ()
    assert heard.excluded[0].times == TimeSpan(time(8, 30), time(10))


@pytest.mark.parametrize(
    "said",
    [
        "必要なのかどうか",
        "いつか行きたいんですが",
        "どっちやろうか、よう分からん",
        "来月75歳になります",
        "夫の四十九日が済んだけん",
    ],
)
def test_no_day_is_found_in_other_words(said: str) -> None:
    assert hear(said).dates == ()


@pytest.mark.parametrize(
    ("said", "day"),
    [("12月なのか", 7), ("なのかでお願いします", 7), ("いつかでお願いします", 5), ("12月いつか", 5)],
)
def test_a_day_is_found_in_its_own_words(said: str, day: int) -> None:
    assert hear(said).dates[0].value.first == date(2026, 12, day)
