"""What is said in two pieces is one day or one time; what is only told of is none."""

from datetime import date, time

import pytest

from nlu.anchor import Anchor
from nlu.meaning import Request
from nlu.question import Expect
from tests.nlu.conftest import Hear

TIMES = {
    "午前の、そうですね、10時15分で": time(10, 15), "午後の…えーと…2時": time(14), "朝の、うーん、9時半": time(9, 30), "ごぜんの、そうですね、じゅうじじゅうごふんで": time(10, 15),
    "ごごのえーとにじ": time(14), "午後の、そうねえ、3時がよかです": time(15), "夕方の、そうやねえ、4時で": time(16), "昼の、ええっと、1時で": time(13), "午前中に、10時半ごろ": time(10, 30),
    "1時半に行きたいんですけど、午後のですよ": time(13, 30), "9時、朝のです": time(9), "2時で。お昼の": time(14), "12時は昼休みですか": time(12),
    "木曜は遅くまでやっとるんでしょ？5時半はいけますか": time(17, 30), "木曜は7時まで開いとるんでしょ？5時半は": time(17, 30), "金曜は5時までですよね。4時でいけますか": time(16), "5時は行けますか": time(17),
}  # fmt: skip
DAYS = {
    "木曜日の、あ、今週のですよ。午後1時で": (11, 26), "木曜日の、今週のね、1時": (11, 26), "水曜、来週のです、10時": (12, 2), "火曜日。再来週の": (12, 8), "もくようびのあらいしゅうのですよ": (12, 3),
    "木曜、やっぱり来週で": (12, 3), "月曜日、7日の11時": (12, 7), "月曜に。7日のほうに戻して": (12, 7), "12月の、そうですね、8日で": (12, 8), "12月の上旬、そうねえ、3日で": (12, 3),
    "来月の終わり、28日がいい": (12, 28), "正月が明けてから、1月の20日で": (1, 20), "しょうがつがあけておちついてからがよかけんにがつのみっかで": (2, 3), "年が明けて1月の12日": (1, 12),
    "お正月休みですか。そしたら年が明けて、1月6日の水曜日に": (1, 6), "12月の30日に孫が帰ってくるけん、そのとき一緒に行こうと思うとです": (12, 30), "金曜の、仕事が終わってからなんで、5時20分で": (11, 27),
    "木曜は遅くまで開いとるって聞いたんですけど、来週の木曜はどうですか": (12, 3), "木曜は無理やけん、来週の木曜で": (12, 3),
}  # fmt: skip


@pytest.mark.parametrize(("said", "meant"), TIMES.items(), ids=str)
def test_a_time_in_two_pieces(hear: Hear, said: str, meant: time):
    first = hear(said, Expect.TIME).times[0].value
    assert (first.first, first.single) == (meant, True)


def test_a_clock_time_says_which_time_is_the_same(hear: Hear):
    at_half_past_eight = Anchor((date(2026, 12, 7),), (time(8, 30),))
    said = hear("時間はおんなじ10時で", Expect.DATE, anchor=at_half_past_eight).times
    assert said[0].value.first == time(10)
    assert all(one.value.first != time(8, 30) for one in said)


@pytest.mark.parametrize(("said", "meant"), [("今の時間で", time(14, 30)), ("明日の今ごろ", time(10))])
def test_the_time_of_now_is_the_one_on_the_table_where_one_is(hear: Hear, said: str, meant: time):
    table = Anchor((date(2026, 12, 8),), (time(14, 30),))
    assert hear(said, Expect.ANSWER, anchor=table).times[0].value.first == meant


@pytest.mark.parametrize(("said", "meant"), DAYS.items(), ids=str)
def test_a_day_in_two_pieces(hear: Hear, said: str, meant: tuple[int, int]):
    first = hear(said, Expect.DATE).dates[0].value
    assert first.single
    assert (first.first.month, first.first.day) == meant


@pytest.mark.parametrize("said", ["月曜か7日", "木曜か来週"])
def test_one_or_the_other_stays_two(hear: Hear, said: str):
    assert len(hear(said, Expect.DATE).dates) == 2


def test_a_half_of_the_day_or_an_hour_stays_two(hear: Hear):
    spans = [scored.value for scored in hear("午前か2時", Expect.TIME).times]
    assert (spans[0].single, spans[1].first) == (False, time(14))


@pytest.mark.parametrize("said", ["木曜は無理なので来週で", "木曜じゃなくて来週で"])
def test_a_weekday_that_is_refused_is_not_of_the_week_behind_it(hear: Hear, said: str):
    assert not hear(said, Expect.DATE).dates[0].value.single


@pytest.mark.parametrize(
    "said",
    [
        "3月に孫がハワイで結婚式をするんで、パスポートが要るんです",
        "まごがさんがつにはわいでけっこんしきばするけんぱすぽーとばつくらないけんと",
        "来月、息子の結婚式があるんですが、パスポートを作りたいんです",
        "来年の春に海外旅行に行くので、パスポートを取りたい",
        "娘が二十歳になりまして",
        "二十才になります",
    ],
)
def test_when_something_else_is_and_an_age_are_no_days(hear: Hear, said: str):
    assert hear(said, Expect.PROCEDURE).dates == ()


def test_the_weekday_that_was_said_first(hear: Hear):
    anchor = Anchor((date(2026, 12, 4),), (time(11),), (date(2026, 12, 7), date(2026, 12, 4)))
    for said in ("最初の月曜日に戻してください", "はじめに言うた月曜でよかです", "さっきの月曜がいいです"):
        assert hear(said, Expect.ANSWER, anchor=anchor).dates[0].value.first == date(2026, 12, 7)


def test_the_first_weekday_of_a_month_is_counted(hear: Hear):
    anchor = Anchor((date(2026, 12, 9),), (), (date(2026, 12, 14), date(2026, 12, 9)))
    assert hear("12月の最初の月曜日", Expect.DATE, anchor=anchor).dates[0].value.first == date(2026, 12, 7)


@pytest.mark.parametrize("said", ["そのすぐあとの月曜日で", "すぐ後の月曜", "それが明けた月曜日で"])
def test_the_next_weekday_behind_a_closed_day(hear: Hear, said: str):
    anchor = Anchor((date(2026, 11, 28), date(2026, 12, 21)))
    assert hear(said, Expect.CHOICE, anchor=anchor).dates[0].value.first == date(2026, 11, 30)


@pytest.mark.parametrize(
    "said",
    ["ほかの日はもう空いとらんとですか", "ほかのひはもうあいとらんとですか", "別の日はまだ空いてますか", "ほかに空いとる日はなかと", "違う日はなかですか"],
)  # fmt: skip
def test_what_else_is_free(hear: Hear, said: str):
    assert hear(said, Expect.ANSWER).request is Request.FREE


@pytest.mark.parametrize("said", ["ほかにはなかです", "もういいです、ほかにはないです", "別の日に10時で"])
def test_nothing_else_is_no_question_for_what_is_free(hear: Hear, said: str):
    assert hear(said, Expect.ANSWER).request is None


def test_a_question_with_a_day_behind_it_is_a_wish(hear: Hear):
    assert hear("お正月休みですか。そしたら1月6日に", Expect.DATE).request is None
    assert hear("1月6日はお休みですか", Expect.DATE).request is Request.OPEN_ON
