"""A call that goes round in circles."""

from datetime import datetime

import pytest

from dialog.actions import HangUp, Say, Transfer
from dialog.circles import MANY_TURNS, TOO_MANY_TURNS
from dialog.state import Outcome
from tests.dialog.conversation import TOKYO, WARDS, Conversation, moment

NIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=TOKYO)


def turns(call: Conversation) -> int:
    return sum(isinstance(action, Say) for action in call.actions)


def test_whoever_asks_again_and_again_gets_a_person():
    call = Conversation()
    while call.over is None:
        call.says("もう一度")
    assert isinstance(call.over, Transfer)
    assert turns(call) == MANY_TURNS + 1


def test_going_to_and_fro_ends_with_a_person_too():
    call = Conversation(moment(12, 1, 10))
    while call.over is None:
        call.says("12月1日の10時に住民票")
        call.says("最初から")
    assert isinstance(call.over, Transfer)
    assert turns(call) <= MANY_TURNS + 1
    assert not call.calendar.booked


def test_at_night_it_ends_with_where_to_phone():
    call = Conversation(now=NIGHT)
    while call.over is None:
        call.says("もう一度")
    assert isinstance(call.over, HangUp)
    assert call.state.outcome is Outcome.ANSWERED
    assert turns(call) <= TOO_MANY_TURNS + 1


def test_a_call_of_usual_length_is_left_alone():
    call = Conversation(moment(12, 1, 10))
    for _ in range(MANY_TURNS - 3):
        call.says("もう一度")
    call.says("12月1日の10時に住民票")
    call.says("はい")
    assert call.calendar.booked


AFTERNOON = (moment(12, 3, 13), moment(12, 3, 14), moment(12, 3, 15))


def four_times(said: str, *before: str, free: tuple[datetime, ...] = AFTERNOON, **call: object):
    """The bot's answers to the same words, and the call."""
    talk = Conversation(*free, **call)
    for words in before:
        talk.says(words)
    return [talk.says(said) for _ in range(4)], talk


@pytest.mark.parametrize(
    ("before", "said"),
    [
        (("住民票",), "12月"),
        (("住民票",), "来月がいいです"),
        (("住民票",), "住民票です"),
        (("住民票",), "2月30日"),
        (("住民票",), "昨日"),
        (("住民票",), "何時までやっていますか"),
        (("住民票",), "持ち物は何ですか"),
        (("住民票",), "水道のことで"),
        (("住民票", "12月3日"), "12月3日です"),
        (("住民票", "12月3日"), "どのくらいかかりますか"),
        (("住民票", "12月3日の午後3時"), "午後3時です"),
        (("住民票", "12月3日の午後1時"), "もっと早く"),
        ((), "引っ越しです"),
        ((), "確定申告のことで"),
        ((), "持ち物は何ですか"),
        ((), "12月3日です"),
    ],
)
def test_what_brings_nothing_new_is_answered_in_other_words_each_time(before: tuple[str, ...], said: str):
    answers, call = four_times(said, *before)
    assert len(set(answers)) == 4
    if call.over is None:  # at the read-back keys are offered before the person
        call.says(said)
    assert isinstance(call.over, Transfer)
    assert not call.calendar.booked


@pytest.mark.parametrize("said", ["午後", "12月4日", "来週の後半で", "12月3日は無理です"])
def test_the_same_list_is_not_read_out_twice_in_the_same_words(said: str):
    answers, _ = four_times(said, "住民票をお願いします", "12月3日の午後")
    assert len(set(answers)) == 4


def test_the_narrower_question_after_a_list_takes_a_yes():
    call = Conversation(*AFTERNOON)
    call.says("住民票をお願いします")
    for _ in range(3):
        call.says("12月3日の午後")
    assert call.keys[-1] == "offer_1"
    call.says("はい")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", moment(12, 3, 13), "+81935551234")]


def test_the_narrower_question_about_a_month_is_answered_by_a_third_of_it():
    call = Conversation(moment(12, 21, 10))
    call.says("住民票をお願いします")
    for _ in range(3):
        call.says("12月")
    assert call.keys == ("narrow_month",)
    call.says("下旬でお願いします")
    assert call.state.offered[0].start == moment(12, 21, 10)


def test_a_word_for_several_procedures_is_narrowed_down_to_a_yes_or_a_no():
    call = Conversation()
    for _ in range(3):
        call.says("引っ越し")
    assert call.keys == ("procedure_meant",)
    call.says("いいえ")
    assert call.keys == ("procedure_meant",)
    call.says("はい")
    assert call.state.procedure == "tenkyo"


def test_a_word_for_several_offices_is_asked_about_in_other_words_then_by_keys():
    call = Conversation(offices=WARDS)
    call.says("住民票")
    keys = []
    for _ in range(4):
        call.says("こくらです")
        keys.append(call.keys)
    assert keys[0] == ("which_office_2",)
    assert keys[1] == ("missing_office", "which_office_2")
    assert keys[2][0] == "keys_office"
    assert isinstance(call.over, Transfer)


def test_a_number_given_again_in_place_of_a_yes_is_asked_about_in_other_words():
    call = Conversation(moment(12, 3, 10), caller="")
    call.says("12月3日の10時に住民票")
    answers = [call.says("0935551234です") for _ in range(4)]
    assert len(set(answers)) == 4
    assert isinstance(call.over, Transfer)


def test_something_new_in_between_begins_anew():
    call = Conversation(moment(12, 3, 10), moment(12, 4, 10))
    call.says("住民票")
    call.says("12月")
    call.says("12月")
    call.says("来月の3日")
    assert call.keys[-1] == "ask_time"
    assert call.state.rounds == 0
    call.says("10時")
    call.says("はい")
    assert call.calendar.booked


def test_to_hear_it_again_is_no_circle():
    call = Conversation(*AFTERNOON)
    call.says("住民票をお願いします")
    first = call.says("12月3日の午後")
    again = [
        call.says(said) for said in ("もう一度", "もう一回お願いします", "聞こえませんでした", "もう一度")
    ]
    assert {text.removeprefix("12月3日、木曜日ですね。") for text in (first, *again)} == {
        first.removeprefix("12月3日、木曜日ですね。")
    }
    assert call.over is None


def test_to_and_fro_between_two_days_brings_nothing_new():
    call = Conversation(*AFTERNOON, moment(12, 4, 13), moment(12, 4, 14))
    call.says("住民票")
    call.says("12月3日")
    call.says("12月4日")
    assert call.state.rounds == 0
    call.says("12月3日")
    assert "missing_time" in call.keys
    call.says("12月4日")
    call.says("12月3日")
    assert isinstance(call.over, Transfer)


@pytest.mark.parametrize(
    "answers",
    [
        ("予約たい、予約", "だから予約ち言いよるやろうが", "予約をしてくれち、息子が言うた"),
        ("何の予約か分からん", "分からんとよ", "何の予約か分からん"),
        ("予約です", "予約です", "予約です"),
    ],
)
def test_a_third_answer_without_a_procedure_is_one_for_a_person(answers: tuple[str, ...]):
    call = Conversation()
    for said in answers[:2]:
        call.says(said)
        assert call.over is None
    call.says(answers[2])
    assert isinstance(call.over, Transfer)


def test_who_does_not_say_which_move_it_is_is_told_of_a_person_the_third_time():
    call = Conversation(moment(12, 14, 14))
    call.says("引っ越しの届け")
    call.says("12月14日")
    assert "agent_offered" not in call.keys
    call.says("午後2時")
    assert call.keys[-2:] == ("agent_offered", "which_procedure_2")
    assert (call.over, call.state.misses) == (None, 0)
