"""Several procedures in one visit."""

from dataclasses import replace

import pytest

from dialog.absorb import absorb
from dialog.actions import Book, FindPlaces
from dialog.calendar import Booking
from dialog.state import Phase, State
from nlu.meaning import Meaning, Scored
from nlu.question import Expect, Question
from tests.dialog.conversation import OFFICE, Conversation, moment


def test_two_procedures_in_one_breath_are_one_visit():
    call = Conversation(moment(12, 2, 14))
    answer = call.says("住民票と児童手当をお願いします")
    assert "住民票と、児童手当ですね" in answer or "児童手当と、住民票ですね" in answer
    answer = call.says("12月2日の午後2時で")
    assert set(call.state.procedures) == {"juminhyo", "jido_teate"}
    assert "住民票" in answer
    assert "児童手当" in answer
    answer = call.says("はい")
    (book,) = [action for action in call.actions if isinstance(action, Book)]
    assert set(book.procedures) == {"juminhyo", "jido_teate"}
    assert answer.count("本人確認書類") == 1


def test_both_is_an_answer_to_which_of_two():
    call = Conversation()
    call.says("引っ越しの手続きで")
    call.says("両方です")
    assert call.state.procedures == ("tennyu", "tenkyo")


@pytest.mark.parametrize("said", ["あと、児童手当もお願いします", "児童手当も"])
def test_one_more_is_added_to_the_visit(said: str):
    call = Conversation()
    call.says("住民票をお願いします")
    call.says(said)
    assert call.state.procedures == ("juminhyo", "jido_teate")


def test_another_one_takes_the_place_of_the_first():
    call = Conversation(moment(12, 2, 14))
    call.says("住民票を12月2日の午後2時に")
    call.says("やっぱり児童手当にしてください")
    assert call.state.procedures == ("jido_teate",)
    assert call.state.phase is Phase.CONFIRMING


def test_places_are_looked_for_that_are_long_enough_for_all():
    call = Conversation(moment(12, 2, 14))
    call.says("住民票と児童手当を12月2日の午後2時に")
    finds = [action for action in call.actions if isinstance(action, FindPlaces)]
    assert all(set(find.procedures) == {"juminhyo", "jido_teate"} for find in finds)
    assert finds


def test_two_procedures_named_at_the_read_back_of_one_are_both_read_back():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に児童手当")
    answer = call.says("いいえ、住民票と児童手当です")
    assert call.keys[-1] == "confirm"
    assert "住民票" in answer
    assert "児童手当" in answer


def test_naming_what_was_read_back_changes_nothing():
    call = Conversation(moment(12, 2, 14))
    call.says("住民票と児童手当を12月2日の午後2時に")
    call.says("住民票と児童手当です")
    assert call.keys[-1] == "confirm_again"
    call.says("はい")
    (book,) = [action for action in call.actions if isinstance(action, Book)]
    assert set(book.procedures) == {"juminhyo", "jido_teate"}


def test_a_second_one_that_was_nearly_heard_is_read_back_with_the_first():
    call = Conversation(moment(12, 2, 14))
    assert "児童手当と、住民票ですね" in call.says("じゅーみんしょーと児童手当をお願いします")
    assert call.state.procedures == ("jido_teate", "juminhyo")


def test_a_second_one_that_two_go_by_is_asked_for_and_joins_the_first():
    call = Conversation()
    call.says("児童手当と引っ越しの手続きをお願いします")
    assert call.keys == ("procedure_heard", "which_procedure_2")
    call.says("転居届です")
    assert call.state.procedures == ("jido_teate", "tenkyo")
    assert call.state.beside == ()


def test_who_then_wants_only_the_first_has_it():
    call = Conversation()
    call.says("児童手当と引っ越しの手続きをお願いします")
    call.says("やっぱり児童手当だけで")
    assert call.state.procedures == ("jido_teate",)


def test_of_two_asked_about_only_the_one_that_was_named_joins_the_first():
    state = State(office=OFFICE, procedure=None, beside=("juminhyo",), which=("tennyu", "tenkyo"))
    state = replace(state, question=Question(Expect.PROCEDURE, procedures=("tennyu", "tenkyo")))
    heard = Meaning(procedures=(Scored("tennyu", 0.85),), joined=(Scored("tenkyo", 0.6),))
    after, progress = absorb(state, heard)
    assert progress
    assert after.procedures == ("juminhyo", "tennyu")


def test_of_two_one_is_taken_off_at_the_read_back():
    call = Conversation(moment(12, 2, 14))
    call.says("住民票と児童手当を12月2日の午後2時に")
    answer = call.says("やっぱり住民票はいいです")
    assert call.state.procedures == ("jido_teate",)
    assert call.state.phase is Phase.CONFIRMING
    assert "住民票" not in answer


def test_one_alone_of_two_is_no_yes_to_both():
    call = Conversation(moment(12, 2, 14))
    call.says("住民票と児童手当を12月2日の午後2時に")
    call.says("児童手当だけでいいです")
    assert call.state.procedures == ("jido_teate",)
    assert not any(isinstance(action, Book) for action in call.actions)


def test_without_its_only_procedure_a_wish_keeps_its_day():
    call = Conversation(moment(12, 2, 14))
    call.says("住民票を12月2日の午後2時に")
    call.says("住民票はいりません")
    assert call.state.procedures == ()
    assert call.keys == ("procedure_dropped", "ask_procedure")
    call.says("児童手当をお願いします")
    assert call.state.procedures == ("jido_teate",)
    assert call.state.phase is Phase.CONFIRMING


def test_a_booking_that_is_moved_keeps_what_it_is_for_unless_that_is_replaced():
    state = State(office=OFFICE, procedure="juminhyo", booking=Booking("4711", "juminhyo", moment(12, 2, 14)))
    named = Meaning(procedures=(Scored("jido_teate", 0.97),))
    assert absorb(state, named) == (state, False)
    replaced, _ = absorb(state, replace(named, dropped=("juminhyo",)))
    assert replaced.procedures == ("jido_teate",)
    assert replaced.day is not None
    assert replaced.day.first == moment(12, 2, 14).date()
