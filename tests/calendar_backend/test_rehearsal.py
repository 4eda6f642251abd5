"""Bookings that are only tried."""

import pytest
from sqlalchemy import Engine

from calendar_backend import NotBookable, OfficeCalendar, PlaceTaken, UnknownOffice, UnknownProcedure
from calendar_backend.rehearsal import Wish, rehearse
from tests.calendar_backend.small_office import NOW, at


def wish(procedure: str, start: str, client: str) -> Wish:
    return Wish((procedure,), at(start), "+81935551234", "", 1, client, "import")


def kinds(answers: list[Exception | None]) -> list[type[Exception] | None]:
    return [type(answer) if answer else None for answer in answers]


def test_what_would_happen_is_told_and_nothing_happens(engine: Engine, calendar: OfficeCalendar) -> None:
    calendar.book("short", at("2026-12-04T09:00"), "", "CA1", NOW)
    wishes = [
        wish("short", "2026-12-04T09:00", "a"),
        wish("short", "2026-12-04T10:00", "b"),
        wish("short", "2026-12-04T10:00", "c"),
        wish("short", "2026-12-05T10:00", "d"),
        wish("nothing", "2026-12-04T10:00", "e"),
        wish("both", "2026-12-04T10:00", "f"),
    ]
    expected = [PlaceTaken, None, PlaceTaken, NotBookable, UnknownProcedure, None]
    assert kinds(list(rehearse(engine, "small", wishes, NOW))) == expected
    assert len(calendar.bookings()) == 1
    assert kinds(list(rehearse(engine, "small", wishes, NOW))) == expected


def test_a_clerk_is_not_bound_by_lead_and_horizon(engine: Engine) -> None:
    wishes = [wish("short", "2026-11-24T16:00", "a"), wish("short", "2027-06-01T10:00", "b")]
    assert rehearse(engine, "small", wishes, NOW) == [None, None]


def test_an_office_that_is_not_there_is_told(engine: Engine) -> None:
    with pytest.raises(UnknownOffice):
        rehearse(engine, "nowhere", [], NOW)
