"""A day or a time that is only told of, and the one that is wished behind it."""

from datetime import date, time

import pytest

from nlu.anchor import Anchor
from nlu.meaning import Answer
from nlu.question import Choice, Expect
from tests.nlu.conftest import Hear

READ_BACK = Anchor((date(2026, 12, 7),), (time(14),))
FULL = Anchor((date(2026, 12, 2),), (time(10), time(9, 45), time(10, 15)))
CHOICES = (Choice(date(2026, 12, 2), time(9, 45)), Choice(date(2026, 12, 2), time(10, 15)))
NOON = (Choice(date(2026, 11, 25), time(12)), Choice(date(2026, 11, 26), time(12)))

MINUTES = {
    "いや待って、バスが着くのがちょうど2時やけん、やっぱり半にしてもらえる？": 30, "いやまって、ばすがつくのがちょうどにじやけん、やっぱりはんにしてもらえる": 30, "やっぱり半にしてもらえませんか？": 30,
    "いや、2時は早いけん、半で": 30, "2時に着くので、15分にできますか": 15, "いや、30分前に着くけん、45分で": 45, "にじはばすがまにあわんけんはんで": 30, "2時やと早いんで半でお願いします": 30,
}  # fmt: skip
OTHER_TIMES = {
    "いや、やっぱり3時半に": (15, 30),
    "やけん2時半で": (14, 30),
    "バスが3時に着くけん、15分で終わりますか": (15, 0),
}
TOLD_OF = {
    "15日に年金が入るやろ、それまでは金がないけん、12月16日にしてもらおうかね": (12, 16), "じゅうごにちにねんきんがはいるやろ、それまではかねがないけん、じゅうにがつじゅうろくにちにして": (12, 16),
    "15日に振り込まれるやろ、16日で": (12, 16), "20日に娘が帰ってくるでしょう、だから21日で": (12, 21), "10日にギプスが取れるやろう。11日で": (12, 11), "4日に給料が出るでしょ、7日がいい": (12, 7),
    "ああ、行く日のことね。先にそう言わんと。ほんなら12月1日の火曜": (12, 1), "ああいくひのことねさきにそういわんとほんならじゅうにがつついたち": (12, 1), "荷物が着く日はわからんけど、12月3日で": (12, 3),
    "火曜しか休みがないんで、来週の火曜で": (12, 1), "水曜しか車が空かんけん、12月9日の水曜で": (12, 9), "すいようしかやすめんけんじゅうにがつここのかで": (12, 9),
    "先週行ったけど、来週の水曜で": (12, 2),
}  # fmt: skip
WISHED = {
    "水曜しか空かん": [(11, 25)],
    "15日でいいやろ、それか16日": [(12, 15), (12, 16)],
    "15日にするやろ": [(12, 15)],
    "9日で": [(12, 9)],
    "12月2日しか行けんけん、10時半で": [(12, 2)],
    "むかしから水曜です": [(11, 25)],
}
A_WEEK_LATER = [
    "ああ、10時はふさがっとるんですか。水曜の10時しか嫁の車が空かんのよ。ならもう一週間先の、同じ時間でお願いします",
    "ああじゅうじはふさがっとるんですかすいようのじゅうじしかよめのくるまがあかんのよならもういっしゅうかんさきのおなじじかんで",
    "10時は無理ですか、それならもう一週間あとの10時で",
    "水曜の10時しか出られんけん、もう一週間あとの同じ時間で",
]


@pytest.mark.parametrize(("said", "minute"), MINUTES.items(), ids=str)
def test_another_minute_of_the_hour_that_was_read_back(hear: Hear, said: str, minute: int):
    times = hear(said, Expect.ANSWER, anchor=READ_BACK).times
    assert [scored.value.first for scored in times] == [time(14, minute)]


@pytest.mark.parametrize(("said", "clock"), OTHER_TIMES.items(), ids=str)
def test_an_hour_with_its_minutes_is_what_it_is(hear: Hear, said: str, clock: tuple[int, int]):
    assert hear(said, Expect.ANSWER, anchor=READ_BACK).times[0].value.first == time(*clock)


@pytest.mark.parametrize(
    "said", ["いや待って、半分だけで", "バスが遅れるけん、15分で終わりますか", "やっぱり半額ですか"]
)
def test_no_minute_of_an_hour(hear: Hear, said: str):
    assert hear(said, Expect.ANSWER, anchor=READ_BACK).times == ()


@pytest.mark.parametrize(("said", "meant"), TOLD_OF.items(), ids=str)
def test_the_day_behind_what_is_told(hear: Hear, said: str, meant: tuple[int, int]):
    days = [scored.value for scored in hear(said, Expect.DATE).dates]
    assert [(day.first.month, day.first.day, day.single) for day in days] == [(*meant, True)]


@pytest.mark.parametrize(("said", "meant"), WISHED.items(), ids=str)
def test_a_day_that_stays_wished(hear: Hear, said: str, meant: list[tuple[int, int]]):
    days = [scored.value.first for scored in hear(said, Expect.DATE).dates]
    assert [(day.month, day.day) for day in days] == meant


@pytest.mark.parametrize("said", A_WEEK_LATER)
def test_the_wished_time_a_week_later_is_not_refused(hear: Hear, said: str):
    meaning = hear(said, Expect.CHOICE, choices=CHOICES, anchor=FULL)
    assert [scored.value.first for scored in meaning.dates] == [date(2026, 12, 9)]
    assert meaning.times[0].value.first == time(10)
    assert (meaning.excluded, meaning.choice) == ((), None)


def test_a_time_with_another_behind_it_stays_refused(hear: Hear):
    meaning = hear("10時はだめですか。ほんなら11時で", Expect.CHOICE, choices=CHOICES, anchor=FULL)
    assert [one.times.first for one in meaning.excluded if one.times] == [time(10)]


@pytest.mark.parametrize(
    "said",
    [
        "今日の予約はできんのですか。そんなら明日の朝いちばん、8時半で",
        "きょうのよやくはできんのですか。そんならあしたのあさいちばん、はちじはんで",
        "明日の朝一番、8時半は",
    ],
)
def test_the_first_thing_in_the_morning_with_its_hour_is_none_of_the_offers(hear: Hear, said: str):
    meaning = hear(said, Expect.CHOICE, choices=NOON)
    assert [scored.value.first for scored in meaning.dates] == [date(2026, 11, 25)]
    assert [scored.value.first for scored in meaning.times] == [time(8, 30)]
    assert meaning.choice is None


@pytest.mark.parametrize("said", ["1番の明日で", "1番でお願いします", "明日の12時で"])
def test_the_first_of_the_offers(hear: Hear, said: str):
    choice = hear(said, Expect.CHOICE, choices=NOON).choice
    assert choice is not None
    assert choice.value == 0


@pytest.mark.parametrize(
    "said",
    [
        "先週の土曜に移ったけん",
        "せんしゅうのどようにうつったけん",
        "昨日頼んだけん",
        "昨日電話したけど",
        "ああ、ならまだ間に合うばい。先週の土曜に移ったけん",
    ],
)
def test_what_was_done_on_a_day_gone_by_is_no_wish_for_it(hear: Hear, said: str):
    assert hear(said, Expect.DATE).impossible == ()


@pytest.mark.parametrize("said", ["先週の土曜で", "昨日なんだけど"])
def test_a_day_gone_by_is_named_as_one(hear: Hear, said: str):
    assert [one.past for one in hear(said, Expect.DATE).impossible] == [True]


@pytest.mark.parametrize(
    ("said", "sure"),
    [("今度の木曜の、夕方6時", True), ("こんどのきんよう", True), ("今度の水曜", False), ("次の木曜", False)],
)
def test_the_coming_weekday_of_this_week_but_tomorrow_is_likely(hear: Hear, said: str, sure: bool):
    first, second = (scored.score for scored in hear(said, Expect.DATE).dates)
    assert (second < 0.6 * first) is sure


def test_no_and_another_minute(hear: Hear):
    answer = hear("いや待って、2時に着くけん、やっぱり半にして", Expect.ANSWER, anchor=READ_BACK).answer
    assert answer is not None
    assert answer.value is Answer.NO
