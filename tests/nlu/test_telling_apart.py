"""What differs between the procedures that were offered is an answer; a longer name nearly said is the longer name."""

from datetime import datetime

import pytest

from calendar_backend import DEMO_OFFICE, load_office
from nlu.hypothesis import Hypothesis
from nlu.interpret import interpret
from nlu.lexicon import Lexicon
from nlu.question import Expect, Question
from voicebot import desk

NOW = datetime.fromisoformat("2026-11-24T10:00+09:00")
PASSPORT = ("passport-shinsei", "passport-uketori")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


def best(lexicon: Lexicon, text: str, reading: str = "", asked: tuple[str, ...] = ()) -> list[str]:
    question = Question(Expect.PROCEDURE, procedures=asked)
    meaning = interpret((Hypothesis(text, 0.9, reading),), question, NOW, lexicon)
    return [p.value for p in meaning.procedures if p.score >= meaning.procedures[0].score - 0.1]


@pytest.mark.parametrize(
    ("text", "reading", "wanted"),
    [
        ("受け取りです", "", "passport-uketori"),
        ("うけとりです", "うけとりです", "passport-uketori"),
        ("しんせーのほうです", "しんせーのほーです", "passport-shinsei"),
        ("取りに行く方です", "", "passport-uketori"),
    ],
)
def test_the_word_that_differs_is_enough(lexicon: Lexicon, text: str, reading: str, wanted: str):
    assert best(lexicon, text, reading, PASSPORT) == [wanted]


def test_a_word_that_both_have_tells_nothing(lexicon: Lexicon):
    assert set(best(lexicon, "パスポートです", "", PASSPORT)) == set(PASSPORT)


def test_a_longer_name_that_is_nearly_said_stands_for_the_shorter_one(lexicon: Lexicon):
    reading = "えーとあのいんかんとーろくのしょーめーしょー"
    assert best(lexicon, "えーとあの印鑑登録のしょうめいしょう", reading) == ["inkan-shomei"]


def test_what_else_is_said_makes_no_name_longer(lexicon: Lexicon):
    assert best(lexicon, "印鑑登録をお願いします") == ["inkan-toroku"]


def test_one_word_of_many_certificates_is_told_by_what_stands_beside_it(lexicon: Lexicon):
    assert best(lexicon, "税金の証明書を取りたい") == ["zei-shomei"]
    assert best(lexicon, "ぜいきんのしょーめーしょ", "ぜいきんのしょーめーしょ") == ["zei-shomei"]
    assert best(lexicon, "税のほうの証明書") == ["zei-shomei"]
    assert len(best(lexicon, "証明書")) == 4


@pytest.mark.parametrize("said", ["どの窓口ですか", "窓口の予約をお願いします", "どのまどぐちですか"])
def test_a_counter_that_is_not_named_is_no_procedure(lexicon: Lexicon, said: str):
    assert interpret((Hypothesis(said),), Question(), NOW, lexicon).procedures == ()
