"""Twenty written families: the guide's list is the one that was fixed for them."""

from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import Engine

from calendar_backend import DEMO_OFFICE, TOKYO, OfficeCalendar, OfficeFile, guide, load_into, load_office
from tests.calendar_backend.conftest import database, engine, path

__all__ = ["database", "engine", "path"]

FAMILIES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("families.yaml").read_text("utf-8"))
NOW = datetime(2026, 11, 24, 10, 0, tzinfo=TOKYO)


@pytest.fixture(scope="module")
def demo() -> OfficeFile:
    return load_office(DEMO_OFFICE)


def named(one: guide.ToDo) -> str:
    """As the families have it."""
    if one.procedure:
        return one.procedure.id
    assert one.elsewhere
    assert one.where
    return f"{one.elsewhere.text} → {one.where.text}"


def answered(office: OfficeFile, family: dict[str, Any]) -> guide.Result:
    """Answers what is asked, one by one; a family for which nothing was fixed fails."""
    event = guide.event(office, family["event"])
    assert event
    given: dict[str, tuple[str, ...]] = {}
    while question := guide.next_question(event, given):
        said = family["answers"][question.id]
        given = guide.answered(event, given | {question.id: tuple(said) or ("none",)})
        assert question.id in given, (question.id, said)
    return guide.result(office, event, given)


def test_there_are_twenty_of_them_for_all_eight_events(demo: OfficeFile) -> None:
    assert len(FAMILIES) == 20
    assert {family["event"] for family in FAMILIES} == {event.id for event in guide.events(demo)}
    assert len(demo.guide) == 8


@pytest.mark.parametrize("family", FAMILIES, ids=lambda family: family["id"])
def test_the_list_is_right(demo: OfficeFile, family: dict[str, Any]) -> None:
    found = answered(demo, family)
    assert [named(one) for one in found.to_do] == family["list"]
    assert [[procedure.id for procedure in visit] for visit in found.visits] == [family["visit"]]


def test_every_family_finds_a_time_for_its_visit(demo: OfficeFile, engine: Engine) -> None:
    """At the desks one after another, as the calendar has them."""
    load_into(engine, demo)
    calendar = OfficeCalendar(engine, demo.id)
    days = date(2026, 11, 25), date(2026, 11, 24) + timedelta(days=21)
    free = {
        family["id"]: any(day.times for day in calendar.availability(family["visit"], NOW, days=days))
        for family in FAMILIES
    }
    assert [family for family, found in free.items() if not found] == []
