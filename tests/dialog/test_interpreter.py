"""The interpreter, where an office has one."""

from dataclasses import replace

import pytest

from dialog import events
from dialog.calendar import Booking
from dialog.state import Outcome, State
from tests.dialog.conversation import NOW, OFFICE, Conversation, moment


def phoned(*languages: str) -> Conversation:
    call = Conversation(moment(12, 2, 14), moment(12, 3, 10))
    call.state = State()
    office = replace(OFFICE, asks=(("interpreter", languages),)) if languages else OFFICE
    call.give(events.CallStarted(NOW, office, "+81935551234"))
    return call


@pytest.fixture
def call() -> Conversation:
    return phoned("en", "zh", "vi")


@pytest.fixture
def asked(call: Conversation) -> Conversation:
    call.says("住民票です")
    assert call.keys[-1] == "ask_interpreter"
    return call


def booked(call: Conversation) -> dict[str, str]:
    call.says("はい")
    assert call.state.outcome is Outcome.BOOKED
    (details,) = call.calendar.details
    return details


@pytest.mark.parametrize(
    ("said", "value"),
    [
        ("英語でお願いします", "en"),
        ("中国語", "zh"),
        ("はい、ベトナム語の通訳を", "vi"),
        ("いりません", "none"),
        ("いいえ", "none"),
        ("大丈夫です", "none"),
        ("通訳はいらんです", "none"),
        ("英語、いえ、中国語で", "zh"),
    ],
)
def test_an_answer_is_taken_and_the_day_asked_for(asked: Conversation, said: str, value: str):
    asked.says(said)
    assert asked.keys[-1] == "ask_date"
    assert asked.state.details == {"interpreter": value}


def test_who_needs_one_is_asked_for_the_language(asked: Conversation):
    assert "英語、中国語、ベトナム語の、どの通訳" in asked.says("はい")
    asked.says("ベトナム語です")
    asked.says("12月2日の午後2時")
    assert "通訳は、ベトナム語です。" in asked.said
    assert booked(asked) == {"interpreter": "vi"}


def test_one_who_needs_none_after_all_says_so(asked: Conversation):
    asked.says("はい")
    asked.says("やっぱりいりません")
    assert asked.state.details == {"interpreter": "none"}


def test_the_only_language_need_not_be_named():
    call = phoned("en")
    call.says("住民票です")
    call.says("はい、お願いします")
    assert call.state.details == {"interpreter": "en"}


def test_that_none_is_needed_is_read_back(asked: Conversation):
    asked.says("いいえ")
    asked.says("12月2日の午後2時")
    assert "通訳は、なしです。" in asked.said
    assert booked(asked) == {"interpreter": "none"}


@pytest.mark.parametrize(("key", "value"), [("1", "en"), ("3", "vi"), ("9", "none")])
def test_keys_answer(asked: Conversation, key: str, value: str):
    asked.presses(key)
    assert asked.keys[-1] == "ask_date"
    assert asked.state.details == {"interpreter": value}


def test_a_key_that_stands_for_nothing_is_not_understood(asked: Conversation):
    asked.presses("4")
    assert asked.keys == ("not_understood", "ask_interpreter")


def test_keys_are_told_after_answers_that_are_none(asked: Conversation):
    for _ in range(3):
        asked.says("きのうのテレビは面白かった")
    assert "英語は1を、中国語は2を、ベトナム語は3を、押してください。" in asked.said


def test_what_is_said_unasked_is_not_asked_for(call: Conversation):
    call.says("英語の通訳をお願いしたいんですが")
    assert call.keys[-1] == "ask_procedure"
    call.says("12月2日の午後2時に住民票")
    assert call.keys == ("read_back", "interpreter_is", "confirm")
    assert booked(call) == {"interpreter": "en"}


def test_it_is_put_right_at_the_read_back(asked: Conversation):
    asked.says("英語です")
    asked.says("12月2日の午後2時")
    asked.says("いえ、中国語です")
    assert "通訳は、中国語です。" in asked.said
    assert booked(asked) == {"interpreter": "zh"}


def test_a_language_alone_is_no_answer_where_nothing_is_read_back_of_it(call: Conversation):
    call.says("英語です")
    assert not call.state.details


def test_a_yes_to_the_read_back_changes_nothing_of_it(asked: Conversation):
    asked.says("英語です")
    asked.says("12月2日の午後2時")
    asked.says("はい、大丈夫です")
    assert asked.calendar.details == [{"interpreter": "en"}]


def test_a_language_that_is_not_offered_is_told_so(asked: Conversation):
    said = asked.says("ポルトガル語でお願いします")
    assert "ポルトガル語の通訳は、ご用意できません" in said
    assert asked.keys[-1] == "which_interpreter"


def test_back_asks_for_it_anew(asked: Conversation):
    asked.says("英語です")
    asked.says("戻ってください")
    assert asked.keys[-1] == "ask_interpreter"


def test_an_office_without_interpreters_does_not_ask():
    call = phoned()
    call.says("英語の通訳で、住民票を、12月2日の午後2時に")
    assert call.keys == ("read_back", "confirm")
    assert booked(call) == {}


def test_a_booking_that_is_moved_keeps_what_it_has(call: Conversation):
    call.calendar.standing.append(Booking("4719", "juminhyo", moment(12, 3, 10)))
    call.says("予約を変更したいです")
    call.says("12月2日の午後2時")
    assert call.keys == ("read_back", "confirm_change")
