"""A caller who hums is left to think."""

from dataclasses import replace

import pytest

from dialog import events
from dialog.step import step
from nlu.hypothesis import Hypothesis
from tests.dialog.conversation import NOW, Conversation, moment

HUMS = ("えーと", "うーん", "あのー")


@pytest.mark.parametrize("hum", HUMS)
def test_a_hum_changes_nothing_and_is_not_answered(hum: str):
    call = Conversation(moment(12, 1, 10))
    for said in ("住民票", "12月1日", "10時"):
        heard = events.Heard(NOW, (Hypothesis(hum),))
        assert step(call.state, heard) == (call.state, ())
        call.says(said)
    call.says(hum)
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", moment(12, 1, 10), "+81935551234")]


def test_humming_is_no_miss_and_does_not_forgive_one():
    call = Conversation()
    call.says("ぱぴぷぺぽ")
    call.says("うーん")
    assert call.state.misses == 1


def test_who_hums_at_the_read_back_keeps_the_place():
    call = Conversation(moment(12, 1, 10))
    call.says("12月1日の10時に住民票")
    heard = events.Heard(NOW, (Hypothesis("うーん"),))
    state, actions = step(call.state, heard)
    assert state == call.state
    assert [type(action).__name__ for action in actions] == ["Hold"]


def test_who_falls_silent_after_a_hum_is_asked_again():
    call = Conversation()
    call.says("うーん")
    assert "住民票" in call.is_silent()


@pytest.mark.parametrize("said", ["ちょっと待ってください", "老眼鏡を持ってくるけん"])
def test_who_asks_to_wait_hears_that_there_is_time_and_answers_then(said: str):
    call = Conversation(moment(12, 1, 10))
    for answer in ("住民票", "12月1日", "10時", "はい"):
        assert call.says(said) == "はい、お待ちしております。"
        assert call.state.misses == 0
        call.says(answer)
    assert call.calendar.booked == [("juminhyo", moment(12, 1, 10), "+81935551234")]


def test_into_a_read_back_nothing_is_said():
    call = Conversation(moment(12, 1, 10))
    call.says("12月1日の10時に住民票")
    state = replace(call.state, heard_out=False)
    heard = events.Heard(NOW, (Hypothesis("ちょっと待ってください"),), early=True)
    after, actions = step(state, heard)
    assert after == state
    assert [type(action).__name__ for action in actions] == ["Hold"]
