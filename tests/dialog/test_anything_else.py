"""Once something was done: whether there is anything else, and what comes of the answer."""

import pytest

from dialog import events
from dialog.actions import Book, Cancel, Change, HangUp
from dialog.state import Outcome, Phase
from tests.dialog.conversation import Conversation, moment

FIRST, LATER = moment(12, 2, 14), moment(12, 2, 15)


def booked() -> Conversation:
    call = Conversation(FIRST, LATER, moment(12, 3, 10))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("はい")
    assert call.keys[0] == "booked"
    assert call.keys[-1] == "anything_else"
    return call


def taken(call: Conversation) -> list[type]:
    return [type(action) for action in call.actions if isinstance(action, Book | Change | Cancel)]


@pytest.mark.parametrize(
    "said", ["いいえ", "ないです", "はい、どうも", "それだけです", "ありがとうございました", "もうよかばい", "しつれいします"]
)  # fmt: skip
def test_nothing_more_is_a_goodbye(said: str) -> None:
    call = booked()
    call.says(said)
    assert call.keys == ("goodbye",)
    assert isinstance(call.over, HangUp)
    assert call.state.outcome is Outcome.BOOKED


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("駐車場はありますか", "not_known"),
        ("一人で行っても大丈夫ですかね", "not_known"),
        ("何曜日ですか", "weekday"),
    ],
)
def test_after_a_question_it_is_asked_again_whether_there_is_anything_else(said: str, key: str) -> None:
    call = booked()
    call.says(said)
    assert call.keys == (key, "anything_else")
    call.says("分かりました。ほかにはありません")
    assert call.keys == ("goodbye",)


def test_a_wish_beside_a_question_begins_another_errand() -> None:
    call = booked()
    call.says("児童手当の手続きもしたいんやけど、駐車場はありますか")
    assert "anything_else" not in call.keys
    assert call.state.phase is Phase.ASKING


def test_silence_is_a_goodbye() -> None:
    call = booked()
    call.is_silent()
    assert call.keys == ("goodbye",)
    assert call.state.outcome is Outcome.BOOKED


def test_a_yes_alone_asks_what() -> None:
    call = booked()
    call.says("はい")
    assert call.keys == ("what_else",)
    call.is_silent()
    assert call.keys == ("no_input", "what_else")
    call.is_silent()
    assert call.keys == ("goodbye",)


def test_what_is_not_understood_is_asked_once_more() -> None:
    call = booked()
    call.says("ぴよぴよ")
    assert call.keys == ("not_understood", "anything_else")
    call.says("ぴよぴよ")
    assert call.keys == ("goodbye",)


@pytest.mark.parametrize("said", ["番号をもう一回", "もう一度お願いします", "何時でしたっけ"])
def test_the_booking_is_told_again(said: str) -> None:
    call = booked()
    call.says(said)
    assert call.keys == ("booking_is", "number_is", "number_again", "anything_else")


def test_what_is_asked_is_answered_and_then_asked_for_more() -> None:
    call = booked()
    call.says("番号をもう一回")
    call.says("持ち物は何ですか")
    assert call.keys == ("bring", "anything_else")


def test_it_is_taken_back_with_a_read_back() -> None:
    call = booked()
    call.says("やっぱり取り消して")
    assert call.state.phase is Phase.CANCELLING
    call.says("はい")
    assert taken(call) == [Book, Cancel]
    assert call.state.outcome is Outcome.CANCELLED
    call.says("いいえ")
    assert call.keys == ("thanks",)


def test_it_is_moved_on_its_own_day() -> None:
    call = booked()
    answer = call.says("やっぱり3時に変えて")
    assert "12月2日" in answer
    assert "15時" in answer
    call.says("はい")
    assert taken(call) == [Book, Change]
    assert [one.start for one in call.calendar.standing] == [LATER]


def test_a_second_errand_keeps_the_first() -> None:
    call = booked()
    call.says("児童手当もお願いします")
    assert call.keys[-1] == "ask_date"
    call.says("12月3日の10時")
    call.says("はい")
    assert [one.procedures for one in call.calendar.standing] == [("juminhyo",), ("jido_teate",)]
    assert call.state.outcome is Outcome.BOOKED


def test_a_second_errand_that_is_given_up_leaves_the_call_booked() -> None:
    call = booked()
    call.says("児童手当もお願いします")
    call.says("やっぱりやめます")
    assert call.keys == ("not_taken", "thanks")
    assert call.state.outcome is Outcome.BOOKED


def test_the_same_once_more_is_told_to_exist() -> None:
    call = booked()
    call.says("住民票を予約したい")
    assert call.keys == ("existing_is", "move_existing")


def test_for_another_of_the_family_it_is_a_second_one() -> None:
    call = booked()
    call.says("母の分も住民票をお願いします")
    assert call.keys[-1] == "ask_date"


@pytest.mark.parametrize("said", ["はい", "12月3日の10時", "いいえ"])
def test_what_is_said_into_the_number_stops_nothing(said: str) -> None:
    call = Conversation(FIRST)
    call.says("12月2日の午後2時に住民票をお願いします")
    call.hears_out = False
    call.says("はい")
    assert call.says(said, early=True) == ""
    assert call.state.phase is Phase.ANYTHING_ELSE


def test_a_fault_while_the_number_is_told_does_not_lose_it() -> None:
    call = Conversation(FIRST)
    call.says("12月2日の午後2時に住民票をお願いします")
    call.hears_out = False
    call.says("はい")
    call.give(events.Trouble(call.now))
    assert call.keys == ("number_is", "number_again", "goodbye")
    assert call.state.outcome is Outcome.BOOKED


@pytest.mark.parametrize(
    "said",
    [
        "いま姪が自分で年金事務所に行ってきたち言いよる。いまの予約、取り消してもらえますか",
        "税務署でもらえるち言いよるけん、さっきの予約はなしにして",
    ],
)
def test_another_office_in_a_story_is_no_obstacle_to_taking_back_what_was_booked(said: str) -> None:
    call = booked()
    call.says(said)
    assert call.keys == ("booking_is", "cancel_confirm")
    call.says("はい、取り消してください")
    assert taken(call) == [Book, Cancel]


@pytest.mark.parametrize("said", ["年金事務所の予約もお願いします", "年金事務所に電話したいんですが"])
def test_another_office_that_is_meant_is_told(said: str) -> None:
    call = booked()
    call.says(said)
    assert call.keys == ("elsewhere", "anything_else")
