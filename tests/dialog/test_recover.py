"""The two ladders."""

import pytest

from dialog.actions import Transfer
from tests.dialog.conversation import Conversation, moment

MUMBLES = "ふにゃふにゃ"


def asked_for_a_day() -> Conversation:
    call = Conversation(moment(12, 2, 14))
    call.says("住民票です")
    return call


def test_what_is_not_understood_leads_over_a_narrower_question_and_keys_to_a_person():
    call = asked_for_a_day()
    for keys in ("ask_date", "narrow_date", "keys_date"):
        call.says(MUMBLES)
        assert call.keys == ("not_understood", keys)
    call.says(MUMBLES)
    assert isinstance(call.over, Transfer)


def test_silence_leads_sooner_to_keys():
    call = asked_for_a_day()
    for keys in ("ask_date", "keys_date", "ask_date"):
        call.is_silent()
        assert call.keys == ("no_input", keys)
    call.is_silent()
    assert isinstance(call.over, Transfer)


def test_every_failure_in_a_row_is_owned_up_to_in_other_words():
    for fails in (Conversation.is_silent, lambda call: call.says(MUMBLES)):
        call = asked_for_a_day()
        assert len({fails(call) for _ in range(3)}) == 3


@pytest.mark.parametrize("first", [True, False])
def test_the_ladders_are_climbed_apart_and_a_mixture_still_ends(first: bool):
    call = asked_for_a_day()
    steps = 0
    while call.over is None:
        if (steps % 2 == 0) is first:
            call.is_silent()
        else:
            call.says(MUMBLES)
        steps += 1
        assert steps <= 8
    assert isinstance(call.over, Transfer)
    assert steps >= 7


def test_progress_sets_both_ladders_back():
    call = asked_for_a_day()
    call.is_silent()
    call.says(MUMBLES)
    assert (call.state.silences, call.state.misses) == (1, 1)
    call.says("12月2日")
    assert (call.state.silences, call.state.misses) == (0, 0)


def test_a_key_that_is_no_answer_yet_shows_that_somebody_is_there():
    call = asked_for_a_day()
    call.is_silent()
    call.presses("1")
    assert call.state.silences == 0


def test_a_month_without_a_day_is_asked_for_in_other_words():
    call = asked_for_a_day()
    call.says("12月")
    first = call.said
    call.says(MUMBLES)
    assert call.keys == ("not_understood", "ask_day_of_month")
    assert first not in call.said
