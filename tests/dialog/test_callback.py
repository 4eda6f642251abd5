"""When nobody is there, a person may phone back."""

from dataclasses import replace

import pytest

from dialog.actions import HangUp, Transfer
from dialog.closing import person
from dialog.state import Outcome, Phase, State
from tests.dialog.conversation import NOW, OFFICE, Conversation, moment

NIGHT = moment(11, 24, 22)


def at_night() -> Conversation:
    call = Conversation(moment(12, 2, 14), now=NIGHT)
    call.says("住民票をお願いします")
    call.says("係員をお願いします")
    assert call.keys == ("nobody_there", "offer_callback")
    return call


def test_a_yes_puts_the_caller_on_the_list_with_the_wish():
    call = at_night()
    answer = call.says("はい")
    assert call.calendar.callbacks == [("+81935551234", "住民票")]
    assert "係員からお電話いたします" in answer
    assert call.state.outcome is Outcome.CALLBACK
    assert isinstance(call.over, HangUp)


def test_a_no_is_told_whom_to_phone_and_when():
    call = at_night()
    call.says("いいえ")
    assert call.keys == ("call_back_later",)
    assert call.calendar.callbacks == []
    assert call.state.outcome is Outcome.ANSWERED


def test_the_keys_answer_too():
    call = at_night()
    call.presses("1")
    assert call.calendar.callbacks == [("+81935551234", "住民票")]


def test_without_an_answer_the_offer_is_made_once_more_and_then_the_number_told():
    call = at_night()
    call.is_silent()
    assert call.keys == ("no_input", "offer_callback")
    call.says("あばばば")
    assert call.keys == ("not_understood", "call_back_later")
    assert isinstance(call.over, HangUp)
    assert call.calendar.callbacks == []


def test_what_is_to_be_changed_is_told_to_the_clerk():
    call = Conversation(now=NIGHT)
    call.says("予約を変更したいのですが")
    call.says("番号はわかりません")
    call.says("はい")
    assert call.calendar.callbacks == [("+81935551234", "予約の変更")]


@pytest.mark.parametrize("staffed", [True, False])
def test_a_person_is_there_only_on_days_when_somebody_works(staffed: bool):
    office = replace(OFFICE, staffed=staffed)
    state, _ = person(State(office=office, caller="+81935551234"), NOW)
    assert state.transfer is staffed
    assert state.phase is (Phase.CLOSING if staffed else Phase.CALLBACK)


def test_by_day_a_person_is_connected():
    call = Conversation()
    call.says("係員をお願いします")
    assert isinstance(call.over, Transfer)


@pytest.mark.parametrize(
    "said", ["はい、この電話の番号でいいです", "うん、かけてちょうだい", "はい、この番号で大丈夫です", "この電話でいいです", "はいこのでんわのばんごうでおねがいします", "今の番号にお願いします", "この携帯に頼みます", "はい、かけてください"]
)  # fmt: skip
def test_this_number_is_a_yes(said: str):
    call = at_night()
    call.says(said)
    assert call.calendar.callbacks == [("+81935551234", "住民票")]


@pytest.mark.parametrize(
    "said", ["この番号はいけません", "この番号ですか", "この番号は息子のです", "この番号やない番号で"]
)
def test_another_number_is_none(said: str):
    call = at_night()
    call.says(said)
    assert call.calendar.callbacks == []


def test_another_number_is_asked_for_and_said_back():
    call = at_night()
    call.says("携帯のほうにかけてもらえますか")
    assert call.keys == ("ask_callback_phone",)
    call.says("090の1234の5678")
    assert call.keys == ("phone_right",)
    call.says("はい")
    assert call.calendar.callbacks == [("+819012345678", "住民票")]


def test_a_wish_for_a_time_is_told_that_it_cannot_be_promised_and_nothing_is_noted():
    call = at_night()
    call.says("明日の9時から10時のあいだにして")
    assert call.keys == ("callback_when", "offer_callback")
    assert call.calendar.callbacks == []
    call.says("じゃあ、それでお願いします")
    assert call.calendar.callbacks == [("+81935551234", "住民票")]


def test_the_booking_goes_on_where_that_is_wished_instead():
    call = at_night()
    call.says("機械でいいけ、印鑑証明の予約をしちゃり")
    assert call.state.phase is Phase.ASKING
    assert call.calendar.callbacks == []
