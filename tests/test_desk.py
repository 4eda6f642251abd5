"""The office's desk between the conversation and the database."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest
from sqlalchemy import Engine

from calendar_backend import DEMO_OFFICE, OfficeCalendar, OfficeFile, load_into, load_office, open_database
from calendar_backend import Reason as Theirs
from dialog.calendar import (
    Availability,
    Booking,
    Calendar,
    Closure,
    Place,
    Reason,
    TooLate,
    TooMany,
    Unavailable,
)
from dialog.opening import Day
from nlu.lexicon import Term
from tests.calendar_backend.small_office import NOW, at, clock, on, small_office
from voicebot import desk


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(tmp_path / "calendar.db")
    load_into(engine, small_office())
    yield engine
    engine.dispose()


@pytest.fixture
def book(engine: Engine) -> Calendar:
    return desk.Desk(OfficeCalendar(engine, "small"))


def test_a_free_time_is_a_place(book: Calendar):
    found = book.find(("short",), NOW, on("2026-12-02"), clock("14:00"))
    assert found == Availability((Place(at("2026-12-02T14:00"), at("2026-12-02T14:15")),))


def test_a_closed_day_has_its_reason_and_the_nearest_places(book: Calendar):
    found = book.find(("short",), NOW, on("2027-01-11"), None)
    assert found.fitting == ()
    assert (found.reason, found.detail, found.detail_reading) == (Reason.CLOSED, "成人の日", "せいじんのひ")
    assert found.alternatives


def test_every_reason_that_finding_may_give_is_known_to_the_conversation():
    assert {reason.value for reason in Theirs} == {reason.value for reason in Reason}


def test_a_booking_has_a_number_of_four_digits(book: Calendar, engine: Engine):
    number = book.book(("short",), at("2026-12-02T14:00"), "+81935551234", "CA1", NOW)
    (row,) = OfficeCalendar(engine, "small").bookings()
    assert row.number == number
    assert (row.phone, row.start) == ("+81935551234", at("2026-12-02T14:00"))


def test_a_place_that_somebody_has_gives_no_number(book: Calendar):
    assert book.book(("short",), at("2026-12-02T14:00"), "", "CA1", NOW) is not None
    assert book.book(("short",), at("2026-12-02T14:00"), "", "CA2", NOW) is None


def test_a_call_that_holds_a_place_books_it_and_others_do_not_get_it(book: Calendar):
    start = at("2026-12-02T14:00")
    assert book.hold(("short",), start, "CA1", NOW)
    assert not book.hold(("short",), start, "CA2", NOW)
    assert book.book(("short",), start, "", "CA2", NOW) is None
    assert book.book(("short",), start, "", "CA1", NOW) is not None


def test_a_place_that_is_given_back_is_anybody_s(book: Calendar):
    start = at("2026-12-02T14:00")
    assert book.hold(("short",), start, "CA1", NOW)
    book.release("CA1", NOW)
    assert book.hold(("short",), start, "CA2", NOW)


def test_a_number_with_as_many_bookings_as_the_office_allows_gets_no_more(engine: Engine):
    load_into(engine, small_office(rules={"per_person": 1}))
    book = desk.Desk(OfficeCalendar(engine, "small"))
    assert book.book(("short",), at("2026-12-02T14:00"), "+81935551234", "CA1", NOW)
    with pytest.raises(TooMany):
        book.book(("short",), at("2026-12-02T15:00"), "+81935551234", "CA2", NOW)


def test_a_start_outside_the_hours_gives_no_number(book: Calendar):
    assert book.book(("short",), at("2026-12-02T20:00"), "", "CA1", NOW) is None


def test_a_database_that_is_gone_is_told_as_such(book: Calendar, tmp_path: Path):
    for file in tmp_path.glob("calendar.db*"):
        file.unlink()
    with pytest.raises(Unavailable):
        book.find(("short",), NOW, None, None)
    with pytest.raises(Unavailable):
        book.book(("short",), at("2026-12-02T14:00"), "", "CA1", NOW)


def test_a_procedure_the_database_does_not_have_is_trouble_and_no_crash(book: Calendar):
    with pytest.raises(Unavailable):
        book.find(("unheard-of",), NOW, None, None)


def test_the_demo_office_is_known_to_the_conversation_as_it_is_written():
    file = load_office(DEMO_OFFICE)
    known = desk.office(file, NOW.date())
    assert known.name.text == "小倉北区役所 市民課"
    assert [p.id for p in known.procedures] == [p.id for p in file.procedures]
    assert known.agent_phone == file.agent_phone
    assert (known.agent_from, known.agent_to) == (time(8, 30), time(17, 15))
    bring = known.procedure("juminhyo").bring
    assert bring is not None
    assert bring.text
    assert bring.reading
    assert known.procedure("juminhyo").hours == Term(
        "平日の、午前8時半から午後5時15分まで、木曜日は、午後7時まで",
        "へいじつの、ごぜんはちじはんからごごごじじゅうごふんまで、もくようびわ、ごごななじまで",
    )


def test_without_a_day_no_hours_are_known():
    assert desk.office(small_office()).procedures[0].hours is None


def test_the_hours_for_the_ear_span_all_counters():
    lexicon = desk.office(small_office()).lexicon
    assert (lexicon.opens, lexicon.closes) == (time(8, 30), time(19, 0))


def test_what_every_caller_hears_can_be_rendered_ahead():
    file = load_office(DEMO_OFFICE)
    sentences = desk.standing_sentences(desk.office(file))
    assert "小倉北区役所" in sentences[0].text
    heard = [s for s in sentences if s.key == "procedure_heard"]
    assert len(heard) == len(file.procedures)


def test_a_booking_is_found_by_its_phone_moved_and_cancelled(book: Calendar, engine: Engine):
    number = book.book(("short",), at("2026-12-02T14:00"), "+81935551234", "CA1", NOW)
    assert book.bookings("+81935559999", NOW) == ()
    (booking,) = book.bookings("+81935551234", NOW)
    assert booking == Booking(str(number), "short", at("2026-12-02T14:00"), end=at("2026-12-02T14:15"))
    assert book.change(booking, at("2026-12-02T15:00"), "+81935551234", "CA2", NOW)
    (moved,) = book.bookings("+81935551234", NOW)
    assert moved.start == at("2026-12-02T15:00")
    book.cancel(moved, "+81935551234", "CA3", NOW)
    assert book.bookings("+81935551234", NOW) == ()


def test_a_place_that_somebody_has_is_not_moved_to(book: Calendar):
    book.book(("short",), at("2026-12-02T15:00"), "", "CA0", NOW)
    book.book(("short",), at("2026-12-02T14:00"), "+81935551234", "CA1", NOW)
    (booking,) = book.bookings("+81935551234", NOW)
    assert not book.change(booking, at("2026-12-02T15:00"), "+81935551234", "CA2", NOW)
    assert book.bookings("+81935551234", NOW) == (booking,)


def test_a_booking_of_another_number_is_not_touched(book: Calendar):
    book.book(("short",), at("2026-12-02T14:00"), "+81935551234", "CA1", NOW)
    (booking,) = book.bookings("+81935551234", NOW)
    with pytest.raises(TooLate):
        book.cancel(booking, "+81935559999", "CA2", NOW)
    assert book.bookings("+81935551234", NOW) == (booking,)


def test_the_office_of_the_day_is_staffed_when_a_counter_is_open(book: Calendar):
    known = desk.office(small_office())
    assert book.office(known, at("2026-12-02T10:00")).staffed
    assert not book.office(known, at("2026-12-05T10:00")).staffed
    assert not book.office(known, at("2027-01-11T10:00")).staffed


def hours(book: Calendar, now: datetime = NOW) -> str:
    """What is told of the desk's weekly hours."""
    told = book.office(desk.office(small_office()), now).procedure("short").hours
    assert told
    return told.text


def day(book: Calendar, day: str, now: datetime = NOW) -> Day | None:
    opening = book.office(desk.office(small_office()), now).counters[0].open
    assert opening
    return opening.on(date.fromisoformat(day))


def desk_open(*week: dict[str, str]) -> OfficeFile:
    """The office with other hours at the desk."""
    first, *others = (counter.model_dump(by_alias=True) for counter in small_office().counters)
    return small_office(counters=[first | {"hours": list(week)}, *others])


WEEK = {"days": "月火水木金", "open": "8:30", "close": "17:15"}


def test_hours_are_those_of_the_office_as_it_was_loaded_last(book: Calendar, engine: Engine):
    assert hours(book) == "平日の、午前8時半から午後5時15分まで"
    load_into(engine, desk_open(WEEK | {"close": "16:00"}))
    assert hours(book) == "平日の、午前8時半から午後4時まで"
    load_into(engine, desk_open({"days": "月水", "open": "9:00", "close": "12:00"}))
    assert hours(book).startswith("月・水曜日は、午前9時")
    load_into(engine, small_office())
    assert hours(book) == "平日の、午前8時半から午後5時15分まで"


def test_hours_that_change_by_date_change_with_the_day_of_the_call(book: Calendar, engine: Engine):
    load_into(engine, desk_open(WEEK | {"to": "2026-11-30"}, WEEK | {"close": "16:00", "from": "2026-12-01"}))
    assert hours(book, at("2026-11-30T23:59")) == "平日の、午前8時半から午後5時15分まで"
    assert hours(book, at("2026-12-01T00:00")) == "平日の、午前8時半から午後4時まで"


def test_a_closure_is_known_to_the_next_call_and_so_is_its_end(book: Calendar, engine: Engine):
    other = OfficeCalendar(engine, "small")
    known = day(book, "2026-12-04")
    assert known
    assert known.spans == ((time(8, 30), time(17, 15)),)
    closure, _ = other.close(date(2026, 12, 4), "台風", "たいふう", NOW, by="clerk")
    assert day(book, "2026-12-04") == Day(date(2026, 12, 4), (), Term("台風", "たいふう"))
    other.reopen(closure.id, NOW, by="clerk")
    assert day(book, "2026-12-04") == known


def test_a_part_of_today_that_is_closed_is_known(book: Calendar, engine: Engine):
    times = (time(13), time(17, 15))
    OfficeCalendar(engine, "small").close(NOW.date(), "停電", "ていでん", NOW, by="clerk", times=times)
    known = day(book, "2026-11-24")
    assert known
    assert known.spans == ((time(8, 30), time(13)),)


def test_on_a_day_that_was_closed_nobody_is_there(book: Calendar, engine: Engine):
    known = desk.office(small_office())
    assert book.office(known, NOW).staffed
    OfficeCalendar(engine, "small").close(NOW.date(), "台風", "たいふう", NOW, by="clerk")
    assert not book.office(known, NOW).staffed


def test_other_names_and_procedures_are_known_too(book: Calendar, engine: Engine):
    known = desk.office(small_office())
    load_into(engine, small_office(name="新しい役所", reading="あたらしいやくしょ"))
    assert book.office(known, NOW).name == Term("新しい役所", "あたらしいやくしょ")


def test_a_database_that_is_away_leaves_the_office_as_it_was(book: Calendar, engine: Engine, tmp_path: Path):
    told = hours(book)
    engine.dispose()
    (tmp_path / "calendar.db").rename(tmp_path / "away.db")
    (tmp_path / "calendar.db").mkdir()
    assert hours(book) == told


def test_a_booking_that_cannot_be_kept_says_why(book: Calendar, engine: Engine):
    book.book(("short",), at("2026-12-04T14:00"), "+81935551234", "CA1", NOW)
    other, times = OfficeCalendar(engine, "small"), (time(13), time(17, 15))
    assert [one.closure for one in book.bookings("+81935551234", NOW)] == [None]
    closure, _ = other.close(date(2026, 12, 4), "停電", "ていでん", NOW, by="clerk", times=times)
    (found,) = book.bookings("+81935551234", NOW)
    assert found.closure == Closure(Term("停電", "ていでん"), times)
    assert book.booking(found.number, "+81935551234", NOW) == found
    assert book.bookings("+81935551234", at("2026-12-04T15:00")) == (found,)
    other.reopen(closure.id, NOW, by="clerk")
    assert [one.closure for one in book.bookings("+81935551234", NOW)] == [None]


def test_a_booking_outside_of_hours_that_have_changed_has_no_name_for_it(book: Calendar, engine: Engine):
    book.book(("short",), at("2026-12-04T17:00"), "+81935551234", "CA1", NOW)
    load_into(engine, desk_open(WEEK | {"close": "16:00"}))
    assert [one.closure for one in book.bookings("+81935551234", NOW)] == [Closure()]


def test_a_call_back_stands_on_the_list(book: Calendar, engine: Engine):
    book.ask_callback("+81935551234", "住民票", "CA1", NOW)
    (entry,) = OfficeCalendar(engine, "small").callbacks()
    assert (entry.phone, entry.about) == ("+81935551234", "住民票")


def test_two_procedures_are_one_visit_of_both_lengths(book: Calendar, engine: Engine):
    number = book.book(("short", "long"), at("2026-12-02T14:00"), "+81935551234", "CA1", NOW)
    (row,) = OfficeCalendar(engine, "small").bookings()
    assert (row.number, row.procedure_id, row.more_procedure_ids) == (number, "short", ("long",))
    (booking,) = book.bookings("+81935551234", NOW)
    assert (booking.procedure, booking.more) == ("short", ("long",))


def test_a_booking_is_found_by_both_its_numbers_and_by_neither_alone(book: Calendar):
    start = at("2026-12-02T14:00")
    number = book.book(("short",), start, "+81935551234", "CA1", NOW)
    assert number is not None
    assert book.booking(number, "+81935551234", NOW) == Booking(
        number, "short", start, end=at("2026-12-02T14:15")
    )
    assert book.booking(number, "+81935559999", NOW) is None
    assert book.booking(number, "", NOW) is None
    assert book.booking("0000", "+81935551234", NOW) is None
    assert book.booking(number, "+81935551234", start) is None


def test_a_place_for_two_takes_two_places_and_tells_so(tmp_path: Path):
    small = small_office()
    pairs = tuple(p.model_copy(update={"people": 2}) for p in small.procedures)
    wide = tuple(c.model_copy(update={"capacity": 3}) for c in small.counters)
    file = small.model_copy(update={"procedures": pairs, "counters": wide})
    engine = open_database(tmp_path / "pairs.db")
    load_into(engine, file)
    book, start = desk.Desk(OfficeCalendar(engine, "small")), at("2026-12-02T14:00")
    assert desk.office(file).procedure("short").people == 2
    assert book.hold(("short",), start, "CA1", NOW, people=2)
    assert not book.hold(("short",), start, "CA2", NOW, people=2)
    assert book.find(("short",), NOW, on("2026-12-02"), clock("14:00"), people=2).fitting == ()
    assert book.book(("short",), start, "+81935551234", "CA1", NOW, people=2)
    assert [b.people for b in book.bookings("+81935551234", NOW)] == [2]
    engine.dispose()
