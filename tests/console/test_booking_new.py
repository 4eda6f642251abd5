"""A clerk books for somebody at the counter or on the telephone."""

import re

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, load_into
from tests.calendar_backend.small_office import NOW, at, small_office
from tests.console.booked import (
    DAY,
    NAME,
    PHONE,
    SHOWN,
    book,
    calendar,
    clerk,
    day,
    deeds,
    hidden,
    plain,
)
from tests.console.conftest import Browser

__all__ = ["calendar", "clerk"]


WISH = f"procedure=short&day={DAY}&people=1"


def new(browser: Browser, start: str = f"{DAY}T10:00", page: str = "", **other: str):
    page = page or browser.get(f"/console/bookings/new?{WISH}").text
    fields = {
        name: hidden(page, name) for name in ("form_token", "office", "procedure", "people", "day", "step")
    }
    return browser.send(
        "/console/bookings/new", **(fields | {"start": start, "phone": SHOWN, "name": NAME} | other)
    )


def test_a_clerk_books_for_somebody(clerk: Browser, engine: Engine, calendar: OfficeCalendar):
    answer = new(clerk)
    (booking,) = calendar.bookings()
    assert answer.headers["location"].startswith(f"/console/bookings/{booking.number}?office=small")
    assert (booking.phone, booking.name, booking.start) == (PHONE, NAME, at(f"{DAY}T10:00"))
    assert deeds(engine) == [("clerk", "booking.book", f"booking:small/{booking.number}")]
    assert "clerk" in plain(clerk.get(f"/console/bookings/{booking.number}").text)


def test_the_same_form_sent_twice_books_once(clerk: Browser, calendar: OfficeCalendar):
    page = clerk.get(f"/console/bookings/new?{WISH}").text
    assert {new(clerk, page=page).headers["location"] for _ in range(2)} == {
        f"/console/bookings/{calendar.bookings()[0].number}?office=small&told=booking_made"
    }
    assert len(calendar.bookings()) == 1


def test_a_second_booking_of_a_person_is_made_on_purpose_only(clerk: Browser, calendar: OfficeCalendar):
    first = book(calendar)
    answer = new(clerk, f"{DAY}T14:00")
    assert answer.status_code == 409
    assert f"/console/bookings/{first.number}?" in answer.text
    assert hidden(answer.text, "phone") if 'name="phone" value' in answer.text else SHOWN in answer.text
    assert len(calendar.bookings()) == 1
    assert new(clerk, f"{DAY}T14:00", second="yes").status_code == 303
    assert len(calendar.bookings()) == 2


@pytest.mark.parametrize("phone", ["", "12", "093-555", "非通知", "+1", "0" * 70, "093-555-1234 内線 5"])
def test_without_a_telephone_number_nothing_is_booked_and_nothing_typed_is_lost(
    clerk: Browser, calendar: OfficeCalendar, phone: str
):
    answer = new(clerk, phone=phone)
    assert answer.status_code == 422
    assert NAME in answer.text
    assert f'value="{DAY}T10:00" required checked' in answer.text
    assert calendar.bookings() == []


@pytest.mark.parametrize(
    ("phone", "told"),
    [
        ("", "電話番号を入れてください。"),
        ("　", "電話番号を入れてください。"),
        ("非通知", "非通知では受けられません。"),
        ("abc", ">電話番号として読めません。"),
        ("12", "電話番号は折り返しのできない番号です。"),
        ("0935551", "電話番号は使われていない番号です。"),
    ],
)
def test_why_a_telephone_number_is_none_is_a_plain_sentence(clerk: Browser, phone: str, told: str):
    assert told in new(clerk, phone=phone).text


@pytest.mark.parametrize("name", ["123456789012", "1234-5678-9018", "１２３４　５６７８　９０１２", "ヤマダ 1234ー5678ー9012"])  # fmt: skip
@pytest.mark.parametrize(("language", "told"), [("ja", "12桁の番号"), ("en", "twelve digits")])
def test_a_my_number_is_refused_as_a_name(
    clerk: Browser, calendar: OfficeCalendar, name: str, language: str, told: str
):
    clerk.get(f"/language/{language}")
    answer = new(clerk, name=name)
    assert (answer.status_code, told in answer.text) == (422, True)
    assert re.search(r'id="name"[^>]*aria-invalid="true"', answer.text)
    assert SHOWN in answer.text
    assert calendar.bookings() == []


@pytest.mark.parametrize("name", ["x" * 61, "ヤマダ\u202eタロウ", "a\x07b"])
def test_a_name_that_cannot_be_kept_is_told(clerk: Browser, calendar: OfficeCalendar, name: str):
    assert new(clerk, name=name).status_code == 422
    assert calendar.bookings() == []


def test_a_hostile_name_is_a_name(clerk: Browser, calendar: OfficeCalendar):
    assert new(clerk, name="<b>=1+1</b>").status_code == 303
    assert calendar.bookings()[0].name == "<b>=1+1</b>"
    assert "<b>=1" not in day(clerk)


@pytest.mark.parametrize(
    "start", ["2026-12-05T10:00", "2026-11-24T09:00", "2026-12-04T19:00", "2026-12-04T10:07"]
)
def test_a_place_that_there_is_not_is_not_booked(clerk: Browser, calendar: OfficeCalendar, start: str):
    answer = new(clerk, start)
    assert answer.status_code == 409
    assert_kept(answer.text)
    assert calendar.bookings() == []


def assert_kept(page: str) -> None:
    """The form has what was typed of the visitor."""
    assert re.search(rf'id="phone"[^>]* value="{SHOWN}"', page)
    assert re.search(rf'id="name"[^>]* value="{NAME}"', page)


def test_a_day_closed_meanwhile_loses_nothing_typed_and_another_is_chosen(
    clerk: Browser, engine: Engine, calendar: OfficeCalendar
):
    base = small_office()
    family = base.procedures[2].model_copy(update={"people": 2})
    load_into(engine, base.model_copy(update={"procedures": (*base.procedures[:2], family)}))
    wish = f"procedure=both&day={DAY}&people=2"
    page = clerk.get(f"/console/bookings/new?{wish}").text
    assert 'name="look"' not in page
    calendar.close(at(f"{DAY}T00:00").date(), "台風", "たいふう", NOW, by="clerk:other")
    answer = new(clerk, page=page)
    assert answer.status_code == 409
    assert "この日は窓口が開いていません（台風）。" in answer.text
    assert_kept(answer.text)
    assert 'name="look" value="2026-12-07" formnovalidate' in answer.text
    other = new(clerk, "", page=answer.text, look="2026-12-07")
    assert other.status_code == 200
    assert_kept(other.text)
    assert calendar.bookings() == []
    assert new(clerk, "2026-12-07T10:00", page=other.text).status_code == 303
    (booking,) = calendar.bookings()
    assert (booking.people, booking.name) == (2, NAME)


@pytest.mark.parametrize(
    ("day", "told"),
    [("2026-12-07", "（停電）"), ("2026-12-05", "（土日）"), ("2026-12-31", "（年末年始）")],
)
def test_why_a_day_is_closed_is_told_where_one_books(
    clerk: Browser, calendar: OfficeCalendar, day: str, told: str
):
    calendar.close(
        at("2026-12-07T00:00").date(), "停電", "ていでん", NOW, by="clerk:other", counter_id="desk"
    )
    page = clerk.get(f"/console/bookings/new?procedure=short&day={day}").text
    assert f"この日は窓口が開いていません{told}" in page
    page = clerk.get("/console/bookings/new?procedure=both&day=2026-12-07").text
    assert "この日は窓口が開いていません" not in page


def test_a_place_that_went_meanwhile_is_told_and_others_are_offered(clerk: Browser, calendar: OfficeCalendar):
    page = clerk.get(f"/console/bookings/new?{WISH}").text
    book(calendar, phone="+81935550000")
    answer = new(clerk, page=page)
    assert answer.status_code == 409
    assert "もう埋まっています" in answer.text
    assert f'value="{DAY}T10:15"' in answer.text


@pytest.mark.parametrize("other", [{"step": ""}, {"step": "x"}, {"start": "x"}, {"day": "x"}])  # fmt: skip
def test_a_forged_wish_is_refused(clerk: Browser, calendar: OfficeCalendar, other: dict[str, str]):
    assert new(clerk, **other).status_code == 400
    assert calendar.bookings() == []


@pytest.mark.parametrize("people", ["0", "2", "21", "100", "1e9", "", "ふたり", "-1"])
@pytest.mark.parametrize(("language", "told"), [("ja", "一度に1人までです。"), ("en", "is for 1 at most.")])
def test_how_many_may_come_is_told_at_the_field(
    clerk: Browser, calendar: OfficeCalendar, people: str, language: str, told: str
):
    clerk.get(f"/language/{language}")
    page = clerk.get(f"/console/bookings/new?procedure=short&day={DAY}&people={people}")
    assert (page.status_code, told in page.text) == (422, True)
    assert re.search(rf'id="people"[^>]* value="{people}"[^>]*\saria-describedby="people-wrong ', page.text)
    assert '<option value="short" selected>' in page.text
    sent = new(clerk, people=people)
    assert (sent.status_code, told in sent.text) == (422, True)
    assert_kept(sent.text)
    assert calendar.bookings() == []


@pytest.mark.parametrize("people", ["2", "２", " ２　"])
def test_people_are_counted_in_either_kind_of_digits(
    clerk: Browser, engine: Engine, calendar: OfficeCalendar, people: str
):
    base = small_office()
    family = base.procedures[2].model_copy(update={"people": 2})
    load_into(engine, base.model_copy(update={"procedures": (*base.procedures[:2], family)}))
    page = clerk.get(f"/console/bookings/new?procedure=both&day={DAY}&people={people}").text
    assert new(clerk, page=page).status_code == 303
    assert calendar.bookings()[0].people == 2


@pytest.mark.parametrize(
    "query", ["procedure=nothing", "procedure=short&procedure=short", "procedure=short&people=5"]
)
def test_a_wish_that_makes_no_sense_is_told(clerk: Browser, query: str):
    assert clerk.get(f"/console/bookings/new?{query}").status_code == 422


def test_a_clerk_may_book_today(clerk: Browser, calendar: OfficeCalendar):
    page = clerk.get("/console/bookings/new?procedure=short&day=2026-11-24").text
    assert 'value="2026-11-24T10:15"' in page
    assert 'value="2026-11-24T09:45"' not in page
    assert new(clerk, "2026-11-24T10:15", page=page).status_code == 303
