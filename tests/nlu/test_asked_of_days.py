"""What is told instead of a day, the weather or how crowded it is, and days that are told in passing."""

from datetime import date

import pytest

import nlu
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import DateSpan, Meaning, Order
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW

LEXICON = Lexicon((Entry("juminhyo", Term("住民票", "じゅうみんひょう")),))


def hear(said: str, asked: Expect = Expect.DATE) -> Meaning:
    return nlu.interpret([Hypothesis(said)], Question(asked), NOW, LEXICON)


@pytest.mark.parametrize(
    "said",
    [
        "水曜は混むわよねえ",
        "月初めは込みますかね",
        "あしたはあめやろかあめがふったらでられんけんねー",
        "あさっては雪らしいねえ",
    ],
)
def test_what_is_only_said_of_a_day_is_no_wish(said: str) -> None:
    heard = hear(said)
    assert not heard.dates
    assert not heard.excluded


@pytest.mark.parametrize(
    "said", ["いつでもええよ、うちは毎日が日曜日やけん", "まいにちがにちようびやけんいつでもよか"]
)
def test_why_any_day_will_do_names_none(said: str) -> None:
    heard = hear(said)
    assert heard.order is Order.ANY
    assert not heard.dates


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("今から行ったらいけんと", date(2026, 11, 24)),
        ("これから行ったら入れますか", date(2026, 11, 24)),
        ("明日は雨やけん、明後日にして", date(2026, 11, 26)),
        ("雨でもいいから明日", date(2026, 11, 25)),
        ("月曜は混むから火曜で", date(2026, 12, 1)),
        ("今週はもう混んでいるでしょう?来週の半ばにします", date(2026, 12, 2)),
        ("直近の火曜、ああ今日か、じゃあ来週の", date(2026, 12, 1)),
        ("すいようでいいさこんどのあしたのほうじゃのうてらいしゅうの", date(2026, 12, 2)),
        ("年が明けてからでもよかですか。四日が初出やろ", date(2027, 1, 4)),
        ("年が明けてから、五日に行きます", date(2027, 1, 5)),
        ("としがあけていつからやっとるんかねしごとはじめのひでいいっちゃ", date(2027, 1, 4)),
        ("じゅうしちんち、じゃない、じゅういちんち。十二月の", date(2026, 12, 11)),
    ],
)
def test_days(said: str, day: date) -> None:
    assert hear(said).dates[0].value == DateSpan(day, day)


def test_a_deadline_bounds_the_days() -> None:
    days = hear("提出期限が来月十日なので、それに間に合えば").dates[0].value
    assert days == DateSpan(date(2026, 11, 24), date(2026, 12, 9))


@pytest.mark.parametrize(
    "said", ["天気のよか日がいいっちゃけど", "ジャストやなくてもよかろ?ちいと遅れるかもしれん"]
)
def test_what_nobody_knows_is_a_question(said: str) -> None:
    assert hear(said).asks


def test_a_long_sentence_of_which_nothing_was_understood_was_heard() -> None:
    assert hear("満席って、芝居じゃあるまいしねえ", Expect.TIME).talks
    assert not hear("らいしゅのがよび").talks
