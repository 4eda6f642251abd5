"""Bookings that cannot be kept, as their counter is closed then."""

from datetime import time

import pytest

from dialog import events
from dialog.actions import Action, Cancel, Change
from dialog.calendar import Booking, Closure
from dialog.state import Outcome, Phase
from nlu.lexicon import Term
from tests.dialog.conversation import NOW, OFFICE, WARD, WARDS, Conversation, moment

TYPHOON = Closure(Term("台風", "たいふう"))
SHUT = Booking("4719", "juminhyo", moment(12, 2, 14), ("jido_teate",), closure=TYPHOON)
KEPT = Booking("5820", "jido_teate", moment(12, 4, 10))
ALSO_SHUT = Booking("6930", "tennyu", moment(12, 2, 16), closure=TYPHOON)
FREE = (moment(12, 3, 10), moment(12, 3, 15))


def calling(*standing: Booking, told: bool = False, **call: object) -> Conversation:
    """A caller with these bookings; `told`: from the first word on, as whoever phones from the booking's number is."""
    conversation = Conversation(*FREE, **call)  # type: ignore[arg-type]
    conversation.calendar.standing = list(standing)
    if told:
        shut = tuple(one for one in standing if one.closure)
        conversation.give(events.CallStarted(NOW, OFFICE, "+81935551234", affected=shut))
    return conversation


def done(call: Conversation) -> list[Action]:
    return [action for action in call.actions if isinstance(action, Cancel | Change)]


@pytest.mark.parametrize(
    "said", ["予約の確認をしたいんですが", "予約の日を変更したいのですが", "予約がいつだったか教えてください"]
)
@pytest.mark.parametrize("told", [False, True])
def test_whoever_asks_for_the_booking_hears_that_it_is_closed_and_moves_it(said: str, told: bool):
    call = calling(SHUT, told=told)
    news = call.said
    news += call.says(said)
    assert "台風のため、窓口がお休みになりました" in news
    assert call.keys[-1] == "offer_2"
    assert done(call) == []
    assert "12月3日" in call.says("1番")
    assert call.keys[-1] == "confirm_change"
    assert done(call) == []
    answer = call.says("はい")
    assert done(call) == [Change(SHUT, FREE[0])]
    assert answer.count("4、7、1、9") == 2
    assert call.state.outcome is Outcome.CHANGED


def test_a_booking_that_can_be_kept_is_told_as_ever():
    call = calling(KEPT)
    call.says("予約の確認をしたいんですが")
    assert call.keys == ("booking_is", "anything_else")


@pytest.mark.parametrize(
    ("closure", "key", "told"),
    [
        (
            Closure(Term("停電", "ていでん"), (time(13), time(17, 15))),
            "booking_closed_part",
            "午後1時から午後5時15分まで",
        ),
        (Closure(None), "booking_outside_hours", "時間が変わり"),
        (Closure(Term("庁舎の点検", "ちょうしゃのてんけん")), "booking_closed", "庁舎の点検のため"),
    ],
)
def test_each_kind_of_closure_has_its_words(closure: Closure, key: str, told: str):
    call = calling(Booking("4719", "juminhyo", moment(12, 2, 14), closure=closure))
    assert told in call.says("予約を確認したいんですが")
    assert call.keys[:2] == ("booking_is", key)


def test_who_phones_for_whatever_reason_is_told_at_once_without_what_it_was_for():
    call = calling(SHUT, told=True)
    assert call.keys == ("greeting", "notice", "booking_news", "booking_closed", "ask_move")
    assert "12月2日" in call.said
    assert "住民票" not in call.said
    assert call.state.phase is Phase.AFFECTED


@pytest.mark.parametrize(
    "said",
    ["はい", "はい、お願いします", "変更してください", "予約を変更したいんですが", "ええ、変えてください"],
)
def test_a_yes_gets_the_nearest_places(said: str):
    call = calling(SHUT, told=True)
    call.says(said)
    assert call.keys == ("offer_2",)
    call.says("2番")
    call.says("はい")
    assert done(call) == [Change(SHUT, FREE[1])]


def test_a_yes_by_key():
    call = calling(SHUT, told=True)
    call.presses("1")
    call.presses("2")
    call.presses("1")
    assert done(call) == [Change(SHUT, FREE[1])]


def test_a_yes_with_a_day_needs_no_list():
    call = calling(SHUT, told=True)
    call.says("はい、12月3日の午後3時にしてください")
    assert call.keys[-1] == "confirm_change"
    call.says("はい")
    assert done(call) == [Change(SHUT, FREE[1])]


@pytest.mark.parametrize("said", ["いいえ", "いえ、結構です", "いいえ、そのままで"])
def test_a_no_leaves_it_and_goes_on_with_what_the_call_is_about(said: str):
    call = calling(SHUT, told=True)
    call.says(said)
    assert call.keys == ("not_cancelled", "ask_procedure")
    call.says("転入届を12月3日の午前10時で")
    call.says("はい")
    assert call.calendar.booked == [("tennyu", FREE[0], "+81935551234")]
    assert done(call) == []


@pytest.mark.parametrize("said", ["児童手当を12月3日の午前10時で", "児童手当の予約をしたいんですが"])
def test_another_wish_goes_before_the_answer(said: str):
    call = calling(SHUT, told=True)
    call.says(said)
    assert call.state.procedure == "jido_teate"
    assert call.state.booking is None


def test_what_is_asked_in_passing_is_answered():
    call = calling(SHUT, told=True)
    call.says("児童手当には何を持っていけばいいですか")
    assert "本人確認書類" in call.said


def test_a_yes_into_the_news_moves_nothing():
    call = calling(SHUT, told=True)
    call.hears_out = False
    call.says("はい", early=True)
    assert (call.said, call.state.phase) == ("", Phase.AFFECTED)


@pytest.mark.parametrize("how", ["silent", "unclear"])
def test_no_answer_is_asked_again_in_other_words(how: str):
    call = calling(SHUT, told=True)
    call.is_silent() if how == "silent" else call.says("そうやねえ、どうしようか")
    assert call.keys[-1] == "ask_move"
    assert "このご予約を" in call.said


def test_the_line_that_breaks_is_taken_up_with_the_news():
    call = calling(SHUT, told=True)
    call.give(events.Reconnected(NOW))
    assert call.keys[-2:] == ("booking_closed", "ask_move")


def test_a_wish_to_cancel_cancels_it_after_a_yes():
    call = calling(SHUT, told=True)
    answer = call.says("予約を取り消してください")
    assert call.keys == ("booking_is", "booking_closed", "cancel_confirm")
    assert "児童手当" in answer
    call.says("はい")
    assert done(call) == [Cancel(SHUT)]
    assert call.state.outcome is Outcome.CANCELLED


def test_who_does_not_cancel_after_all_is_offered_another_day():
    call = calling(SHUT)
    call.says("予約を取り消したいのですが")
    call.says("いいえ")
    assert call.keys == ("not_cancelled", "offer_2")
    call.says("1番")
    call.says("はい")
    assert done(call) == [Change(SHUT, FREE[0])]


def test_of_several_that_cannot_be_kept_each_is_moved():
    call = calling(SHUT, KEPT, ALSO_SHUT)
    call.says("予約の確認をお願いします")
    assert call.keys.count("booking_is") == 3
    assert call.keys.count("booking_closed") == 2
    assert call.said.index("午後4時") < call.said.index("午後2時")
    call.says("1番")
    call.says("はい")
    assert call.keys[:3] == ("changed", "number_is", "number_again")
    assert call.keys[-2:] == ("booking_closed", "ask_move")
    assert "午後4時" in call.said
    call.says("はい")
    call.says("1番")
    call.says("はい")
    assert done(call) == [Change(SHUT, FREE[0]), Change(ALSO_SHUT, FREE[1])]
    assert call.state.outcome is Outcome.CHANGED


def test_after_one_was_moved_the_other_may_stay():
    call = calling(SHUT, ALSO_SHUT, told=True)
    call.says("はい")
    call.says("1番")
    call.says("はい")
    call.says("いいえ")
    assert call.keys == ("not_cancelled", "anything_else")
    assert done(call) == [Change(SHUT, FREE[0])]
    assert call.state.outcome is Outcome.CHANGED


def test_nothing_free_asks_for_a_day():
    call = calling(SHUT)
    call.calendar.free = []
    call.says("予約の確認")
    assert call.keys[-2:] == ("nothing_free", "ask_date")


def test_none_of_the_places_asks_for_another_day():
    call = calling(SHUT)
    call.says("予約の確認")
    call.says("いいえ")
    assert call.keys == ("another_day", "ask_date")
    call.says("12月3日の午後3時")
    call.says("はい")
    assert done(call) == [Change(SHUT, FREE[1])]


def test_it_is_moved_within_its_ward():
    there = Booking("4719", "juminhyo", moment(12, 2, 14), office=WARD, closure=TYPHOON)
    call = calling(there, offices=WARDS)
    assert "小倉南区役所" in call.says("予約の確認をしたいんですが")
    call.says("1番")
    call.says("はい")
    assert done(call) == [Change(there, FREE[0])]


def test_a_booking_found_by_its_number_is_told_likewise():
    call = calling(SHUT, caller="")
    call.calendar.phones = {"4719": "+81935551234"}
    call.says("予約の確認")
    call.says("4719です")
    answer = call.says("093の555の1234です")
    assert "台風" in answer
    assert call.keys[-1] == "offer_2"


def test_every_procedure_of_a_visit_is_told_of():
    call = Conversation(*FREE)
    call.says("住民票と児童手当を12月3日の午前10時で")
    answer = call.says("何時まで開いていますか")
    assert call.keys[:2] == ("hours", "hours")
    assert "児童手当の窓口" in answer
