"""Simulated days at a counter, what others would tell, and the race for the last place."""

import random
from datetime import date
from pathlib import Path

from bench import waiting_race, waiting_rivals, waiting_world
from bench.waiting import Teller
from bench.waiting_world import OPENS, Day, Office, Person
from calendar_backend import open_database

MONDAY = date(2026, 3, 2)


def test_a_day_calls_everybody_once_and_is_the_same_for_the_same_seed() -> None:
    days = []
    for _ in range(2):
        rng, came = random.Random(5), list[int]()
        called = waiting_world.run(
            Office.drawn(rng), MONDAY, rng, lambda day, one, came=came: came.append(one.number)
        )
        days.append([(one.number, one.called) for one in called])
        assert len(days[-1]) > 30
        assert len({one.number for one in called}) == len(called)
        assert {one.number for one in called} <= set(came)
        assert all(one.called is not None and one.called >= max(one.came, OPENS) for one in called)
    assert days[0] == days[1]


def test_more_come_on_mondays_after_holidays_at_month_ends_and_in_spring() -> None:
    ordinary = waiting_world.arrival_factor(date(2026, 5, 13))
    for busier in (date(2026, 5, 11), date(2026, 5, 7), date(2026, 5, 29), date(2026, 3, 25)):
        assert waiting_world.arrival_factor(busier) > ordinary


def test_everybody_who_has_to_wait_is_told_and_what_came_of_it_is_learnt() -> None:
    rng = random.Random(7)
    teller, office = Teller(), Office.drawn(rng)
    told = teller.day(office, 0, MONDAY, rng)
    assert len(told) > 10
    assert len(teller.kept) == len(told)
    assert len(teller.served) >= len(told)


def test_people_before_times_the_mean() -> None:
    assert (waiting_rivals.by_mean(4, 10.0), waiting_rivals.by_mean(4, 10.0, 2)) == (40.0, 20.0)


def test_zms_gives_out_slots_to_bookings_at_their_time_and_walk_ins_between() -> None:
    found = waiting_rivals.zms([1, 2, 3], [(15.0, 9)], mean=10.0, desks=1)
    assert found == {1: (0.0, 10.0), 2: (8.0, 20.0), 9: (16.0, 30.0), 3: (24.0, 40.0)}


def test_the_last_place_goes_to_one(tmp_path: Path) -> None:
    engine = open_database(tmp_path / "race.db")
    found = waiting_race.race(engine, 6)
    engine.dispose()
    assert (found.rounds, found.doubly, found.lost) == (6, 0, 0)
    assert sum(found.winners.values()) == 6


def test_a_booking_is_in_the_line_with_its_place() -> None:
    person = Person(3, "short", 8.0, place=OPENS + 30, booked=True, came=OPENS + 20.0)
    day = Day(MONDAY, [], line=[person])
    assert day.line[0].in_line(MONDAY).turn == waiting_world.moment(MONDAY, 9 * 60)
