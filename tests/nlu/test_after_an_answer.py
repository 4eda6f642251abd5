"""What ends a talk in which a question was answered, and what only says again what was told."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from nlu import interpret
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Entry, Lexicon, Term
from nlu.meaning import Command, Meaning, Request
from nlu.question import Expect, Question

LEXICON = Lexicon((Entry("juminhyo", Term("住民票", "じゅうみんひょう")),))
NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Tokyo"))


def understood(text: str, expect: Expect = Expect.DATE) -> Meaning:
    return interpret((Hypothesis(text),), Question(expect), NOW, LEXICON)


@pytest.mark.parametrize(
    "text",
    [
        "分かりました、ありがとうございます、用はそれだけです",
        "わかりました、ありがとうございます、ようはそれだけです",
        "なるほど、よう分かりました。失礼します",
        "ああ、そうですか、ありがとうございます、それだけです",
        "ああそう、そんならコンビニで取ります、ありがとう",
        "ほんなら近くのコンビニで取ってみます",
        "それならこんびにでとるけん、よかです",
    ],
)
def test_a_goodbye_behind_an_answer_closes_the_talk(text):
    assert understood(text).closes


@pytest.mark.parametrize(
    "text",
    [
        "分かりました",
        "コンビニで取れますか",
        "ありがとうございます、来週の火曜日で",
        "もう一つ聞きたいんです、それだけです",
    ],
)
def test_what_goes_on_closes_no_talk(text):
    assert not understood(text).closes


@pytest.mark.parametrize(
    "text",
    [
        "わかりました。今日は予約はせんで、また日を決めてからかけます",
        "きょうはよやくはせんで、またひをきめてからかけます",
        "じゃあ、家内と相談してからまた電話しますけん",
        "分かった、また都合を見てからかけ直すけん",
    ],
)
def test_another_day_to_phone_is_a_goodbye(text):
    assert understood(text).command is Command.GOODBYE


def test_that_one_may_come_without_a_booking_is_asked_and_no_goodbye():
    assert understood("予約はせんでも行けますか").command is None


@pytest.mark.parametrize(
    "text", ["今日は何曜日やったかいね。毎日うちにおるけん分からん", "きょうはなんようびですかね"]
)
def test_the_weekday_of_today_is_asked(text):
    meaning = understood(text)
    assert meaning.request is Request.WEEKDAY
    assert meaning.weekday_of is not None
    assert meaning.weekday_of.first == NOW.date()


@pytest.mark.parametrize(
    "text", ["ああ、火曜日ね。そんなら12月3日の木曜にしよう", "火曜日ですか。じゃあ12月3日で"]
)
def test_a_day_that_was_told_and_is_said_again_is_no_wish(text):
    assert [said.value.first for said in understood(text).dates] == [date(2026, 12, 3)]


def test_the_day_that_somebody_has_off_is_wished():
    meaning = understood("息子が休みの12月3日、朝の10時半に行かせてもらえんか")
    assert [said.value.first for said in meaning.dates] == [date(2026, 12, 3)]
    assert not meaning.excluded
