"""What is asked in passing is answered, and the call goes on where it was."""

from dialog.state import Phase
from tests.dialog.conversation import Conversation, moment


def test_what_to_bring_is_told_and_the_question_asked_again():
    call = Conversation(moment(12, 2, 14))
    call.says("住民票をお願いします")
    answer = call.says("持ち物は何ですか")
    assert "本人確認書類" in answer
    assert call.keys == ("bring", "ask_date")
    call.says("12月2日の午後2時で")
    assert call.state.phase is Phase.CONFIRMING


def test_a_question_about_a_procedure_chooses_it():
    call = Conversation()
    call.says("児童手当には何が必要ですか")
    assert call.keys == ("bring", "ask_date")
    assert call.state.procedure == "jido_teate"


def test_without_a_procedure_it_depends():
    call = Conversation()
    call.says("窓口は何時まで開いていますか")
    assert call.keys == ("depends_on_procedure", "ask_procedure")


def test_the_hours_are_those_of_the_procedure_s_counter():
    call = Conversation()
    call.says("住民票をお願いします")
    assert "午前9時から午後5時まで" in call.says("何時まで開いていますか")


def test_a_question_into_the_read_back_has_everything_read_again_and_no_yes_is_lost():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票をお願いします")
    call.says("何を持って行けばいいですか")
    assert call.keys == ("bring", "read_back", "confirm")
    call.says("はい")
    assert call.calendar.booked == [("juminhyo", moment(12, 2, 14), "+81935551234")]
