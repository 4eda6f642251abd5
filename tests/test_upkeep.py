"""What the service does for the calendar from time to time."""

import asyncio
import logging
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine

from calendar_backend import CityCalendar, load_into, open_database
from calendar_backend.taking import HOLD
from tests.calendar_backend.small_office import NOW, at, small_office
from voicebot import upkeep

START = at("2026-12-04T10:00")


class Moments:
    """A clock that goes on a minute whenever it is asked; at the last of its moments it cancels who asks."""

    def __init__(self, count: int) -> None:
        self.left = count
        self.now_is = NOW

    def now(self):
        self.left -= 1
        if self.left < 0:
            raise asyncio.CancelledError
        self.now_is += timedelta(minutes=1)
        return self.now_is


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    engine = open_database(tmp_path / "calendar.db")
    load_into(engine, small_office())
    yield engine
    engine.dispose()


def keep_tending(city: CityCalendar, rounds: int) -> None:
    with pytest.raises(asyncio.CancelledError):
        asyncio.run(upkeep.keep_tending(city, Moments(rounds), every_s=0))


def test_a_hold_that_ran_out_is_put_away_and_one_that_has_not_is_left(engine: Engine):
    city = CityCalendar(engine)
    city.at("small").hold("short", START, NOW, client="CA1")
    assert upkeep.tend(city, NOW) == (0, 0)
    assert upkeep.tend(city, NOW + HOLD) == (1, 0)


def test_a_free_place_is_offered_to_who_waits_while_somebody_is_there_to_phone(engine: Engine):
    city = CityCalendar(engine)
    small = city.at("small")
    small.wait_for("short", "+819012340001", (START.date(), START.date()), NOW, by="CA1")
    assert upkeep.tend(city, NOW.replace(hour=2)) == (0, 0)
    assert upkeep.tend(city, NOW) == (0, 1)
    (entry,) = small.waiting("offered")
    assert entry.offered is not None


def test_it_goes_on_round_by_round_until_it_is_stopped(engine: Engine):
    city = CityCalendar(engine)
    city.at("small").hold("short", START, NOW, client="CA1")
    keep_tending(city, rounds=6)
    assert city.at("small").release_all("CA1", NOW) == 0


def test_a_database_that_is_away_is_told_once_and_tried_again(
    engine: Engine, tmp_path: Path, caplog: pytest.LogCaptureFixture
):
    city = CityCalendar(engine)
    engine.dispose()
    (tmp_path / "calendar.db").rename(tmp_path / "away.db")
    with caplog.at_level(logging.ERROR):
        keep_tending(city, rounds=3)
    assert len(caplog.records) == 1
    (tmp_path / "away.db").rename(tmp_path / "calendar.db")
    assert upkeep.tend(city, NOW) == (0, 0)


def test_what_is_done_once_a_day_is_done_once_a_day(engine: Engine):
    days: list[date] = []
    clock = Moments(20)
    clock.now_is = NOW.replace(hour=23, minute=50)

    async def go_on() -> None:
        await upkeep.keep_tending(CityCalendar(engine), clock, every_s=0, tidied=days.append)

    with pytest.raises(asyncio.CancelledError):
        asyncio.run(go_on())
    assert days == [date(2026, 11, 24), date(2026, 11, 25)]
