"""Who cannot decide is offered what is free, and never told off."""

import pytest

from dialog.state import Phase
from tests.dialog.conversation import Conversation, moment


@pytest.mark.parametrize(
    "said", ["いつがいいかねえ", "そうねえ、いつにしましょうかねえ", "急に言われてもねえ"]
)
def test_who_cannot_decide_on_a_day_is_offered_what_is_free(said: str):
    call = Conversation(moment(12, 2, 14), moment(12, 3, 10))
    call.says("住民票をお願いします")
    call.says(said)
    assert call.keys[0] == "suggests"
    assert call.state.phase is Phase.OFFERING
    assert call.state.misses == 0
    call.says("2番")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", moment(12, 3, 10), "+81935551234")]


def test_who_cannot_decide_among_the_places_hears_them_without_haste():
    call = Conversation(moment(12, 2, 14), moment(12, 3, 10))
    call.says("住民票をお願いします")
    call.says("いつがいいかねえ")
    offered = call.state.offered
    call.says("うーん、どうしたもんかねえ")
    assert call.keys == ("no_hurry", "offer_2")
    assert call.state.offered == offered


def test_another_day_than_those_offered_is_taken():
    call = Conversation(moment(12, 2, 14), moment(12, 10, 16))
    call.says("住民票をお願いします")
    call.says("いつがいいかねえ")
    call.says("12月10日の午後4時にします")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", moment(12, 10, 16), "+81935551234")]
