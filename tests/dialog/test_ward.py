"""The office slot: which of several wards is meant."""

from typing import Any

import pytest

from dialog.actions import Book, FindPlaces, Hold, Release, Transfer
from dialog.calendar import Booking
from dialog.city import city
from dialog.office import Office
from tests.dialog.conversation import OFFICE, WARD, WARDS, Conversation, moment
from voicebot.telephony.stored import dump_state, load_state

PLACE = moment(12, 2, 14)
ALL = "12月2日の午後2時に小倉南の区役所で住民票をお願いします"


def phones(*free: Any, fixed: Office | None = None) -> Conversation:
    return Conversation(*free, offices=WARDS, fixed=fixed)


def at(call: Conversation, kind: type) -> list[str]:
    """The offices of the actions of a kind."""
    return [action.office for action in call.actions if type(action) is kind]  # type: ignore[union-attr]


def test_the_ward_is_asked_for_after_the_procedure_and_only_once():
    call = phones(PLACE)
    assert call.keys[-1] == "ask_procedure"
    call.says("住民票をお願いします")
    assert call.keys == ("procedure_heard", "ask_office")
    call.says("小倉南区です")
    assert call.keys == ("office_heard", "ask_date")
    call.says("12月2日の午後2時")
    assert "小倉南区役所、住民票、12月2日" in call.said
    call.says("はい")
    assert at(call, FindPlaces) == at(call, Book) == [WARD]
    assert set(at(call, Hold)) == {WARD}


def test_where_there_is_one_office_nobody_is_asked_and_no_office_is_named():
    call = Conversation(PLACE)
    call.says("12月2日の午後2時に住民票をお願いします")
    assert "区役所" not in call.said
    assert at(call, FindPlaces) == [""]


def test_the_number_called_fixes_the_ward():
    call = phones(PLACE, fixed=WARDS[1])
    call.says("12月2日の午後2時に住民票をお願いします")
    assert call.keys == ("read_back", "confirm")
    assert "区役所" not in call.said
    assert at(call, FindPlaces) == [WARD]


def test_a_name_that_two_share_asks_which():
    call = phones(PLACE)
    call.says("住民票をお願いします")
    assert call.says("こくらです") == "小倉北区と、小倉南区の、どちらですか。"
    assert call.says("南の方で").startswith("小倉南区役所ですね。")


def test_which_of_two_is_answered_by_keys_too():
    call = phones(PLACE)
    call.says("住民票をお願いします")
    call.says("こくらです")
    assert call.presses("2").startswith("小倉南区役所ですね。")


def test_the_ward_is_corrected_at_the_read_back_and_the_hold_given_back_where_it_was():
    call = phones(PLACE)
    call.says(ALL)
    call.says("いいえ、小倉北区役所です")
    assert "小倉北区役所、住民票、12月2日" in call.said
    assert at(call, Release) == [WARD]
    assert at(call, Hold)[-1] == WARDS[0].id
    call.says("はい")
    assert at(call, Book) == [WARDS[0].id]


def test_the_same_ward_said_again_changes_nothing():
    call = phones(PLACE)
    call.says(ALL)
    call.says("はい、小倉南区でお願いします")
    assert at(call, Book) == [WARD] or "confirm_again" in call.keys
    assert at(call, FindPlaces) == [WARD]


def test_a_ward_that_does_not_do_it_is_told_so_and_another_asked_for():
    call = phones(PLACE)
    call.says("小倉南区で児童手当をお願いします")
    assert call.keys[-2:] == ("not_at_office", "ask_office")
    assert "小倉南区役所では、児童手当を" in call.said
    call.says("小倉北区で")
    call.says("12月2日の午後2時")
    call.says("はい")
    assert at(call, Book) == [WARDS[0].id]


def test_what_only_another_ward_does_is_understood_at_a_fixed_number_too():
    call = phones(PLACE, fixed=WARDS[1])
    call.says("児童手当をお願いします")
    assert "not_at_office" in call.keys


def test_what_was_refused_at_one_ward_is_not_refused_at_the_other():
    call = phones(PLACE)
    call.says(ALL)
    call.says("いいえ")
    call.says("小倉北区に変えたいです")
    assert call.state.refused.places == ()
    assert call.keys == ("read_back", "confirm")


def test_a_person_is_the_ward_s_own_and_before_one_is_named_the_first_s():
    call = phones()
    call.says("係員")
    call.hears_everything()
    assert call.over == Transfer(OFFICE.agent_phone)
    call = phones()
    call.says("小倉南区で住民票をお願いします")
    call.says("係員")
    assert isinstance(call.over, Transfer)
    assert call.over.phone == WARDS[1].agent_phone


def test_back_asks_for_the_ward_anew_and_from_the_beginning_forgets_it():
    call = phones()
    call.says("小倉南区で住民票をお願いします")
    call.says("戻って")
    assert call.keys[-1] in ("ask_office", "ask_procedure")
    call.says("小倉南区です")
    call.says("最初から")
    assert call.state.office == city(WARDS)


def test_asked_in_passing_with_a_ward_the_answer_is_that_ward_s():
    call = phones()
    call.says("小倉南区で住民票には何がいりますか")
    assert call.keys[0] == "office_heard"
    assert "bring" in call.keys
    assert call.state.office == WARDS[1]
    assert call.keys[-1] == "ask_date"


def test_the_ward_named_as_what_to_change_is_asked_for_anew():
    call = phones(PLACE)
    call.says(ALL)
    call.says("いいえ")
    assert call.says("区役所を変えたいです") == "どちらの区役所をご希望ですか。"
    call.says("小倉北区です")
    assert "小倉北区役所、住民票、12月2日" in call.said


def test_where_there_is_one_office_it_is_nothing_to_change():
    call = Conversation(PLACE)
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("いいえ")
    assert "聞き取れません" in call.says("区役所を変えたいです")


def test_an_answer_may_say_more_than_the_ward():
    call = phones(PLACE)
    call.says("住民票をお願いします")
    call.says("小倉南区役所に、12月2日の午後2時でお願いします")
    assert "小倉南区役所、住民票、12月2日" in call.said


def test_a_booking_is_told_with_its_ward_and_moved_within_it():
    call = phones(moment(12, 3, 10))
    call.calendar.standing = [Booking("4719", "juminhyo", PLACE, office=WARD)]
    call.says("予約を変更したいのですが")
    assert "小倉南区役所、住民票" in call.said
    call.says("小倉北区役所で12月3日の10時")
    assert "小倉南区役所、住民票、12月3日" in call.said


def test_a_call_with_wards_survives_its_stored_form():
    call = phones(PLACE)
    call.says(ALL)
    assert load_state(dump_state(call.state)) == call.state


@pytest.mark.parametrize("said", ["はい", "福岡です", "わかりません"])
def test_what_is_no_ward_is_a_failure_with_an_example_at_the_next_try(said: str):
    call = phones()
    call.says("住民票をお願いします")
    assert "区の名前を言って" in call.says(said)
