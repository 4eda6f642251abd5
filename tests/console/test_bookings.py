"""What is booked, as the pages show it, on a real database."""

import re
from datetime import date, time, timedelta
from html import unescape

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
    plain,
)
from tests.console.conftest import Browser, signed_in
from voicebot.archive import index
from voicebot.archive.summary import Summary
from voicebot.console.roles import Role
from voicebot.database import writing

__all__ = ["calendar", "clerk"]


def test_the_day_shows_who_comes_when_and_what_is_free(clerk: Browser, calendar: OfficeCalendar):
    booking = book(calendar)
    read = plain(day(clerk))
    assert "2026年12月4日（金）" in read
    assert f"10:00〜10:15 {booking.number} {NAME} 名" in read
    # One desk: nothing is free beside it.
    assert "08:30〜10:00 空き 1" in read
    assert "10:15〜17:15 空き 1" in read
    assert "08:30〜17:15 空き 2" in read


def test_a_party_takes_as_many_places_and_a_visit_of_two_counters_stands_at_both(
    clerk: Browser, engine: Engine, calendar: OfficeCalendar
):
    base = small_office()
    family = base.procedures[2].model_copy(update={"people": 2})
    load_into(engine, base.model_copy(update={"procedures": (*base.procedures[:2], family)}))
    party = book(calendar, f"{DAY}T09:00", "both", people=2)
    two = calendar.book(["short", "both"], at(f"{DAY}T11:00"), "+81935550000", "CA2", NOW)
    read = plain(day(clerk))
    assert f"09:00〜09:30 {party.number} {NAME} 両方の名 2人 席 1・2" in read
    assert f"11:00〜11:15 {two.number} お名前なし 名 → 11:15 名" in read
    assert f"11:15〜11:45 {two.number} お名前なし 両方の名 席 1 ← 11:00 名" in read
    assert "08:30〜09:00 空き 2" in read
    assert "11:15〜11:45 空き 1" in read


def test_closures_and_breaks_are_shown_and_whoever_stands_in_one(
    clerk: Browser, engine: Engine, calendar: OfficeCalendar
):
    base = small_office()
    morning, evening = {"open": "9:00", "close": "12:00"}, {"open": "13:00", "close": "17:00"}
    week = [{"days": "月火水木金", **morning}, {"days": "月火水木金", **evening}]
    desk = {"id": "desk", "name": "受付", "reading": "うけつけ", "capacity": 1, "hours": week}
    counters = (type(base.counters[0]).model_validate(desk), base.counters[1])
    load_into(engine, base.model_copy(update={"counters": counters}))
    book(calendar, f"{DAY}T15:00")
    times = (time(14), time(16))
    calendar.close(
        date.fromisoformat(DAY), "停電", "ていでん", NOW, by="clerk", counter_id="desk", times=times
    )
    read = plain(day(clerk))
    assert "12:00〜13:00 受付なし" in read
    assert "14:00〜16:00 休み（停電）" in read
    assert "受けられません（停電）" in read
    calendar.close(date(2026, 12, 7), "台風", "たいふう", NOW, by="clerk")
    assert plain(day(clerk, "2026-12-07")).count("休み（台風）") == 2
    assert "休み（土日）" in plain(day(clerk, "2026-12-05"))


def test_who_has_no_counter_any_more_is_not_lost(clerk: Browser, engine: Engine, calendar: OfficeCalendar):
    booking = book(calendar)
    base = small_office()
    only = tuple(p.model_copy(update={"counter": "wide"}) for p in base.procedures)
    load_into(engine, base.model_copy(update={"counters": base.counters[1:], "procedures": only}))
    assert (
        f"窓口がなくなった予約 予約したときの窓口が、今はありません。ほかの窓口の時刻へ変更してください。 {booking.number}"
        in plain(day(clerk))
    )


def test_a_viewer_sees_that_somebody_comes_but_not_who(browser: Browser, calendar: OfficeCalendar):
    booking = book(calendar)
    signed_in(browser, Role.VIEWER)
    pages = [
        day(browser),
        browser.get(f"/console/bookings/{booking.number}").text,
        browser.get(f"/console/bookings/find?day={DAY}").text,
    ]
    for page in pages:
        assert booking.number in page
        assert "ヤ＊＊" in page
        assert not [one for one in (NAME, SHOWN, PHONE, "<button name=") if one in page]
    for field in ("phone=0935551234", "name=ヤマダ"):
        assert browser.get(f"/console/bookings/find?{field}").status_code == 403


@pytest.mark.parametrize("role", [Role.VIEWER, Role.OPERATOR])
def test_only_clerks_act(browser: Browser, calendar: OfficeCalendar, role: Role):
    booking = book(calendar)
    signed_in(browser, role)
    here = f"/console/bookings/{booking.number}"
    for path in ("/console/bookings/new", "/console/bookings/sheet", f"{here}/move", f"{here}/cancel"):
        assert browser.get(path).status_code == 403
    for path in ("/console/bookings/mark", "/console/bookings/new", f"{here}/move", f"{here}/cancel"):
        assert browser.send(path, number=booking.number).status_code == 403
    assert calendar.look_up(booking.number, None) == booking


@pytest.mark.parametrize(
    "path",
    [
        "/console/bookings",
        "/console/bookings/week",
        "/console/bookings/find",
        "/console/callbacks",
        "/console/waiting",
    ],
)
def test_nobody_sees_them_who_is_not_signed_in(browser: Browser, path: str):
    assert browser.get(path).headers["location"].startswith("/sign-in")


@pytest.mark.parametrize("text", ["garbage", "2026-02-30", "1999-12-31", "2200-01-01", "9999-12-31", "２０２６-12-04", "0", "-1", "2026-12-04T10:00", "'; drop table bookings"])  # fmt: skip
@pytest.mark.parametrize("path", ["/console/bookings", "/console/bookings/week", "/console/bookings/find", "/console/bookings/sheet", "/console/bookings/new"])  # fmt: skip
def test_a_day_that_is_none_is_refused_with_the_reason(clerk: Browser, path: str, text: str):
    answer = clerk.get(f"{path}?day={text}")
    if path.endswith("find") and text.startswith("２"):
        # The full-width digits of a keyboard that is set to Japanese are read.
        assert answer.status_code == 200
        return
    assert answer.status_code == 400
    assert "日付が読めません" in answer.text


@pytest.mark.parametrize("text", ["2000-01-01", "2199-12-31", "2026-11-23"])
def test_days_far_away_are_days(clerk: Browser, text: str):
    assert clerk.get(f"/console/bookings?day={text}").status_code == 200
    assert clerk.get(f"/console/bookings/week?day={text}").status_code == 200


@pytest.mark.parametrize("query", ["office=other", "office=small' or 1=1", "counter=none", "counter=<b>"])
def test_an_office_or_counter_that_there_is_not_is_refused(clerk: Browser, query: str):
    for path in ("/console/bookings", "/console/bookings/week", "/console/bookings/sheet"):
        answer = clerk.get(f"{path}?{query}")
        assert answer.status_code == 404
        assert "<b>" not in answer.text


def test_markup_in_a_name_shows_as_text(clerk: Browser, calendar: OfficeCalendar):
    booking = book(calendar, name="<script>alert(1)</script>\u202e=1+1")
    for page in (
        day(clerk),
        clerk.get(f"/console/bookings/{booking.number}").text,
        clerk.get(f"/console/bookings/find?day={DAY}").text,
    ):
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page


def test_a_day_that_is_shown_changes_when_somebody_books(clerk: Browser, calendar: OfficeCalendar):
    before = calendar.pulse()
    assert calendar.pulse() == before
    booking = book(calendar)
    assert calendar.pulse() != before
    told = calendar.pulse()
    calendar.hold("both", at(f"{DAY}T13:00"), NOW, client="CA9")
    assert calendar.pulse() != told
    told = calendar.pulse()
    calendar.release_all("CA9", NOW)
    assert calendar.pulse() != told
    told = calendar.pulse()
    calendar.change(booking.number, None, at(f"{DAY}T11:00"), NOW, by="CA3")
    assert calendar.pulse() != told


def test_the_week_tells_how_full_each_day_and_hour_is(clerk: Browser, calendar: OfficeCalendar):
    for hour in ("10:00", "10:15", "10:30", "10:45"):
        book(calendar, f"{DAY}T{hour}", second=True)
    whole = plain(clerk.get(f"/console/bookings/week?day={DAY}").text)
    assert "11/30（月） 12/1（火） 12/2（水） 12/3（木） 12/4（金） 12/5（土） 12/6（日）" in whole
    # 4 of 35 quarters.
    assert "名 0% 0% 0% 0% 11% 休み 休み" in whole
    hours = plain(clerk.get(f"/console/bookings/week?day={DAY}&counter=desk").text)
    assert "10時 0% 0% 0% 0% 満 休み 休み" in hours
    assert "19時" not in hours
    assert "18時" in plain(clerk.get(f"/console/bookings/week?day={DAY}&counter=wide").text)


@pytest.mark.parametrize(
    ("query", "finds"),
    [
        ("number={number}", True),
        ("number=%EF%BC%94&day=" + DAY, False),
        ("phone=093-555-1234", True),
        ("phone=０９３（５５５）１２３４", True),
        ("phone=%2B81 93 555 1234", True),
        ("phone=0081-93-555-1234", True),
        ("phone=093-555-1235", False),
        ("name=ヤマダ", True),
        ("name=やまだ", True),
        ("name=だた", True),
        ("name=ﾔﾏﾀﾞ ﾀﾛｳ", True),
        ("name=ヤマダ　タロウ", True),
        ("name=%25", False),
        ("name=_", False),
        ("name=サトウ", False),
        (f"day={DAY}", True),
        ("day=2026-12-03", False),
        ("procedure=short", True),
        ("procedure=both", False),
        ("procedure=nothing", False),
        (f"day={DAY}&procedure=short&name=ヤマ&phone=0935551234", True),
    ],
)
def test_a_booking_is_found_by_what_is_known_of_it(
    clerk: Browser, calendar: OfficeCalendar, query: str, finds: bool
):
    booking = book(calendar)
    page = clerk.get(f"/console/bookings/find?{query.format(number=booking.number)}")
    assert page.status_code == 200
    assert (f"/console/bookings/{booking.number}?" in page.text) is finds
    assert ("当てはまる予約はありません" in page.text) is not finds


def test_a_further_procedure_of_a_visit_finds_it_and_kanji_do(clerk: Browser, calendar: OfficeCalendar):
    calendar.book(["short", "both"], at(f"{DAY}T11:00"), PHONE, "CA2", NOW, name="山田 花子")
    assert "当てはまる" not in clerk.get("/console/bookings/find?procedure=both").text
    assert "当てはまる" not in clerk.get("/console/bookings/find?name=田花").text


@pytest.mark.parametrize("phone", ["12", "0", "abc", "093-555", "093-555-12345678", "内線12", "1" * 100])
def test_a_number_that_is_none_is_told_beside_it(clerk: Browser, phone: str):
    page = clerk.get(f"/console/bookings/find?phone={phone}")
    assert page.status_code == 422
    assert 'aria-invalid="true"' in page.text


def test_a_long_list_goes_on_page_by_page(clerk: Browser, calendar: OfficeCalendar):
    numbers = {book(calendar, f"2026-12-{d:02d}T{h:02d}:{m:02d}", second=True).number
               for d in (1, 2, 3) for h in range(9, 15) for m in (0, 15, 30, 45)}  # fmt: skip
    seen: list[str] = []
    address = "/console/bookings/find?phone=0935551234"
    while address:
        page = clerk.get(address).text
        seen += re.findall(r"/console/bookings/([0-9]{4})\?", page)
        older = re.search(r'href="([^"]*before=[^"]*)"', page)
        address = unescape(older[1]) if older else ""
    assert len(seen) == len(numbers) == 72
    assert set(seen) == numbers


def test_a_bookings_page_says_everything_about_it(clerk: Browser, engine: Engine, calendar: OfficeCalendar):
    booking = book(calendar)
    calendar.change(booking.number, PHONE, at(f"{DAY}T11:00"), NOW, by="CA8")
    read = plain(clerk.get(f"/console/bookings/{booking.number}").text)
    assert f"予約 {booking.number} 変更済み" in read
    assert "2026年12月4日（金） 11:00〜11:15" in read
    assert NAME in read
    assert SHOWN in read
    assert "2026年12月4日（金） 10:00 から 2026年12月4日（金） 11:00 へ" in read


def test_the_call_that_made_it_is_one_click_away(clerk: Browser, engine: Engine, calendar: OfficeCalendar):
    sid = "CA" + "1" * 32
    booking = book(calendar, call_sid=sid)
    here = f"/console/bookings/{booking.number}"
    assert "/console/calls/" not in clerk.get(here).text
    called = Summary(
        folder=f"2026-11-24/{sid}", sid=sid, began=NOW, ended=NOW, outcome="booked", office="small",
        procedures=("short",), caller="＊＊＊34", confidence=None, silences=0, transfers=0, booking=booking.number,
        turns=3, first_words="", text="",
    )  # fmt: skip
    with writing(engine) as connection:
        index.put(connection, called)
    assert f'href="/console/calls/2026-11-24/{sid}"' in clerk.get(here).text


@pytest.mark.parametrize(
    "number", ["0000", "999", "12345", "abcd", "4711", "４７１１", "%00", "<b>", "1000?of=99"]
)
def test_a_number_that_no_booking_has_is_refused(clerk: Browser, number: str):
    assert clerk.get(f"/console/bookings/{number}").status_code in (404, 400)


def test_a_day_with_many_bookings_is_one_page(clerk: Browser, calendar: OfficeCalendar, engine: Engine):
    base = small_office()
    wide = base.counters[1].model_copy(update={"capacity": 30})
    load_into(engine, base.model_copy(update={"counters": (base.counters[0], wide)}))
    for n in range(100):
        start = at(f"{DAY}T09:00") + timedelta(minutes=15 * (n % 20))
        calendar.book("both", start, "", f"CA{n}", NOW)
    assert day(clerk).count('class="visit"') == 100


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_page_is_there_in_both_languages(clerk: Browser, calendar: OfficeCalendar, language: str):
    booking = book(calendar)
    calendar.change(booking.number, None, at(f"{DAY}T11:00"), NOW, by="web:1")
    calendar.ask_callback(PHONE, "相談", NOW, by="service")
    calendar.wait_for("short", PHONE, (date(2026, 12, 4),) * 2, NOW, by="clerk")
    clerk.get(f"/language/{language}")
    here = f"/console/bookings/{booking.number}"
    for path in (f"/console/bookings?day={DAY}", "/console/bookings/week", "/console/bookings/week?counter=wide",
                 "/console/bookings/find?name=ヤ", "/console/bookings/new?procedure=short", here, f"{here}/move",
                 f"{here}/move?start={DAY}T14:15", f"{here}/cancel", "/console/callbacks", "/console/waiting"):  # fmt: skip
        page = clerk.get(path)
        assert (page.status_code, f'<html lang="{language}">' in page.text) == (200, True)
