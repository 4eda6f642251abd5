"""Days of which only a part was said."""

import pytest

from nlu.hypothesis import Hypothesis
from nlu.meaning import Bare
from nlu.question import Choice, Expect
from tests.nlu.conftest import NOW, Hear


@pytest.mark.parametrize(
    "said",
    ["10日です", "とおかでお願いします", "10", "8日か9日", "じゅうよっか", "4日は都合が悪いけん10日で"],
)  # fmt: skip
def test_a_day_by_its_number_alone(hear: Hear, said: str) -> None:
    assert hear(said, Expect.DATE).bare is Bare.DAY


@pytest.mark.parametrize(
    "said",
    [
        "木曜日の午後2時で", "もくようびがいいです", "火曜か木曜", "火曜はいかんけん木曜やね", "月水金は透析やけん、木曜がよか",
        "土日は休みでしょ、月曜で", "きんようびにしとって",
    ],
)  # fmt: skip
def test_a_day_by_its_weekday_alone(hear: Hear, said: str) -> None:
    assert hear(said, Expect.DATE).bare is Bare.WEEKDAY


@pytest.mark.parametrize("said", ["下旬", "じょうじゅんがいいです", "ちゅーじゅん", "中旬でお願いします"])
def test_a_third_of_a_month_without_its_month(hear: Hear, said: str) -> None:
    assert hear(said, Expect.DATE).bare is Bare.THIRD


@pytest.mark.parametrize(
    "said",
    [
        "12月10日です", "じゅうにがつとおか", "来月の10日", "12/4", "明日", "あさって", "クリスマス", "来週の木曜日", "らいしゅうのもくようび",
        "今度の金曜", "つぎのきんよう", "第2水曜", "だいにすいようび", "木曜の前の日", "12月の下旬", "じゅうにがつげじゅん", "月末", "来週",
        "来週は無理なので木曜日", "4日から6日のどこかで", "印鑑証明", "",
    ],
)  # fmt: skip
def test_a_day_that_is_whole_is_not_bare(hear: Hear, said: str) -> None:
    assert hear(said, Expect.DATE).bare is None


def test_where_the_best_hypothesis_names_no_day_the_next_one_does(hear: Hear) -> None:
    assert hear([Hypothesis("灯火です", 0.6), Hypothesis("10日です", 0.4)], Expect.DATE).bare is Bare.DAY


@pytest.mark.parametrize(
    "said", ["木曜日がいいです", "もくようびがいいです", "土日は休みやけん、木曜", "金曜はちょっと、木曜なら"]
)
def test_a_bare_weekday_is_the_offered_one(hear: Hear, said: str) -> None:
    offered = tuple(Choice(NOW.date().replace(month=12, day=day), NOW.time()) for day in (10, 11))
    assert [str(day.value.first) for day in hear(said, Expect.CHOICE, choices=offered).dates] == [
        "2026-12-10"
    ]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("いつかちゃ、そうやなあ、じゅうにがつのじゅういちにち、きんようびがよか", 11),
        ("いつかち言われても、そうやねえ、11日の金曜で", 11),
        ("いつかなあ、12月11日にしようか", 11),
        ("いつかと言われると困るけど、10日で", 10),
        ("いつか言うたら、そうね、12月10日", 10),
        ("いつかちゅうても、まあ12月3日がよか", 3),
        ("いつかちゃね、12月8日", 8),
        ("いつかちゃじゅうにがつよっかで", 4),
        ("いつかです", 5),
        ("いつかがいいです", 5),
        ("じゅうにがついつかで", 5),
        ("いつかちゃろうか", 5),
    ],
)
def test_who_asks_back_when_names_no_fifth(hear: Hear, said: str, day: int) -> None:
    assert [found.value.first.day for found in hear(said, Expect.DATE).dates] == [day]
