from pathlib import Path

import pytest
import yaml

from nlu.hypothesis import Hypothesis
from nlu.prepared import prepare
from nlu.question import Expect
from nlu.spoken_digits import find_digits, hear_digits
from tests.nlu.conftest import Hear

PHRASES = yaml.load(
    (Path(__file__).parent / "phrases" / "digits.yaml").read_text(encoding="utf-8"), yaml.BaseLoader
)

SAID = [
    ("090-1234-5678", "09012345678"), ("ゼロきゅうゼロの、いちにーさんよんの、ごーろくななはち", "09012345678"), ("まるきゅうさんのごーごーごーのいちにさんし", "0935551234"),
    ("ゼロ九三、五五五、一二三四", "0935551234"), ("零九三の五五一の二三四五", "0935512345"), ("〇九〇一二三四五六七八", "09012345678"), ("０９３５５５１２３４", "0935551234"),
    ("れいきゅうれい、いちにさんよん、ごろくしちはち", "09012345678"), ("電話番号はゼロ九三の五八二の三三三一です", "0935823331"), ("093の 555の 1234", "0935551234"),
    ("四七一九", "4719"), ("よんなないちきゅう", "4719"), ("よんしちいちきゅうです", "4719"), ("四千七百十九番です", "4719"), ("よんせんななひゃくじゅうきゅう", "4719"), ("47の19", "4719"),
    ("よんじゅうななのじゅうきゅう", "4719"), ("予約番号は４７１９です", "4719"), ("ヨンナナイチキュウ", "4719"), ("西さんし", "2434"), ("ゼロゼロ一二", "0012"), ("ひちまるはちに", "7082"),
    ("4719、いや、4718です", "4718"), ("よんなないちきゅう、じゃなくて、よんなないちはちです", "4718"),
]  # fmt: skip


@pytest.mark.parametrize(("said", "digits"), SAID)
def test_a_number_is_understood_however_it_is_said(said: str, digits: str) -> None:
    assert list(find_digits(prepare(said))) == [digits]


@pytest.mark.parametrize(
    "said",
    [
        "",
        "はい",
        "12月4日",
        "来週の火曜",
        "せん",
        "10時15分",
        "じゅうにがつよっか",
        "123456789012",
        "すみません、車椅子です",
    ],
)
def test_dates_words_and_a_my_number_are_no_number(said: str) -> None:
    assert find_digits(prepare(said)) == {}


def test_a_whole_number_is_surer_than_a_part() -> None:
    (whole,), (part,) = find_digits(prepare("4719")).values(), find_digits(prepare("093")).values()
    assert whole >= 0.8 > part


def test_the_n_best_vote_on_the_number() -> None:
    first, second = hear_digits(
        [Hypothesis("4719", 0.6), Hypothesis("4711", 0.3), Hypothesis("よんなないちきゅう", 0.2)]
    )
    assert (first.value, second.value) == ("4719", "4711")
    assert hear_digits([]) == ()


def test_a_number_said_unasked_is_part_of_the_meaning_but_not_beside_a_day(hear: Hear) -> None:
    assert [s.value for s in hear("予約番号は4719です").digits] == ["4719"]
    assert hear("12月4日の10時").digits == ()
    assert hear("二人です").digits == ()


@pytest.mark.parametrize(
    ("said", "digits"),
    [("1234", "1234"), ("にじさんじ、よんなないちきゅう", "4719"), ("12月の、あ、違います、4719です", "4719"), ("093", "093"), ("予約番号は、はちきゅうれいにです", "8902")],
)  # fmt: skip
def test_asked_for_a_number_it_is_no_day_and_no_time(hear: Hear, said: str, digits: str) -> None:
    meaning = hear(said, Expect.DIGITS)
    assert [s.value for s in meaning.digits] == [digits]
    assert not meaning.dates
    assert not meaning.times


@pytest.mark.parametrize("said", ["わかりません", "忘れました", "番号はもらっていません", "手元にないです"])
def test_a_caller_may_not_know_the_number(hear: Hear, said: str) -> None:
    meaning = hear(said, Expect.DIGITS)
    assert meaning.unknown
    assert not meaning.digits


@pytest.mark.parametrize(("said", "digits"), PHRASES["numbers"].items())
def test_a_number_with_what_is_taken_back_counted_or_said_twice(hear: Hear, said: str, digits: str) -> None:
    meaning = hear(said, Expect.DIGITS)
    assert [s.value for s in meaning.digits] == [digits]
    assert meaning.emergency is None


@pytest.mark.parametrize("said", PHRASES["no emergency"])
def test_a_number_that_is_named_is_no_cry_for_help(hear: Hear, said: str) -> None:
    meaning = hear(said)
    assert meaning.emergency is None
    assert not meaning.moments


@pytest.mark.parametrize(
    "said",
    [
        "093、それから555、そのあとは1234です",
        "零九三、それから五が三つ続きまして、最後が一、二、三、四",
        "ぜろきゅうさんほんでそのつぎごがみっつならんどってしまいがいちにいさんよん",
    ],
)
def test_groups_may_be_told_in_turn(said: str) -> None:
    assert find_digits(prepare(said)) == {"0935551234": 0.9}


def test_two_numbers_are_not_one() -> None:
    assert find_digits(prepare("4719、それから電話が0935551234")) == {"0935551234": 0.9}
