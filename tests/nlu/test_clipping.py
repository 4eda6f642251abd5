"""Words whose beginning was clipped."""

import pytest

from nlu.hypothesis import Hypothesis
from nlu.question import Expect
from nlu.voting import SURE
from tests.nlu.conftest import Hear


@pytest.mark.parametrize(
    ("said", "heard", "longer"),
    [
        ("多来週の火曜日", "2026-12-01", "2026-12-08"),
        ("だらいしゅうの火曜日", "2026-12-01", "2026-12-08"),
        ("えーと、田来週の水曜で", "2026-12-02", "2026-12-09"),
        ("住民票を多来週の金曜日に", "2026-12-04", "2026-12-11"),
        ("いいえ、らら来週の木曜", "2026-12-03", "2026-12-10"),
        ("多来月の3日", "2026-12-03", "2027-01-03"),
        ("ひあさって", "2026-11-26", "2026-11-27"),
        ("し明後日の10時", "2026-11-26", "2026-11-27"),
        ("12月皿十日", "2026-12-10", "2026-12-30"),
        ("12月じゅんごにち", "2026-12-05", "2026-12-15"),
    ],
)
def test_what_may_be_the_end_of_a_longer_word_is_not_sure_and_the_longer_one_comes_first(
    said: str, heard: str, longer: str, hear: Hear
):
    days = [(scored.value.first.isoformat(), scored.score) for scored in hear(said, Expect.DATE).dates]
    assert days[0][0] == longer
    assert heard in [day for day, _ in days]
    assert all(score < SURE for _, score in days)


def test_a_clipped_hour(hear: Hear):
    times = hear("午前お9時", Expect.TIME).times
    assert [scored.value.first.hour for scored in times[:2]] == [6, 9]
    assert times[0].score < SURE


def test_stray_sounds_that_are_like_nothing_only_doubt(hear: Hear):
    (only,) = hear("く来週の火曜", Expect.DATE).dates
    assert only.value.first.isoformat() == "2026-12-01"
    assert only.score < SURE


@pytest.mark.parametrize("written", ["多来週の火曜日", "だらいしゅうのかようび"])
def test_by_its_sounds(written: str, hear: Hear):
    dates = hear([Hypothesis(written, reading="だらいしゅーのかよーび")], Expect.DATE).dates
    assert [scored.value.first.isoformat() for scored in dates[:2]] == ["2026-12-08", "2026-12-01"]
    assert dates[0].score < SURE


@pytest.mark.parametrize(
    "before",
    [
        "", "では", "じゃあ", "えっと", "えーと、", "ちょっと", "たぶん", "できたら", "もう", "まあ", "あ", "あ、", "で、", "はい", "はい、", "うん", "いや",
        "なら", "それなら", "ほんなら", "また", "よし", "私", "母は", "うちは", "やけん", "行けるけん", "予約ば", "住民票", "住民票を", "戸籍", "おはようございます",
    ],
)  # fmt: skip
def test_a_word_behind_another_is_sure(before: str, hear: Hear):
    days = hear(f"{before}来週の火曜日", Expect.DATE).dates
    assert days[0].value.first.isoformat() == "2026-12-01"
    assert days[0].score >= SURE


@pytest.mark.parametrize(
    "said", ["再来週の火曜日", "さらいしゅうの火曜日", "しあさって", "12月二十日", "12月の10日"]
)
def test_a_whole_word_is_sure(said: str, hear: Hear):
    assert hear(said, Expect.DATE).dates[0].score >= SURE


@pytest.mark.parametrize("said", ["午前9時", "朝9時", "午後の5時", "それじゃ午後2時", "夕方5時", "お昼の2時"])
def test_an_hour_behind_its_part_of_the_day_is_sure(said: str, hear: Hear):
    assert hear(said, Expect.TIME).times[0].score >= SURE
