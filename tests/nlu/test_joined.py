"""A second procedure that is only nearly heard is not dropped where と joins it to the first."""

from datetime import datetime

import pytest

from calendar_backend import DEMO_OFFICE, load_office
from nlu.hypothesis import Hypothesis
from nlu.interpret import interpret
from nlu.lexicon import Lexicon
from nlu.question import Question
from voicebot import desk

NOW = datetime.fromisoformat("2026-11-24T10:00+09:00")


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return desk.office(load_office(DEMO_OFFICE)).lexicon


@pytest.mark.parametrize(
    ("text", "reading", "first", "second"),
    [
        ("住民賞と印鑑証明を一緒に取りたいのですが", "じゅーみんしょーといんかんしょーめーをいっしょにとりたいのですが", "inkan-shomei", "juminhyo"),
        ("印鑑証明と住民賞をお願いします", "", "inkan-shomei", "juminhyo"),
        ("転出届と国民健康ほけを", "てんしゅつとどけとこくみんけんこーほけお", "tenshutsu", "kokuho"),
    ],
)  # fmt: skip
def test_it_is_found_but_not_sure(lexicon: Lexicon, text: str, reading: str, first: str, second: str):
    meaning = interpret((Hypothesis(text, 0.9, reading),), Question(), NOW, lexicon)
    assert [scored.value for scored in meaning.procedures] == [first]
    assert [scored.value for scored in meaning.joined] == [second]
    assert meaning.joined[0].score < 0.8


@pytest.mark.parametrize(
    "said",
    [
        "夫と住民票を取りたい",
        "娘と児童手当の相談に",
        "ふたりで住民票と",
        "住民票の証明書",
        "住民票と印鑑証明を",
    ],
)
def test_what_sounds_like_none_or_was_heard_for_certain_is_not(lexicon: Lexicon, said: str):
    assert interpret((Hypothesis(said),), Question(), NOW, lexicon).joined == ()


def test_a_word_that_several_go_by_is_all_of_them(lexicon: Lexicon):
    meaning = interpret((Hypothesis("住民票とパスポートを"),), Question(), NOW, lexicon)
    assert [scored.value for scored in meaning.joined] == ["passport-shinsei", "passport-uketori"]
    assert meaning.procedures[0].value == "juminhyo"
