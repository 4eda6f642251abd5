"""The same person twice: what exists is told, and moved, left, or joined by a second one."""

from dataclasses import replace
from datetime import timedelta

import pytest

from dialog import events
from dialog.actions import Book, Change, FindBookings
from dialog.calendar import Booking
from dialog.state import Outcome, Phase
from dialog.step import step
from nlu.hypothesis import Hypothesis
from tests.dialog.conversation import WARD, WARDS, Conversation, moment

HALF = timedelta(minutes=30)
FIRST = Booking("4719", "juminhyo", moment(12, 1, 10), end=moment(12, 1, 10) + HALF)
OTHER = Booking("5820", "jido_teate", moment(12, 2, 14), end=moment(12, 2, 14) + HALF)
FREE = (moment(12, 2, 14), moment(12, 2, 15), moment(12, 3, 10))
ALL_AT_ONCE = "12月3日の10時に住民票"
OVERLAPPING = "12月2日の14時に住民票"


def calling(*standing: Booking, **call: object) -> Conversation:
    conversation = Conversation(*FREE, **call)  # type: ignore[arg-type]
    conversation.calendar.standing = list(standing)
    return conversation


def taken(call: Conversation) -> list[Book | Change]:
    return [action for action in call.actions if isinstance(action, Book | Change)]


def test_what_exists_is_told_as_soon_as_the_procedure_is_known():
    call = calling(FIRST)
    answer = call.says("住民票をお願いします")
    assert "12月1日、火曜日の、午前10時に、住民票のご予約が、ございます" in answer
    assert call.keys == ("existing_is", "move_existing")
    assert call.state.phase is Phase.DUPLICATE


def test_the_calendar_is_asked_once_a_call():
    call = calling()
    call.says("住民票をお願いします")
    call.says("12月3日")
    call.says("10時")
    call.says("いいえ、児童手当です")
    assert call.actions.count(FindBookings()) == 1


@pytest.mark.parametrize("yes", ["はい", "変更してください", "そうです、ずらしてください"])
def test_a_move_keeps_the_day_and_the_time_that_were_said(yes: str):
    call = calling(FIRST)
    call.says(ALL_AT_ONCE)
    assert "変更してよろしいですか" in call.says(yes)
    assert call.keys == ("read_back", "confirm_change")
    call.says("はい")
    assert taken(call) == [Change(FIRST, moment(12, 3, 10))]
    assert [(b.number, b.start) for b in call.calendar.standing] == [("4719", moment(12, 3, 10))]
    assert call.state.outcome is Outcome.CHANGED


@pytest.mark.parametrize(
    "moves",
    [
        "ただ息子が火曜は行かれんち言いよるけん、その1日の予約を3日に変えてもらえますか",
        "その1日の予約ば3日に変えてもらえますか、娘が火曜は来られんもんで",
    ],
)
def test_whoever_it_is_that_cannot_come_the_booking_is_moved_to_the_new_day(moves: str):
    call = calling(FIRST)
    call.says("住民票をお願いします")
    call.says(moves)
    call.says("時間は10時で")
    assert call.keys == ("read_back", "confirm_change")
    call.says("はい")
    assert taken(call) == [Change(FIRST, moment(12, 3, 10))]


@pytest.mark.parametrize("second", ["母の分です", "もう1件です", "別の人です", "いえ、家族のです"])
def test_a_second_one_is_booked_beside_it_and_the_record_says_so(second: str):
    call = calling(FIRST)
    call.says(ALL_AT_ONCE)
    call.says(second)
    assert call.keys == ("read_back", "is_second", "confirm")
    call.says("はい")
    assert taken(call) == [Book(("juminhyo",), moment(12, 3, 10), second=True)]
    assert call.calendar.seconds == [True]


def test_what_is_booked_without_one_existing_is_no_second_one():
    call = calling()
    call.says(ALL_AT_ONCE)
    call.says("はい")
    assert call.calendar.seconds == [False]


def test_a_no_and_a_yes_is_a_second_one_and_two_noes_leave_what_exists():
    call = calling(FIRST)
    call.says("住民票")
    call.says("いいえ")
    assert call.keys == ("second_booking",)
    assert "ご希望の日" in call.says("はい")

    call = calling(FIRST)
    call.says("住民票")
    call.says("いいえ")
    assert "そのままにしました" in call.says("いいえ")
    assert call.keys == ("booking_is", "not_cancelled", "thanks")
    assert (taken(call), call.state.outcome) == ([], Outcome.ABANDONED)


@pytest.mark.parametrize("said", ["大丈夫です", "結構です", "庭の花が咲きましたよ"])
def test_what_is_unclear_is_asked_another_way(said: str):
    call = calling(FIRST)
    call.says("住民票")
    call.says(said)
    assert call.keys == ("not_understood", "move_existing")
    assert call.state.said[-1].text.startswith("ご予約を変更するときは")


def test_a_day_alone_is_kept_and_the_question_put_again():
    call = calling(FIRST)
    call.says("住民票")
    call.says("12月3日の10時でお願いします")
    assert call.keys[-1] == "move_existing"
    call.says("変更です")
    assert "12月3日" in call.said
    assert call.keys == ("read_back", "confirm_change")


def test_another_procedure_at_another_time_is_not_asked_about():
    call = calling(OTHER)
    call.says(ALL_AT_ONCE)
    assert call.keys == ("read_back", "confirm")


@pytest.mark.parametrize(
    ("minutes", "overlaps"), [(-30, False), (-29, True), (0, True), (14, True), (15, False)]
)
def test_another_procedure_counts_where_its_visit_overlaps_the_wish(minutes: int, overlaps: bool):
    start = OTHER.start + timedelta(minutes=minutes)
    call = calling(Booking("5820", "jido_teate", start, end=start + HALF))
    call.says(OVERLAPPING)
    assert (call.keys[-2:] == ("existing_is", "other_person")) is overlaps


def test_a_visit_that_begins_when_the_other_ends_does_not_overlap():
    call = calling(Booking("5820", "jido_teate", moment(12, 2, 13), end=moment(12, 2, 14)))
    call.says(OVERLAPPING)
    assert call.keys == ("read_back", "confirm")


def test_of_two_visits_at_once_the_new_one_gets_another_time_or_is_another_persons():
    call = calling(OTHER)
    call.says(OVERLAPPING)
    call.says("いいえ")
    assert call.keys == ("ask_time",)
    call.says("15時")
    assert call.keys == ("read_back", "confirm")

    call = calling(OTHER)
    call.says(OVERLAPPING)
    call.says("はい")
    assert call.keys == ("read_back", "is_second", "confirm")


def test_a_new_time_in_the_answer_is_looked_for():
    call = calling(OTHER)
    call.says(OVERLAPPING)
    call.says("じゃあ15時にします")
    assert call.keys == ("read_back", "confirm")


def test_by_keys_one_moves_and_two_then_one_is_a_second_one():
    call = calling(FIRST)
    call.presses("1")
    assert call.state.phase is Phase.DUPLICATE
    call.presses("1")
    assert call.keys == ("change_to", "ask_date")

    call = calling(FIRST)
    call.presses("1")
    call.presses("2")
    call.presses("1")
    assert call.keys == ("ask_date",)
    assert call.state.second


def test_of_a_number_that_was_only_given_nothing_is_told_but_that_one_exists():
    call = calling(FIRST, caller="")
    call.says(ALL_AT_ONCE)
    call.says("0935551234")
    said = call.says("はい")
    assert call.keys == ("existing_somewhere", "move_existing")
    assert "12月1日" not in said
    call.says("はい")
    assert call.keys == ("ask_booking_number",)
    call.says("4719")
    assert call.keys == ("read_back", "confirm_change")
    call.says("はい")
    assert taken(call) == [Change(FIRST, moment(12, 3, 10), "+81935551234")]


def test_a_wrong_booking_number_moves_nothing_and_gives_nothing_away():
    call = calling(FIRST, caller="")
    call.says(ALL_AT_ONCE)
    call.says("0935551234")
    call.says("はい")
    call.says("はい")
    call.says("1111")
    assert call.keys == ("no_such_booking", "ask_booking_number")


def test_a_withheld_number_has_no_bookings():
    call = calling(FIRST, caller="")
    call.calendar.phones["4719"] = ""
    call.says(ALL_AT_ONCE)
    call.says("0935551234")
    call.says("はい")
    assert call.keys == ("read_back", "confirm")


def test_goodbye_at_the_read_back_of_a_second_one_tells_what_exists():
    call = calling(FIRST)
    call.says(ALL_AT_ONCE)
    call.says("母の分です")
    call.says("やっぱりもういいです")
    assert call.keys == ("booking_is", "not_cancelled", "thanks")


def test_a_broken_line_asks_the_calendar_again():
    call = Conversation(*FREE)
    state = replace(call.state, phase=Phase.CHECKING, procedure="juminhyo")
    call.state = state
    assert call.give(events.Reconnected(call.now)) == (FindBookings(),)


def test_what_comes_late_is_not_heard():
    call = calling()
    before = call.state
    call.give(events.BookingsFound(call.now, (FIRST,)))
    assert call.state == before


def test_from_the_beginning_a_second_one_need_not_be_said_again():
    call = calling(FIRST)
    call.says("住民票")
    call.says("母の分です")
    call.says("最初からお願いします")
    call.says("住民票")
    assert call.keys == ("procedure_heard", "ask_date")


def test_back_from_the_question_asks_for_the_procedure():
    call = calling(FIRST)
    call.says("住民票")
    call.says("戻って")
    assert call.state.procedure is None
    assert call.state.phase is Phase.ASKING


def test_an_early_yes_counts_for_nothing_and_an_early_word_does():
    call = calling(FIRST)
    call.says("住民票")
    before = call.state
    call.says("はい", early=True)
    assert call.state == before
    call.says("母の分です", early=True)
    assert call.state.second


def test_a_booking_at_another_ward_is_told_with_its_name():
    call = calling(Booking("4719", "juminhyo", moment(12, 1, 10), office=WARD), offices=WARDS)
    answer = call.says("小倉北区役所で住民票")
    assert "小倉南区役所、住民票のご予約が、ございます" in answer


def test_what_is_said_while_the_calendar_is_asked_counts():
    call = Conversation(*FREE)
    waits = replace(call.state, phase=Phase.CHECKING, procedure="juminhyo")
    after, _ = step(waits, events.Heard(call.now, (Hypothesis("12月3日の10時です"),)))
    call.state = after
    call.give(events.BookingsFound(call.now, (FIRST,)))
    assert call.keys[-2:] == ("existing_is", "move_existing")
    call.says("変更してください")
    assert call.keys == ("read_back", "confirm_change")


@pytest.mark.parametrize("said", ["はい", "えっと", "ピンポーン"])
def test_what_carries_nothing_then_is_left_out(said: str):
    call = Conversation(*FREE)
    waits = replace(call.state, phase=Phase.CHECKING, procedure="juminhyo")
    assert step(waits, events.Heard(call.now, (Hypothesis(said),))) == (waits, ())
