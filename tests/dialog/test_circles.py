"""A call that goes round in circles."""

from datetime import datetime

from dialog.actions import HangUp, Say, Transfer
from dialog.circles import MANY_TURNS, TOO_MANY_TURNS
from dialog.state import Outcome
from tests.dialog.conversation import TOKYO, Conversation, moment

NIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=TOKYO)


def turns(call: Conversation) -> int:
    return sum(isinstance(action, Say) for action in call.actions)


def test_whoever_asks_again_and_again_gets_a_person():
    call = Conversation()
    while call.over is None:
        call.says("もう一度")
    assert isinstance(call.over, Transfer)
    assert turns(call) == MANY_TURNS + 1


def test_going_to_and_fro_ends_with_a_person_too():
    call = Conversation(moment(12, 1, 10))
    while call.over is None:
        call.says("12月1日の10時に住民票")
        call.says("最初から")
    assert isinstance(call.over, Transfer)
    assert turns(call) <= MANY_TURNS + 1
    assert not call.calendar.booked


def test_at_night_it_ends_with_where_to_phone():
    call = Conversation(now=NIGHT)
    while call.over is None:
        call.says("もう一度")
    assert isinstance(call.over, HangUp)
    assert call.state.outcome is Outcome.ANSWERED
    assert turns(call) <= TOO_MANY_TURNS + 1


def test_a_call_of_usual_length_is_left_alone():
    call = Conversation(moment(12, 1, 10))
    for _ in range(MANY_TURNS - 3):
        call.says("もう一度")
    call.says("12月1日の10時に住民票")
    call.says("はい")
    assert call.calendar.booked
