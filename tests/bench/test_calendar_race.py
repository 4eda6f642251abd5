from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from bench import calendar, calendar_full, calendar_race
from bench.calendar_race import CAPACITY, Standing, Tally, places
from calendar_backend import DatabaseUnusable, OfficeCalendar, load_into, open_database
from calendar_backend.database import writing

STARTS = list(places(4))


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(tmp_path / "calendar.db")
    load_into(engine, calendar_race.office("race"))
    yield engine
    engine.dispose()


def test_bookers_as_many_as_places_fill_them_and_the_next_wins_nothing(engine: Engine):
    tallies = [calendar_race._booker(engine, n, "race", len(STARTS), 0) for n in range(CAPACITY + 1)]
    assert [len(tally.won) for tally in tallies] == [4, 4, 4, 0]
    assert [tally.attempts for tally in tallies] == [4, 4, 4, 4]
    assert calendar_race.standing(engine, "race", STARTS) == Standing(0, 0)


def test_a_booker_asks_a_database_again_that_was_too_busy(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    book, calls = OfficeCalendar.book_held, iter(range(1000))

    def busy_every_other_time(*given, **named):
        if next(calls) % 2 == 0:
            raise DatabaseUnusable("the database is locked")
        return book(*given, **named)

    monkeypatch.setattr(OfficeCalendar, "book_held", busy_every_other_time)
    tally = calendar_race._booker(engine, 1, "race", len(STARTS), 0)
    assert (len(tally.won), tally.gave_up, tally.unequal) == (4, 0, 0)
    assert tally.waited_out >= 4


def test_a_database_that_stays_away_is_told(engine: Engine, monkeypatch: pytest.MonkeyPatch):
    def away(*given, **named):
        raise DatabaseUnusable("the database is locked")

    monkeypatch.setattr(OfficeCalendar, "hold", away)
    with pytest.raises(DatabaseUnusable):
        calendar_race._booker(engine, 1, "race", 1, 0)


def test_holds_have_20_ms_and_bookings_40_where_they_are_judged():
    tally = Tally(hold_ms=[19.0] * 40, book_ms=[41.0] * 40)
    holds, bookings = calendar.times_rows("24 bookers", tally, judged=True)
    assert (holds.goal, holds.met) == ("<= 20 ms", True)
    assert (bookings.goal, bookings.met) == ("<= 40 ms", False)
    flat_out = calendar.times_rows("24 bookers", tally, judged=False)
    assert [(row.goal, row.met) for row in flat_out] == [("-", None)] * 2


def test_lost_places_and_cells_that_are_no_bookings_are_noticed(engine: Engine):
    calendar_race._booker(engine, 1, "race", len(STARTS), 0)
    assert calendar_race.standing(engine, "race", STARTS) == Standing(0, 2 * len(STARTS))
    with writing(engine) as connection:
        connection.execute(
            text("update cells set booking_id = (select max(id) from bookings) where slot = 0")
        )
        connection.execute(text("delete from cells where slot = 1"))
    assert calendar_race.standing(engine, "race", STARTS) == Standing(1, 2 * len(STARTS))


def test_a_full_city_has_as_many_bookings_as_asked_for_and_still_free_places(engine: Engine):
    offices = calendar_full.fill(engine, 700)
    found = calendar_full.find(engine, offices, 2)
    assert len(offices) == calendar_full.OFFICES
    assert found.bookings == 700
    assert found.cells == 1400
    assert found.places > 0
    assert any("PRIMARY KEY" in line for line in found.plan)
