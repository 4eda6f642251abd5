"""How many come, where one booking may be for several."""

from dataclasses import replace

import pytest

from dialog import events
from dialog.calendar import Booking
from dialog.slots.people import PEOPLE
from dialog.state import Phase, State
from tests.dialog.conversation import NOW, OFFICE, Conversation, moment

FAMILY = replace(
    OFFICE,
    procedures=tuple(replace(p, people=4) if p.id in ("tennyu", "tenkyo") else p for p in OFFICE.procedures),
)


@pytest.fixture
def call() -> Conversation:
    call = Conversation(moment(12, 2, 14), moment(12, 3, 10))
    call.state = State()
    call.give(events.CallStarted(NOW, FAMILY, "+81935551234"))
    return call


def test_the_number_is_asked_once_read_back_and_booked(call: Conversation):
    call.says("転入届です")
    assert call.keys[-1] == "ask_people"
    call.says("3人です")
    assert call.keys[-1] == "ask_date"
    call.says("12月2日の午後2時")
    assert "転入届、3名様、12月2日" in call.said
    call.says("はい")
    assert call.calendar.people == [3]


def test_a_number_said_before_is_not_asked_for(call: Conversation):
    call.says("2人で転入届、12月2日の午後2時")
    assert call.state.phase is Phase.CONFIRMING
    assert "2名様" in call.said


def test_more_than_allowed_are_told_the_most(call: Conversation):
    call.says("転入届です")
    said = call.says("6人です")
    assert said.startswith("1回のご予約は、4名様までです。")
    assert call.keys[-1] == "ask_people"
    call.says("じゃあ、4人で")
    assert call.keys[-1] == "ask_date"


def test_the_number_is_corrected_at_the_read_back(call: Conversation):
    call.says("2人で転入届、12月2日の午後2時")
    call.says("いいえ、3人です")
    assert "3名様" in call.said
    call.says("はい")
    assert call.calendar.people == [3]


def test_the_number_may_be_pressed(call: Conversation):
    call.presses("2")
    for _ in range(4):
        if call.keys[-1] == "keys_people":
            break
        call.is_silent()
    assert call.keys[-1] == "keys_people"
    call.presses("2")
    assert call.state.people == 2


def test_where_one_booking_is_for_one_nobody_is_asked(call: Conversation):
    call.says("住民票です")
    assert call.keys[-1] == "ask_date"
    call.says("2人で、12月2日の午後2時です")
    assert "名様" not in call.said
    call.says("はい")
    assert call.calendar.people == [1]


def test_two_procedures_together_are_for_as_many_as_either_allows(call: Conversation):
    call.says("3人で転入届、12月2日の午後2時")
    call.says("住民票もお願いします")
    assert call.state.procedures == ("tennyu", "juminhyo")
    assert "1回のご予約は、1名様までです。" in call.said
    call.says("はい")
    assert call.calendar.people == [1]


def test_back_asks_for_the_number_anew(call: Conversation):
    call.says("転入届です")
    call.says("3人です")
    call.says("戻ってください")
    assert call.keys[-1] == "ask_people"


def test_a_booking_that_is_moved_keeps_its_number():
    state = State(office=FAMILY, procedure="tennyu", booking=Booking("4719", "tennyu", NOW, people=3))
    assert state.coming == 3
    assert not PEOPLE.wanted(state)
