import pytest

from nlu.reading import read
from nlu.usual import usual


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("らいしゅうのかようびのごごにじ", "来週の火曜日の午後2時"),
        ("ごごにじはん", "午後2時半"),
        ("ごはん", "ごはん"),
        ("じゅうにがつはつか", "12月20日"),
        ("もくようびにじゅうじ", "木曜日に10時"),
        ("どうしようか", "どうしようか"),
        ("確実に", "確実に"),
        ("にじゅうよっか", "24日"),
        ("にばんめの", "2番目の"),
        ("十一月二十日", "11月20日"),
    ],
)
def test_numbers_and_spoken_dates_get_their_usual_writing(text: str, written: str) -> None:
    assert usual(text) == written


@pytest.mark.parametrize(
    ("text", "kana"), [("児童手当", "じどーてあて"), ("自動手当て", "じどーてあて"), ("", ""), ("🙂", "")]
)
def test_a_reading_is_hiragana_as_pronounced(text: str, kana: str) -> None:
    assert read(text).kana == kana


def test_the_words_of_a_reading_stand_where_they_are_written() -> None:
    tokens = read("12月用かの午後").tokens
    assert [(token.start, token.end, token.kana) for token in tokens][-2:] == [(5, 6, "の"), (6, 8, "ごご")]
