import pytest

from ears.frontend import sounds
from ears.numerals import in_kanji


@pytest.mark.parametrize(
    ("digits", "kanji"),
    [
        ("12月4日", "十二月四日"),
        ("１０時", "十時"),
        ("31日", "三十一日"),
        ("午前0時", "午前ゼロ時"),
        ("090の110", "〇九〇の一一〇"),
    ],
)
def test_numbers_are_spelled_in_kanji(digits: str, kanji: str) -> None:
    assert in_kanji(digits) == kanji


@pytest.mark.parametrize(
    "text",
    [
        "2時",
        "午後1時",
        "4時",
        "7時",
        "9時半",
        "17時",
        "10時15分",
        "20分",
        "12月4日",
        "20日",
        "16日",
        "24日",
        "3人",
    ],
)
def test_a_number_in_kanji_sounds_as_in_digits(text: str) -> None:
    assert sounds(in_kanji(text)) == sounds(text)
