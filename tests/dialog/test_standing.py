"""Telling, cancelling and moving bookings that stand for the caller's number."""

import pytest

from dialog.actions import Action, Cancel, Change, HangUp
from dialog.calendar import Booking
from dialog.state import Outcome, Phase
from tests.dialog.conversation import Conversation, moment

FIRST = Booking("4719", "juminhyo", moment(12, 2, 14))
SECOND = Booking("5820", "jido_teate", moment(12, 4, 10))
FREE = (moment(12, 3, 10), moment(12, 3, 15))


def calling(*standing: Booking, **call: object) -> Conversation:
    conversation = Conversation(*FREE, **call)  # type: ignore[arg-type]
    conversation.calendar.standing = list(standing)
    return conversation


def done(call: Conversation) -> list[Action]:
    return [action for action in call.actions if isinstance(action, Cancel | Change)]


def test_a_booking_is_cancelled_after_it_was_read_out_and_a_yes():
    call = calling(FIRST)
    answer = call.says("予約を取り消したいのですが")
    assert "12月2日" in answer
    assert "住民票" in answer
    assert done(call) == []
    call.says("はい")
    assert done(call) == [Cancel(FIRST)]
    assert call.calendar.standing == []
    call.says("いいえ")
    assert call.state.outcome is Outcome.CANCELLED
    assert isinstance(call.over, HangUp)


def test_asked_which_is_to_be_moved_both_can_be_given_back():
    call = calling(FIRST, SECOND)
    call.says("予約を変更したいのですが")
    call.says("住民票と児童手当、二つとも取り消してください")
    assert done(call) == []
    call.says("はい、二つとも取り消してください")
    assert done(call) == [Cancel(FIRST), Cancel(SECOND)]


def test_what_was_done_and_what_stays_makes_no_change_of_what_is_given_back():
    call = calling(FIRST, SECOND)
    call.says("予約を一つ取り消したいんですが")
    call.says("住民票のほうです。書類は息子が取ってきましたけん。児童手当のほうはそのままにしとってください")
    call.says("はい、住民票だけ取り消してください")
    assert done(call) == [Cancel(FIRST)]


@pytest.mark.parametrize("yes", ["はい、取り消してください", "取り消しでお願いします"])
def test_cancel_it_is_a_yes(yes: str):
    call = calling(FIRST)
    call.says("予約を取り消したいのですが")
    call.says(yes)
    assert done(call) == [Cancel(FIRST)]


@pytest.mark.parametrize(
    "said", ["はい、2日の木曜ですね", "はいふつかのもくようですね", "はい、3日ですね", "はい、2日の3時ですね"]
)
def test_a_yes_with_another_day_or_time_cancels_nothing_and_hears_the_booking_again(said: str):
    call = calling(FIRST)
    call.says("予約を取り消したいのですが")
    call.says(said)
    assert done(call) == []
    assert call.keys == ("booking_is", "cancel_confirm")
    call.says("はい")
    assert done(call) == [Cancel(FIRST)]


@pytest.mark.parametrize(
    "said", ["はい、3日の月曜ですね", "はいみっかのげつようですね", "はい、3日の火曜に変えてください"]
)
def test_a_yes_with_another_weekday_moves_nothing_and_hears_the_new_time_again(said: str):
    call = calling(FIRST)
    call.says("予約を変更したいのですが")
    call.says("12月3日の午後3時に移れますか")
    call.says(said)
    assert done(call) == []
    assert call.keys == ("read_back", "confirm_change")
    call.says("はい")
    assert done(call) == [Change(FIRST, moment(12, 3, 15))]


def test_change_it_to_that_is_a_yes():
    call = calling(FIRST)
    call.says("予約を変更したいのですが")
    call.says("12月3日の午後3時に移れますか")
    call.says("はい、その日に変えてください")
    assert done(call) == [Change(FIRST, moment(12, 3, 15))]


def test_a_no_leaves_it_as_it_is():
    call = calling(FIRST)
    call.says("予約をキャンセルしたいのですが")
    assert "そのまま" in call.says("いいえ")
    assert call.calendar.standing == [FIRST]
    assert call.state.outcome is Outcome.ABANDONED


def test_a_yes_before_the_booking_was_read_out_cancels_nothing():
    call = calling(FIRST)
    call.hears_out = False
    call.says("予約を取り消したいのですが")
    call.says("はい", early=True)
    assert done(call) == []
    call.hears_out = True
    call.hears_everything()
    assert call.keys == ("cancel_confirm_again",)
    call.says("はい")
    assert done(call) == [Cancel(FIRST)]


def test_who_cannot_decide_is_told_that_it_may_stay():
    call = calling(FIRST)
    call.says("予約を取り消したいのですが")
    call.says("そうやねえ、どうしようか")
    assert call.keys == ("cancel_or_keep",)
    assert done(call) == []


def test_neither_yes_nor_no_is_asked_another_way():
    call = calling(FIRST)
    call.says("予約を取り消したいのですが")
    call.says("きょうは柿がようけなっとる")
    assert call.keys == ("not_understood", "cancel_confirm_again")
    assert done(call) == []


def test_of_several_the_caller_chooses_one():
    call = calling(FIRST, SECOND)
    answer = call.says("予約を取り消したいのですが")
    assert answer.index("12月2日") < answer.index("12月4日")
    call.says("2番です")
    assert "児童手当" in call.said
    call.says("はい")
    assert done(call) == [Cancel(SECOND)]


def test_a_booking_is_moved_after_the_new_time_was_read_back_and_a_yes():
    call = calling(FIRST)
    call.says("予約の日を変更したいのですが")
    assert "12月2日" in call.said
    call.says("12月3日の午後3時でお願いします")
    assert call.keys[-2:] == ("read_back", "confirm_change")
    assert done(call) == []
    answer = call.says("はい")
    assert done(call) == [Change(FIRST, moment(12, 3, 15))]
    assert answer.count("4、7、1、9") == 2
    assert call.state.outcome is Outcome.CHANGED


def test_another_procedure_named_while_a_booking_is_moved_changes_nothing_of_it():
    call = calling(FIRST)
    call.says("予約の日を変更したいのですが")
    call.says("児童手当を12月3日の午後3時で")
    assert "住民票" in call.said
    call.says("はい")
    assert done(call) == [Change(FIRST, moment(12, 3, 15))]


def test_a_place_taken_in_the_meantime_leaves_the_old_one():
    call = calling(FIRST)
    call.says("予約の日を変更したいのですが")
    call.says("12月3日の午後3時でお願いします")
    call.calendar.free.remove(moment(12, 3, 15))
    call.says("はい")
    assert call.keys[0] == "place_taken"
    assert call.calendar.standing == [FIRST]


def test_what_is_booked_is_told():
    call = calling(FIRST, SECOND)
    answer = call.says("予約を確認したいのですが")
    assert "住民票" in answer
    assert "児童手当" in answer
    assert call.state.outcome is Outcome.ANSWERED
    call.says("いいえ")
    assert isinstance(call.over, HangUp)


def test_too_late_to_change_comes_to_a_person():
    call = calling(FIRST)
    call.calendar.too_late = True
    call.says("予約を取り消したいのですが")
    call.says("はい")
    assert call.keys == ("too_late", "passed_on", "transferring")
    assert call.calendar.standing == [FIRST]


def test_back_from_cancelling_makes_a_new_booking_and_moves_none():
    call = calling(FIRST)
    call.says("予約を取り消したいのですが")
    call.says("戻って")
    call.says("児童手当を12月3日の午前10時で")
    assert call.state.phase is Phase.CONFIRMING
    call.says("はい")
    assert done(call) == []
    assert call.calendar.booked == [("jido_teate", moment(12, 3, 10), "+81935551234")]


def test_a_wish_to_cancel_after_a_procedure_that_was_misheard_is_about_what_stands():
    call = calling(FIRST)
    call.says("児童手当")
    answer = call.says("予約を取り消したいんですが")
    assert call.keys[-1] == "cancel_confirm"
    assert "12月2日" in answer
    assert "児童手当" not in answer


def test_a_wish_to_cancel_in_the_middle_of_a_booking_is_about_this_booking():
    call = calling(FIRST)
    call.says("12月3日の10時に児童手当")
    call.says("予約を取り消したいんですが")
    assert call.state.outcome is Outcome.ABANDONED
    assert call.calendar.standing == [FIRST]


def test_every_booking_is_given_back_after_all_were_read_out_and_a_yes():
    call = calling(FIRST, SECOND)
    call.says("予約を取り消したいのですが")
    assert call.keys == ("which_booking_2",)
    answer = call.says("両方とも取り消してください")
    assert call.keys == ("cancel_all_2",)
    assert "12月2日" in answer
    assert "12月4日" in answer
    assert done(call) == []
    call.says("はい")
    assert done(call) == [Cancel(FIRST), Cancel(SECOND)]
    assert call.calendar.standing == []
    assert call.keys[0] == "cancelled"


def test_a_no_to_giving_back_every_booking_keeps_all():
    call = calling(FIRST, SECOND)
    call.says("予約を二つとも取り消したいのですが")
    assert call.keys == ("cancel_all_2",)
    call.says("いいえ")
    assert done(call) == []


@pytest.mark.parametrize(
    ("said", "meant"),
    [("あとのほうのをお願いします", SECOND), ("先の予約です", FIRST), ("児童手当のほうです", SECOND)],
)
def test_one_of_two_is_named_by_its_order_or_what_it_is_for(said: str, meant: Booking):
    call = calling(FIRST, SECOND)
    call.says("予約を取り消したいのですが")
    call.says(said)
    call.says("はい")
    assert done(call) == [Cancel(meant)]


def test_who_takes_back_the_cancellation_moves_the_booking():
    call = calling(FIRST)
    call.says("2日の予約をやめようかと思うて電話したんですが")
    assert call.keys == ("booking_is", "cancel_confirm")
    call.says("いや待って、取り消さんでください。12月3日の午後3時に変えてもらえますか")
    assert done(call) == []
    call.says("はい")
    assert done(call) == [Change(FIRST, moment(12, 3, 15))]


def test_a_no_of_another_booking_gives_nothing_back_and_asks_again():
    call = calling(FIRST, SECOND)
    call.says("児童手当の予約を取り消したいのですが")
    call.says("いえ、住民票は行きます")
    assert done(call) == []
    assert call.keys == ("booking_is", "cancel_confirm")


def test_when_the_booking_is_may_be_asked_before_it_is_given_back():
    call = calling(FIRST)
    call.says("予約を取り消したいのですが")
    assert "12月2日" in call.says("それ、何日の何時でしたかね")
    assert call.keys == ("booking_is", "cancel_confirm")


def test_a_change_that_was_begun_is_let_be():
    call = calling(FIRST)
    call.says("予約を変更したいのですが")
    call.says("12月3日の午後3時に移れますか")
    call.says("やっぱり変えんでいいです")
    assert done(call) == []
    assert call.keys[0] == "not_cancelled"
    assert call.state.outcome is Outcome.ANSWERED


def test_the_time_that_is_not_to_be_changed_lets_no_change_be():
    call = calling(FIRST)
    call.says("予約を変更したいのですが")
    call.says("時間は変えんで、12月3日にしてください")
    assert call.keys[0] != "not_cancelled"


def test_who_wonders_that_none_was_found_books_anew():
    call = calling()
    call.says("予約の日を変えたいんですけど")
    assert call.keys == ("no_bookings", "ask_booking_number")
    call.says("ありゃ、入っとらんと？おかしいねえ")
    assert call.keys == ("no_bookings_again", "ask_booking_number")
    call.says("そんなら新しく予約してください、住民票です")
    assert call.state.phase is Phase.ASKING
    assert call.state.procedure == "juminhyo"


def test_one_day_earlier_is_counted_from_the_booking():
    call = calling(Booking("4719", "juminhyo", moment(12, 4, 10)))
    call.says("予約ば一日早うしてもらいたいとですよ")
    assert call.state.place is not None
    assert call.state.place.start == moment(12, 3, 10)


def test_something_is_put_on_top_of_a_booking_that_stays_where_it_is():
    call = calling(Booking("4719", "juminhyo", moment(12, 3, 10)))
    call.says("予約の変更をお願いします")
    call.says("同じ日に児童手当の手続きもくっつけてもらえんですか")
    assert call.state.procedures == ("juminhyo", "jido_teate")
    assert call.state.place is not None
    assert call.state.place.start == moment(12, 3, 10)


def test_what_a_call_back_is_about_may_be_said_as_the_yes_to_it():
    call = calling(now=moment(11, 24, 22))
    call.says("あとでそちらから電話もらうことできますか")
    assert call.state.phase is Phase.CALLBACK
    call.says("折り返してもらいたいんです、児童手当のことで")
    assert call.state.outcome is Outcome.CALLBACK
    assert call.state.procedure == "jido_teate"
