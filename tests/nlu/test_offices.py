import pytest

from nlu.lexicon import Entry, Term
from nlu.question import Expect, Question
from tests.nlu.conftest import Hear

WARDS = tuple(
    Entry(id, Term(text, reading))
    for id, text, reading in (
        ("moji", "門司区", "もじく"),
        ("wakamatsu", "若松区", "わかまつく"),
        ("tobata", "戸畑区役所", "とばたくやくしょ"),
        ("kita", "小倉北区", "こくらきたく"),
        ("minami", "小倉南区", "こくらみなみく"),
        ("higashi", "八幡東区", "やはたひがしく"),
        ("nishi", "八幡西区", "やはたにしく"),
    )
)
ONE = [
    ("門司区です", "moji"), ("もじ", "moji"), ("もじくやくしょ", "moji"), ("文字です", "moji"), ("若松区役所でお願いします", "wakamatsu"), ("わかまつ", "wakamatsu"), ("戸畑", "tobata"),
    ("とばたくです", "tobata"), ("小倉北区の方で", "kita"), ("こくらきた", "kita"), ("小倉の北です", "kita"), ("こくらみなみく", "minami"), ("小倉南", "minami"), ("こくらのみなみのほう", "minami"),
    ("八幡東区", "higashi"), ("やはたひがし", "higashi"), ("八幡西です", "nishi"), ("やはたにしく", "nishi"), ("西です", "nishi"), ("南の方", "minami"), ("ひがしです", "higashi"),
    ("えーと、八幡の西区です", "nishi"), ("こくらきたくやくしょ", "kita"), ("はい、戸畑です", "tobata"), ("わかまづく", "wakamatsu"), ("とばだ", "tobata"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "ward"), ONE)
def test_a_ward_is_known_by_its_name_or_by_what_only_it_has(hear: Hear, said: str, ward: str) -> None:
    assert [s.value for s in hear(said, Expect.OFFICE, offices=WARDS).offices] == [ward]


@pytest.mark.parametrize(
    ("said", "wards"),
    [
        ("小倉です", ["kita", "minami"]),
        ("こくら", ["kita", "minami"]),
        ("八幡", ["higashi", "nishi"]),
        ("やはたくやくしょ", ["higashi", "nishi"]),
    ],
)
def test_a_part_that_two_share_means_both(hear: Hear, said: str, wards: list[str]) -> None:
    found = hear(said, Expect.OFFICE, offices=WARDS).offices
    assert sorted(s.value for s in found) == sorted(wards)
    assert len({s.score for s in found}) == 1
    assert found[0].score < 0.8


@pytest.mark.parametrize(
    "said", ["はい", "わかりません", "住民票をお願いします", "福岡です", "来週の火曜", "", "近いところ"]
)
def test_what_names_no_ward_means_none(hear: Hear, said: str) -> None:
    assert hear(said, Expect.OFFICE, offices=WARDS).offices == ()


def test_unasked_only_a_whole_name_counts(hear: Hear) -> None:
    assert [s.value for s in hear("門司区で住民票を取りたい", offices=WARDS).offices] == ["moji"]
    assert hear("北から来ました", offices=WARDS).offices == ()
    assert hear("文字が読めません", offices=WARDS).offices == ()
    assert hear("門司区です").offices == ()


def test_unasked_where_somebody_lives_is_not_the_office(hear: Hear) -> None:
    assert hear("門司区から引っ越してきました", offices=WARDS).offices == ()
    assert hear("もじくにひっこします", offices=WARDS).offices == ()
    assert [s.value for s in hear("こくらきたのくやくしょで", offices=WARDS).offices] == ["kita"]
    assert len(hear("こくらのくやくしょで", offices=WARDS).offices) == 2


def test_only_of_the_wards_asked_about(hear: Hear) -> None:
    two = Question(Expect.OFFICE, offices=WARDS[3:5])
    assert [s.value for s in hear("北です", two.expect, offices=two.offices).offices] == ["kita"]
    assert hear("八幡西です", two.expect, offices=two.offices).offices == ()
