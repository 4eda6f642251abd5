"""Bookings that are only tried."""

import random
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from calendar_backend import (
    BadWish,
    CalendarError,
    NotBookable,
    OfficeCalendar,
    PlaceTaken,
    UnknownOffice,
    UnknownProcedure,
    load_into,
)
from calendar_backend.database import writing
from calendar_backend.rehearsal import Wish, rehearse
from tests.calendar_backend.small_office import NOW, at, small_office


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


def test_it_says_what_booking_then_says(engine: Engine, calendar: OfficeCalendar) -> None:
    rng = random.Random(7)
    small = small_office()
    procedures = [
        p.model_copy(update={"per_day": 9, "people": 2} if p.id == "both" else {}) for p in small.procedures
    ]
    load_into(engine, small.model_copy(update={"procedures": tuple(procedures)}))
    calendar.book("both", at("2026-12-04T09:00"), "", "CA1", NOW)
    wishes = [
        replace(
            wish(rng.choice(["short", "long", "both"]), "2026-12-04T09:00", str(n)),
            start=start,
            people=people,
        )
        for n in range(120)
        for start in [at("2026-12-04T08:00") + rng.randrange(40) * timedelta(minutes=15)]
        for people in [rng.choice([1, 1, 1, 2])]
    ]
    told = kinds(list(rehearse(engine, "small", wishes, NOW)))
    done: list[type[Exception] | None] = []
    for each in wishes:
        who = {"name": each.name, "people": each.people, "step": each.step}
        try:
            calendar.book(each.procedures, each.start, "", each.client, NOW, by_clerk=True, **who)  # type: ignore[arg-type]
            done.append(None)
        except CalendarError as error:
            done.append(type(error))
    assert told == done
    assert {None, PlaceTaken, NotBookable, BadWish} == set(done)
    again = kinds(list(rehearse(engine, "small", wishes, NOW)))
    assert [kind is None for kind in again] == [kind is None for kind in done]


def test_nobody_waits_for_it(engine: Engine, calendar: OfficeCalendar) -> None:
    with writing(engine):
        assert rehearse(engine, "small", [wish("short", "2026-12-04T10:00", "a")], NOW) == [None]


def test_a_clerk_is_not_bound_by_lead_and_horizon(engine: Engine) -> None:
    wishes = [wish("short", "2026-11-24T16:00", "a"), wish("short", "2027-06-01T10:00", "b")]
    assert rehearse(engine, "small", wishes, NOW) == [None, None]


def test_an_office_that_is_not_there_is_told(engine: Engine) -> None:
    with pytest.raises(UnknownOffice):
        rehearse(engine, "nowhere", [], NOW)
