"""Which hearings are worth a question."""

from dataclasses import replace
from datetime import date, time

import pytest

from dialog import doubting
from dialog.state import Doubt, State
from nlu.meaning import DateSpan, Meaning, Order, Scored, TimeSpan
from nlu.question import Expect, Question
from tests.dialog.conversation import OFFICE

FOURTH, EIGHTH = (DateSpan(date(2026, 12, n), date(2026, 12, n)) for n in (4, 8))
ONE, SEVEN, FOUR = (TimeSpan(time(hour), time(hour)) for hour in (13, 19, 16))
DAY_ASKED = State(office=OFFICE, procedure="juminhyo", question=Question(Expect.DATE))
TIME_ASKED = replace(DAY_ASKED, day=FOURTH, question=Question(Expect.TIME))


def days(*scores: float) -> Meaning:
    return Meaning(dates=tuple(map(Scored, (EIGHTH, FOURTH), scores)))


def times(*scored: tuple[TimeSpan, float]) -> Meaning:
    return Meaning(times=tuple(Scored(*one) for one in scored))


def test_two_days_that_are_as_likely_are_both_offered_the_earlier_first():
    assert doubting.raised(DAY_ASKED, days(0.7, 0.6)) == Doubt(days=(FOURTH, EIGHTH))


@pytest.mark.parametrize("scores", [(0.9, 0.85), (0.7, 0.2), (0.6,), (0.1,)])
def test_what_is_sure_or_far_ahead_or_nothing_is_not_asked_about(scores: tuple[float, ...]):
    assert doubting.raised(DAY_ASKED, days(*scores)) is None


@pytest.mark.parametrize("score", [0.2, 0.45])
def test_a_day_hardly_heard_is_asked_outright(score: float):
    assert doubting.raised(DAY_ASKED, days(score)) == Doubt(days=(EIGHTH,))


def test_a_faint_day_that_was_not_asked_for_is_nothing():
    assert doubting.raised(replace(DAY_ASKED, question=Question(Expect.ANY)), days(0.2)) is None


def test_when_the_read_back_comes_next_it_does_the_asking():
    assert doubting.raised(TIME_ASKED, times((ONE, 0.45))) is None
    assert doubting.raised(TIME_ASKED, times((ONE, 0.2))) == Doubt(times=(ONE,))
    assert doubting.raised(TIME_ASKED, times((FOUR, 0.45), (ONE, 0.4))) == Doubt(times=(ONE, FOUR))


def test_what_cannot_be_is_not_offered_beside_what_can():
    assert doubting.raised(TIME_ASKED, times((ONE, 0.7), (SEVEN, 0.6))) is None


def test_what_is_known_is_not_asked_again():
    state = replace(DAY_ASKED, day=EIGHTH)
    assert doubting.raised(state, days(0.4)) is None
    assert doubting.raised(state, days(0.6, 0.5)) is None


def test_whoever_leaves_the_choice_is_asked_nothing():
    assert doubting.raised(DAY_ASKED, Meaning(dates=days(0.4).dates, order=Order.EARLIEST)) is None


def test_a_procedure_hardly_heard_is_asked_outright_only_where_none_is_as_likely():
    state = State(office=OFFICE)
    one, two = Scored("juminhyo", 0.45), Scored("tennyu", 0.4)
    assert doubting.raised(state, Meaning(procedures=(one,))) == Doubt(procedures=("juminhyo",))
    assert doubting.raised(state, Meaning(procedures=(one, two))) is None
    assert doubting.raised(DAY_ASKED, Meaning(procedures=(one,))) is None


def test_what_was_refused_is_heard_again_only_when_it_is_clear():
    state = doubting.refuse(DAY_ASKED, Doubt(days=(EIGHTH,)))
    state = doubting.refuse(state, Doubt(times=(ONE,)))
    state = doubting.refuse(state, Doubt(procedures=("tennyu",)))
    for score, left in ((0.7, 0), (0.9, 1)):
        heard = Meaning(
            procedures=(Scored("tennyu", score),),
            dates=(Scored(EIGHTH, score),),
            times=(Scored(ONE, score),),
        )
        heard = doubting.unrefused(state, heard)
        assert [*map(len, (heard.procedures, heard.dates, heard.times))] == [left] * 3
