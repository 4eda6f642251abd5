import pytest

from nlu import when
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.question import Expect
from tests.nlu.conftest import NOW, Hear

LEXICON = Lexicon()
MISHEARD = [
    ("らいひゅーのかよーび", "来週の火曜日"), ("くじはむ", "9時半"), ("じゅーにがつようたのよじ", "12月8日の4時"), ("ごごにち", "午後2時"), ("しょごごろ", "正午ごろ"), ("いちがすのよーか", "1月の8日"),
    ("あしたのちゅーじ", "明日の10時"), ("らいしゅーすいよのあさいちばん", "来週水曜の朝1番"), ("さらいひゅーのもくよー", "再来週の木曜"), ("じゅーにがつはつたのごぜんくじ", "12月20日の午前9時"),
]  # fmt: skip


def _values(kana: str, *, written: str = "") -> tuple[list[object], list[object]]:
    at = when.moment(NOW, LEXICON)
    found = when.named(written, at) if written else when.in_sounds(kana, at, misheard=True)
    days, times = ([[scored.value for scored in f.values] for f in kind] for kind in found)
    return days, times


@pytest.mark.parametrize(("kana", "written"), MISHEARD)
def test_a_word_with_one_wrong_sound_is_known(kana: str, written: str) -> None:
    assert _values(kana) == _values("", written=written)


@pytest.mark.parametrize(
    "kana",
    ["", "どーしよーか", "はいおねがいします", "じゅーみんひょーをおねがいします", "ありがとーございました", "でんわばんごーわ", "もーいちどおねがいします", "ちょっとまってください"],
)  # fmt: skip
def test_other_words_are_no_days_and_no_times(kana: str) -> None:
    assert _values(kana) == ([], [])


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
