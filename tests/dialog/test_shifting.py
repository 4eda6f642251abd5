"""Earlier or later than what is on the table."""

import pytest

from dialog.state import Phase
from tests.dialog.conversation import Conversation, moment

FREE = (moment(12, 1, 10), moment(12, 2, 9), moment(12, 2, 14), moment(12, 2, 16), moment(12, 3, 10))


def at_the_read_back() -> Conversation:
    call = Conversation(*FREE)
    call.says("12月2日の午後2時に住民票をお願いします")
    assert call.state.phase is Phase.CONFIRMING
    return call


@pytest.mark.parametrize(
    ("said", "offered"),
    [
        ("もう少し遅い時間はありますか", [moment(12, 2, 16)]),
        ("もう少し早い時間がいいです", [moment(12, 2, 9)]),
        ("もう少し先の日がいいです", [moment(12, 3, 10)]),
        ("もっと早い日はありませんか", [moment(12, 1, 10)]),
    ],
)
def test_the_nearest_places_on_that_side_are_offered(said: str, offered: list):
    call = at_the_read_back()
    call.says(said)
    assert [place.start for place in call.state.offered] == offered
    call.says("はい")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", offered[0], "+81935551234")]


def test_from_several_offers_later_is_later_than_the_last():
    call = Conversation(*FREE)
    call.says("住民票を、12月2日のどこかで")
    call.says("午前中")
    call.says("もう少し遅く")
    assert all(place.start > moment(12, 2, 9) for place in call.state.offered)


def test_when_nothing_is_later_that_day_others_are_offered():
    call = Conversation(moment(12, 2, 14), moment(12, 3, 10))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("もう少し遅い時間で")
    assert call.state.phase is Phase.OFFERING
    assert call.keys[0] == "time_full"
