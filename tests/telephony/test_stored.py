"""A state written down and read again is the same state."""

import pytest

from dialog.state import State
from tests.dialog.conversation import Conversation, moment
from voicebot.telephony.stored import BadState, dump_state, load_state

FREE = tuple(moment(12, 1, 10, minute) for minute in (0, 15, 30))


def test_every_state_of_a_call_comes_back():
    call = Conversation(*FREE)
    states = [call.state]
    for line in ("住民票をお願いします", "12月1日", "午前中", "2番", "はい"):
        call.says(line)
        states.append(call.state)
    assert call.calendar.booked
    for state in states:
        assert load_state(dump_state(state)) == state


def test_a_call_goes_on_from_what_was_written():
    call = Conversation(*FREE)
    call.says("12月1日の10時15分に住民票")
    call.state = load_state(dump_state(call.state))
    call.says("はい")
    assert [start for _, start, _ in call.calendar.booked] == [FREE[1]]


@pytest.mark.parametrize("text", ["", "{", '{"phase": "dancing"}', '{"office": 1}'])
def test_what_is_no_state_is_refused(text: str):
    with pytest.raises(BadState):
        load_state(text)


def test_a_fresh_state_comes_back():
    assert load_state(dump_state(State())) == State()
