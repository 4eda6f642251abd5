"""A visit that is booked for several errands, of which one is taken off, or whose errand another takes the place of."""

import pytest

from dialog.actions import Cancel, Change, Hold
from dialog.calendar import Booking
from dialog.state import Phase
from tests.dialog.conversation import Conversation, moment

TWO = moment(12, 2, 14)
BOTH = Booking("4719", "juminhyo", TWO, ("jido_teate",))
CERTIFICATE = Booking("4719", "juminhyo", TWO)
OTHER = Booking("5820", "tenkyo", moment(12, 4, 10))


def calling(*standing: Booking) -> Conversation:
    return Conversation(moment(12, 3, 10), standing=standing)


def changes(call: Conversation) -> list[Change]:
    return [action for action in call.actions if isinstance(action, Change)]


@pytest.mark.parametrize(
    "said",
    [
        "児童手当はやめたいんです",
        "児童手当はもういりません",
        "児童手当の予約を取り消してください",
        "住民票だけにしてください",
        "児童手当のほうはいらんごとなったけん、住民票だけ残して",
    ],
)
def test_one_errand_is_taken_off_after_a_yes_alone(said: str) -> None:
    call = calling(BOTH)
    call.says(said)
    assert call.keys == ("procedure_dropped", "read_back", "confirm_change_of_errand")
    assert changes(call) == []
    call.says("はい")
    assert changes(call) == [Change(BOTH, TWO, "", ("juminhyo",))]
    assert [(one.procedures, one.start) for one in call.calendar.standing] == [(("juminhyo",), TWO)]
    assert not any(isinstance(action, Cancel) for action in call.actions)


def test_its_own_place_counts_as_free_and_is_not_taken_from_it() -> None:
    call = calling(BOTH)
    call.says("児童手当はやめたいんです")
    assert Hold(("juminhyo",), TWO, instead_of="4719") in call.actions
    assert TWO not in call.calendar.free


def test_all_of_it_is_given_back_where_all_is_named() -> None:
    call = calling(BOTH)
    call.says("住民票も児童手当も、両方取り消してください")
    assert call.keys == ("booking_is", "cancel_confirm")
    call.says("はい")
    assert call.calendar.standing == []


@pytest.mark.parametrize(
    "said", ["いえ、児童手当だけです", "はい、児童手当を取り消してください", "住民票は残してください"]
)
def test_asked_whether_to_cancel_all_of_it_one_is_taken_off(said: str) -> None:
    call = calling(BOTH)
    call.says("予約を取り消したいのですが")
    assert call.state.phase is Phase.CANCELLING
    call.says(said)
    assert call.state.procedures == ("juminhyo",)
    assert call.keys[-1] == "confirm_change_of_errand"
    assert call.calendar.standing == [BOTH]


def test_another_takes_the_place_of_one() -> None:
    call = calling(BOTH)
    call.says("児童手当を転居届に替えてください")
    call.says("はい")
    assert [one.procedures for one in call.calendar.standing] == [("juminhyo", "tenkyo")]


def test_another_takes_the_place_of_the_only_one() -> None:
    call = calling(CERTIFICATE)
    call.says("住民票を転居届に替えてください")
    assert call.keys == ("read_back", "confirm_change_of_errand")
    call.says("はい")
    assert [(one.procedures, one.start) for one in call.calendar.standing] == [(("tenkyo",), TWO)]


def test_where_another_does_not_fit_other_times_are_offered() -> None:
    call = calling(CERTIFICATE)
    call.calendar.fits_not = {"tenkyo"}
    call.says("住民票を転居届に替えてください")
    assert call.keys == ("time_full", "offer_1")
    call.says("はい")
    call.says("はい")
    assert [(one.procedures, one.start) for one in call.calendar.standing] == [
        (("tenkyo",), moment(12, 3, 10))
    ]


def test_which_one_stays_is_asked_where_it_is_not_said() -> None:
    call = calling(BOTH)
    call.says("片方だけ取り消したいんです")
    assert call.keys[-1] == "which_errand_stays"
    call.says("住民票です")
    assert call.state.procedures == ("juminhyo",)
    assert call.keys[-1] == "confirm_change_of_errand"


def read_back() -> Conversation:
    """That the booking is to be for less was read back."""
    call = calling(BOTH)
    call.says("児童手当はやめたいんです")
    return call


@pytest.mark.parametrize("said", ["いいえ、全部やめます", "住民票もやめます"])
def test_asked_whether_it_is_to_be_less_all_of_it_may_be_given_up(said: str) -> None:
    call = read_back()
    call.says(said)
    assert call.keys == ("booking_is", "cancel_confirm")


@pytest.mark.parametrize(
    "said", ["やっぱり児童手当も残してください", "やっぱりそのままでいいです", "やっぱりやめとこ"]
)
def test_it_may_stay_as_it_was(said: str) -> None:
    call = read_back()
    call.says(said)
    assert call.keys == ("not_cancelled", "anything_else")
    assert call.calendar.standing == [BOTH]
    assert call.over is None


def test_it_may_be_the_other_one_that_is_not_wanted() -> None:
    call = read_back()
    call.says("いえ、やめるのは住民票のほうです")
    assert call.state.procedures == ("jido_teate",)
    assert changes(call) == []


def test_a_yes_may_say_again_what_is_taken_off() -> None:
    call = read_back()
    call.says("はい、児童手当は取りやめで")
    assert [one.procedures for one in call.calendar.standing] == [("juminhyo",)]


def test_after_a_no_an_errand_that_is_still_booked_may_be_named() -> None:
    call = read_back()
    call.says("いいえ")
    call.says("児童手当を転居届に替えて")
    assert call.state.procedures == ("juminhyo", "tenkyo")


def test_what_was_taken_off_may_be_put_back() -> None:
    call = read_back()
    call.says("はい")
    call.says("やっぱり児童手当もお願いします")
    assert call.state.procedures == ("juminhyo", "jido_teate")
    call.says("はい")
    assert [one.procedures for one in call.calendar.standing] == [("juminhyo", "jido_teate")]


def test_what_it_is_for_now_is_told_afterwards() -> None:
    call = read_back()
    call.says("はい")
    assert call.state.done is not None
    assert call.state.done.procedures == ("juminhyo",)


def test_a_change_told_over_two_turns() -> None:
    call = calling(CERTIFICATE)
    call.says("住民票の予約をしとるんですけど、銀行の人が、住民票やのうて転居届を出してきてち言うんです")
    assert changes(call) == []
    call.says("日にちも時間もそのままでいいんです。住民票をやめて、転居届に替えてください")
    assert call.state.procedures == ("tenkyo",)
    assert call.keys[-1] == "confirm_change_of_errand"


def test_asked_which_of_two_what_is_said_to_stay_exchanges_nothing() -> None:
    call = calling(CERTIFICATE, OTHER)
    call.says("予約を取り消したいんです")
    call.says("住民票のほうです。娘がもう取ってくれとったんですよ。転居届のほうは残しといてください")
    assert (call.state.phase, call.state.booking) == (Phase.CANCELLING, CERTIFICATE)
    call.says("はい、住民票のだけ取り消してください")
    assert call.calendar.standing == [OTHER]
    call.says("転居届の予約は消えてないでしょうね")
    assert call.keys == ("booking_is", "anything_else")


def test_something_is_put_on_top_of_one_that_was_told() -> None:
    call = calling(CERTIFICATE)
    call.says("住民票の予約をしとるものです")
    call.says("その予約にね、児童手当もいっしょに付け足してもらえんですか")
    assert call.state.procedures == ("juminhyo", "jido_teate")
    call.says("はい")
    assert [one.procedures for one in call.calendar.standing] == [("juminhyo", "jido_teate")]


def test_from_another_telephone_one_is_taken_off_after_both_numbers() -> None:
    call = Conversation(caller="")
    call.calendar.standing = [BOTH]
    call.calendar.phones = {"4719": "+81935551234"}
    call.says("児童手当の予約を取り消したいのですが")
    call.says("4719です")
    call.says("093の555の1234です")
    assert call.keys == ("procedure_dropped", "read_back", "confirm_change_of_errand")
    assert call.state.phone == "+81935551234"


def test_told_what_is_booked_already_one_is_taken_off() -> None:
    call = calling(BOTH)
    call.says("住民票をお願いします")
    assert call.state.phase is Phase.DUPLICATE
    call.says("いえ、児童手当のほうをやめたいんです")
    assert call.keys == ("procedure_dropped", "read_back", "confirm_change_of_errand")


def test_what_was_booked_in_this_call_may_be_for_less() -> None:
    call = calling()
    call.says("住民票と児童手当をお願いします")
    call.says("12月3日の10時です")
    call.says("はい")
    call.says("やっぱり児童手当はやめます")
    assert call.keys == ("procedure_dropped", "read_back", "confirm_change_of_errand")
    call.says("はい")
    assert [one.procedures for one in call.calendar.standing] == [("juminhyo",)]
