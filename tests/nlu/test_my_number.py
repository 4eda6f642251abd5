import pytest

from nlu.hypothesis import Hypothesis
from nlu.my_number import holds_my_number


@pytest.mark.parametrize(
    "text",
    [
        "マイナンバーは123456789012です",
        "1234 5678 9012",
        "１２３４－５６７８－９０１２",
        "一二三四五六七八九〇一二",
        "いちにさんよん、ごろくななはち、きゅうぜろいちに",
        "イチ、ニ、サン、ヨンの、ゴロクナナハチの、キュウゼロイチニ",
    ],
)
def test_twelve_digits_are_recognised_however_they_are_written(text: str):
    assert holds_my_number([Hypothesis("はい"), Hypothesis(text)])


def test_a_reading_alone_is_enough():
    assert holds_my_number([Hypothesis("", reading="いちにさんしごろくしちはちくれいいちに")])


@pytest.mark.parametrize(
    "text", ["", "090-1234-5678", "0935551234", "12月4日の10時15分", "2026年11月24日の午後2時", "にしにしに"]
)
def test_telephone_numbers_dates_and_words_are_not_taken_for_one(text: str):
    assert not holds_my_number([Hypothesis(text)])
