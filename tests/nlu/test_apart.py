"""What is to be booked by itself, on another day than what is read back."""

from datetime import date, time

import pytest

import nlu
from nlu.anchor import Anchor
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.question import Effect, Expect, Question
from tests.nlu.conftest import NOW

TABLE = Anchor((date(2026, 12, 2),), (time(10),))
ONE = Question(Expect.ANSWER, anchor=TABLE, read_back=("juminhyo",))
TWO = Question(Expect.ANSWER, anchor=TABLE, read_back=("juminhyo", "inkan_cert"), several=True)


def apart(said: str, question: Question, lexicon: Lexicon) -> tuple[str, ...]:
    return nlu.interpret((Hypothesis(said),), question, NOW, lexicon).apart


@pytest.mark.parametrize(
    "said",
    [
        "国保の相談も、それは別の日で",
        "国保は別の日にしたいんですけど",
        "国保の相談は金曜にしたいけど、これはこれでいいです",
        "国保もいるんやけど、そっちは4日にして",
        "こくほはべつのひでおねがいします",
    ],
)
def test_another_errand_is_apart(said: str, lexicon: Lexicon) -> None:
    assert apart(said, ONE, lexicon) == ("kokuho",)


@pytest.mark.parametrize(
    "said",
    [
        "印鑑証明は別の日にしたい",
        "別々の日に分けてください。印鑑証明だけ、あした要るごとなったんで",
        "半分にして、印鑑証明は12月4日、住民票はこのままで",
        "住民票は2日で、印鑑証明は3日でお願いします",
        "いんかんしょうめいだけべつのひにしてくれん",
        "ひとつずつ別の日に分けてもらえるやろか",
    ],
)
def test_one_of_two_is_apart(said: str, lexicon: Lexicon) -> None:
    assert apart(said, TWO, lexicon) == ("inkan_cert",)


@pytest.mark.parametrize(
    "said",
    [
        "別の日にしてください",
        "別々に並ばんでいいと？",
        "分けて別の日に取ったほうがよかかな？",
        "両方3日にして",
        "はい",
    ],
)
def test_nothing_is_apart(said: str, lexicon: Lexicon) -> None:
    assert apart(said, TWO, lexicon) == ()


def test_nothing_is_apart_where_a_booking_is_moved(lexicon: Lexicon) -> None:
    moved = Question(Expect.ANSWER, anchor=TABLE, read_back=("juminhyo",), effect=Effect.CHANGE)
    assert apart("国保は別の日で", moved, lexicon) == ()
