"""What was named with a wish to change or cancel tells which booking is meant and where it goes."""

from datetime import date, time

from dialog.calendar import Booking
from dialog.mentioned import Mentioned, mentioned
from nlu.meaning import DateSpan, Meaning, Scored, TimeSpan
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
