import pytest

from nlu.normalize import MAX_CHARS, kanji_number, normalize, without_fillers


@pytest.mark.parametrize(
    ("raw", "normal"),
    [
        ("１２月４日", "12月4日"),
        ("ＰＭ３時", "pm3時"),
        ("来週 の 火曜", "来週の火曜"),
        ("は\x00い\u200b", "は い".replace(" ", "")),
        ("  ", ""),
    ],
)
def test_one_way_of_writing(raw: str, normal: str) -> None:
    assert normalize(raw) == normal


def test_only_the_beginning_of_an_endless_text_is_looked_at() -> None:
    assert len(normalize("あ" * 10_000)) == MAX_CHARS


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("来週の、えーと、火曜", "来週の火曜"),
        ("あのー、住民票", "住民票"),
        ("ええ、そうです", "ええ、そうです"),
    ],
)
def test_fillers_go_and_a_spoken_yes_stays(said: str, left: str) -> None:
    assert without_fillers(said) == left


@pytest.mark.parametrize(
    ("numeral", "value"), [("二十三", 23), ("十", 10), ("二〇二六", 2026), ("三十一", 31), ("百五", 105)]
)
def test_kanji_numerals_have_their_value(numeral: str, value: int) -> None:
    assert kanji_number(numeral) == value
