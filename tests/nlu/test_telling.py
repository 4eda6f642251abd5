"""A day or a time of which something is told, beside one that is wished; what leans on a day that was told of."""

from datetime import date, time

import pytest

import nlu
from nlu.anchor import Anchor
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import Request
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW, Hear

READ_BACK = Anchor((date(2026, 12, 3),), (time(10, 30),))

OTHER_DAY = {
    "月曜。ああ、月曜は医者。火曜。": 1, "8日、8日は診察が入っとった、7日で": 7, "4日がいいかな。あ、よっかはデイサービスやけん8日": 8,
    "あ、木曜は耳鼻科が入っとりました。金曜にしてもらえますか": 4, "もくようはじびかがはいっとったわきんようにしてもらえます": 4, "しもうた、3日は孫の発表会やったばい。4日でお願いします": 4,
    "木曜は回覧板の当番が当たっとるんですよ、金曜でよろしいでしょうか": 4, "木曜は人が多かろうもん。週が明けて月曜にしちゃらん": 7, "週明けの火曜にしてください": 8,
    "ほんなら明くる日の同じ時間で": 4, "そんならあくるひのおなじじかんで": 4,
}  # fmt: skip
WISHED = {
    "4日は町内の清掃があるもんで、7日にします": [7], "7日にします、4日は町内の清掃があるもんで": [7], "なのかにしてよ。よっかはちょうないのせいそうがあるっちゃけん": [7],
    "月曜に船が出て、木曜の晩に戻るんよ。やけん次の日、12月4日の金曜やね": [4], "十日えびすに熊手をもらいに行くとよ。それから後、12月14日で": [14],
    "金曜は孫が泊まりに来るっちゃ。12月7日でよかですか": [7], "4日は差し支えがあるらしい。前の日の木曜に行きます": [3], "12月5日に寄り合いなんです。次の日の月曜にお願いします": [7],
    "12月3日の木曜が非番なんですって。木曜でお願いします": [3], "願書の締め切りが11日なんで、その前の9日に行きます": [9], "あしたがっこうありますじゅうにがつよっかきんようび": [4],
    "こせきだけにじゅうににちで": [22], "ああ、いつかちゅうことかね。12月16日で": [16], "きょうはひえますねえ、12月2日で": [2],
    "12月4日の金曜日は、何時が空いていますか": [4], "12月4日はなんじがあいとりますか": [4],
}  # fmt: skip
BOTH = {
    "水曜か12月4日がいいです": 2,
    "12月2日なんですけど、3日でもいいです": 2,
    "12月2日に市役所に行こうと思っとるんよ。3日でもよか": 2,
    "12月2日に窓口に伺うつもりなんですけど、3日でもいいですか": 2,
    "12月1日に行けるんですけど、2日でもかまいません": 2,
}
TIMES = {
    "バスが9時10分に出て、9時40分に着くんよ。やけん10時にして": (10, 0), "そちらに着くのが9時40分なんですよ。10時でお願いします": (10, 0), "ばすがくじじゅっぷんにでてくじよんじゅっぷんにつくんよじゅうじにして": (10, 0),
    "4時でお願いします。昼は姉のとこに煮物ば届けるもんで": (16, 0), "4時に娘が店に戻らんといけんのよ。それまでに終わるように、3時からで": (15, 0), "朝は子どもを送り出すけん、10時からで": (10, 0),
    "1時半に行きたいんですけど、午後のですよ": (13, 30), "お昼の会食の世話役やった。時間を午後2時に変えて": (14, 0), "なら2時15分で": (14, 15), "ならにじじゅうごふんで": (14, 15), "じゅういちじによるわ": (11, 0),
}  # fmt: skip


@pytest.mark.parametrize(("said", "day"), OTHER_DAY.items(), ids=str)
def test_another_day_than_the_one_read_back(hear: Hear, said: str, day: int):
    days = [scored.value for scored in hear(said, Expect.ANSWER, anchor=READ_BACK).dates]
    assert [(one.first, one.single) for one in days] == [(date(2026, 12, day), True)]


@pytest.mark.parametrize("said", ["今週はやめて、来週の同じ曜日で", "おなじようびでらいしゅうにして"])
def test_the_weekday_on_the_table_in_another_week(hear: Hear, said: str):
    table = Anchor((date(2026, 11, 26),), (time(10, 30),))
    assert [s.value.first for s in hear(said, Expect.ANSWER, anchor=table).dates] == [date(2026, 12, 3)]


@pytest.mark.parametrize(("said", "wished"), WISHED.items(), ids=str)
def test_what_is_told_of_is_no_wish(hear: Hear, said: str, wished: list[int]):
    days = [scored.value.first for scored in hear(said, Expect.DATE).dates]
    assert days == [date(2026, 12, day) for day in wished]


@pytest.mark.parametrize(("said", "count"), BOTH.items(), ids=str)
def test_what_is_wished_twice_stays_so(hear: Hear, said: str, count: int):
    assert len(hear(said, Expect.DATE).dates) == count


@pytest.mark.parametrize(("said", "clock"), TIMES.items(), ids=str)
def test_a_time_that_is_told_of_is_no_wish(hear: Hear, said: str, clock: tuple[int, int]):
    assert hear(said, Expect.TIME).times[0].value.first == time(*clock)
    assert hear(said, Expect.TIME).excluded == ()


def test_a_time_of_every_day_is_none_of_the_day_that_is_wished(hear: Hear):
    assert hear("朝は6時から畑に出とる。11月30日の月曜にして", Expect.DATE).times == ()


@pytest.mark.parametrize("said", ["今日は冷えますねえ", "きょうはひえますねえ", "今日もよう降りますねえ"])
def test_the_weather_of_today_is_no_wish(hear: Hear, said: str):
    assert hear(said).dates == ()


@pytest.mark.parametrize("said", ["今日は行けますか", "今日は冷えますけど、今日行けますか"])
def test_today_may_be_wished(hear: Hear, said: str):
    assert [scored.value.first for scored in hear(said).dates] == [date(2026, 11, 24)]


def test_what_would_be_before_it_is_told_of(hear: Hear):
    days = [
        scored.value
        for scored in hear("13日が餅つきでしてね、その前はてんてこ舞いなんです", Expect.DATE).dates
    ]
    assert all(one.single for one in days)


@pytest.mark.parametrize(
    ("said", "asks"),
    [
        ("願書の締め切りが11日なんで、その前の9日に行きます", False),
        ("締め切りはいつですか", True),
        ("期限は12月までですか", True),
    ],
)
def test_a_deadline_that_is_a_reason_is_no_question(hear: Hear, said: str, asks: bool):
    assert (hear(said, Expect.DATE).request is Request.DEADLINE) is asks


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("やっぱり今週はやめて、来週で", False),
        ("やっぱりこんしゅうはやめて", False),
        ("やっぱり離婚届で", True),
        ("やっぱりりこんとどけで", True),
    ],
)
def test_no_divorce_is_heard_in_two_other_words(said: str, found: bool):
    office = Lexicon((Entry("rikon", Term("離婚届", "りこんとどけ"), (Term("離婚", "りこん"),)),))
    heard = nlu.interpret([Hypothesis(said)], Question(Expect.ANSWER), NOW, office)
    assert ([one.value for one in heard.procedures] == ["rikon"]) is found


@pytest.mark.parametrize(
    "said",
    [
        "5日か、そのあと7日に行きます",
        "5日がいいけど、そのあとの7日にしてもいいです",
        "5日にして、そのあと7日に行きます",
    ],
)
def test_a_day_that_is_wished_before_another_is_not_told_of(hear: Hear, said: str):
    assert {scored.value.first.day for scored in hear(said, Expect.DATE).dates} == {5, 7}


@pytest.mark.parametrize(
    "said",
    [
        "四月からの保育園の申し込み",
        "来月から働くもんで",
        "正月に孫とハワイに行くけん急ぎます",
        "お仕事始めたばっかりね",
        "まごがほいくえんにかようけん",
        "保育園に通うけん",
        "とうきょうにひっこすんです",
        "きょうとのむすこのところにいきます",
    ],
)
def test_what_begins_then_a_journey_and_other_words_are_no_day(hear: Hear, said: str):
    assert hear(said, Expect.ANY).dates == ()


@pytest.mark.parametrize(
    ("said", "wished"),
    [
        ("土曜は仕事なんですが、12月4日なら休みをもらえます", 4),
        ("水曜か木曜。カードの期限が切れるって", 25),
        ("来週の火曜に届けを出したいんです", 1),
        ("12月4日からの予約で", 4),
        ("らいしゅうのかように", 1),
        ("12月4日に行きます、福岡から来ました", 4),
    ],
)
def test_a_day_beside_such_words_is_wished(hear: Hear, said: str, wished: int):
    assert hear(said, Expect.ANY).dates[0].value.first.day == wished


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("火曜しか行けん、来週で", [1]),
        ("火曜か木曜しか行けんのよ、来週で", [1, 3]),
        ("火か木しか動かれん。来週やったら", [1, 3]),
        ("来週の火か木で", [1, 3]),
    ],
)
def test_the_only_weekdays_that_suit_are_of_the_week_behind_them(hear: Hear, said: str, meant: list[int]):
    found = hear(said, Expect.DATE).dates
    assert [one.value.first for one in found] == [date(2026, 12, n) for n in meant]


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("法事が12月12日やけん、それが済んだ次の週のはじめに", 14, 15),
        ("12月12日は法事なんで、その次の週で", 14, 20),
        ("12月16日まで旅行なんで、その翌週で", 21, 27),
    ],
)
def test_a_week_leans_on_the_day_told_before_it(hear: Hear, said: str, first: int, last: int):
    span = hear(said, Expect.DATE).dates[0].value
    assert (span.first, span.last) == (date(2026, 12, first), date(2026, 12, last))


@pytest.mark.parametrize("said", ["家を出るのが九時でしょ", "九時のバスに乗ります", "9時のに乗って"])
def test_when_somebody_sets_out_is_no_time_of_the_visit(hear: Hear, said: str):
    assert hear(said, Expect.TIME).times == ()


@pytest.mark.parametrize(
    ("said", "hour"),
    [("それ全部午前ですか。午後のも聞きたい", 12), ("朝は仕事、夕方は子ども、昼休みだけです", 12)],
)
def test_a_part_of_the_day_beside_the_one_that_is_wished(hear: Hear, said: str, hour: int):
    assert [one.value.first.hour for one in hear(said, Expect.TIME).times] == [hour]


def test_a_day_that_is_said_back_and_refused_is_no_wish(hear: Hear):
    found = hear("水曜やろ、待って、水曜はデイサービスやった。木曜にして", Expect.DATE).dates
    assert [one.value.first.weekday() for one in found] == [3]


@pytest.mark.parametrize(
    "said", ["バスが一日三本しかない", "一日2便しかなかとよ", "ごごのよじはつかえないと聞いた"]
)
def test_no_day_is_heard_in_how_often_or_across_words(hear: Hear, said: str):
    assert hear(said, Expect.DATE).dates == ()
