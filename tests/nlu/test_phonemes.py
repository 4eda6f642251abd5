import pytest

from nlu.phonemes import phonemes, similarity


@pytest.mark.parametrize(
    ("kana", "sounds"),
    [
        ("じゅうみんひょう", "Ju:miNhyo:"),
        ("じゅーみんひょー", "Ju:miNhyo:"),
        ("よっか", "yoQka"),
        ("ようか", "yo:ka"),
        ("しち", "SiCi"),
        ("", ""),
    ],
)
def test_kana_become_phonemes_and_long_vowels_have_one_form(kana: str, sounds: str) -> None:
    assert phonemes(kana) == sounds


@pytest.mark.parametrize(
    ("a", "near", "far"),
    [
        ("ぱすぽーと", "たすぽーと", "ますぽーと"),
        ("よっか", "ようか", "よるか"),
        ("しびょう", "ひびょう", "りびょう"),
        ("てあて", "てーあて", "てまあて"),
        ("けん", "けむ", "けす"),
    ],
)
def test_what_telephones_confuse_is_nearer(a: str, near: str, far: str) -> None:
    assert similarity(phonemes(a), phonemes(near)) > similarity(phonemes(a), phonemes(far))
