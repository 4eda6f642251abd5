"""Days and times that are said on the way to a wish: asked in the room, counted from, avoided, or only so at times."""

from datetime import date, time

import pytest

import nlu
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Meaning
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW

NOVEMBER, DECEMBER = 11, 12

DAYS = {
    "病院いつやったかね、18日？ほんなら17日で": (DECEMBER, 17),
    "びょういんいつやったかねらいげつのじゅうはちにち、ほんならそのまえのひで": (DECEMBER, 17),
    "病院はいつやったかね、18日か。18日でお願い": (DECEMBER, 18),
    "予防接種が30日にあって、その翌日なら預けられる": (DECEMBER, 1),
    "月曜は混みましょうから外して、火曜で": (DECEMBER, 1),
    "今日は、火曜日でございますわね。でしたら今週の木曜日": (NOVEMBER, 26),
    "30日とかはもう休みでしょ？そしたら28日に": (NOVEMBER, 28),
    "水曜がいいけど、なければ金曜でもいいです": (NOVEMBER, 25),
    "期限が誕生日までなんです、12月25日。今週の金曜に行きたい": (NOVEMBER, 27),
}
TIMES = {
    "11時、待って、歯医者は何時やったかね。11時？ほんなら9時に": (9, 0),
    "病院が終わるのが11時を過ぎるときもあるけん、2時で": (14, 0),
    "開庁と同時に参ります。昔から朝は早いほうでして": (8, 30),
    "9時に行ってもいいですか": (9, 0),
}
NO_TIME = ["9時に行っても11時過ぎるときもあるし困るんですよ"]
NO_DAY = [
    "来月七十五になります",
    "返すものなのか、捨てていいものなのか",
    "びょういんがあさってやけんこまっとるんよ",
]


def said(text: str, expect: Expect, lexicon: Lexicon) -> Meaning:
    return nlu.interpret((Hypothesis(text),), Question(expect), NOW, lexicon)


@pytest.mark.parametrize(("text", "day"), DAYS.items())
def test_the_day_that_is_wished(text: str, day: tuple[int, int], lexicon: Lexicon) -> None:
    found = said(text, Expect.DATE, lexicon).dates
    assert [one.value.first for one in found] == [date(2026, *day)]


@pytest.mark.parametrize(("text", "clock"), TIMES.items())
def test_the_time_that_is_wished(text: str, clock: tuple[int, int], lexicon: Lexicon) -> None:
    assert said(text, Expect.TIME, lexicon).times[0].value.first == time(*clock)


@pytest.mark.parametrize("text", NO_TIME)
def test_what_is_so_at_times_is_no_wish(text: str, lexicon: Lexicon) -> None:
    assert said(text, Expect.TIME, lexicon).times == ()


@pytest.mark.parametrize("text", NO_DAY)
def test_no_day_is_wished(text: str, lexicon: Lexicon) -> None:
    meaning = said(text, Expect.DATE, lexicon)
    assert (meaning.dates, meaning.impossible) == ((), ())


def test_both_are_wished_where_they_are_listed(lexicon: Lexicon) -> None:
    found = said("30日か、その翌日で", Expect.DATE, lexicon).dates
    assert {one.value.first for one in found} == {date(2026, 11, 30), date(2026, 12, 1)}


@pytest.mark.parametrize(
    "text", ["昼寝が1時から3時なんで、そこ以外で", "1時から3時が昼寝やけん、それを避けて"]
)
def test_what_was_said_last_is_avoided(text: str, lexicon: Lexicon) -> None:
    meaning = said(text, Expect.TIME, lexicon)
    assert meaning.times == ()
    assert [(one.times.first, one.times.last) for one in meaning.excluded if one.times] == [
        (time(13), time(15))
    ]


def test_a_day_that_would_not_do_takes_its_times_with_it(lexicon: Lexicon) -> None:
    meaning = said("お迎えが9時に来て4時に戻るんでした、水曜は。その日はだめでした", Expect.TIME, lexicon)
    assert (meaning.times, meaning.dates) == ((), ())
    assert meaning.excluded
