import pytest

from nlu.hypothesis import Hypothesis
from nlu.names import find_names, hear_names
from nlu.question import Expect
from tests.nlu.conftest import Hear

KNOWN = [
    ("佐藤です", "サトウ"), ("はい、田中と申します", "タナカ"), ("えーと、小林でございます", "コバヤシ"), ("さとう", "サトウ"), ("ワタナベ", "ワタナベ"), ("私、中村です", "ナカムラ"),
    ("名前は森です", "モリ"), ("大久保と言います", "オオクボ"), ("山田太郎です", "ヤマダ タロウ"), ("サトウケンイチ", "サトウ ケンイチ"), ("渡辺恵子と申します", "ワタナベ ケイコ"),
    ("加藤、いや佐藤です", "サトウ"), ("はたなかです", "ハタナカ"), ("古賀", "コガ"), ("いのうえです", "イノウエ"), ("山本やけど", "ヤマモト"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "name"), KNOWN)
def test_a_known_surname_is_sure(said: str, name: str) -> None:
    best, *_ = hear_names([Hypothesis(said)])
    assert best.value == name
    assert best.score >= 0.8


@pytest.mark.parametrize(
    ("heard", "name"),
    [("タカハジ", "タカハシ"), ("ワタナペ", "ワタナベ"), ("サイドウ", "サイトウ"), ("ヨジダ", "ヨシダ")],
)
def test_a_name_near_to_a_surname_brings_it_up_beside_what_was_heard(heard: str, name: str) -> None:
    found = find_names(heard)
    assert {heard, name} <= set(found)
    assert all(score < 0.8 for score in found.values())


def test_an_unknown_name_is_kept_as_it_was_heard() -> None:
    assert find_names("きりゅうです")["キリュウ"] < 0.8


def test_the_sounds_of_an_engine_are_enough() -> None:
    assert find_names("", "さとーです") == {"サトウ": 0.9}


@pytest.mark.parametrize(
    "said", ["", "い", "来週の火曜日", "どこですか", "12月4日", "\x00", "hello", "はい" * 50]
)
def test_what_is_no_name_gives_none(said: str) -> None:
    assert find_names(said) == {}
    assert hear_names([]) == ()


@pytest.mark.parametrize(
    ("said", "name"),
    [("さ、と、う、です", "サトウ"), ("朝日のア、切手のキ、大阪のオ", "アキオ"), ("さくらのサ、とうきょうのト、うえののウです", "サトウ")],
)  # fmt: skip
def test_a_name_may_be_given_letter_by_letter(said: str, name: str) -> None:
    assert next(iter(find_names(said))) == name


@pytest.mark.parametrize(
    ("heard", "name"),
    [
        ("はいやまもとです", "ヤマモト"),
        ("えーとさとーです", "サトウ"),
        ("はいじま", "ハイジマ"),
        ("わたしたなかです", "タナカ"),
    ],
)
def test_a_name_may_follow_its_opening_without_a_pause(heard: str, name: str) -> None:
    assert next(iter(find_names("", heard))) == name


def test_asked_for_a_name_nothing_else_is_meant_by_it(hear: Hear) -> None:
    meaning = hear("三日月です", Expect.NAME)
    assert meaning.names
    assert not meaning.dates
    assert [s.value for s in hear("佐藤です", Expect.NAME).names] == ["サトウ"]
    assert hear("佐藤です").names == ()


@pytest.mark.parametrize("said", ["もう一度お願いします", "係員にかわって", "いいえ", "はい", "わかりません", "言いたくないです", "予約の取り消しです", "もしもし", ""])  # fmt: skip
def test_what_is_no_answer_to_the_question_for_a_name_is_none(hear: Hear, said: str) -> None:
    assert hear(said, Expect.NAME).names == ()
