"""What is said to stay as it is, and how far a booking is to move."""

from datetime import date, time

import pytest

from nlu.anchor import Anchor
from nlu.meaning import Moved
from nlu.question import Expect
from tests.nlu.conftest import Hear

DAY, TIME = Expect.DATE, Expect.TIME


@pytest.mark.parametrize(
    ("said", "stays"),
    [
        ("時間はおんなじで", (TIME,)), ("時間は今までどおりで", (TIME,)), ("時間は同じ", (TIME,)), ("前と同じ時間に", (TIME,)), ("じかんはおなじで", (TIME,)), ("時間は変えんで", (TIME,)),
        ("日と時間はそのままで", (DAY, TIME)), ("日も時間も変えんで", (DAY, TIME)), ("日時はそのままで印鑑証明に", (DAY, TIME)),
        ("同じ日の10時半に", (DAY,)), ("ひにちはおなじで", (DAY,)), ("日にちはそのままで、時間だけ11時に", (DAY,)),
        ("同じ日はだめ", ()), ("同じ日じゃなくて次の日", ()), ("毎日同じ薬を飲んどる", ()), ("時間が合わん", ()), ("予約はそのままで", ()),
    ],
)  # fmt: skip
def test_what_stays_is_the_day_or_the_time(hear: Hear, said: str, stays: tuple[Expect, ...]) -> None:
    assert hear(said).unchanged == stays


@pytest.mark.parametrize(
    ("said", "far"),
    [
        ("予約の時間を30分遅らせてもらいたいんですが", Moved(minutes=30)), ("予約を1時間早めてほしい", Moved(minutes=-60)), ("30分うしろにしてもらえませんか", Moved(minutes=30)),
        ("予約を一週間あとに延ばしてほしい", Moved(days=7)), ("予約しとるとやけど、前の日にしてください", Moved(days=-1)),
        ("予約を変えたい", None), ("予約を12月3日に変えて", None), ("予約を明日の11時に変えて", None), ("30分遅れます", None),
    ],
)  # fmt: skip
def test_a_booking_moves_from_where_it_is(hear: Hear, said: str, far: Moved | None) -> None:
    assert hear(said).moved == far


def test_where_a_booking_is_on_the_table_it_moves_to_a_time(hear: Hear) -> None:
    heard = hear("30分遅らせて", anchor=Anchor((date(2026, 12, 1),), (time(10),)))
    assert heard.moved is None
    assert heard.times[0].value.first == time(10, 30)
