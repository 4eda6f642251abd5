"""Days on which something else is, days that are told of and pointed back to, and words that only sound like a day."""

from datetime import date, time

import pytest

from nlu.anchor import Anchor
from nlu.meaning import Order
from nlu.question import Expect
from tests.nlu.conftest import Hear

SURE = 0.8

WISHED = {
    "父は火曜と金曜がデイサービスなんですよね。来週の月曜日なら二人で行けます": date(2026, 11, 30),
    "デイサービスの車が来るのは月曜と木曜。やけ、金曜にしちゃり": date(2026, 11, 27),
    "水曜と金曜がリハビリでね、木曜かな": date(2026, 11, 26),
    "1日は朝から病院、2日は大丈夫": date(2026, 12, 2),
    "2日も3日も会議が入っとって、4日しか空いとらん": date(2026, 12, 4),
    "運転免許の期限が12月8日までやけん、その前の週の金曜で": date(2026, 12, 4),
    "今週の金曜は婦人会、来週の金曜の2時なら": date(2026, 12, 4),
    "来るのが12月6日で、7日の月曜に一緒に行きます": date(2026, 12, 7),
    "一月六日、水曜。正月の孫のお守りが四日で終わるけ": date(2027, 1, 6),
    "どんど焼きが15日の金曜やもんね、一月の。その前日の木曜に": date(2027, 1, 14),
    "22日はどげんね、一月の": date(2027, 1, 22),
    "22日はどげんね、来年の一月の。金曜になっとるばい": date(2027, 1, 22),
    "納会が水曜、忘年会が木曜、ちゅうことで金曜やね、来週の": date(2026, 12, 4),
    "免許の更新が12月9日なんちゃ。その前の日の8日に住民票が欲しか": date(2026, 12, 8),
    "親戚が泊まりますから、週が明けた七日の月曜に": date(2026, 12, 7),
    "12月21日、これは母の命日の翌日でして、午後2時15分に": date(2026, 12, 21),
    "5日の土曜日に孫のピアノの発表会があってね、それが済んでから、明けて月曜の7日に行きます": date(
        2026, 12, 7
    ),
    "いつかにはっぴょうかいがあってね、それがすんでからなのかにいきます": date(2026, 12, 7),
    "5日に旅行から帰って、そのあと7日に行きます": date(2026, 12, 7),
    "2日に息子の引っ越しがあってね、それが終わったら、4日の金曜にお願いします": date(2026, 12, 4),
    "孫が10日に来るとよ、楽しみでね。8日の2時で": date(2026, 12, 8),
    "月曜は家内の検査が入っとるとです。火曜にしてもらえますか": date(2026, 12, 1),
    "嫁の休みが来週は木曜だけなんよね。その日、2時でお願い": date(2026, 12, 3),
    "息子の休みが12月3日だけなんです。その日の3時でお願いします": date(2026, 12, 3),
    "主人の誕生日が12月11日でして、その前の日に済ませておきたいんです": date(2026, 12, 10),
    "退院が18日やけ、それがすんだ月曜の2時": date(2026, 12, 21),
    "年金の日が15日やろ。次の日の10時でよか": date(2026, 12, 16),
    "町内の餅つきが27日にあるんよ、やけ、あくる日の28日、12月のね": date(2026, 12, 28),
    "28日の2時、12月の": date(2026, 12, 28),
    "25日、クリスマスの。来月のほうね": date(2026, 12, 25),
    "次の水曜、そうね、12月2日の昼一番で": date(2026, 12, 2),
    "来週の金曜日にし8日ね": date(2026, 12, 4),
    "来週の金曜日が8日です": date(2026, 12, 4),
    "いちがつのいつかじゅうじはん": date(2027, 1, 5),
    "はつかはにちようですかねそしたらにじゅういちにちで": date(2026, 12, 21),
    "はいじゅうろくにちでおねがいします": date(2026, 12, 16),
}
NONE = [
    "20日は孫の結婚式やけん、だめばい",
    "息子が金曜に電話してきて、取っとけっち言うもんで",
    "30日が締め切りと書いてあるんやけど",
    "日曜に開けとったらよかとにねえ",
    "手帳には12月1日に眼科と書いとるわ。ほかの日はまだ見よるところ",
    "12月4日に同窓会があるけん、その日は行けんのよ",
    "しゅじんの今日だいのことで",
    "しゅじんのきょうだいのことで",
]
TIMES = {
    "バスが9時に出るけん、10時半なら着くよ。12月1日で": time(10, 30),
    "デイサービスの車が朝8時45分に来るのは月曜と木曜。やけ、金曜の1時半にしちゃり": time(13, 30),
    "2時半にね、孫を迎えに行かんといけんのよ。あしたの1時はどげんやろ": time(13),
    "一番早い9時前、8時45分、27日たい": time(8, 45),
    "夜7時までやっとるっち聞いたばってん、3日の3時15分": time(15, 15),
    "送り迎えが9時と14時でしてね、その間の11時に、来月の1日": time(11),
    "送るのが8時40分やけん、そのまま寄って9時15分、日は2日でいいっちゃ": time(9, 15),
}


@pytest.mark.parametrize(("said", "day"), WISHED.items(), ids=str)
def test_one_day_is_wished_whatever_is_told_of_others(hear: Hear, said: str, day: date):
    first, *others = hear(said, Expect.DATE).dates
    assert first.value.first == day
    assert first.value.single
    assert first.score >= SURE
    assert all(one.score < SURE for one in others)


@pytest.mark.parametrize("said", NONE)
def test_no_day_is_wished(hear: Hear, said: str):
    assert hear(said, Expect.DATE).dates == ()


@pytest.mark.parametrize(("said", "clock"), TIMES.items(), ids=str)
def test_the_time_that_is_wished(hear: Hear, said: str, clock: time):
    found = hear(said, Expect.DATE).times
    assert found[0].value.first == clock
    assert found[0].score >= SURE


@pytest.mark.parametrize(
    "said",
    [
        "金曜は仕事が休みなんで、金曜の9時で",
        "12月3日に眼科があるけん、その帰りに寄ります",
        "12月4日は大丈夫",
        "病院の帰りに、12月4日で",
        "12月3日の木曜が休みなんですって。木曜でお願いします",
    ],
)
def test_a_day_that_is_free_is_wished(hear: Hear, said: str):
    heard = hear(said, Expect.DATE)
    assert heard.dates[0].value.single
    assert heard.excluded == ()


@pytest.mark.parametrize("said", ["午後2時で8日ばい", "午後2時がる8日ね", "年金のとど今日したいんです"])
def test_what_only_sounds_like_a_day_is_faint(hear: Hear, said: str):
    assert all(0 < one.score < 0.4 for one in hear(said, Expect.DATE).dates)
    assert hear(said, Expect.DATE).dates


@pytest.mark.parametrize("said", ["8日いいです", "ようかいいです", "8日いいばい"])
def test_good_is_no_other_day_than_the_one_read_back(hear: Hear, said: str):
    table = Anchor((date(2026, 12, 3),), (time(10, 30),))
    assert all(one.score < 0.4 for one in hear(said, Expect.ANSWER, anchor=table).dates)
    assert [one.value.first.day for one in hear(said, Expect.DATE).dates][:1] == [8]


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("8日です", [8]),
        ("8日の2時で", [8]),
        ("金曜は無理やけん8日で", [8]),
        ("火曜が8日ですけど", [8]),
        ("来週の火曜日が8日です", [1, 8]),
        ("12月4日か8日です", [4, 8]),
    ],
)
def test_an_eighth_that_is_one_stays_or_is_doubted(hear: Hear, said: str, days: list[int]):
    assert sorted(one.value.first.day for one in hear(said, Expect.DATE).dates) == days


def test_the_next_day_said_again_is_the_one_read_back(hear: Hear):
    table = Anchor((date(2026, 12, 10),), (time(14),), (date(2026, 12, 9),))
    said = hear("はい、次の日でお願いします", Expect.ANSWER, anchor=table, read_back=("juminhyo",))
    assert [one.value.first for one in said.dates] == [date(2026, 12, 10)]
    other = hear("次の日でお願いします", Expect.ANSWER, anchor=table, read_back=("juminhyo",))
    assert [one.value.first for one in other.dates] == [date(2026, 12, 11)]


def test_a_week_later_is_counted_once_beside_the_week_that_is_told_of(hear: Hear):
    table = Anchor((date(2026, 12, 2),), (time(14),))
    said = "息子が帰ってくるのはその次の週やった。もう一週間先にずらしてもらえますか"
    assert [one.value.first for one in hear(said, Expect.ANSWER, anchor=table).dates] == [date(2026, 12, 9)]


@pytest.mark.parametrize(("said", "day"), [("ひとつ前の月曜にして", 7), ("一つ後の水曜に", 9)])
def test_one_before_and_one_behind_it(hear: Hear, said: str, day: int):
    table = Anchor((date(2026, 12, 8),), (time(10, 30),))
    assert [one.value.first.day for one in hear(said, Expect.ANSWER, anchor=table).dates] == [day]


def test_a_minute_behind_what_is_said_of_the_places(hear: Hear):
    table = Anchor((date(2026, 11, 30),), (time(10, 30),))
    said = hear("ふさがっとるそんならよんじゅうごふんでよかよ", Expect.CHOICE, anchor=table)
    assert said.times[0].value.first == time(10, 45)


def test_who_leaves_early_wishes_for_no_early_time(hear: Hear):
    assert hear("早めに出ます", Expect.TIME).order is None
    assert hear("早めにお願いします", Expect.TIME).order is Order.EARLIEST


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("えっと、2日、あ違う、2日はゼミや、3日の木曜でお願いします", 3),
        ("2日、いや、2日は法事や、4日の10時で", 4),
        ("ふつか、あ、ふつかはえんそくやった、よっかにして", 4),
    ],
)
def test_what_was_corrected_and_is_named_again_to_tell_why_is_no_wish(hear: Hear, said: str, day: int):
    assert [one.value.first for one in hear(said, Expect.DATE).dates] == [date(2026, 12, day)]


def test_days_joined_by_to_are_all_taken(hear: Hear) -> None:
    meaning = hear("月曜と水曜と透析に行きよるとですよ、それを忘れとって、金曜なら4日ですかね")
    assert [one.value.first for one in meaning.dates] == [date(2026, 12, 4)]
    assert {one.weekday for one in meaning.excluded} == {0, 2}


def test_what_was_phoned_for_is_a_wish(hear: Hear) -> None:
    assert [one.value.first for one in hear("金曜に変えたくて電話しました").dates] == [date(2026, 11, 27)]
    assert not hear("金曜に母が電話しました").dates


def test_another_day_may_begin_with_mo(hear: Hear) -> None:
    assert [one.value.first for one in hear("すいようやのうてもくようですわ").dates] == [date(2026, 11, 26)]
