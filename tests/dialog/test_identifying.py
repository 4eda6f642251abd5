"""A booking made from another telephone: its number and its telephone number together open it, neither does alone."""

from dataclasses import replace

from dialog import events
from dialog.actions import Cancel, Change, FindByNumber, HangUp, Transfer
from dialog.calendar import Booking
from dialog.state import Outcome, Phase
from nlu.question import Expect
from tests.dialog.conversation import Conversation, moment

ITS_PHONE = "+81935551234"
BOOKING = Booking("4719", "juminhyo", moment(12, 2, 14))
FREE = (moment(12, 3, 10), moment(12, 3, 15))
NIGHT = moment(11, 24, 22)


def calling(**call: object) -> Conversation:
    conversation = Conversation(*FREE, **{"caller": "", **call})  # type: ignore[arg-type]
    conversation.calendar.standing = [BOOKING]
    conversation.calendar.phones = {"4719": ITS_PHONE}
    return conversation


def test_a_withheld_number_is_asked_for_both_numbers_and_cancels():
    call = calling()
    assert "住民票" not in call.says("予約を取り消したいのですが")
    assert call.keys == ("ask_booking_number",)
    assert call.state.question.expect is Expect.DIGITS
    assert "4、7、1、9ですね" in call.says("4719です")
    assert call.keys == ("number_heard", "ask_booking_phone")
    answer = call.says("093の555の1234です")
    assert "12月2日" in answer
    assert "住民票" in answer
    call.says("はい")
    assert (
        call.actions[-4:-2].count(Cancel(BOOKING, ITS_PHONE)) == 1
        or Cancel(BOOKING, ITS_PHONE) in call.actions
    )
    assert call.calendar.standing == []
    assert call.state.outcome is Outcome.CANCELLED


def test_another_telephone_without_bookings_is_asked_for_both_numbers_and_moves():
    call = calling(caller="+819012345678")
    call.says("予約の日を変更したいのですが")
    assert call.keys == ("no_bookings", "ask_booking_number")
    call.says("よん、なな、いち、きゅう")
    call.says("ゼロ、きゅう、さん、の、ごーごーごー、の、いち、にー、さん、よん")
    call.says("12月3日の午後3時でお願いします")
    assert call.keys[-2:] == ("read_back", "confirm_change")
    call.says("はい")
    assert Change(BOOKING, moment(12, 3, 15), ITS_PHONE) in call.actions
    assert call.state.outcome is Outcome.CHANGED


def test_what_is_booked_is_told_to_whoever_knows_both():
    call = calling()
    call.says("予約を確認したいのですが")
    call.says("4719")
    assert "12月2日" in call.says("0935551234")
    assert call.state.outcome is Outcome.ANSWERED
    call.says("いいえ")
    assert isinstance(call.over, HangUp)


def test_the_keys_answer_too():
    call = calling()
    call.says("予約を取り消したいのですが")
    assert "番号" in call.presses("4719#")
    assert call.keys[-1] == "ask_booking_phone"
    call.presses("0935551234")
    assert call.keys == ("booking_is", "cancel_confirm")
    call.presses("1")
    assert call.state.outcome is Outcome.CANCELLED


def test_keys_that_end_with_a_pause_count():
    call = calling()
    call.says("予約を取り消したいのですが")
    call.presses("4719")
    call.is_silent()
    assert call.keys[-1] == "ask_booking_phone"


def test_twelve_keys_are_no_number():
    call = calling()
    call.says("予約を取り消したいのですが")
    call.presses("123456789018")
    call.give(events.MyNumberSpoken(call.now))
    assert call.keys == ("my_number_warning", "ask_booking_number")
    assert call.state.claimed == ""


def told_after(number: str, phone: str) -> str:
    call = calling()
    call.says("予約を取り消したいのですが")
    call.says(number)
    return call.says(phone)


def test_a_wrong_number_and_a_wrong_telephone_number_sound_the_same():
    unknown, wrong_phone = told_after("5555", "093の555の1234"), told_after("4719", "093の555の9999")
    assert unknown == wrong_phone
    assert "見つかりませんでした" in unknown
    assert "住民票" not in unknown


def test_after_two_pairs_that_belong_to_nothing_comes_a_person():
    call = calling()
    call.says("予約を取り消したいのですが")
    for _ in range(2):
        call.says("4719")
        call.says("093の555の9999")
    assert call.keys == ("no_such_booking", "passed_on", "transferring")
    assert isinstance(call.over, Transfer)
    assert call.calendar.standing == [BOOKING]


def test_from_the_beginning_gives_no_more_tries():
    call = calling()
    for _ in range(2):
        call.says("予約を取り消したいのですが")
        call.says("4719")
        call.says("093の555の9999")
        call.says("最初から")
    assert call.keys != ("start_over", "ask_procedure")
    assert sum(isinstance(action, FindByNumber) for action in call.actions) == 2


def test_whoever_does_not_know_comes_to_a_person():
    call = calling()
    call.says("予約を取り消したいのですが")
    call.says("番号はわかりません")
    assert call.keys == ("passed_on", "transferring")


def test_the_telephone_number_may_come_first():
    call = calling()
    call.says("予約を取り消したいのですが")
    assert "093、555、1234ですね" in call.says("電話番号は093の555の1234です")
    assert call.keys == ("number_heard", "ask_booking_number")
    call.says("4719")
    assert call.keys == ("booking_is", "cancel_confirm")


def test_a_part_of_a_number_is_asked_again_another_way():
    call = calling()
    call.says("予約を取り消したいのですが")
    first = call.said
    call.says("47")
    assert call.keys == ("not_understood", "ask_booking_number")
    assert call.said.removeprefix("申し訳ありません。聞き取れませんでした。") != first
    call.is_silent()
    assert call.keys == ("no_input", "ask_booking_number")
    call.is_silent()
    assert call.keys == ("no_input", "keys_digits")


def test_a_new_booking_that_was_misheard_as_a_wish_to_cancel_is_made():
    call = calling(caller="+819012345678")
    call.says("予約を取り消したいのですが")
    call.says("児童手当です")
    assert call.keys[-1] == "ask_date"
    call.says("12月3日の午前10時で")
    call.says("はい")
    assert call.calendar.booked == [("jido_teate", moment(12, 3, 10), "+819012345678")]


def test_the_line_that_broke_while_it_was_looked_up_looks_up_again():
    call = calling()
    call.says("予約を取り消したいのですが")
    call.says("4719")
    call.state = replace(call.state, phase=Phase.SEARCHING, phone=ITS_PHONE)
    call.give(events.Reconnected(call.now))
    assert call.keys == ("booking_is", "cancel_confirm")
