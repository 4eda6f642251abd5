import pytest

from nlu import spoken
from nlu.reading import Reading, read


@pytest.mark.parametrize(
    ("kana", "written"),
    [
        ("らいしゅうのかようびのごごにじはん", "来週の火曜日の午後2時半"),
        ("じゅうにがつはつか", "12月20日"),
        ("もくようびにじゅうじ", "木曜日に10時"),
        ("どようか", "土曜か"),
        ("にじゅうよっか", "24日"),
        ("どうしようか", "どうしようか"),
    ],
)
def test_spoken_dates_get_their_usual_writing(kana: str, written: str) -> None:
    assert spoken.rewrite_reading(Reading(kana)) == written


def test_words_are_only_found_at_the_boundaries_that_the_analyser_sees() -> None:
    assert "時" not in spoken.rewrite_reading(read("確実に"))


@pytest.mark.parametrize(
    ("text", "kana"), [("児童手当", "じどーてあて"), ("自動手当て", "じどーてあて"), ("", ""), ("🙂", "")]
)
def test_a_reading_is_hiragana_as_pronounced(text: str, kana: str) -> None:
    assert read(text).kana == kana
