"""The figures keep up with the index, whoever changes it."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from dialog import events
from tests.archive.recorded import recorded
from tests.telephony.conftest import NOW
from voicebot.archive import day_figures
from voicebot.archive.indexing import catch_up, put
from voicebot.archive.tally import Tally
from voicebot.database import reading
from voicebot.database.tables import CallDayRow

TODAY = NOW.date()
HUNG_UP = events.HungUp(NOW)


@pytest.fixture
def calls(tmp_path: Path) -> Path:
    return tmp_path / "var" / "calls"


def found(engine: Engine, first: date = TODAY, last: date = TODAY) -> Tally:
    return day_figures.period(engine, first, last)


def stale(engine: Engine) -> list[str]:
    with reading(engine) as connection:
        return list(connection.execute(select(CallDayRow.day).where(CallDayRow.stale)).scalars())


def test_no_calls_no_figures(engine: Engine):
    assert found(engine) == Tally()
    assert found(engine, date(1, 1, 1), date(9999, 12, 31)) == Tally()


def test_a_call_is_counted_once_it_is_in_the_index_and_only_on_its_day(engine: Engine, calls: Path):
    put(engine, recorded(calls, "CA1", "住民票", HUNG_UP))
    put(engine, recorded(calls, "CA2", "住民票", began=NOW + timedelta(days=1)))
    assert found(engine).all.calls == 1
    assert found(engine).outcomes == {"abandoned": 1}
    assert found(engine, TODAY, TODAY + timedelta(days=1)).all.calls == 2
    assert found(engine, TODAY - timedelta(days=9), TODAY - timedelta(days=1)) == Tally()


def test_a_call_that_is_written_anew_is_not_counted_twice_and_one_that_is_gone_not_at_all(
    engine: Engine, calls: Path
):
    folder = recorded(calls, "CA1", "住民票", end=False)
    put(engine, folder)
    assert (found(engine).all.calls, found(engine).all.ended) == (1, 0)
    shutil.rmtree(folder)
    put(engine, recorded(calls, "CA1", "住民票"))
    assert (found(engine).all.calls, found(engine).all.ended) == (1, 1)
    assert list(catch_up(engine, calls, anew=True)) == [folder]
    assert found(engine).all.calls == 1
    shutil.rmtree(folder)
    put(engine, folder)
    assert found(engine).all.calls == 0


def test_after_the_index_was_brought_up_no_day_waits_to_be_added_up(engine: Engine, calls: Path):
    for day in range(3):
        recorded(calls, f"CA{day}", "住民票", began=NOW + timedelta(days=day))
    list(catch_up(engine, calls))
    assert stale(engine) == []
    with reading(engine) as connection:
        assert len(connection.execute(select(CallDayRow.day)).all()) == 3


def test_only_the_days_that_changed_are_added_up_anew(engine: Engine, calls: Path):
    for day in range(3):
        recorded(calls, f"CA{day}", "住民票", began=NOW + timedelta(days=day))
    list(catch_up(engine, calls))
    put(engine, recorded(calls, "CA9", "住民票"))
    assert stale(engine) == [TODAY.isoformat()]
    assert found(engine).all.calls == 2
    assert stale(engine) == []


def test_figures_that_are_looked_at_while_calls_come_in_miss_none(engine: Engine, calls: Path):
    folders = [recorded(calls, f"CA{number}", "住民票") for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        coming = [pool.submit(put, engine, folder) for folder in folders]
        looking = [pool.submit(found, engine) for _ in range(12)]
        for one in (*coming, *looking):
            one.result()
    assert found(engine).all.calls == 12
