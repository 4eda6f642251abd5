"""Where another errand of the call is under way, what was booked just now is spoken of."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from nlu import interpret
from nlu.anchor import Anchor
from nlu.hypothesis import Hypothesis
from nlu.lexicon import Lexicon
from nlu.meaning import DateSpan, Meaning, Request
from nlu.question import Expect, Question

NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Tokyo"))
BOOKED = date(2026, 12, 2)


def heard(text: str, *, made: bool = True) -> Meaning:
    question = Question(Expect.DATE, anchor=Anchor(booked=BOOKED if made else None), made=made)
    return interpret([Hypothesis(text)], question, NOW, Lexicon((), opens=time(8, 30), closes=time(17, 15)))


@pytest.mark.parametrize(
    "text",
    [
        "さっき取ったのは何時やったかね",
        "さっきの分はちゃんと入っとるんですよね",
        "さっき言うたのは何日でしたか",
    ],
)
def test_it_is_asked_about(text: str):
    assert heard(text).request is Request.CHECK
    assert heard(text, made=False).request is not Request.CHECK


@pytest.mark.parametrize(
    "text", ["さっきの次の日にして", "さっき言うたとおり4日です", "さっきの人と代わって"]
)
def test_it_is_only_named(text: str):
    assert heard(text).request is not Request.CHECK


@pytest.mark.parametrize("text", ["その足で行きたい", "続けて行けるようにして", "住民票とそろえてください"])
def test_its_day_is_meant(text: str):
    meaning = heard(text)
    assert [one.value for one in meaning.dates] == [DateSpan(BOOKED, BOOKED)]
    assert heard(text, made=False).dates == ()
