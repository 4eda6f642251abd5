from datetime import date, time

import pytest

from nlu.meaning import DateSpan, Excluded, TimeSpan
from tests.nlu.conftest import Hear

THURSDAY, MONDAY, TUESDAY = Excluded(weekday=3), Excluded(weekday=0), Excluded(weekday=1)


@pytest.mark.parametrize(
    ("said", "excluded"),
    [
        ("木曜以外", (THURSDAY,)),
        ("木曜日はちょっと", (THURSDAY,)),
        ("月曜と火曜以外", (MONDAY, TUESDAY)),
        ("月火以外でお願いします", (MONDAY, TUESDAY)),
        ("土日以外", (Excluded(weekday=5), Excluded(weekday=6))),
        ("木曜じゃないといけん", ()),
        ("木曜", ()),
    ],
)
def test_a_weekday_that_is_refused_is_refused_every_week(
    hear: Hear, said: str, excluded: tuple[Excluded, ...]
) -> None:
    assert hear(said).excluded == excluded


def test_a_day_that_is_refused_is_that_day_alone(hear: Hear) -> None:
    day = date(2026, 12, 4)
    assert hear("12月4日は無理です").excluded == (Excluded(days=DateSpan(day, day)),)


@pytest.mark.parametrize(
    "said",
    [
        "来週の月曜は農協の支払いで出るけん、そのついでで、30日の10時です",
        "その日の午後はだめですか。2日の水曜の2時はどうですか",
        "午後はいけんとですか、ほんなら午後4時で",
    ],
)
def test_what_is_wished_behind_it_is_not_refused(hear: Hear, said: str) -> None:
    meaning = hear(said)
    assert meaning.times
    assert meaning.excluded == ()


def test_a_day_named_behind_a_refused_one_leaves_that_refused(hear: Hear) -> None:
    assert hear("30日はだめです、12月1日で").excluded


def test_a_week_less_one_day_is_both(hear: Hear) -> None:
    meaning = hear("来週の木曜以外")
    thursday = date(2026, 12, 3)
    assert meaning.dates[0].value == DateSpan(date(2026, 11, 30), date(2026, 12, 6))
    assert meaning.excluded == (Excluded(days=DateSpan(thursday, thursday)),)


def test_a_part_of_the_day_that_is_refused(hear: Hear) -> None:
    meaning = hear("午前中はちょっと")
    assert meaning.times == ()
    assert meaning.excluded == (Excluded(times=TimeSpan(time(8, 30), time(11, 59))),)
