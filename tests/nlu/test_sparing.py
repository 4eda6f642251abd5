"""What is said of several bookings: which stays, and the rest."""

import pytest

from nlu import spared
from nlu.hypothesis import Hypothesis


@pytest.mark.parametrize(
    ("text", "stays", "rest"),
    [
        ("水曜は行くけん、金曜を消して", "水曜は", "金曜を消して"),
        ("ふつかのをけしてよっかのはのこしてください", "よっかのは", "ふつかのをけして"),
        ("午後のは、そのままにしてください", "午後のは", ""),
        ("介護のほうを、日にちはそのままで11時に", "", "介護のほうを、日にちはそのままで11時に"),
        ("年金のほうで", "", "年金のほうで"),
        ("金曜の2時、これは要るんです", "金曜の2時、これ", ""),
        ("きんようのはそのままにしてすいようのをけして", "きんようのは", "すいようのをけして"),
    ],
)
def test_the_sentence_is_parted(text: str, stays: str, rest: str) -> None:
    said = spared([Hypothesis(text, 1.0)])
    assert said.stays.startswith(stays)
    assert bool(said.stays) is bool(stays)
    assert said.rest.strip("、。") == rest


def test_the_other_one_is_meant() -> None:
    assert spared([Hypothesis("年金は大事だから行かなきゃ。もう片方", 1.0)]).the_other


@pytest.mark.parametrize(
    ("text", "but"),
    [
        ("住民票やのうて、年金のほう", "年金のほう"),
        ("水曜のじゃなくて金曜のを", "金曜のを"),
        ("年金のほうで", ""),
    ],
)
def test_what_is_named_behind_one_that_is_not_meant(text: str, but: str) -> None:
    assert spared([Hypothesis(text, 1.0)]).but == but


def test_none_of_them_is_given_back() -> None:
    assert spared([Hypothesis("どっちもやめんでよかです", 1.0)]).none_of_them
    assert spared([Hypothesis("二つとも行けそうな気がする", 1.0)]).none_of_them
    assert not spared([Hypothesis("どっちもやめます", 1.0)]).none_of_them


def test_nothing_was_heard() -> None:
    assert spared([]).stays == ""


@pytest.mark.parametrize(
    ("text", "the_other"),
    [
        ("じゃあ違うほう", True),
        ("年金？ うん、それは行く", True),
        ("もう片っぽを", True),
        ("年金のほう", False),
        ("それを消して", False),
    ],
)
def test_it_is_meant_by_what_was_named_or_not(text: str, the_other: bool) -> None:
    assert spared([Hypothesis(text, 1.0)]).the_other is the_other


@pytest.mark.parametrize(
    ("text", "stays"),
    [
        ("主人の分を。年金のは私のなので。", "年金のは私のなので"),
        ("年金のは私のなので、それを消して", ""),
        ("年金をやめて住民票は置いちょく", "住民票は"),
        ("年金は触らんでください", "年金は"),
    ],
)
def test_what_is_said_to_stay(text: str, stays: str) -> None:
    assert spared([Hypothesis(text, 1.0)]).stays.startswith(stays)
    assert bool(spared([Hypothesis(text, 1.0)]).stays) is bool(stays)


@pytest.mark.parametrize(
    ("text", "every_one"),
    [
        ("両方ともです、旅行に行くけん", True),
        ("両方とも、と言うたら叱られますか", True),
        ("二つとも取り消してください", True),
        ("両方行きます", False),
        ("両方とも大事なんです", False),
        ("住民票と両方入れとったかね", False),
    ],
)
def test_all_are_named(text: str, every_one: bool) -> None:
    assert spared([Hypothesis(text, 1.0)]).every_one is every_one
