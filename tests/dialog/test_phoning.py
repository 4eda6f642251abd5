"""Where the line withholds the caller's telephone number it is asked for, said back and taken on a yes."""

import pytest

from dialog.actions import HangUp, Transfer
from dialog.state import Outcome, Phase
from tests.dialog.conversation import Conversation, moment

PLACE = moment(12, 2, 14)
NIGHT = moment(11, 24, 22)
PHONE = "+81935551234"


def wishing() -> Conversation:
    call = Conversation(PLACE, caller="")
    call.says("12月2日の午後2時に住民票")
    assert call.keys == ("ask_phone",)
    return call


def test_a_new_booking_of_a_withheld_number_has_the_number_that_was_given():
    call = wishing()
    assert "093、555、1234" in call.says("093の555の1234です")
    assert call.keys == ("phone_right",)
    call.says("はい")
    assert call.keys == ("read_back", "confirm")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", PLACE, PHONE)]
    assert call.state.outcome is Outcome.BOOKED


def test_a_number_that_came_with_the_call_is_not_asked_for():
    call = Conversation(PLACE)
    call.says("12月2日の午後2時に住民票")
    assert call.keys == ("read_back", "confirm")


def test_a_wrong_number_is_asked_for_anew():
    call = wishing()
    call.says("093の555の9999です")
    call.says("いいえ")
    assert call.keys == ("ask_phone",)
    call.says("093の555の8888です")
    call.says("いいえ、093の555の1234です")
    assert "093、555、1234" in call.said
    call.says("はい")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", PLACE, PHONE)]


def test_a_yes_before_the_number_was_heard_out_does_not_count():
    call = wishing()
    call.hears_out = False
    call.says("093の555の1234です")
    call.says("はい", early=True)
    assert call.state.phase is Phase.PHONE


def test_asked_once_only():
    call = wishing()
    call.says("093の555の1234です")
    call.says("はい")
    call.calendar.free.append(moment(12, 3, 10))
    call.says("いいえ、12月3日の午前10時で")
    assert call.keys == ("read_back", "confirm")


def test_whoever_does_not_know_comes_to_a_person():
    call = wishing()
    call.says("わかりません")
    assert isinstance(call.over, Transfer)
    assert call.calendar.booked == []


def test_the_keys_answer_too():
    call = wishing()
    call.presses("0935551234#")
    assert call.keys == ("phone_right",)
    call.presses("1")
    call.presses("1")
    assert call.calendar.booked == [("juminhyo", PLACE, PHONE)]


def test_silence_is_asked_another_way_and_leads_to_keys():
    call = wishing()
    for keys in (("no_input", "ask_phone"), ("no_input", "keys_digits"), ("no_input", "ask_phone")):
        call.is_silent()
        assert call.keys == keys


def at_night() -> Conversation:
    call = Conversation(PLACE, caller="", now=NIGHT)
    call.says("住民票をお願いします")
    call.says("係員をお願いします")
    assert call.keys == ("nobody_there", "ask_callback_phone")
    return call


def test_a_call_back_to_a_withheld_number_asks_for_it():
    call = at_night()
    call.says("093の555の1234です")
    assert call.keys == ("phone_right",)
    call.says("はい")
    assert call.calendar.callbacks == [(PHONE, "住民票")]
    assert call.state.outcome is Outcome.CALLBACK


def test_keys_give_the_number_for_a_call_back():
    call = at_night()
    call.presses("0935551234")
    assert call.keys == ("phone_right",)


def test_whoever_gives_no_number_is_told_when_to_phone():
    for said in ("いいえ、結構です", "わかりません"):
        call = at_night()
        call.says(said)
        assert call.calendar.callbacks == []
        assert isinstance(call.over, HangUp)


def test_a_call_back_is_asked_for_twice_only():
    call = at_night()
    call.is_silent()
    assert call.keys == ("no_input", "ask_callback_phone")
    call.is_silent()
    assert call.keys == ("no_input", "call_back_later")


@pytest.mark.parametrize(
    "pieces", [("093の", "555の1234です"), ("093", "555", "1234"), ("093の555の", "1234です")]
)
def test_a_number_said_in_pieces_is_put_together(pieces: tuple[str, ...]):
    call = wishing()
    for piece in pieces[:-1]:
        assert call.says(piece) == ""
    assert "093、555、1234" in call.says(pieces[-1])


def test_a_mobile_number_in_three_pieces_is_no_booking_number_in_the_middle():
    call = wishing()
    for piece in ("090の", "1234の"):
        assert call.says(piece) == ""
    assert "090、1234、5678" in call.says("5678です")


def test_who_falls_silent_after_a_piece_is_asked_again_for_the_whole():
    call = wishing()
    call.says("093の")
    call.is_silent()
    assert call.keys[-1] == "ask_phone"
    assert call.state.dictated == ""
    assert "093、555、1234" in call.says("093の555の1234です")


@pytest.mark.parametrize("said", ["555の1234です", "093の555の123です"])
def test_a_piece_that_begins_or_ends_nothing_is_not_waited_for(said: str):
    call = wishing()
    assert call.says(said) != ""
    assert call.keys[-1] == "ask_phone"


@pytest.mark.parametrize(
    ("said", "phone"),
    [
        ("03の1234の5678です", "+81312345678"),
        ("ゼロきゅうゼロの、いちにーさんよんの、ごーろくななはち", "+819012345678"),
        ("０９３、５５５、１２３４", "+81935551234"),
        ("0120の123の456です", "+81120123456"),
        ("050の1234の5678", "+815012345678"),
        ("0800の123の4567", "+818001234567"),
        ("060の1234の5678です", "+816012345678"),
        ("0186の62の1234", "+81186621234"),
    ],
)
def test_a_number_of_any_kind_is_taken_by_voice_and_by_keys(said: str, phone: str):
    call = wishing()
    call.says(said)
    assert (call.keys, call.state.phone) == (("phone_right",), phone)
    call = wishing()
    call.presses("0" + phone.removeprefix("+81") + "#")
    assert (call.keys, call.state.phone) == (("phone_right",), phone)


TOO_LONG = [
    (digits, "phone_too_long") for digits in ("09355512345", "03123456789", "01201234567", "05701234567")
]
REFUSED = [
    ("093555123", "phone_too_short"), ("0901234567", "phone_too_short"), ("5551234", "phone_too_short"), ("4719", "phone_too_short"),
    ("0000000000", "phone_not_in_use"), ("0045678901", "phone_not_in_use"), ("09000001234", "phone_not_in_use"),
]  # fmt: skip


@pytest.mark.parametrize(("digits", "why"), REFUSED + TOO_LONG)
def test_what_is_no_number_is_asked_for_anew_with_the_reason(digits: str, why: str):
    for asked, call in (("ask_phone", wishing()), ("ask_callback_phone", at_night())):
        call.says(digits + "です")
        assert (call.keys, call.state.phone) == ((why, asked), "")


@pytest.mark.parametrize(("digits", "why"), REFUSED)
def test_what_is_pressed_and_no_number_is_asked_for_anew_with_the_reason(digits: str, why: str):
    for asked, call in (("ask_phone", wishing()), ("ask_callback_phone", at_night())):
        call.presses(digits + "#")
        assert (call.keys, call.state.phone) == ((why, asked), "")


@pytest.mark.parametrize("digits", [digits for digits, _ in TOO_LONG])
def test_keys_beyond_a_whole_number_are_no_yes_to_it(digits: str):
    call = wishing()
    call.presses(digits)
    assert call.keys[-1] == "phone_right"
    assert call.state.phase is Phase.PHONE
    assert call.calendar.booked == []


def test_the_number_of_a_booking_is_refused_with_the_reason():
    call = Conversation(PLACE, caller="")
    call.says("予約を取り消したい")
    call.says("4719です")
    call.says("0935551です")
    call.says("23です")
    assert call.keys == ("phone_too_short", "ask_booking_phone")
