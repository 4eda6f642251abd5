"""What the next answer may lean on."""

from datetime import date, time

from dialog.calendar import Booking, Place
from dialog.state import Phase, State
from dialog.table import anchor
from nlu.anchor import NOTHING
from nlu.meaning import DateSpan, TimeSpan
from tests.dialog.conversation import Conversation, moment

DAY = date(2026, 12, 2)


def test_nothing_is_on_the_table_when_a_call_begins():
    assert anchor(State()) == NOTHING


def test_the_place_that_is_read_back_comes_before_all():
    read_back = State(place=Place(moment(12, 2, 14)), day=DateSpan(date(2026, 12, 9), date(2026, 12, 9)))
    assert (anchor(read_back).day, anchor(read_back).time) == (DAY, time(14))


def test_the_only_place_that_is_offered_comes_before_the_day_that_was_wished():
    offered = State(offered=(Place(moment(12, 7, 9)),), day=DateSpan(DAY, DAY))
    assert anchor(offered).day == date(2026, 12, 7)


def test_the_day_that_was_wished_comes_before_several_offers():
    offered = State(offered=(Place(moment(12, 1, 9)), Place(moment(12, 3, 9))), day=DateSpan(DAY, DAY))
    assert anchor(offered).days == (DAY, date(2026, 12, 1), date(2026, 12, 3))
    assert anchor(offered).times == (time(9),)


def test_a_run_of_days_is_nothing_to_count_from():
    assert anchor(State(day=DateSpan(DAY, date(2026, 12, 9)))) == NOTHING


def test_where_a_booking_is_counts_until_another_day_is_said():
    moved = State(booking=Booking("1234", "juminhyo", moment(12, 10, 10)))
    assert (anchor(moved).day, anchor(moved).time) == (date(2026, 12, 10), time(10))
    later = State(booking=moved.booking, day=DateSpan(DAY, DAY), time=TimeSpan(time(9), time(9)))
    assert (anchor(later).day, anchor(later).time) == (DAY, time(9))


def test_what_was_refused_last_still_counts():
    call = Conversation(moment(12, 2, 14), moment(12, 3, 14))
    call.says("12月2日の午後2時に住民票")
    call.says("いいえ")
    assert call.state.phase is Phase.ASKING
    assert call.state.question.anchor.day == DAY
    call.says("次の日で")
    assert call.state.place is not None
    assert call.state.place.start == moment(12, 3, 14)


def test_the_day_that_was_just_told_about_comes_before_all_for_one_answer():
    call = Conversation(moment(12, 2, 14))
    call.says("12月2日の午後2時に住民票")
    call.says("今度の土曜日は開いてますか")
    assert call.state.question.anchor.day == date(2026, 11, 28)
    assert call.state.question.anchor.times == (time(14),)
    call.says("もう一度")
    assert call.state.question.anchor.day == DAY


def test_days_that_were_said_earlier_are_kept_in_their_order():
    call = Conversation(moment(12, 7, 11), moment(12, 4, 11))
    call.says("12月7日の11時に住民票")
    call.says("やっぱり12月4日で")
    assert anchor(call.state).earlier == (date(2026, 12, 7), date(2026, 12, 4))
    call.says("最初の月曜に戻してください")
    assert call.state.place is not None
    assert call.state.place.start == moment(12, 7, 11)


def test_the_day_behind_is_of_the_booking_of_which_it_is_asked_whether_it_moves():
    stands = Booking("4719", "juminhyo", moment(12, 2, 14))
    call = Conversation(moment(12, 3, 14), moment(11, 26, 14))
    call.calendar.standing = [stands]
    call.says("住民票をお願いします")
    assert call.state.phase is Phase.DUPLICATE
    assert (anchor(call.state).day, anchor(call.state).moves) == (DAY, True)
    call.says("水曜は行かれんのですよ。次の日の同じ時間に変えてもらえんですか")
    assert call.state.place is not None
    assert (call.state.booking, call.state.place.start) == (stands, moment(12, 3, 14))
