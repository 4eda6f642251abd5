from datetime import date, time

import pytest
from sqlalchemy import Engine, event

from calendar_backend import (
    BadWish,
    CityCalendar,
    FreeDay,
    UnknownBooking,
    UnknownOffice,
    UnknownProcedure,
    load_into,
)
from tests.calendar_backend.small_office import NOW, at, small_office

TEN = at("2026-12-04T10:00")
DAY = date(2026, 12, 4)
MORNING = (time(9, 45), time(10, 15))


@pytest.fixture
def city(engine: Engine) -> CityCalendar:
    load_into(engine, small_office(id="other"))
    return CityCalendar(engine)


def test_all_offices_are_there_by_id(city: CityCalendar) -> None:
    assert [office.id for office in city.offices()] == ["other", "small"]
    assert city.at("small").office == small_office()
    with pytest.raises(UnknownOffice, match="atlantis"):
        city.at("atlantis")


def test_free_places_of_all_offices_come_from_one_query(engine: Engine, city: CityCalendar) -> None:
    city.at("small").book("short", TEN, "", "CA1", NOW)
    city.availability("short", NOW)
    asked: list[str] = []
    event.listen(engine, "before_cursor_execute", lambda _c, _d, statement, *_: asked.append(statement))
    found = city.availability("short", NOW, (DAY, DAY), MORNING, office_ids=["other", "small"])
    assert [statement.split()[0] for statement in asked if statement != "BEGIN"] == ["SELECT"]
    quarters = (time(9, 45), time(10), time(10, 15))
    assert found == (FreeDay("other", DAY, quarters), FreeDay("small", DAY, (quarters[0], quarters[2])))


def test_it_agrees_with_each_office_over_all_days(city: CityCalendar) -> None:
    city.at("small").hold("long", TEN, NOW, client="CA1")
    each = [city.at(office).availability(["long", "both"], NOW) for office in ("other", "small")]
    assert city.availability(["long", "both"], NOW) == (*each[0], *each[1])


def test_an_office_that_changes_is_read_anew(engine: Engine, city: CityCalendar) -> None:
    city.availability("short", NOW, (DAY, DAY))
    closed = [{"date": "2026-12-04", "name": "休み", "reading": "やすみ"}]
    load_into(engine, small_office(closed=closed))
    assert [day.office_id for day in city.availability("short", NOW, (DAY, DAY))] == ["other"]


def test_offices_that_do_not_offer_it_are_left_out_unless_none_does(
    engine: Engine, city: CityCalendar
) -> None:
    whole = small_office(id="other")
    load_into(engine, whole.model_copy(update={"procedures": whole.procedures[:1]}))
    assert {day.office_id for day in city.availability("both", NOW)} == {"small"}
    with pytest.raises(UnknownProcedure, match="teleport"):
        city.availability("teleport", NOW)
    with pytest.raises(BadWish):
        city.availability("short", NOW, (DAY, date(2026, 12, 3)))


def test_a_booking_is_found_by_number_and_phone_at_whatever_office(city: CityCalendar) -> None:
    booking = city.at("small").book("short", TEN, "+819012340000", "CA1", NOW)
    assert city.look_up(booking.number, "+819012340000") == [booking]
    for number, phone in ((booking.number, "+819012340009"), (booking.number, ""), ("0000", "+819012340000")):
        with pytest.raises(UnknownBooking):
            city.look_up(number, phone)
