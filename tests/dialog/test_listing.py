"""What is free, and narrowing it down."""

from datetime import datetime

import pytest

from dialog.state import Phase
from tests.dialog.conversation import Conversation, moment

FREE = tuple(moment(12, day, hour) for day in (1, 2, 3) for hour in (9, 13, 15))


def starts(call: Conversation) -> list[datetime]:
    return [place.start for place in call.state.offered]


def listed() -> Conversation:
    call = Conversation(*FREE)
    call.says("住民票")
    call.says("来週の午後で空いてるところは")
    return call


def test_at_most_three_real_places_of_the_range_are_named():
    call = listed()
    assert starts(call) == [moment(12, 1, 13), moment(12, 1, 15), moment(12, 2, 13)]
    assert call.keys == ("offer_3",)


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ("木曜日は", [moment(12, 3, 13), moment(12, 3, 15)]),
        ("午前中で空いてるところは", [moment(12, 1, 9), moment(12, 2, 9), moment(12, 3, 9)]),
        ("ほかに空いてるところは", [moment(12, 2, 15), moment(12, 3, 13), moment(12, 3, 15)]),
    ],
)
def test_narrowing_down(said: str, left: list[datetime]):
    call = listed()
    call.says(said)
    assert (call.state.phase, starts(call)) == (Phase.OFFERING, left)


def test_one_of_the_list_is_read_back_and_booked():
    call = listed()
    call.says("2番")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", moment(12, 1, 15), "+81935551234")]


def test_the_procedure_is_asked_for_first_and_the_wish_is_kept():
    call = Conversation(*FREE)
    call.says("来週の午後で空いてるところはありますか")
    assert call.keys[-1] == "ask_procedure"
    call.says("住民票です")
    assert len(starts(call)) == 3


def test_a_day_that_is_asked_about_is_listed_and_its_time_not_asked_for():
    call = Conversation(*FREE)
    call.says("住民票")
    call.says("12月2日で空いてる時間は")
    assert starts(call) == [moment(12, 2, hour) for hour in (9, 13, 15)]


def test_when_asked_for_a_day_the_nearest_places_are_listed():
    call = Conversation(*FREE)
    call.says("住民票")
    call.says("いつが空いていますか")
    assert len(starts(call)) == 3


def test_at_the_read_back_other_times_of_that_day_are_listed():
    call = Conversation(*FREE)
    call.says("12月2日の9時に住民票")
    call.says("ほかに空いてる時間はありますか")
    assert starts(call) == [moment(12, 2, 13), moment(12, 2, 15)]


@pytest.mark.parametrize("said", ["ほかの日はもう空いとらんとですか", "べつのひはあいてませんか"])
def test_other_days_are_none_of_those_on_the_table(said: str):
    call = Conversation(*FREE)
    call.says("12月1日の9時に住民票")
    call.says(said)
    assert starts(call) == [moment(12, 2, 9), moment(12, 2, 13), moment(12, 2, 15)]


def test_another_time_may_be_on_the_same_day():
    call = Conversation(*FREE)
    call.says("12月1日の9時に住民票")
    call.says("ほかの時間は空いていませんか")
    assert starts(call) == [moment(12, 1, 13), moment(12, 1, 15)]
