import pytest

from nlu.hypothesis import Hypothesis
from nlu.my_number import bare_digits, holds_my_number
from numbering import is_my_number


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


@pytest.mark.parametrize(
    "text", ["090123456782", "090123456782です", "ぜろきゅうぜろいちにさんよんごろくななはちに"]
)
def test_the_last_of_twelve_is_a_digit_where_nobody_is_to_phone_there(text: str):
    assert holds_my_number([Hypothesis(text)])


def test_a_number_whose_last_digit_checks_is_one_whatever_is_asked_for():
    assert is_my_number("070123456782") is holds_my_number([Hypothesis("07012345678にお願いします")])


def test_a_reading_alone_is_enough():
    assert holds_my_number([Hypothesis("", reading="いちにさんしごろくしちはちくれいいちに")])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "090-1234-5678",
        "0935551234",
        "12月4日の10時15分",
        "2026年11月24日の午後2時",
        "にしにしに",
        "090の1234の5678にかけてください",
        "ぜろきゅうぜろのいちにさんよんのごろくななはちにでんわください",
        "09012345678にお願いします",
    ],
)
def test_telephone_numbers_dates_and_words_are_not_taken_for_one(text: str):
    assert not holds_my_number([Hypothesis(text)])


@pytest.mark.parametrize(
    ("text", "digits"),
    [("1234", "1234"), ("えーと、5678です", "5678"), ("いちにさんよん", "1234"), ("〇一二三", "0123")],
)
def test_a_piece_of_a_number_is_digits_and_little_else(text: str, digits: str):
    assert bare_digits([Hypothesis(text)]) == digits


@pytest.mark.parametrize(
    "text", ["", "はい", "12月24日", "14時30分", "2番", "12月4日でお願いします", "住民票をお願いします"]
)
def test_what_has_more_words_than_digits_is_no_piece_of_a_number(text: str):
    assert bare_digits([Hypothesis(text)]) == ""


def test_the_last_of_the_twelve_is_a_check_digit():
    assert [last for last in range(10) if is_my_number(f"12345678901{last}")] == [8]
    assert is_my_number("000000000000")
    assert not is_my_number("12345678901")
    assert not is_my_number("1234567890180")
