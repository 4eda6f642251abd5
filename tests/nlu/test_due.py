"""A time that only bounds the visit: when one has to be gone, and what lies between two that do not suit."""

from datetime import time

import pytest

import nlu
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Meaning, Order, TimeSpan
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW


def hear(said: str) -> Meaning:
    return nlu.interpret([Hypothesis(said)], Question(Expect.TIME), NOW, Lexicon())


@pytest.mark.parametrize(
    ("said", "last"),
    [
        ("相撲が始まるまでに帰りたいとよ、四時には家におらな", time(15)),
        ("四時には家におらんといけんけん", time(15)),
        ("3時には帰りたいんですが", time(14)),
        ("さんじにはかえらないけん", time(14)),
        ("さんじはんまえにはかえりたいんですよ", time(14, 30)),
        ("五時までに会社に戻らんといけん", time(16)),
        ("孫を11時に学校に送っていかないかんけん", time(10)),
        ("十一時に病院に行かんといけんけん", time(10)),
        ("家に三時には帰っとかないけんとです", time(14)),
    ],
)
def test_one_comes_well_before_one_has_to_be_gone(said: str, last: time) -> None:
    assert hear(said).times[0].value == TimeSpan(time(8, 30), last)


@pytest.mark.parametrize(
    ("said", "at"),
    [
        ("十時に帰りに寄ります", time(10)),
        ("四時には家におらんけん、二時で", time(14)),
        ("3時には帰りたいけん、1時半で", time(13, 30)),
        ("四時までには戻らないといけないので、余裕をみて11時", time(11)),
    ],
)
def test_another_time_that_is_wished_counts(said: str, at: time) -> None:
    assert hear(said).times[0].value == TimeSpan(at, at)


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("九時は早いし十一時は遅いし、その間で", time(9), time(11)),
        (
            "くじじゃとはやすぎるしじゅうじじゃとてれびたいそうがあるしなーまあそのあいだぐらいか",
            time(9),
            time(10),
        ),
        ("三時に嫁が終わるし、迎えが五時やろ、やけその間で", time(15), time(17)),
    ],
)
def test_what_lies_between_two_is_wished(said: str, first: time, last: time) -> None:
    assert hear(said).times[0].value == TimeSpan(first, last)


def test_between_two_a_third_is_wished() -> None:
    said = "パートが三時に終わるし、孫の迎えが五時やろ、やけその間、三時半ぐらいがええと思うんやけど"
    assert hear(said).times[0].value.first == time(15, 30)


@pytest.mark.parametrize("said", ["遅い時間がいいです", "遅か時間にしちゃって"])
def test_late_is_at_the_end_of_the_day(said: str) -> None:
    heard = hear(said)
    assert heard.times[0].value.first == time(16)
    assert heard.order is None


@pytest.mark.parametrize(
    "said", ["一番遅い時間で", "なるべく遅く", "いちばんさいごのじかん", "できるだけおそいのがよか"]
)
def test_the_latest_is_an_order(said: str) -> None:
    heard = hear(said)
    assert heard.order is Order.LATEST
    assert not heard.times


@pytest.mark.parametrize(
    ("said", "first", "last"),
    [
        ("昼メシ食うたあと", time(12, 30), time(14)),
        ("お昼ご飯を食べたあとがいい", time(12, 30), time(14)),
        ("ひるめしくうたら", time(12, 30), time(14)),
        ("開くのと同時に行きたいです", time(8, 30), time(8, 30)),
        ("あいたらすぐいく", time(8, 30), time(8, 30)),
    ],
)
def test_times_by_what_is_done_then(said: str, first: time, last: time) -> None:
    assert hear(said).times[0].value == TimeSpan(first, last)


@pytest.mark.parametrize("said", ["五時は無理ですか", "5時は無理ですよね", "ごじはむずかしいでしょうか"])
def test_who_asks_whether_it_is_impossible_wishes_it(said: str) -> None:
    heard = hear(said)
    assert heard.times[0].value.first == time(17)
    assert not heard.excluded
