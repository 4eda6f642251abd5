"""A caller in a process of its own."""

from multiprocessing.synchronize import Barrier

from calendar_backend import OfficeCalendar, PlaceTaken, open_database
from tests.calendar_backend.small_office import NOW, at


def race(calendar: OfficeCalendar, procedure: str, start: str, call_sid: str) -> str:
    """The booking number, or empty when somebody was first."""
    try:
        return calendar.book(procedure, at(start), "", call_sid, NOW).number
    except PlaceTaken:
        return ""


def open_and_race(database: str, barrier: Barrier, caller: int) -> None:
    """Opens the database when all are ready, then goes for two places."""
    barrier.wait(60)
    engine = open_database(database)
    calendar = OfficeCalendar(engine, "small")
    for start in ("2026-12-04T10:00", "2026-12-04T10:30"):
        race(calendar, "both", start, f"process-{caller}")
    engine.dispose()


def open_only(database: str, barrier: Barrier) -> None:
    """Creates or migrates the database when all are ready."""
    barrier.wait(60)
    open_database(database).dispose()
