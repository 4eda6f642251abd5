"""Asked to when a booking is to be moved: its own day and time, as what is pointed at, or as a wish to leave it there."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from calendar_backend import DEMO_OFFICE, load_office
from nlu import interpret
from nlu.anchor import Anchor
from nlu.hypothesis import Hypothesis
from nlu.meaning import Meaning
from nlu.question import Expect, Question
from voicebot import desk

NOW = datetime(2026, 11, 24, 10, tzinfo=ZoneInfo("Asia/Tokyo"))
ITS_DAY, ITS_TIME = date(2026, 11, 27), time(9)
TO_WHEN = Question(Expect.DATE, anchor=Anchor((ITS_DAY,), (ITS_TIME,), moves=True))
LEXICON = desk.office(load_office(DEMO_OFFICE)).lexicon


def said(text: str) -> Meaning:
    return interpret([Hypothesis(text, 1.0)], TO_WHEN, NOW, LEXICON)


@pytest.mark.parametrize(
    "text",
    [
        "金曜の朝9時のやつたい",
        "金曜の9時の予約なんですけど",
        "27日の9時に入れとる分よ",
        "9時のほうです、孫ば送っていかないけんけん",
        "27日の9時やけど、早すぎてね",
        "金曜の朝9時の件ですが",
    ],
)
def test_it_is_only_pointed_at(text: str) -> None:
    meaning = said(text)
    assert (meaning.topic, meaning.dates, meaning.times) == (Expect.DATE, (), ())


@pytest.mark.parametrize("text", ["やっぱり金曜の9時で", "金曜の9時のほうがよか", "27日の9時でお願いします"])
def test_it_may_stay_there(text: str) -> None:
    meaning = said(text)
    assert (meaning.dates[0].value.first, meaning.times[0].value.first) == (ITS_DAY, ITS_TIME)


@pytest.mark.parametrize(
    ("text", "day"),
    [("金曜の9時のやつを月曜に", date(2026, 11, 30)), ("27日でいいけど、9時は早すぎる", ITS_DAY)],
)
def test_where_it_goes_is_kept(text: str, day: date) -> None:
    assert day in {one.value.first for one in said(text).dates}
