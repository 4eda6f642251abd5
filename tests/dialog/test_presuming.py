"""What is said first, where bookings stand for the caller: it may be about one of them, though it does not name it."""

from datetime import date

import pytest

from dialog.actions import Cancel
from dialog.calendar import Booking
from nlu.meaning import DateSpan, Request
from tests.dialog.conversation import Conversation, moment

CERTIFICATE = Booking("4719", "juminhyo", moment(12, 2, 14))
ALLOWANCE = Booking("5820", "jido_teate", moment(12, 4, 10))
BOTH = (CERTIFICATE, ALLOWANCE)


def calling(*standing: Booking) -> Conversation:
    return Conversation(moment(12, 3, 10), moment(12, 3, 14), standing=standing)


def test_the_day_behind_is_counted_from_the_booking():
    call = calling(CERTIFICATE)
    call.says("翌日の同じ時間にずらしてください")
    assert call.state.errand is Request.CHANGE
    assert call.state.place is not None
    assert call.state.place.start == moment(12, 3, 14)


def test_where_none_stands_it_is_no_change():
    call = calling()
    call.says("翌日の同じ時間にずらしてください")
    assert call.state.errand is None
    assert call.state.booking is None


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("児童手当だけ残して、あとは消しといて", CERTIFICATE),
        ("住民票、あ、違う違う、児童手当のほうを取り消して", ALLOWANCE),
        ("住民票はもういりません", CERTIFICATE),
        ("4日の分は見送らせてください", ALLOWANCE),
        ("先のほうは消しといてください", CERTIFICATE),
    ],
)
def test_one_of_two_is_given_back_after_a_yes_alone(said: str, meant: Booking):
    call = calling(*BOTH)
    call.says(said)
    assert call.state.errand is Request.CANCEL
    assert call.state.booking == meant
    assert not [action for action in call.actions if isinstance(action, Cancel)]
    call.says("はい")
    assert [action for action in call.actions if isinstance(action, Cancel)] == [Cancel(meant)]


def test_all_are_read_out_before_all_are_given_back():
    call = calling(*BOTH)
    call.says("どっちもいらん。")
    assert call.keys == ("cancel_all_2",)
    assert call.calendar.standing == list(BOTH)


def test_a_day_that_cannot_be_tells_which_is_moved():
    call = calling(*BOTH)
    call.says("4日は葬式が入ったけん、ほかの日に行かせて")
    assert (call.state.errand, call.state.booking) == (Request.CHANGE, ALLOWANCE)


def test_who_cannot_come_on_its_day_is_asked_whether_it_is_to_be_moved():
    call = calling(CERTIFICATE)
    call.says("2日に行くようにしとったけど、動かれんとよ")
    assert call.keys == ("booking_is", "ask_move")
    call.says("いっぺん取りやめにしといてくれんね")
    assert (call.state.errand, call.keys[-1]) == (Request.CANCEL, "cancel_confirm")


def test_who_cannot_come_on_another_day_says_nothing_of_it():
    call = calling(CERTIFICATE)
    call.says("9日は動かれんとよ")
    assert call.state.errand is None


@pytest.mark.parametrize(
    "said",
    ["転入届を4日にしてください", "転居届も要るけん、別の日に取りたい", "もう1件、予約を取ってください"],
)
def test_a_wish_for_another_procedure_is_a_new_one(said: str):
    call = calling(CERTIFICATE)
    call.says(said)
    assert (call.state.errand, call.state.booking) == (None, None)


def test_the_rest_of_a_cancellation_offers_no_other_to_be_given_back():
    call = calling(*BOTH)
    call.says("児童手当を取り消してください")
    call.says("はい")
    call.says("児童手当だけ取り消してください")
    assert call.calendar.standing == [CERTIFICATE]
    assert call.keys == ("cancelled", "anything_else")


def test_asked_for_the_new_day_its_own_day_and_time_are_none():
    call = calling(CERTIFICATE)
    call.says("予約の変更をお願いします")
    call.says("12月2日のを12月3日に変えてください。時間は変わりません")
    assert call.state.place is not None
    assert call.state.place.start == moment(12, 3, 14)


def test_which_of_two_may_be_said_after_where_it_goes():
    call = calling(*BOTH)
    call.says("予約を変えたいんですが")
    call.says("12月3日にしてください")
    assert call.keys == ("which_booking_2",)
    call.says("住民票のほうです")
    assert (call.state.booking, call.state.day) == (
        CERTIFICATE,
        DateSpan(date(2026, 12, 3), date(2026, 12, 3)),
    )


def told(*standing: Booking) -> Conversation:
    """After what stands was read out."""
    call = calling(*standing)
    call.says("予約はいつでしたかね")
    assert call.state.errand is Request.CHECK
    return call


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("児童手当のほうは娘が行ってくれたけん、もういらんのや。そっちだけやめてください", ALLOWANCE),
        ("児童手当のほうはもういらんのや", ALLOWANCE),
        ("住民票のほうは娘が取ってくれたけん、そっちはやめといて", CERTIFICATE),
        ("住民票のほうは行きますけん、児童手当のはやめます", ALLOWANCE),
        ("あとのほうは取り消してください", ALLOWANCE),
    ],
)
def test_of_those_that_were_read_out_the_one_named_is_given_back_after_a_yes(said: str, meant: Booking):
    call = told(*BOTH)
    call.says(said)
    assert (call.state.errand, call.state.booking) == (Request.CANCEL, meant)
    assert call.keys[-1] == "cancel_confirm"
    call.says(f"はい、{call.state.office.procedure(meant.procedure).name.text}のほうを取り消してください")
    assert [action for action in call.actions if isinstance(action, Cancel)] == [Cancel(meant)]


def test_one_that_was_read_out_is_moved_from_where_it_is():
    call = told(*BOTH)
    call.says("住民票のほうは次の日の同じ時間にしてもらえますか")
    assert call.state.place is not None
    assert (call.state.booking, call.state.place.start) == (CERTIFICATE, moment(12, 3, 14))


@pytest.mark.parametrize(
    "said", ["もういいです", "もう結構です、ありがとう", "いや、もういらんです", "二つとも行きます"]
)
def test_who_names_none_of_those_gives_none_back(said: str):
    call = told(*BOTH)
    call.says(said)
    assert call.state.booking is None
    assert call.calendar.standing == list(BOTH)
