"""Several offices on one database."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from calendar_backend import OfficeCalendar, OfficeFileError, load_into, open_database
from calendar_backend.office_dump import dump_office
from dialog.calendar import Booking, Closure
from dialog.city import city
from nlu.lexicon import Term
from tests.calendar_backend.small_office import NOW, at, clock, on, small_office
from voicebot import desks
from voicebot.chat.failing import FailingCalendars
from voicebot.desks import Desks

EAST = small_office(id="east", called=["+81933310001"])
WEST = small_office(id="west")
START = at("2026-12-02T14:00")
PHONE = "+81935551234"


@pytest.fixture
def both(tmp_path: Path) -> Iterator[Desks]:
    engine = open_database(tmp_path / "calendar.db")
    yield Desks(desks.open_all(engine, (EAST, WEST)))
    engine.dispose()


def test_every_office_has_its_own_places(both: Desks):
    for _ in range(9):
        both.at("east").book(("short",), START, PHONE, f"CA{_}", NOW)
    assert not both.at("east").find(("short",), NOW, on("2026-12-02"), clock("14:00")).fitting
    assert both.at("west").find(("short",), NOW, on("2026-12-02"), clock("14:00")).fitting


def test_bookings_of_all_offices_are_found_with_their_office(both: Desks):
    later = at("2026-12-03T10:00")
    in_east = both.at("east").book(("short",), later, PHONE, "CA1", NOW)
    in_west = both.at("west").book(("short",), START, PHONE, "CA2", NOW)
    assert in_east
    assert in_west
    wanted = (
        Booking(in_west, "short", START, office="west", end=at("2026-12-02T14:15")),
        Booking(in_east, "short", later, office="east", end=at("2026-12-03T10:15")),
    )
    assert both.bookings(PHONE, NOW) == wanted
    assert both.booking(in_east, PHONE, NOW) in wanted
    assert both.booking("1000", "+81935550000", NOW) is None


def test_an_office_that_is_not_served_is_no_office(both: Desks):
    with pytest.raises(KeyError):
        both.at("north")


def test_the_number_called_says_which_office_it_is(both: Desks):
    served = desks.offices((EAST, WEST), NOW.date())
    office, offices = desks.phoned(served, "+81933310001", both, NOW)
    assert (office.id, [one.id for one in offices]) == ("east", ["east", "west"])
    for called in ("+81939999999", ""):
        office, offices = desks.phoned(served, called, both, NOW)
        assert office == city(offices)
    office, offices = desks.phoned(served[1:], "+81933310001", both, NOW)
    assert (office.id, offices) == ("west", ())


def test_offices_are_known_with_the_days_on_which_they_open(both: Desks):
    served = desks.offices((EAST, WEST), NOW.date())
    _, offices = desks.phoned(served, "", both, NOW)
    assert all(counter.open for office in offices for counter in office.counters)
    assert replace(offices[0], counters=()) == replace(served[0], counters=())


def test_the_city_knows_each_office_as_it_is_now_and_which_bookings_cannot_be_kept(
    both: Desks, tmp_path: Path
):
    number = both.at("west").book(("short",), START, PHONE, "CA1", NOW)
    served = desks.offices((EAST, WEST), NOW.date())
    begun = desks.started(served, "", PHONE, both, NOW, 5.5)
    assert begun.affected == ()
    engine = open_database(tmp_path / "calendar.db")
    OfficeCalendar(engine, "west").close(START.date(), "台風", "たいふう", NOW, by="clerk")
    load_into(engine, small_office(id="east", called=["+81933310002"]))
    engine.dispose()
    begun = desks.started(served, "+81933310002", PHONE, both, NOW, 5.5)
    assert begun.office.id == "east"
    east, west = (office.counters[0].open for office in begun.offices)
    assert east
    assert west
    assert (east.on(START.date()) != west.on(START.date()), west.on(START.date()).why) == (  # type: ignore[union-attr]
        True,
        Term("台風", "たいふう"),
    )
    (shut,) = begun.affected
    assert (shut.number, shut.office, shut.closure) == (number, "west", Closure(Term("台風", "たいふう")))
    assert desks.started(served, "", "", both, NOW, 5.5).affected == ()


def test_a_call_begins_also_while_the_calendar_is_down(both: Desks):
    failing = FailingCalendars(both)
    served = desks.offices((EAST, WEST), NOW.date())
    failing.down = True
    begun = desks.started(served, "", PHONE, failing, NOW, 5.5)
    assert (begun.offices, begun.affected) == (served, ())


def test_two_files_of_one_office_or_with_one_number_are_told(tmp_path: Path):
    first, second = tmp_path / "a.yaml", tmp_path / "b.yaml"
    first.write_text(dump_office(EAST), "utf-8")
    second.write_text(dump_office(small_office(id="west", called=["+81933310001"])), "utf-8")
    with pytest.raises(OfficeFileError, match=r"a.yaml.*id「east」の役所が2つ"):
        desks.load((str(first), str(first)))
    with pytest.raises(OfficeFileError, match=r"b.yaml.*「\+81933310001」は、ほかの役所にも"):
        desks.load((str(first), str(second)))
    second.write_text(dump_office(WEST).replace("name: 長い名", "name: 係員"), "utf-8")
    with pytest.raises(OfficeFileError, match=r"b.yaml \d+行目: 「係員」は.*使えません"):
        desks.load((str(first), str(second)))
    second.write_text(dump_office(WEST), "utf-8")
    assert desks.load((str(first), str(second))) == (EAST, WEST)
