import pytest

from nlu.backchannel import Overheard, overheard
from nlu.hypothesis import Hypothesis


@pytest.mark.parametrize(
    "said",
    ["はい", "はいはい", "うん", "ええ", "ああ", "はあ", "なるほどね", "あはは", "なる", "お願いします"],
)
def test_who_listens_says_so(said: str):
    assert overheard((Hypothesis(said, 0.6),)) is Overheard.LISTENING


@pytest.mark.parametrize("said", ["ちがいます", "あした", "じゅうじ", "はちじ", "明日", "係員"])
def test_words_are_no_backchannel(said: str):
    assert overheard((Hypothesis(said, 0.6),)) is Overheard.WORDS


@pytest.mark.parametrize("said", ["なると", "なるこ", "なるほどに", "なるごと"])
def test_a_long_backchannel_is_known_though_a_sound_of_it_is_misheard(said: str):
    assert overheard((Hypothesis(said, 0.6),)) is Overheard.LISTENING


def test_the_beginning_of_a_backchannel_is_none_once_it_is_over():
    assert overheard((Hypothesis("な", 0.1),)) is Overheard.LISTENING
    assert overheard((Hypothesis("な", 0.1),), over=True) is Overheard.UNSURE
    assert overheard((Hypothesis("はい", 0.1),), over=True) is Overheard.LISTENING


@pytest.mark.parametrize("said", ["いいえ", "ちょっと", "すみません", "あのー", "いや"])
def test_a_word_that_asks_for_the_turn_is_one_even_when_it_is_hardly_heard(said: str):
    assert overheard((Hypothesis(said, 0.06),)) is Overheard.OPENING


def test_unlikely_words_are_none_yet():
    assert overheard((Hypothesis("てい", 0.05),)) is Overheard.UNSURE


def test_a_hum_is_nothing():
    assert overheard((Hypothesis("おんに", 0.01),)) is Overheard.NOTHING


def test_a_likely_rival_makes_it_perhaps_a_backchannel():
    assert overheard((Hypothesis("てい", 0.06), Hypothesis("えー", 0.05))) is Overheard.PERHAPS
    assert overheard((Hypothesis("てい", 0.06), Hypothesis("えー", 0.005))) is Overheard.UNSURE
    assert overheard((Hypothesis("えー", 0.02), Hypothesis("てい", 0.005))) is Overheard.LISTENING


def test_silence_is_nothing():
    assert overheard(()) is Overheard.NOTHING
