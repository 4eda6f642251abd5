"""The calendar of a replay: as it was told then, else as the office was open."""

from datetime import date, datetime, time, timedelta

import pytest

from calendar_backend import DEMO_OFFICE, load_office
from calendar_backend.tokyo import TOKYO
from dialog import events
from dialog.actions import Book, Change, FindBookings, FindPlaces, Hold
from dialog.calendar import Availability, Booking, Place, Reason, TooMany, Unavailable
from dialog.office import Office
from dialog.opening import Day, open_days
from nlu.lexicon import Term
from voicebot import desk
from voicebot.replay.book import Known, RecordedBook

NOW = datetime(2026, 11, 24, 10, tzinfo=TOKYO)
TUESDAY = date(2026, 12, 8)
SHUT = date(2026, 12, 9)


def office() -> Office:
    from dataclasses import replace

    def day(of: date) -> Day:
        if of == SHUT:
            return Day(of, (), Term("臨時休業", "りんじきゅうぎょう"))
        return Day(of, () if of.weekday() > 4 else ((time(9), time(12)), (time(13), time(17))))

    known = desk.office(load_office(DEMO_OFFICE))
    return replace(known, counters=tuple(replace(c, open=open_days(NOW.date(), day)) for c in known.counters))


def book(*known: Known) -> RecordedBook:
    return RecordedBook(events.CallStarted(NOW, office(), "+81935551234"), known)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), TOKYO)


def find(calendar: RecordedBook, day: date, *times: time) -> Availability:
    wish = (times[0], times[-1]) if times else None
    return calendar.at("").find(("juminhyo",), NOW, (day, day), wish)


def test_places_are_those_of_the_counters_hours():
    found = find(book(), TUESDAY)
    assert [place.start for place in found.fitting] == [
        at(TUESDAY, 9),
        at(TUESDAY, 9, 15),
        at(TUESDAY, 9, 30),
    ]
    assert find(book(), TUESDAY, time(12), time(13)).fitting[0].start == at(TUESDAY, 13)


@pytest.mark.parametrize(
    ("day", "times", "reason"),
    [
        (SHUT, (), Reason.CLOSED),
        (date(2026, 12, 12), (), Reason.CLOSED),
        (TUESDAY, (time(20),), Reason.OUTSIDE_HOURS),
        (date(2026, 11, 23), (), Reason.PAST),
        (date(2028, 1, 5), (), Reason.TOO_FAR),
    ],
)
def test_why_there_is_none_is_told_with_what_is_near(day: date, times: tuple[time, ...], reason: Reason):
    found = find(book(), day, *times)
    assert (found.fitting, found.reason) == ((), reason)
    assert found.alternatives


def test_a_closure_is_told_by_its_name():
    assert find(book(), SHUT).detail == "臨時休業"


def test_what_was_told_then_is_told_again():
    asked = FindPlaces(("juminhyo",), (TUESDAY, TUESDAY), None)
    then = Availability((Place(at(TUESDAY, 16)),))
    assert find(book(Known(asked, events.PlacesFound(NOW, then))), TUESDAY) == then


def test_what_was_full_then_is_full_for_a_wider_wish_too():
    asked = FindPlaces(("juminhyo",), (TUESDAY, TUESDAY), (time(9), time(9)))
    full = events.PlacesFound(NOW, Availability((), Reason.FULL))
    found = find(book(Known(asked, full)), TUESDAY)
    assert found.fitting[0].start == at(TUESDAY, 9, 15)


def test_a_place_that_went_to_somebody_else_is_gone():
    hold = Hold(("juminhyo",), at(TUESDAY, 10))
    calendar = book(Known(hold, events.PlaceTaken(NOW)))
    assert not calendar.at("").hold(("juminhyo",), at(TUESDAY, 10), "CA1", NOW)
    assert calendar.at("").hold(("juminhyo",), at(TUESDAY, 10, 15), "CA1", NOW)
    assert calendar.at("").book(("juminhyo",), at(TUESDAY, 10), "", "CA1", NOW) is None


def test_a_booking_has_the_number_that_it_had():
    asked = Book(("juminhyo",), at(TUESDAY, 10), "+81935551234")
    calendar = book(Known(asked, events.Booked(NOW, "4711")))
    assert calendar.at("").book(("juminhyo",), at(TUESDAY, 10), "+81935551234", "CA1", NOW) == "4711"
    assert calendar.unknown == []
    assert calendar.at("").book(("koseki",), at(TUESDAY, 10), "+81935551234", "CA1", NOW) == "1000"
    assert calendar.unknown == ["Book"]


def test_what_the_office_refused_is_refused():
    asked = Book(("juminhyo",), at(TUESDAY, 10))
    with pytest.raises(TooMany):
        book(Known(asked, events.TooMany(NOW))).at("").book(("juminhyo",), at(TUESDAY, 10), "", "CA1", NOW)
    stood = Booking("4711", "juminhyo", at(TUESDAY, 10))
    calendar = book(Known(Change(stood, at(TUESDAY, 11)), events.PlaceTaken(NOW)))
    assert not calendar.at("").change(stood, at(TUESDAY, 11), "", "CA1", NOW)


def test_a_calendar_that_was_away_is_away():
    calendar = book(Known(FindPlaces(("juminhyo",), (TUESDAY, TUESDAY), None), events.Trouble(NOW)))
    with pytest.raises(Unavailable):
        find(calendar, TUESDAY)


def test_the_callers_bookings_are_known_and_nobody_elses():
    stood = Booking("4711", "juminhyo", at(TUESDAY, 10), end=at(TUESDAY, 10) + timedelta(minutes=15))
    calendar = book(Known(FindBookings(), events.BookingsFound(NOW, (stood,))))
    assert calendar.bookings("+81935551234", NOW) == (stood,)
    assert calendar.bookings("+81930000000", NOW) == ()
    assert calendar.booking("4711", "+81935551234", NOW) == stood
    assert calendar.booking("4711", "+81930000000", NOW) is None
