"""What was named with a wish to change or cancel tells which booking is meant and where it goes."""

from datetime import date, time

from dialog.calendar import Booking
from dialog.mentioned import Mentioned, mentioned
from nlu.meaning import DateSpan, Excluded, Meaning, Moved, Scored, TimeSpan
from nlu.question import Expect
from tests.dialog.conversation import moment

CERTIFICATE = Booking("1000", "juminhyo", moment(12, 1, 10))
PENSION = Booking("1001", "nenkin", moment(12, 3, 14), ("hoken",))
BOTH = (CERTIFICATE, PENSION)
FIRST, FOURTH = (DateSpan(date(2026, 12, n), date(2026, 12, n)) for n in (1, 4))
THREE = TimeSpan(time(15), time(15))


def test_the_booking_is_named_by_what_it_is_for_before_its_day():
    assert Mentioned(procedures=("nenkin",), days=(FIRST,)).meant(BOTH) == (PENSION,)
    assert Mentioned(procedures=("hoken",)).meant(BOTH) == (PENSION,)
    assert Mentioned(days=(FIRST,)).meant(BOTH) == (CERTIFICATE,)


def test_where_none_is_named_all_may_be_meant():
    assert Mentioned(procedures=("koseki",), days=(FOURTH,)).meant(BOTH) == BOTH


def test_the_day_that_is_not_its_own_is_the_new_one():
    assert Mentioned(days=(FIRST, FOURTH)).new_day(CERTIFICATE) == FOURTH
    assert Mentioned(days=(FIRST,)).new_day(CERTIFICATE) is None


def test_a_time_alone_is_one_of_its_own_day():
    named = Mentioned(times=(THREE,))
    assert named.new_time(CERTIFICATE) == THREE
    assert named.new_day(CERTIFICATE) == FIRST
    assert Mentioned(times=(TimeSpan(time(10), time(10)),)).new_day(CERTIFICATE) is None


def test_of_readings_the_best_counts_and_all_that_are_as_clear():
    said = Meaning(dates=(Scored(FIRST, 0.76), Scored(FOURTH, 0.76)), times=(Scored(THREE, 0.3),))
    assert mentioned(said) == Mentioned(days=(FIRST, FOURTH))
    one = Meaning(dates=(Scored(FIRST, 0.85), Scored(FOURTH, 0.7)))
    assert mentioned(one) == Mentioned(days=(FIRST,))


def test_what_is_named_to_stay_stays():
    kept = Mentioned(days=(FOURTH,), unchanged=(Expect.TIME,))
    assert (kept.new_day(CERTIFICATE), kept.new_time(CERTIFICATE)) == (FOURTH, TimeSpan(time(10), time(10)))
    assert Mentioned(unchanged=(Expect.DATE,)).new_day(CERTIFICATE) == FIRST


def test_a_booking_moves_so_far_from_where_it_is():
    half_an_hour = Mentioned(moved=Moved(minutes=30))
    assert half_an_hour.new_day(CERTIFICATE) == FIRST
    assert half_an_hour.new_time(CERTIFICATE) == TimeSpan(time(10, 30), time(10, 30))
    three_days = Mentioned(moved=Moved(days=3), times=(THREE,))
    assert (three_days.new_day(CERTIFICATE), three_days.new_time(CERTIFICATE)) == (FOURTH, THREE)


def test_another_comes_in_the_place_of_what_the_booking_is_for_where_both_are_named():
    assert Mentioned(procedures=("juminhyo", "koseki")).instead(CERTIFICATE) == ("koseki",)
    assert Mentioned(procedures=("koseki",), dropped=("juminhyo",)).instead(CERTIFICATE) == ("koseki",)
    assert Mentioned(procedures=("koseki",)).instead(CERTIFICATE) == ()
    assert Mentioned(procedures=("juminhyo",)).instead(CERTIFICATE) == ()


def test_what_is_named_anew_counts_before_what_was_named_first():
    first = Mentioned(procedures=("nenkin",), times=(THREE,))
    both = Mentioned(days=(FOURTH,), procedures=("juminhyo",)).beside(first)
    assert both == Mentioned(procedures=("juminhyo",), days=(FOURTH,), times=(THREE,))


def test_what_it_is_for_is_another_where_day_and_time_are_to_stay():
    stays = (Expect.DATE, Expect.TIME)
    assert Mentioned(procedures=("koseki",), unchanged=stays).instead(CERTIFICATE) == ("koseki",)
    assert Mentioned(procedures=("koseki",), unchanged=stays[:1]).instead(CERTIFICATE) == ()


def test_a_booking_that_stays_is_not_meant_though_it_is_named():
    assert Mentioned(procedures=("juminhyo",), staying=("juminhyo",)).meant(BOTH) == (PENSION,)


def test_a_day_that_cannot_be_is_the_bookings_own():
    assert Mentioned(excluded=(Excluded(days=FIRST),)).meant(BOTH) == (CERTIFICATE,)
    assert Mentioned(excluded=(Excluded(weekday=3),)).meant(BOTH) == (PENSION,)


def test_a_name_in_passing_tells_which_where_nothing_is_named():
    assert Mentioned(touched=("nenkin",)).meant(BOTH) == (PENSION,)
    assert Mentioned(procedures=("juminhyo",), touched=("nenkin",)).meant(BOTH) == (CERTIFICATE,)


def test_what_it_is_for_may_be_named_in_passing_where_another_takes_its_place():
    assert Mentioned(procedures=("koseki",), touched=("juminhyo",)).instead(CERTIFICATE) == ("koseki",)
    assert Mentioned(procedures=("koseki",), touched=("nenkin",)).instead(CERTIFICATE) == ()
    assert Mentioned(touched=("juminhyo",)).instead(CERTIFICATE) == ()
