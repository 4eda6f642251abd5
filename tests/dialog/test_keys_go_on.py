"""Keys that come when nobody waits for them: after the answer, into the read-back, with speech between, over and over."""

from dataclasses import replace
from datetime import datetime

import pytest

from dialog import events
from dialog.actions import Book, Cancel, Transfer
from dialog.state import Outcome, Phase
from tests.dialog.conversation import TOKYO, Conversation, moment

PLACE = moment(12, 2, 14)
NOVEMBER = datetime(2026, 10, 20, 10, tzinfo=TOKYO)
NIGHT = datetime(2026, 11, 24, 22, tzinfo=TOKYO)


def asked_for_the_day() -> Conversation:
    call = Conversation(PLACE)
    call.presses("1")
    assert call.keys[-1] == "ask_date"
    return call


def at_the_read_back() -> Conversation:
    """It was not heard yet."""
    call = Conversation(PLACE)
    call.hears_out = False
    call.says("12月2日の午後2時に住民票")
    assert call.state.phase is Phase.CONFIRMING
    return call


def done(call: Conversation) -> list[object]:
    return [action for action in call.actions if isinstance(action, Book | Cancel)]


def test_a_hash_after_every_answer_is_nothing_more():
    call = Conversation(PLACE)
    for keys, question in (("1#", "ask_date"), ("1202#", "ask_time"), ("1400#", "confirm")):
        call.presses(keys)
        assert call.keys[-1] == question
        assert "not_understood" not in call.keys
    call.presses("1#")
    assert call.state.outcome is Outcome.BOOKED
    assert call.keys[-1] == "anything_else"
    call.presses("2#")
    assert call.keys == ("goodbye",)


def test_a_hash_long_after_the_answer_is_nothing_either():
    call = asked_for_the_day()
    call.presses("1202")
    assert call.presses("#") == ""
    call.presses("1400")
    assert call.keys[-1] == "confirm"


def test_a_second_hash_is_no_answer():
    call = asked_for_the_day()
    call.presses("1202#")
    call.presses("#")
    assert call.keys[0] == "not_understood"


@pytest.mark.parametrize("key", list("123456789#"))
def test_no_key_breaks_into_the_number_or_the_last_words(key: str):
    call = Conversation(PLACE)
    call.presses("112021400")
    call.hears_out = False
    call.presses("1")
    assert call.keys[-1] == "anything_else"
    assert call.presses(key) == ""
    call.hears_everything()
    call.is_silent()
    assert call.keys[-1] == "goodbye"
    assert call.presses(key) == ""
    assert call.state.phase is Phase.CLOSING
    call.hears_everything()
    assert call.state.phase is Phase.ENDED


@pytest.mark.parametrize(
    "phase", [Phase.LOOKING, Phase.BOOKING, Phase.SEARCHING, Phase.FREEING, Phase.NOTING]
)
def test_neither_a_key_nor_silence_counts_while_the_calendar_is_asked(phase: Phase):
    call = at_the_read_back()
    call.state = replace(call.state, phase=phase)
    for key in "123456789#":
        assert call.presses(key) == ""
    assert call.is_silent() == ""
    assert call.state.phase is phase


def test_a_noise_between_the_digits_does_not_drop_them():
    call = asked_for_the_day()
    call.presses("12")
    assert call.says("ざわざわ") == ""
    call.presses("02")
    assert call.keys[-1] == "ask_time"


@pytest.mark.parametrize("aloud", ["12月の", "じゅうに", "0", "ええと"])
def test_digits_read_aloud_are_those_that_are_pressed(aloud: str):
    call = asked_for_the_day()
    call.presses("12")
    assert call.says(aloud) == ""
    call.presses("0")
    assert call.says("ゼロ") == ""
    call.presses("2")
    assert call.keys[-1] == "ask_time"


def test_a_whole_answer_in_words_counts_and_the_digits_to_come_do_not():
    call = asked_for_the_day()
    call.hears_out = False
    call.presses("12")
    call.says("12月2日です")
    assert call.keys[-1] == "ask_time"
    assert call.presses("02#") == ""
    call.hears_everything()
    call.presses("1400")
    assert call.keys[-1] == "confirm"


def test_whoever_touched_a_key_and_talks_on_is_understood():
    call = asked_for_the_day()
    call.presses("3")
    assert call.says("とうがらし") == ""
    call.says("とうがらし")
    assert call.keys[0] == "not_understood"
    assert call.state.keypad.digits == ""


def test_a_wish_for_a_person_counts_whatever_is_pressed():
    call = asked_for_the_day()
    call.presses("12")
    call.says("係の人をお願いします")
    assert isinstance(call.over, Transfer)


def test_a_number_read_aloud_while_it_is_pressed_is_pressed_once():
    call = Conversation(PLACE, caller="", now=NIGHT)
    call.says("係員をお願いします")
    for keys, aloud in (("090", "ゼロ、キュウ、ゼロ"), ("1234", "1234"), ("56", "56")):
        call.presses(keys)
        assert call.says(aloud) == ""
    call.presses("78")
    assert call.keys == ("phone_right",)
    assert call.state.phone == "+819012345678"


def test_a_booking_number_is_whole_with_four_digits():
    call = Conversation(PLACE, caller="")
    call.says("予約を取り消したい")
    call.presses("4719")
    assert call.keys == ("number_heard", "ask_booking_phone")
    call.presses("#")
    assert call.keys == ("number_heard", "ask_booking_phone")


@pytest.mark.parametrize("presses", [1, 2, 3])
def test_a_yes_pressed_into_the_read_back_wants_a_hash_after_it(presses: int):
    call = at_the_read_back()
    call.presses("1" * presses)
    call.hears_everything()
    assert call.keys == ("confirm_by_hash",)
    call.hears_everything()
    call.presses("1")
    assert done(call) == []
    call.presses("#")
    assert len(done(call)) == 1


def test_a_word_is_a_yes_all_the_same():
    call = at_the_read_back()
    call.presses("1")
    call.hears_everything()
    call.hears_everything()
    call.says("はい")
    assert len(done(call)) == 1


def test_a_2_is_a_no_without_a_hash():
    call = at_the_read_back()
    call.presses("1")
    call.hears_everything()
    call.hears_everything()
    call.presses("2")
    assert call.keys == ("what_to_change",)


def test_a_1_and_a_pause_are_no_yes():
    call = at_the_read_back()
    call.presses("1")
    call.hears_everything()
    call.hears_everything()
    call.presses("1")
    call.is_silent()
    assert done(call) == []
    assert call.keys == ("no_input", "confirm_by_hash")


def test_a_new_read_back_takes_a_plain_1_again():
    call = at_the_read_back()
    call.presses("1")
    call.hears_everything()
    call.hears_out = True
    call.hears_everything()
    call.calendar.free.append(moment(12, 3, 14))
    call.says("いいえ、12月3日で")
    assert call.keys[-1] == "confirm"
    call.presses("1")
    assert len(done(call)) == 1


@pytest.mark.parametrize("key", list("123456789*#"))
@pytest.mark.parametrize("heard_every", [1, 2, 3, 5])
def test_the_same_key_over_and_over_takes_nothing(key: str, heard_every: int):
    """In November, where 1111 is a day to come."""
    free = [datetime(2026, 11, 11, hour, tzinfo=TOKYO) for hour in (10, 11, 12)]
    call = Conversation(*free, now=NOVEMBER)
    call.hears_out = False
    for n in range(200):
        if n % heard_every == 0:
            call.hears_everything()
        call.presses(key)
    assert done(call) == []


@pytest.mark.parametrize("key", list("1#"))
@pytest.mark.parametrize("heard_every", [2, 3, 5, 8])
@pytest.mark.parametrize("wish", ["12月2日の午後2時に住民票", "予約を取り消したい"])
def test_nor_after_a_wish_that_was_said(key: str, heard_every: int, wish: str):
    call = Conversation(PLACE)
    booking = call.calendar.book(("juminhyo",), PLACE, "+81935551234", "CA0", call.now)
    assert booking
    call.calendar.free.append(PLACE)
    call.says(wish)
    call.hears_out = False
    call.state = replace(call.state, heard_out=False, read_back_heard=False)
    for n in range(1, 200):
        call.presses(key)
        if n % heard_every == 0:
            call.hears_everything()
    assert done(call) == []


@pytest.mark.parametrize("heard_every", [2, 3, 5])
def test_nor_is_anybody_phoned_back_for_it(heard_every: int):
    call = Conversation(PLACE, now=NIGHT)
    call.says("係員をお願いします")
    call.hears_out = False
    call.state = replace(call.state, heard_out=False)
    for n in range(1, 60):
        call.presses("1")
        if n % heard_every == 0:
            call.hears_everything()
    assert call.calendar.callbacks == []
    assert call.state.phase is Phase.ENDED


def test_a_line_that_is_told_of_a_my_number_forgets_the_number_begun():
    call = Conversation(PLACE, caller="")
    call.says("12月2日の午後2時に住民票")
    call.presses("0123456789")
    assert call.keys == ("phone_right",)
    call.give(events.MyNumberSpoken(call.now))
    assert call.state.phone == ""
    assert call.keys == ("my_number_warning", "ask_phone")
