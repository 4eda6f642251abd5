"""The caller's name, where an office asks for it."""

from dataclasses import replace

import pytest

from dialog import events
from dialog.state import Phase, State
from prompts.notes import NAME_RECORDED
from tests.dialog.conversation import NOW, OFFICE, Conversation, moment


@pytest.fixture
def call() -> Conversation:
    call = Conversation(moment(12, 2, 14), moment(12, 2, 15))
    call.state = State()
    call.give(events.CallStarted(NOW, replace(OFFICE, asks_name=True), "+81935551234"))
    call.says("12月2日の午後2時に住民票")
    assert call.keys[-1] == "ask_name"
    return call


def test_a_name_is_spelled_back_and_booked(call: Conversation):
    assert "ヤマダ タロウ様、ヤ・マ・ダ・タ・ロ・ウ" in call.says("山田太郎です")
    call.says("はい")
    assert call.calendar.names == ["ヤマダ タロウ"]


def test_a_name_is_asked_for_once(call: Conversation):
    call.says("山田です")
    call.says("いえ、午後3時で")
    assert call.keys == ("read_back", "name_is", "confirm")


def test_a_name_that_was_misheard_is_asked_for_anew(call: Conversation):
    call.says("山田です")
    call.says("名前が違います")
    assert call.keys[-1] == "ask_name"
    call.says("浜田です")
    call.says("はい")
    assert call.calendar.names == ["ハマダ"]


def test_who_gives_no_name_books_without(call: Conversation):
    call.says("いいえ、ちょっと")
    assert call.keys == ("read_back", "confirm")
    call.says("はい")
    assert call.calendar.names == [""]


def test_what_stays_unclear_is_left_to_the_recording(call: Conversation):
    call.says("ご視聴ありがとうございました")
    assert call.keys[-1] == "ask_name"
    call.says("ご視聴ありがとうございました")
    assert call.keys == ("read_back", "confirm")
    call.says("はい")
    assert call.calendar.names == [NAME_RECORDED]


def test_silence_goes_on_without_a_name(call: Conversation):
    call.is_silent()
    assert call.keys[-1] == "ask_name"
    call.is_silent()
    call.says("はい")
    assert call.calendar.names == [""]


def test_the_keys_leave_the_name_out(call: Conversation):
    call.presses("1")
    assert call.state.phase is Phase.NAME
    call.presses("#")
    call.presses("1")
    assert call.calendar.names == [""]


def test_another_time_is_taken_in_the_place_of_a_name(call: Conversation):
    call.says("やっぱり午後3時にしてください")
    assert call.state.phase is Phase.NAME
    call.says("山田です")
    assert "午後3時" in call.said


def test_an_office_that_asks_no_name_takes_none():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票")
    assert call.keys == ("read_back", "confirm")
    call.says("名前が違います")
    assert "ask_name" not in call.keys
