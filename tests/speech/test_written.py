import pytest

from voicebot.speech.written import tidy


@pytest.mark.parametrize(
    ("written", "tidied"),
    [
        ("はい、 それで 結構です。", "はいそれで結構です"),
        ("１２月４日の 午後2時！", "12月4日の午後2時"),
        ("10:30でお願いします.", "10:30でお願いします"),
        ("안녕 하세요?", "안녕하세요"),
        ("ﾏｲﾅﾝﾊﾞｰカード…", "マイナンバーカード"),
        (" 、。", ""),
    ],
)
def test_spaces_and_punctuation_go_and_the_rest_stays_readable(written: str, tidied: str) -> None:
    assert tidy(written) == tidied
