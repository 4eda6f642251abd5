"""Calls for somebody else: told so, and whom to phone."""

from dataclasses import replace

import pytest

from dialog import events
from dialog.actions import HangUp
from dialog.state import Phase
from nlu.hypothesis import Hypothesis
from tests.dialog.conversation import Conversation, moment


def test_a_wrong_number_hears_which_office_this_is_and_the_call_ends():
    call = Conversation()
    assert "小倉北区役所" in call.says("すみません、間違い電話です")
    assert call.keys == ("wrong_number",)
    assert call.over == HangUp()


def test_a_wrong_number_in_the_middle_of_a_booking_ends_nothing():
    call = Conversation()
    call.says("住民票をお願いします")
    call.says("電話番号を間違えました")
    assert call.over is None


@pytest.mark.parametrize(
    ("words", "number"), [("火事です", "119番"), ("救急車を呼んで", "119番"), ("警察を呼んで", "110番")]
)
def test_an_emergency_is_told_whom_to_phone_at_once_and_the_question_again(words: str, number: str):
    call = Conversation()
    answer = call.says(words, early=True)
    assert number in answer[:30]
    assert call.keys[-1] == "ask_procedure"


def test_an_emergency_told_twice_frees_the_line():
    call = Conversation()
    call.says("火事です")
    call.says("火事です")
    assert call.keys == ("emergency_119",)
    assert call.over == HangUp()


def test_after_an_emergency_misheard_at_the_read_back_a_yes_still_books():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("火事です")
    assert call.keys == ("emergency_119", "read_back", "confirm")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", moment(12, 2, 14), "+81935551234")]


def test_an_emergency_is_answered_while_the_calendar_is_asked():
    call = Conversation()
    state = replace(call.state, phase=Phase.LOOKING)
    call.state = state
    call.give(events.Heard(call.now, (Hypothesis("救急車を呼んで"),), False))
    assert call.keys == ("emergency_119",)
    assert call.state.phase is Phase.LOOKING


def test_another_office_s_work_is_told_with_a_number_and_the_call_goes_on():
    call = Conversation(moment(12, 2, 14))
    answer = call.says("粗大ごみの回収をお願いします")
    assert "093、671、8181" in answer
    assert call.keys == ("elsewhere", "ask_procedure")
    call.says("住民票をお願いします")
    call.says("水道が止まりました")
    assert call.keys == ("elsewhere", "ask_date")
