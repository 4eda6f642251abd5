import pytest

from nlu.backchannel import Overheard, overheard
from nlu.hypothesis import Hypothesis


@pytest.mark.parametrize(
    "said",
    ["はい", "はいはい", "うん", "ええ", "ああ", "はあ", "なるほどね", "あはは", "なる", "お願いします"],
)
def test_who_listens_says_so(said: str):
    assert overheard((Hypothesis(said, 0.6),)) is Overheard.LISTENING


@pytest.mark.parametrize(
    "said", ["いいえ", "ちがいます", "ちょっと", "あした", "じゅうじ", "すみません", "はちじ", "明日", "係員"]
)
def test_words_are_no_backchannel(said: str):
    assert overheard((Hypothesis(said, 0.6),)) is Overheard.WORDS


def test_unlikely_words_are_none_yet():
    assert overheard((Hypothesis("てい", 0.02),)) is Overheard.UNSURE


def test_a_likely_rival_makes_it_a_backchannel():
    assert overheard((Hypothesis("てい", 0.02), Hypothesis("えー", 0.015))) is Overheard.LISTENING


def test_silence_is_nothing():
    assert overheard(()) is Overheard.NOTHING
