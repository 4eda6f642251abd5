"""Answers to what was doubted."""

import pytest

from dialog import events
from dialog.actions import Transfer
from dialog.state import Phase
from nlu.hypothesis import Hypothesis
from tests.dialog.conversation import Conversation, moment

NEAR = (Hypothesis("12月8日", 0.5), Hypothesis("12月4日", 0.45))
FAINT = (Hypothesis("ふにゃふにゃ", 0.8), Hypothesis("12月8日", 0.1))


def doubted(heard: tuple[Hypothesis, ...]) -> Conversation:
    call = Conversation(moment(12, 3, 10), moment(12, 4, 10), moment(12, 8, 10))
    call.says("住民票です")
    call.give(events.Heard(call.now, heard))
    assert call.state.phase is Phase.DOUBTING
    return call


def day(call: Conversation) -> int | None:
    return call.state.day.first.day if call.state.day else None


@pytest.mark.parametrize(
    ("said", "which"),
    [
        ("4日です", 4),
        ("8日のほうで", 8),
        ("最初のほう", 4),
        ("あとのほうです", 8),
        ("2番", 8),
        ("金曜日です", 4),
    ],
)
def test_one_of_two_is_chosen_by_name_or_by_place(said: str, which: int):
    call = doubted(NEAR)
    call.says(said)
    assert (call.keys, day(call)) == (("ask_time",), which)


def test_one_of_two_is_chosen_by_key():
    call = doubted(NEAR)
    call.presses("2")
    assert day(call) == 8


def test_which_procedure_is_asked_before_a_day_that_is_doubted():
    call = Conversation()
    call.give(
        events.Heard(call.now, (Hypothesis("12月8日に引っ越し", 0.5), Hypothesis("12月4日に引っ越し", 0.45)))
    )
    assert call.keys[-1] == "which_procedure_2"


def test_a_yes_takes_what_was_hardly_heard():
    for yes in ("はい", "そうです"):
        call = doubted(FAINT)
        call.says(yes)
        assert (call.keys, day(call)) == (("ask_time",), 8)


def test_a_no_refuses_it_and_asks_anew():
    call = doubted(FAINT)
    call.says("いいえ")
    assert (call.keys, day(call)) == (("ask_date",), None)
    call.give(events.Heard(call.now, FAINT))
    assert call.keys == ("not_understood", "ask_date")
    call.says("12月8日です")
    assert day(call) == 8


def test_another_day_is_taken_and_what_was_doubted_refused():
    for said in ("いいえ、3日です", "12月3日です"):
        call = doubted(NEAR)
        call.says(said)
        assert (call.keys, day(call)) == (("date_heard", "ask_time"), 3)
        assert len(call.state.refused.excluded) == 2


def test_the_month_alone_is_no_other_wish():
    call = doubted(NEAR)
    call.says("12月です")
    assert call.keys == ("not_understood", "which_day")
    assert not call.state.refused.excluded


def test_a_time_said_beside_is_kept():
    call = doubted(FAINT)
    call.says("10時です")
    assert call.keys[-1] == "day_meant"
    call.says("はい")
    assert call.keys[0] == "read_back"


def test_a_day_with_a_time_answers_both():
    call = doubted(NEAR)
    call.says("8日の10時で")
    assert call.keys[0] == "read_back"
    assert "12月8日" in call.said


def test_back_asks_for_the_slot_anew():
    call = doubted(NEAR)
    call.says("戻って")
    assert (call.keys, call.state.procedure) == (("ask_date",), "juminhyo")


def test_what_is_not_understood_climbs_the_ladder():
    for heard, key, keys in ((NEAR, "which_day", "keys_choice"), (FAINT, "day_meant", "keys_answer")):
        call = doubted(heard)
        for asked in (key, key, keys):
            call.says("ふにゃふにゃ")
            assert call.keys == ("not_understood", asked)
        call.says("ふにゃふにゃ")
        assert isinstance(call.over, Transfer)
