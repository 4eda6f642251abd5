import pytest
from sqlalchemy import Engine, text

from calendar_backend import (
    DEMO_OFFICE,
    DatabaseUnusable,
    OfficeCalendar,
    UnknownProcedure,
    load_into,
    load_office,
    office_ids,
)
from calendar_backend.database import reading
from tests.calendar_backend.small_office import NOW, at, clock, full_disk, on, small_office


def test_what_was_loaded_comes_back_the_same(engine: Engine) -> None:
    demo = load_office(DEMO_OFFICE)
    assert load_into(engine, demo)
    assert OfficeCalendar(engine, demo.id).office == demo
    assert office_ids(engine) == (demo.id, "small")


def test_the_numbers_at_which_it_is_called_come_back_the_same(engine: Engine) -> None:
    load_into(engine, small_office(called=["+81933310001", "+81933310002"]))
    assert OfficeCalendar(engine, "small").office.called == ("+81933310001", "+81933310002")


def test_closed_and_open_days_come_back_the_same(engine: Engine) -> None:
    days = [
        {"date": "2027-03-28", "open": "9:00", "close": "12:00", "counters": ["wide", "desk"]},
        {"date": "2026-12-06", "open": "9:00", "close": "10:00", "counters": ["desk"]},
    ]
    closed = [{"date": day, "name": "休み", "reading": "やすみ"} for day in ("2027-02-08", "2026-12-25")]
    office = small_office(open_days=days, closed=closed)
    load_into(engine, office)
    assert OfficeCalendar(engine, "small").office == office


def test_loading_the_same_again_changes_nothing(engine: Engine) -> None:
    with reading(engine) as connection:
        before = connection.scalar(text("select revision from offices"))
    assert not load_into(engine, small_office())
    with reading(engine) as connection:
        assert connection.scalar(text("select revision from offices")) == before


def test_a_reload_changes_the_office_and_not_its_bookings(engine: Engine, calendar: OfficeCalendar) -> None:
    booking = calendar.book("both", at("2026-12-04T10:00"), "+819012340000", "CA1", NOW)
    name = {"name": "名", "reading": "な"}
    hours = [{"days": "金", "open": "9:00", "close": "12:00"}]
    counters = [{"id": "wide", **name, "capacity": 1, "hours": hours}]
    procedures = [
        {"id": "both", "name": "両方の名", "reading": "な", "counter": "wide", "duration_minutes": 60}
    ]
    assert load_into(engine, small_office(counters=counters, procedures=procedures))
    assert calendar.bookings() == [booking]
    found = calendar.find("both", NOW, on("2026-12-04"), clock("09:00", "12:00"))
    assert [f"{place.start:%H:%M}" for place in found.fitting] == ["09:00", "10:30", "11:00"]


def test_a_procedure_gone_from_the_file_is_no_longer_bookable_and_its_booking_stands(
    engine: Engine, calendar: OfficeCalendar
) -> None:
    booking = calendar.book("long", at("2026-12-04T10:00"), "", "CA1", NOW)
    whole = small_office()
    load_into(engine, whole.model_copy(update={"procedures": whole.procedures[:1]}))
    with pytest.raises(UnknownProcedure):
        calendar.find("long", NOW)
    assert calendar.bookings() == [booking]
    load_into(engine, whole)
    found = calendar.find("long", NOW, on("2026-12-04"), clock("10:00"))
    assert found.reason == "full"


def test_a_load_that_fails_leaves_the_office_as_it_was(engine: Engine) -> None:
    closed = [{"date": "2027-02-08", "name": "休み", "reading": "やすみ"}]
    with full_disk(engine, "closed_days"), pytest.raises(DatabaseUnusable, match="disk full"):
        load_into(engine, small_office(name="別の名前", closed=closed))
    assert OfficeCalendar(engine, "small").office == small_office()


def test_two_offices_keep_to_themselves(engine: Engine, calendar: OfficeCalendar) -> None:
    load_into(engine, small_office(id="other"))
    other = OfficeCalendar(engine, "other")
    here = calendar.book("short", at("2026-12-04T10:00"), "", "CA1", NOW)
    there = other.book("short", at("2026-12-04T10:00"), "", "CA1", NOW)
    assert (calendar.bookings(), other.bookings()) == ([here], [there])
