from datetime import date

import pytest

from nlu.meaning import DateSpan
from nlu.question import Expect
from tests.nlu.conftest import Hear

# Said on Tuesday, 2026-11-24.
DAYS = [
    ("今日", "11-24"), ("本日でお願いします", "11-24"), ("明日", "11-25"), ("あすの朝", "11-25"), ("あした", "11-25"), ("明後日", "11-26"),
    ("あさって", "11-26"), ("しあさって", "11-27"), ("明々後日", "11-27"), ("翌日", "11-25"), ("3日後", "11-27"), ("一週間後", "12-01"),
    ("2週間後の火曜", "12-08"), ("二週間後", "12-08"), ("1か月後", "12-24"), ("来週の火曜", "12-01"), ("来週火曜日", "12-01"), ("再来週の水曜", "12-09"),
    ("さ来週の水曜日", "12-09"), ("今週の金曜", "11-27"), ("この金曜", "11-27"), ("今度の金曜", "11-27"), ("今度の月曜", "11-30"), ("火曜日", "12-01"),
    ("水曜", "11-25"), ("来月の5日", "12-05"), ("12月4日", "12-04"), ("十二月四日", "12-04"), ("１２月４日", "12-04"), ("12月の4日", "12-04"),
    ("令和8年12月4日", "12-04"), ("20日", "12-20"), ("25日", "11-25"), ("11月の30日", "11-30"), ("はつか", "12-20"), ("二十日", "12-20"),
    ("ついたち", "12-01"), ("ふつかで", "12-02"), ("みっか", "12-03"), ("よっか", "12-04"), ("いつか", "12-05"), ("むいか", "12-06"),
    ("なのか", "12-07"), ("ようか", "12-08"), ("ここのか", "12-09"), ("とおか", "12-10"), ("じゅうよっか", "12-14"), ("にじゅうよっか", "11-24"),
    ("じゅうにがつようか", "12-08"), ("じゅうにがつのはちにち", "12-08"), ("らいしゅうのかようび", "12-01"), ("第2水曜", "12-09"),
    ("12月の第一月曜日", "12-07"), ("12/4", "12-04"), ("2026-12-04", "12-04"), ("えーと、来週の、あのー、木曜日", "12-03"), ("12月4日の金曜日", "12-04"),
    ("来週の頭", "11-30"), ("週明け", "11-30"), ("十一月の、三十日", "11-30"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "day"), DAYS)
def test_a_day_is_understood_looking_forward(hear: Hear, said: str, day: str) -> None:
    expected = date.fromisoformat(f"2026-{day}")
    assert hear(said).dates[0].value == DateSpan(expected, expected)


SPANS = [
    ("来週", "2026-11-30", "2026-12-06"), ("今週", "2026-11-24", "2026-11-29"), ("12月の上旬", "2026-12-01", "2026-12-10"),
    ("来月の中旬", "2026-12-11", "2026-12-20"), ("月末", "2026-11-24", "2026-11-30"), ("12月1日から5日", "2026-12-01", "2026-12-05"),
    ("来週の火曜から木曜", "2026-12-01", "2026-12-03"), ("12月1日から3日の間で", "2026-12-01", "2026-12-03"), ("12月", "2026-12-01", "2026-12-31"),
    ("来月", "2026-12-01", "2026-12-31"), ("12月4日まで", "2026-11-24", "2026-12-04"), ("1週間以内", "2026-11-24", "2026-12-01"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "first", "last"), SPANS)
def test_a_run_of_days_is_understood(hear: Hear, said: str, first: str, last: str) -> None:
    span = hear(said).dates[0].value
    assert (str(span.first), str(span.last)) == (first, last)


CORRECTED = [
    ("火曜、いや水曜", "11-25"), ("来週の火曜、いや水曜で", "12-02"), ("12月4日じゃなくて8日", "12-08"), ("4日やなくて8日", "12-08"),
    ("明日、すみません、明後日でお願いします", "11-26"), ("来週の月曜、やっぱり木曜", "12-03"), ("金曜ではなくて木曜", "11-26"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "day"), CORRECTED)
def test_after_a_correction_only_the_last_day_stands(hear: Hear, said: str, day: str) -> None:
    assert [str(s.value.first) for s in hear(said).dates] == [f"2026-{day}"]


@pytest.mark.parametrize("said", ["木曜以外", "20日はちょっと", "明日は無理です", "金曜は都合が悪いです"])
def test_a_day_that_is_ruled_out_is_not_taken(hear: Hear, said: str) -> None:
    assert hear(said).dates == ()


@pytest.mark.parametrize("said", ["2月30日", "13月1日", "11月31日", "32日", "昨日"])
def test_a_day_that_cannot_be_is_named_and_not_bent(hear: Hear, said: str) -> None:
    meaning = hear(said)
    assert meaning.dates == ()
    assert [one.said for one in meaning.impossible] == [said]


@pytest.mark.parametrize(
    ("said", "past"),
    [("昨日", True), ("先週の火曜", True), ("きのうのじゅうじに", True), ("2月30日の10時", False)],
)
def test_a_day_that_cannot_be_lies_behind_us_or_does_not_exist(hear: Hear, said: str, past: bool) -> None:
    day = hear(said, Expect.DATE).impossible[0]
    assert (day.slot, day.past) == (Expect.DATE, past)


def test_two_days_are_both_taken(hear: Hear) -> None:
    assert [str(s.value.first) for s in hear("来週の木曜か火曜").dates] == ["2026-12-03", "2026-12-01"]


def test_next_friday_may_be_this_weeks_or_next_weeks_and_is_not_sure(hear: Hear) -> None:
    first, second = hear("次の金曜").dates
    assert (str(first.value.first), str(second.value.first)) == ("2026-11-27", "2026-12-04")
    assert 0.8 > first.score > second.score


def test_a_weekday_that_does_not_fit_the_day_brings_up_the_day_that_sounds_like_it(hear: Hear) -> None:
    values = hear("12月4日の火曜日").dates
    assert [str(s.value.first) for s in values] == ["2026-12-08", "2026-12-04"]
    assert values[0].score < 0.8


MISHEARD = [
    ("朝手", "11-26"), ("浅手", "11-26"), ("10日月4日", "12-04"), ("灰津か", "12-20"), ("来週の火用日", "12-01"), ("通い日", "12-01"),
    ("木曜火", "11-26"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "day"), MISHEARD)
def test_a_day_is_found_by_its_sound_where_the_writing_is_wrong(hear: Hear, said: str, day: str) -> None:
    assert f"2026-{day}" in [str(s.value.first) for s in hear(said, Expect.DATE).dates]


def test_a_number_alone_is_a_day_when_the_day_was_asked(hear: Hear) -> None:
    assert str(hear("20", Expect.DATE).dates[0].value.first) == "2026-12-20"
    assert hear("20", Expect.DATE).dates[0].score < 0.8


@pytest.mark.parametrize("said", ["どうしようかな", "住民票", "はい", "ますか", "さあ、いつだったか"])
def test_words_that_only_contain_the_sound_of_a_day_are_none(hear: Hear, said: str) -> None:
    assert hear(said).dates == ()
