"""Commands that hold everywhere."""

from dialog.state import Phase
from tests.dialog.conversation import NOW, Conversation, moment


def test_back_asks_the_slot_filled_last_anew_and_keeps_the_others():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に")
    call.says("住民票をお願いします")
    assert call.state.phase is Phase.CONFIRMING
    call.says("戻って")
    assert call.keys == ("ask_procedure",)
    assert call.state.day is not None
    assert call.state.time is not None


def test_back_at_the_read_back_of_one_breath_asks_the_time_anew():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("戻って")
    assert call.keys == ("ask_time",)
    assert call.state.day is not None


def test_the_star_key_goes_back_question_by_question_to_the_first():
    call = Conversation(moment(12, 2, 14))
    call.presses("1")
    call.presses("1202")
    assert call.keys[-1] == "ask_time"
    call.presses("*")
    assert call.keys == ("ask_date",)
    call.presses("*")
    assert call.keys == ("ask_procedure",)
    call.presses("*")
    assert call.keys == ("ask_procedure",)
    assert call.state.filled == ()


def test_from_the_beginning_forgets_all_but_the_office_and_the_caller():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("最初から")
    assert call.keys == ("start_over", "ask_procedure")
    assert (call.state.procedure, call.state.day, call.state.time, call.state.filled) == (
        None,
        None,
        None,
        (),
    )
    assert call.state.office.id == "kokurakita"
    assert call.state.caller == "+81935551234"
    assert call.now == NOW
