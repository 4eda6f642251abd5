"""Which of several places, said by what it is among them; and none of them."""

from datetime import date, time

import pytest

import nlu
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import Answer, Meaning, Order
from nlu.question import Choice, Expect, Question
from tests.nlu.conftest import NOW

DAY = date(2026, 12, 2)
OFFERED = tuple(Choice(DAY, at) for at in (time(9, 45), time(10, 15), time(9, 30)))
"""In the order of their nearness to ten."""


def hear(said: str) -> Meaning:
    return nlu.interpret([Hypothesis(said)], Question(Expect.CHOICE, choices=OFFERED), NOW, Lexicon())


@pytest.mark.parametrize(
    ("said", "index"),
    [
        ("じゃあ早いほうで", 2),
        ("いちばん早いとで", 2),
        ("なるべくはやいじかんで", 2),
        ("どれでも早いやつで", 2),
        ("遅いほうでお願いします", 1),
        ("いちばんおそいやつにしてもらおうか", 1),
        ("おそかほうでよか", 1),
        ("最後のでいいです", 2),
        ("最初の", 0),
        ("一番", 0),
        ("いち", 0),
        ("にばんでよか", 1),
        ("さんで", 2),
        ("はじめのやついやつぎのやつ", 1),
        ("1番、いや3番で", 2),
        ("最初のでいいや", 0),
        ("次のやつで", 1),
        ("なかほどの", 1),
        ("その中で最も遅いものを", 1),
        ("ふたつめんとで", 1),
        ("みっつめのがよか", 2),
        ("10時に近いほうは", 0),
        ("15分くらいずれても構いません", 0),
    ],
)
def test_a_place_by_its_time_or_its_position(said: str, index: int) -> None:
    choice = hear(said).choice
    assert choice is not None
    assert choice.value == index
    assert choice.score > 0.8


@pytest.mark.parametrize(
    "said", ["あとのほうに", "後ろの方の分をちょうだいします", "うしろのほうで", "前のほうで"]
)
def test_what_may_be_two_of_them_is_not_sure(said: str) -> None:
    choice = hear(said).choice
    assert choice is not None
    assert choice.score < 0.35


@pytest.mark.parametrize(
    "said",
    [
        "一つ目と三つ目、どっちが空いとりそう",
        "電話せんで行ったほうが早いやないね",
        "もうちょっと遅いのはないですか",
        "一番早い日は",
        "最初に言うたのは何でしたかね",
        "家に近いほうがいい",
        "30分くらい遅うてもいい",
    ],
)
def test_none_is_taken(said: str) -> None:
    assert hear(said).choice is None


@pytest.mark.parametrize(
    "said",
    [
        "うーん、どれも微妙ですねえ",
        "どれもちょっとねー",
        "ぜんぶつごうがわるか",
        "三つともいかん",
        "どれもあわん",
    ],
)
def test_none_of_them_suits(said: str) -> None:
    answer = hear(said).answer
    assert answer is not None
    assert answer.value is Answer.NO


@pytest.mark.parametrize("said", ["どれもだめですか", "全部だめって言ったらどうなりますか"])
def test_who_asks_refuses_none(said: str) -> None:
    assert hear(said).answer is None


@pytest.mark.parametrize(
    "said", ["前後にずれるだけなら構いませんよ", "十五分ずれるくらいなら構わん", "どれでもよかごたる"]
)
def test_any_of_them_will_do(said: str) -> None:
    assert hear(said).order is Order.ANY


def test_what_was_refused_is_not_wished_though_the_end_of_a_word_sounds_like_it() -> None:
    said = (
        "おとうさんじゅうじはもうだめなんちどうするじゅういちじでいいねはいはいじゅういちじでおねがいします"
    )
    assert hear(said).times[0].value.first == time(11)


@pytest.mark.parametrize("said", ["うん、それで", "はい、お願いします", "それでいいです"])
def test_agreeing_takes_the_first_place_that_is_offered_but_none_of_two_that_were_heard(said: str) -> None:
    assert (choice := hear(said).choice) is not None
    assert choice.value == 0
    heard = Question(Expect.CHOICE, choices=OFFERED[:2], heard_two_ways=True)
    assert nlu.interpret([Hypothesis(said)], heard, NOW, Lexicon()).choice is None
