"""What leans on what is on the table is counted from there, and from today where nothing is."""

from datetime import date, time

import pytest

from nlu.anchor import NOTHING, Anchor
from nlu.anchored import numbered, on_weekday
from nlu.question import Choice, Expect
from tests.nlu.conftest import NOW, Hear

TODAY = NOW.date()
TUESDAY = Anchor((date(2026, 12, 1),), (time(10),))
"""Read back: the Tuesday of next week, at ten."""
SATURDAY = Anchor((date(2026, 12, 5),))

DAYS = {
    "いいえ、水曜で": (12, 2), "すいようびがいいです": (12, 2), "いや、木曜にして": (12, 3), "うんにゃ、きんようばい": (12, 4), "月曜のほうがいいっちゃけど": (11, 30), "やっぱり金曜やけん": (12, 4),
    "次の日にしてください": (12, 2), "つぎのひがよか": (12, 2), "前の日がいいです": (11, 30), "まえのひにして": (11, 30), "翌日でお願いします": (12, 2),
    "もう一週間あとで": (12, 8), "もういっしゅうかんあとにしてもらえんやろか": (12, 8), "一週間遅くして": (12, 8), "一週間ずらしてください": (12, 8), "一週間後でお願いします": (12, 8),
    "もう一日あとで": (12, 2), "二日あとにしてくれんね": (12, 3), "一日早くして": (11, 30), "いちにちはやくしてもらえますか": (11, 30), "一日前で": (11, 30),
    "いいえ、28日で": (12, 28), "にじゅうはちにちにして": (12, 28), "2日です": (12, 2),
    "一日あとにずらしてほしい": (12, 2), "いちにちあとにずらして": (12, 2), "三日後に変えてもらえますか": (12, 4), "一週間あとに延ばして": (12, 8),
    "娘がその次の日しか来られんち言うけん、次の日の同じ時間に": (12, 2), "むすめがそのつぎのひしかこられんち言うけん、つぎのひに": (12, 2), "翌日に娘が来るけん、次の日にして": (12, 2), "前の日しか来られんけん、前の日にして": (11, 30),
    "翌日に娘が来るけん、その次の日にして": (12, 3), "次の日は透析やけん、その次の日で": (12, 3), "4日は無理で、翌日しか娘が来られんけん、翌日に": (12, 5),
    "あ、いけん。1日は仕入れやった。一日早うして": (11, 30), "ついたちは孫の迎えがあったわ、二日遅うして": (12, 3), "1日はゼミやった。3日にして": (12, 3), "一日早うして、時間はそのまま": (11, 30),
    "その次の月曜日で": (12, 7), "次の月曜にしてください": (12, 7), "次の週の月曜で": (12, 7), "翌週の同じ曜日で": (12, 8), "その週の金曜で": (12, 4), "同じ日の3時で": (12, 1),
    "明日で": (11, 25), "今週の金曜で": (11, 27), "来週の木曜で": (12, 3), "12月10日で": (12, 10),
}  # fmt: skip
TIMES = {
    "45分で": time(10, 45), "いいえ、45分がいいです": time(10, 45), "よんじゅうごふんにして": time(10, 45), "半で": time(10, 30), "30分のほうが": time(10, 30), "1時間遅くして": time(11), "もう1時間あとで": time(11),
    "足が悪いけん間に合わんかもしれん。45分にしてもらえん？": time(10, 45), "バスが遅れるかもしれん。半にして": time(10, 30), "ちょっと早いですね。45分でお願いします": time(10, 45),
    "1時間早くして": time(9), "30分あとにして": time(10, 30), "30分早くしてもらえますか": time(9, 30), "水曜の同じ時間で": time(10), "すいようのおなじじかんで": time(10), "時間はそのままで木曜に": time(10),
    "じかんはおなじで木曜に": time(10), "元の時間で": time(10),
}  # fmt: skip
NO_TIMES = [
    "45分かかりますか",
    "30分待つんですか",
    "家からは遠いんです。30分です",
    "バスで行くとよ。30分かかる",
    "歩きです。30分で行けます",
    "はい、30分前に着きます",
    "同じで",
]


@pytest.mark.parametrize(("said", "day"), DAYS.items(), ids=str)
def test_a_day_is_counted_from_what_was_read_back(hear: Hear, said: str, day: tuple[int, int]):
    first = hear(said, Expect.ANSWER, anchor=TUESDAY).dates[0].value
    assert first.single
    assert (first.first.month, first.first.day) == day


@pytest.mark.parametrize("said", ["一日あとにずらしてほしい", "三日後に変えてもらえますか"])
def test_what_is_moved_by_days_is_not_counted_from_today(hear: Hear, said: str):
    assert len(hear(said, Expect.DATE, anchor=TUESDAY).dates) == 1


def test_days_without_a_move_may_be_counted_from_today(hear: Hear):
    days = {scored.value.first for scored in hear("三日後に行きたい", Expect.DATE, anchor=TUESDAY).dates}
    assert days == {date(2026, 12, 4), date(2026, 11, 27)}


@pytest.mark.parametrize(("said", "time"), TIMES.items(), ids=str)
def test_a_time_is_counted_from_what_was_read_back(hear: Hear, said: str, time: time):
    assert hear(said, Expect.ANSWER, anchor=TUESDAY).times[0].value.first == time


@pytest.mark.parametrize("said", NO_TIMES)
def test_a_length_of_time_is_no_time(hear: Hear, said: str):
    assert hear(said, Expect.ANSWER, anchor=TUESDAY).times == ()


@pytest.mark.parametrize(
    "said", ["木曜を金曜にしてください", "もくようをきんように", "木曜ば金曜に変えて", "12月3日を4日に"]
)
def test_what_is_moved_to_another_day_is_no_wish(hear: Hear, said: str):
    days = [scored.value.first for scored in hear(said, Expect.DATE, anchor=TUESDAY).dates]
    assert days == [date(2026, 12, 4)]


def test_a_time_is_moved_likewise(hear: Hear):
    times = [scored.value.first for scored in hear("10時を11時に", Expect.ANSWER, anchor=TUESDAY).times]
    assert times[0] == time(11)
    assert time(10) not in times


def test_without_anything_on_the_table_days_are_counted_from_today(hear: Hear):
    assert hear("次の日").dates[0].value.first == date(2026, 11, 25)
    assert hear("28日").dates[0].value.first == date(2026, 11, 28)
    assert hear("前の日").dates == ()
    assert hear("同じ時間で").times == ()
    assert hear("一週間早く").dates == ()


def test_what_happened_a_week_ago_is_no_wish(hear: Hear):
    assert hear("一週間前に電話したんやけど", Expect.ANSWER, anchor=Anchor((date(2026, 12, 10),))).dates == ()


def test_a_week_before_an_early_day_has_gone_by(hear: Hear):
    said = hear("二週間早くして", Expect.ANSWER, anchor=TUESDAY)
    assert said.dates == ()
    assert said.impossible


def test_an_offered_day_is_meant_by_its_number_or_weekday(hear: Hear):
    days = (date(2026, 12, 28), date(2027, 1, 5))
    choices = tuple(Choice(day, time(10)) for day in days)
    asked = {"choices": choices, "anchor": Anchor(days, (time(10),))}
    for said, place in {
        "28日": 0,
        "5日でお願いします": 1,
        "いつかがいいです": 1,
        "火曜で": 1,
        "げつようびのほう": 0,
    }.items():
        found = hear(said, Expect.CHOICE, **asked).choice
        assert found is not None
        assert found.value == place, said


def test_an_offered_time_is_meant_by_its_minutes(hear: Hear):
    day = date(2026, 12, 1)
    times = (time(9, 30), time(10, 45), time(13))
    choices = tuple(Choice(day, at) for at in times)
    found = hear("45分で", Expect.CHOICE, choices=choices, anchor=Anchor((day,), times)).choice
    assert found is not None
    assert found.value == 1


@pytest.mark.parametrize(
    "said", ["元のままで", "そのままでいいです", "もとのまんまでよか", "変えんでいい", "同じで"]
)
def test_unchanged_is_the_day_or_the_time_that_was_asked_for(hear: Hear, said: str):
    assert hear(said, Expect.TIME, anchor=TUESDAY).times[0].value.first == time(10)
    assert hear(said, Expect.DATE, anchor=TUESDAY).dates[0].value.first == date(2026, 12, 1)
    assert hear(said, Expect.ANSWER, anchor=TUESDAY).times == ()


def test_from_a_weekend_the_nearest_weekday_is_meant():
    wanted = {0: 7, 1: 8, 2: 9 - 7, 3: 3, 4: 4, 6: 6}
    assert {n: on_weekday(SATURDAY, n, TODAY).day for n in wanted} == wanted  # type: ignore[union-attr]


def test_a_weekday_that_has_gone_by_and_an_empty_table_lean_on_nothing():
    assert on_weekday(Anchor((date(2026, 11, 26),)), 0, TODAY) is None
    assert on_weekday(NOTHING, 0, TODAY) is None
    assert numbered(NOTHING, 5, TODAY) is None


def test_a_number_that_has_gone_by_is_of_the_next_month():
    assert numbered(Anchor((date(2026, 11, 27),)), 5, TODAY) == date(2026, 12, 5)
