"""Somebody who watches the call has a person take it over."""

import pytest

from dialog import events
from dialog.actions import Release, Transfer
from dialog.state import Outcome, Phase
from tests.dialog.conversation import NOW, WARDS, Conversation, moment

NIGHT = NOW.replace(hour=22)


def person_called(call: Conversation) -> None:
    call.give(events.PersonCalled(call.now))


@pytest.mark.parametrize(
    "said", ["", "住民票をお願いします", "12月2日の午後2時に住民票をお願いします", "予約を変えたい"]
)
def test_the_call_goes_where_a_caller_goes_who_asks_for_a_person(said: str):
    called, asked = (Conversation(moment(12, 2, 14)) for _ in range(2))
    for call in (called, asked):
        if said:
            call.says(said)
    person_called(called)
    asked.says("係員につないでください")
    assert isinstance(called.over, Transfer)
    assert (called.over, called.said) == (asked.over, asked.said)
    assert called.state.outcome is Outcome.TRANSFERRED


def test_the_person_is_told_what_is_known():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日に住民票をお願いします")
    person_called(call)
    assert isinstance(call.over, Transfer)
    assert call.over.whisper is not None
    assert "住民票" in call.over.whisper.text


def test_a_place_that_was_read_back_is_given_back():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    assert call.state.phase is Phase.CONFIRMING
    person_called(call)
    assert any(isinstance(action, Release) for action in call.actions)


def test_when_nobody_answers_a_call_back_is_offered():
    call = Conversation(now=NIGHT)
    person_called(call)
    assert call.state.phase is Phase.CALLBACK
    assert call.over is None


def test_last_words_are_said_to_their_end():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.hears_out = False
    call.says("はい")
    call.hears_everything()
    call.says("いいえ")
    assert call.state.phase is Phase.CLOSING
    assert call.give(events.PersonCalled(call.now)) == ()
    call.hears_everything()
    assert not isinstance(call.over, Transfer)


def test_before_an_office_was_chosen_the_call_goes_to_the_city():
    call = Conversation(offices=WARDS)
    person_called(call)
    assert isinstance(call.over, Transfer)
    assert call.over.phone
