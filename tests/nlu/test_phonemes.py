import random

import pytest

from nlu import phonemes as module
from nlu.phonemes import distance, phonemes, similarity


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


def plain_distance(a: str, b: str) -> float:
    """The table of all prefixes against all prefixes, filled cell by cell."""
    gaps, pairs = module._GAPS, module._PAIRS
    table = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for j, y in enumerate(b, 1):
        table[0][j] = table[0][j - 1] + gaps.get(y, 1.0)
    for i, x in enumerate(a, 1):
        table[i][0] = table[i - 1][0] + gaps.get(x, 1.0)
        for j, y in enumerate(b, 1):
            table[i][j] = min(
                table[i - 1][j - 1] + (0.0 if x == y else pairs.get((x, y), 1.0)),
                table[i - 1][j] + gaps.get(x, 1.0),
                table[i][j - 1] + gaps.get(y, 1.0),
            )
    return table[-1][-1]


def test_the_distance_is_the_least_weight_of_edits_that_make_one_of_the_other() -> None:
    rng = random.Random(7)
    for _ in range(500):
        a, b = ("".join(rng.choices("aiueokgsztdnhbpmyrwfvSCTJNQ:?", k=rng.randrange(9))) for _ in "ab")
        assert distance(a, b) == plain_distance(a, b), (a, b)
