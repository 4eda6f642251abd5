"""What the person who takes over is told."""

from dialog.actions import Transfer
from dialog.state import State
from dialog.summary import summary
from nlu.meaning import Request
from tests.dialog.conversation import OFFICE, Conversation, moment


def test_nothing_known_is_nothing_told():
    assert summary(State(office=OFFICE)) is None
    call = Conversation()
    call.says("係員をお願いします")
    assert call.keys == ("transferring",)
    assert call.over == Transfer(OFFICE.agent_phone)


def test_the_wish_is_told_to_the_caller_and_whispered_to_the_person():
    call = Conversation(moment(12, 2, 14))
    call.says("住民票を12月2日に")
    answer = call.says("係員に代わってください")
    assert "住民票、12月2日、水曜日のご用件" in answer
    assert isinstance(call.over, Transfer)
    assert call.over.whisper is not None
    assert "住民票、12月2日、水曜日" in call.over.whisper.text
    assert "じゅうみんひょう" in call.over.whisper.reading


def test_what_is_to_be_done_with_a_booking_comes_first():
    told = summary(State(office=OFFICE, errand=Request.CANCEL, procedure="juminhyo"))
    assert told is not None
    assert told.text == "予約の取り消し、住民票"
