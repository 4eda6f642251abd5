"""A resident's own booking: found, shown, put into a calendar, moved, cancelled."""

import re
from html import unescape

import pytest
from icalendar import Calendar
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, load_into
from tests.calendar_backend.small_office import NOW, at, small_office
from tests.console.booked import DAY, book, calendar, plain
from tests.console.conftest import Browser, later
from tests.console.resident import PHONE, SHOWN, Form, books, form, number, send

__all__ = ["calendar"]

NEW = f"{DAY}T15:00"


def finds(browser: Browser, number: str, phone: str = SHOWN):
    return send(browser, form(browser.get("/book/mine"), "/book/mine"), number=number, phone=phone)


def moves(browser: Browser, own: str, start: str = NEW):
    """As far as the button that changes it; its answer."""
    kept = send(browser, form(browser.get(f"{own}/move?day={start[:10]}"), f"{own}/hold"), start=start)
    assert kept.status_code == 303, kept.text
    return send(browser, form(browser.get(kept.headers["location"]), f"{own}/move"))


def cancels(browser: Browser, own: str):
    return send(browser, form(browser.get(f"{own}/cancel"), f"{own}/cancel"))


def test_it_is_found_by_both_numbers_however_they_are_written(browser: Browser, calendar: OfficeCalendar):
    booking = book(calendar)
    answer = finds(browser, f" {booking.number[0]}-{booking.number[1:]}", "０９３（５５５）１２３４")
    page = browser.get(answer.headers["location"]).text
    assert number(page) == booking.number
    assert "2026年12月4日（金） 10:00–10:15" in plain(page)


def test_it_keeps_the_address_that_it_was_given_first(browser: Browser, calendar: OfficeCalendar):
    own = books(browser, phone=SHOWN)
    assert finds(browser, calendar.bookings()[0].number).headers["location"] == own


def test_wrong_numbers_get_the_same_words_and_then_none(browser: Browser, calendar: OfficeCalendar):
    booking = book(calendar)
    told = "その番号の予約は見つかりません"
    wrong = [
        finds(browser, "1000" if booking.number != "1000" else "1001"),
        finds(browser, booking.number, "090-1234-5678"),
    ]
    assert [(one.status_code, told in one.text) for one in wrong] == [(422, True)] * 2
    for _ in range(4):
        finds(browser, "1000" if booking.number != "1000" else "1001")
    assert finds(browser, booking.number).status_code == 429
    later(browser.service, 15 * 60 + 1)
    assert finds(browser, booking.number).status_code == 303


def test_one_address_may_not_try_many_telephone_numbers(browser: Browser):
    answers = [finds(browser, "1000", f"090-1234-{n:04}").status_code for n in range(31)]
    assert answers == [422] * 30 + [429]


@pytest.mark.parametrize("typed", ["", "abc", "12", "12345", "<b>", "１２", "٣٤٥٦", "1" * 5000])
def test_what_is_no_booking_number_finds_nothing(browser: Browser, calendar: OfficeCalendar, typed: str):
    book(calendar)
    assert finds(browser, typed).status_code == 422


@pytest.mark.parametrize("phone", ["", "非通知", "zzz"])
def test_without_its_telephone_number_it_is_not_found(browser: Browser, calendar: OfficeCalendar, phone: str):
    booking = book(calendar, phone="")
    assert finds(browser, booking.number, phone).status_code == 422


def test_the_page_has_what_to_bring_where_it_is_and_its_own_address(browser: Browser, engine: Engine):
    desk = {"id": "desk", "name": "住民異動窓口", "reading": "まどぐち", "capacity": 1,
            "floor": {"text": "1階の3番", "reading": "いっかい"},
            "hours": [{"days": "月火水木金", "open": "8:30", "close": "17:15"}]}  # fmt: skip
    short = {"id": "short", "name": "転入届", "reading": "てんにゅう", "counter": "desk", "duration_minutes": 15,
             "bring": [{"text": "本人確認書類", "reading": "しょるい"}]}  # fmt: skip
    there = {"text": "大手町1の1", "reading": "おおてまち"}
    load_into(engine, small_office(counters=[desk], procedures=[short], access=there))
    own = books(browser, phone=SHOWN)
    page = browser.get(own).text
    told = plain(page)
    for text in (
        "転入届",
        "本人確認書類",
        "大手町1の1",
        "住民異動窓口",
        "1階の3番",
        f"http://city.test{own}",
    ):
        assert text in told
    assert "<svg" in page
    assert PHONE not in page
    assert SHOWN not in page


def test_the_qr_code_is_of_the_own_address(browser: Browser):
    import segno

    own = books(browser, phone="")
    drawn = segno.make(f"http://city.test{own}", error="q", boost_error=False, micro=False)
    path = re.search(r' d="([^"]+)"', drawn.svg_inline(border=4, omitsize=True))
    assert path
    assert path[1] in unescape(browser.get(own).text)


def test_nothing_is_loaded_from_elsewhere(browser: Browser):
    page = browser.get(books(browser, phone=SHOWN)).text
    loaded = re.findall(r'(?:src|href)="(https?://[^"]+)"', page)
    assert all(one.startswith("http://city.test/") for one in loaded)
    assert "<script" not in page


def test_it_goes_into_the_residents_own_calendar_and_follows_a_change(browser: Browser):
    own = books(browser, phone=SHOWN)
    before = browser.get(f"{own}/visit.ics")
    assert before.headers["content-type"].startswith("text/calendar")
    moves(browser, own)
    after = browser.get(f"{own}/visit.ics")
    first, second = (Calendar.from_ical(one.content).walk("VEVENT")[0] for one in (before, after))
    assert first["uid"] == second["uid"]
    assert (first.decoded("dtstart"), second.decoded("dtstart")) == (at(f"{DAY}T10:00"), at(NEW))
    assert int(second["sequence"]) > int(first["sequence"])
    assert SHOWN not in before.text


def test_it_moves_and_history_says_who_moved_it(browser: Browser, calendar: OfficeCalendar):
    own = books(browser, phone=SHOWN)
    assert moves(browser, own).headers["location"] == f"{own}?done=moved"
    (booking,) = calendar.bookings()
    assert booking.start == at(NEW)
    lines = calendar.history(booking.number)[0]
    assert [line.action for line in lines] == ["booked", "changed"]
    assert all(line.by.startswith("web:") for line in lines)
    assert "日時を変えました" in browser.get(f"{own}?done=moved").text


def test_a_change_sent_twice_is_one_change(browser: Browser, calendar: OfficeCalendar):
    own = books(browser, phone=SHOWN)
    kept = send(browser, form(browser.get(f"{own}/move?day={DAY}"), f"{own}/hold"), start=NEW)
    shown = form(browser.get(kept.headers["location"]), f"{own}/move")
    assert {send(browser, shown).headers["location"] for _ in range(2)} == {f"{own}?done=moved"}
    assert len(calendar.history(calendar.bookings()[0].number)[0]) == 2


def test_the_new_place_is_kept_until_the_change_is_made(browser: Browser, calendar: OfficeCalendar):
    own = books(browser, phone=SHOWN)
    send(browser, form(browser.get(f"{own}/move?day={DAY}"), f"{own}/hold"), start=NEW)
    days = (at(NEW).date(), at(NEW).date())
    (free,) = calendar.availability("short", NOW, days)
    assert at(NEW).time() not in free.times


def test_a_new_place_that_went_is_told_and_the_old_one_stands(browser: Browser, calendar: OfficeCalendar):
    own = books(browser, phone=SHOWN)
    shown = form(browser.get(f"{own}/move?start={NEW}"), f"{own}/move")
    book(calendar, NEW, phone="+81935550000")
    answer = send(browser, shown)
    assert (answer.status_code, "ほかの方の予約で埋まりました" in answer.text) == (409, True)
    assert calendar.look_up(_number(browser, own), SHOWN).start == at(f"{DAY}T10:00")


def _number(browser: Browser, own: str) -> str:
    return number(browser.get(own).text)


def test_what_somebody_else_changed_meanwhile_is_told(browser: Browser, calendar: OfficeCalendar):
    own = books(browser, phone=SHOWN)
    move = form(browser.get(f"{own}/move?start={NEW}"), f"{own}/move")
    cancel = form(browser.get(f"{own}/cancel"), f"{own}/cancel")
    calendar.change(_number(browser, own), None, at(f"{DAY}T11:00"), NOW, by="clerk:hana", by_clerk=True)
    for shown in (move, cancel):
        assert send(browser, shown).headers["location"] == f"{own}?done=meanwhile"
    assert calendar.bookings()[0].start == at(f"{DAY}T11:00")


def test_it_is_cancelled_once_and_its_place_is_free_again(browser: Browser, calendar: OfficeCalendar):
    own = books(browser, phone=SHOWN)
    shown = form(browser.get(f"{own}/cancel"), f"{own}/cancel")
    assert {send(browser, shown).headers["location"] for _ in range(2)} == {f"{own}?done=cancelled"}
    assert [one.status for one in calendar.bookings()] == ["cancelled"]
    assert "予約を取り消しました" in browser.get(f"{own}?done=cancelled").text
    assert f'value="{DAY}T10:00"' in browser.get(f"/book/when?procedure=short&day={DAY}").text
    assert b"CANCELLED" in browser.get(f"{own}/visit.ics").content


def test_what_was_done_is_not_told_of_what_was_not(browser: Browser):
    own = books(browser, phone=SHOWN)
    assert "予約を取り消しました" not in browser.get(f"{own}?done=cancelled").text
    cancels(browser, own)
    assert "予約できました" not in browser.get(f"{own}?done=booked").text


def test_too_late_is_told_with_whom_to_phone(browser: Browser, engine: Engine, calendar: OfficeCalendar):
    own = books(browser, phone=SHOWN)
    shown = form(browser.get(f"{own}/cancel"), f"{own}/cancel")
    load_into(engine, small_office(rules={"cancel_days": 30}))
    assert send(browser, shown).headers["location"] == f"{own}?done=late"
    page = browser.get(f"{own}?done=late").text
    assert "もうできません" in plain(page)
    assert "0930-00-0001" in plain(page)
    assert "/move" not in page
    assert browser.get(f"{own}/move").headers["location"] == f"{own}?done=late"


def test_a_day_that_closes_is_told_and_may_be_left_at_any_time(
    browser: Browser, engine: Engine, calendar: OfficeCalendar
):
    own = books(browser, phone=SHOWN)
    load_into(engine, small_office(rules={"cancel_days": 30}))
    calendar.close(at(NEW).date(), "台風", "たいふう", NOW, by="clerk:hana")
    assert "台風" in plain(browser.get(own).text)
    assert moves(browser, own, "2026-12-07T10:00").headers["location"] == f"{own}?done=moved"


def test_what_the_office_does_no_more_cannot_be_moved_but_cancelled(browser: Browser, engine: Engine):
    own = books(browser, "2026-12-04T10:00", "long", phone=SHOWN)
    kept = [one.model_dump(exclude_defaults=True) for one in small_office().procedures if one.id != "long"]
    load_into(engine, small_office(procedures=kept))
    page = browser.get(own)
    assert (page.status_code, f"{own}/move" in page.text) == (200, False)
    assert browser.get(f"{own}/move").headers["location"] == own
    assert cancels(browser, own).headers["location"] == f"{own}?done=cancelled"


def test_one_who_knows_the_address_alone_acts_with_a_form_that_was_shown(browser: Browser):
    own = books(browser, phone=SHOWN)
    assert browser.send(f"{own}/cancel", seen="1").status_code == 403
    assert send(browser, Form(f"{own}/cancel", "post", [("seen", "zzz"), *form(browser.get(f"{own}/cancel"), f"{own}/cancel").fields[:1]])).headers["location"] == f"{own}?done=meanwhile"  # fmt: skip
