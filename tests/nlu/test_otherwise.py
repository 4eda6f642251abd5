"""What is to be taken where the wish is not free."""

from datetime import date, time

import pytest

import nlu
from nlu.anchor import Anchor
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import DateSpan, Meaning, Moment, TimeSpan
from nlu.question import Expect, Question
from tests.nlu.conftest import NOW

THURSDAY, FRIDAY = (DateSpan(day, day) for day in (date(2026, 12, 3), date(2026, 12, 4)))
ANY = Question(Expect.ANY)
ELEVEN = TimeSpan(time(11), time(11))


def understood(said: str, lexicon: Lexicon, question: Question = ANY) -> Meaning:
    return nlu.interpret((Hypothesis(said),), question, NOW, lexicon)


@pytest.mark.parametrize(
    "said",
    [
        "12月3日の10時、埋まっとったら12月4日の11時で",
        "12月3日の10時がだめなら12月4日の11時でお願いします",
        "12月3日の10時、もし空いてなければ12月4日の11時",
        "12月3日の10時、それがいっぱいやったら12月4日の11時でもいいです",
        "12月3日の10時か12月4日の11時で",
        "じゅうにがつみっかのじゅうじ、とれんかったらじゅうにがつよっかのじゅういちじで",
    ],
)
def test_the_first_is_wished_and_the_other_kept(said: str, lexicon: Lexicon) -> None:
    meaning = understood(said, lexicon)
    assert [one.value for one in meaning.dates] == [THURSDAY]
    assert meaning.times[0].value.first == time(10)
    assert ELEVEN not in [one.value for one in meaning.times]
    assert meaning.otherwise == Moment(FRIDAY, ELEVEN)


@pytest.mark.parametrize(
    ("said", "otherwise"),
    [
        ("12月3日、だめなら12月4日で", Moment(day=FRIDAY)),
        ("12月3日がいいんですけど、空いとらんやったら4日で", Moment(day=FRIDAY)),
        ("10時、無理なら11時で", Moment(time=ELEVEN)),
        ("12月3日の10時がいっぱいなら、12月4日", Moment(day=FRIDAY)),
        ("12月3日か、だめなら12月4日の11時で", Moment(FRIDAY, ELEVEN)),
    ],
)
def test_a_part_that_is_not_named_is_as_wished(said: str, otherwise: Moment, lexicon: Lexicon) -> None:
    assert understood(said, lexicon).otherwise == otherwise


@pytest.mark.parametrize(
    "said",
    [
        "12月3日か12月4日の11時で",
        "12月3日がだめなら電話します",
        "だめなら12月4日の11時で",
        "無理なら結構です",
    ],
)
def test_else_nothing_is_kept(said: str, lexicon: Lexicon) -> None:
    assert understood(said, lexicon).otherwise is None


def test_what_was_told_not_to_be_free_is_only_refused(lexicon: Lexicon) -> None:
    table = Anchor((date(2026, 12, 3),), (time(10),))
    meaning = understood("10時がだめなら、11時で", lexicon, Question(Expect.CHOICE, anchor=table))
    assert meaning.otherwise is None
    assert meaning.times[0].value == ELEVEN
