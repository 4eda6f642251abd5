import pytest

from nlu import near_spoken
from nlu.hypothesis import Hypothesis
from nlu.question import Expect
from tests.nlu.conftest import Hear

MISHEARD = [
    ("らいひゅーのかよーび", "来週の火曜日"), ("くじはむ", "9時半"), ("じゅーにがつようたのよじ", "12月8日の4時"), ("ごごにち", "午後2時"), ("しょごごろ", "正午ごろ"), ("いちがすのよーか", "1月の8日"),
    ("あしたのちゅーじ", "明日の10時"), ("らいしゅーすいよのあさいちばん", "来週水曜の朝1番"), ("さらいひゅーのもくよー", "再来週の木曜"), ("じゅーにがつはつたのごぜんくじ", "12月20日の午前9時"),
]  # fmt: skip


@pytest.mark.parametrize(("kana", "written"), MISHEARD)
def test_a_word_with_one_wrong_sound_is_known(kana: str, written: str) -> None:
    assert near_spoken.rewrite(kana) == written


@pytest.mark.parametrize(
    "kana",
    ["", "どーしよーか", "はいおねがいします", "じゅーみんひょーをおねがいします", "ありがとーございました", "でんわばんごーわ", "もーいちどおねがいします", "ちょっとまってください"],
)  # fmt: skip
def test_other_words_are_left_as_they_are(kana: str) -> None:
    assert near_spoken.rewrite(kana) == kana


@pytest.mark.parametrize(
    ("reading", "day", "hour"),
    [("じゅーにがつようたのごごにじ", 8, 14), ("じゅーにがつよっかのごごにち", 4, 14), ("らいひゅーのすいよーびのくじはむ", 2, 9)],
)  # fmt: skip
def test_what_an_engine_misheard_by_a_sound_is_understood_but_not_sure(
    hear: Hear, reading: str, day: int, hour: int
) -> None:
    meaning = hear([Hypothesis("", 1.0, reading)], Expect.ANY)
    best = meaning.moments[0]
    assert best.value.day is not None
    assert best.value.time is not None
    assert (best.value.day.first.day, best.value.time.first.hour) == (day, hour)
    assert best.score < 0.8


def test_a_reading_without_a_wrong_sound_stays_sure(hear: Hear) -> None:
    meaning = hear([Hypothesis("", 1.0, "じゅうにがつようかのごごにじ")], Expect.ANY)
    assert meaning.moments[0].score >= 0.8
    assert len(meaning.moments) == 1
