"""What an office asks besides: in its file, and with a booking."""

from pathlib import Path

import pytest
from pydantic import ValidationError
from sqlalchemy import Engine

from calendar_backend import BadWish, OfficeCalendar, load_into, load_office
from calendar_backend.office_dump import dump_office
from tests.calendar_backend.small_office import NOW, at, small_office

TEN, ELEVEN = at("2026-12-04T10:00"), at("2026-12-04T11:00")
HOME = "+81935551234"
ENGLISH = {"interpreter": "en"}


@pytest.fixture
def helpful(engine: Engine) -> OfficeCalendar:
    load_into(engine, small_office(rules={"asks": {"interpreter": ["en", "zh"]}}))
    return OfficeCalendar(engine, "small")


def test_the_office_is_read_back_as_it_was_written(helpful: OfficeCalendar, tmp_path: Path) -> None:
    office = small_office(rules={"asks": {"interpreter": ["en", "zh"]}})
    assert helpful.office == office
    assert "  asks: {interpreter: [en, zh]}\n" in dump_office(office)
    file = tmp_path / "office.yaml"
    file.write_text(dump_office(office), encoding="utf-8")
    assert load_office(file) == office


@pytest.mark.parametrize(
    "asks",
    [
        {"interpretor": ["en"]},
        {"interpreter": ["klingon"]},
        {"interpreter": []},
        {"interpreter": ["en", "en"]},
        {"interpreter": ["en", "zh", "ko", "vi", "ne", "tl", "id", "my", "th"]},
    ],
)
def test_what_cannot_be_asked_is_refused(asks: dict[str, list[str]]) -> None:
    with pytest.raises(ValidationError):
        small_office(rules={"asks": asks})


def test_an_answer_stays_with_the_booking_when_it_moves(helpful: OfficeCalendar) -> None:
    booked = helpful.book("short", TEN, HOME, "CA1", NOW, details=ENGLISH)
    moved = helpful.change(booked.number, HOME, ELEVEN, NOW)
    assert (booked.details, moved.details) == (ENGLISH, ENGLISH)
    assert helpful.look_up(booked.number, HOME).details == ENGLISH
    assert helpful.look_up(booked.number, HOME).as_row()["details"] == ENGLISH


def test_a_hold_is_booked_with_the_answer(helpful: OfficeCalendar) -> None:
    held = helpful.hold("short", TEN, NOW, client="web")
    booked = helpful.book_held(held.token, HOME, NOW, details={"interpreter": "none"})
    assert helpful.look_up(booked.number, HOME).details == {"interpreter": "none"}


def test_a_calls_own_hold_is_booked_with_the_answer(helpful: OfficeCalendar) -> None:
    helpful.hold_only("short", TEN, NOW, client="CA1")
    booked = helpful.book("short", TEN, HOME, "CA1", NOW, details=ENGLISH)
    assert helpful.look_up(booked.number, HOME).details == ENGLISH


@pytest.mark.parametrize("details", [{"interpreter": "vi"}, {"wheelchair": "one"}])
def test_what_the_office_does_not_offer_is_not_booked(
    helpful: OfficeCalendar, details: dict[str, str]
) -> None:
    with pytest.raises(BadWish):
        helpful.book("short", TEN, HOME, "CA1", NOW, details=details)
    assert helpful.bookings() == []


def test_a_booking_without_an_answer_has_none(helpful: OfficeCalendar) -> None:
    assert helpful.book("short", TEN, HOME, "CA1", NOW).details == {}
