"""What a clerk does with bookings on the pages, on a real database."""

import re

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, load_into
from tests.calendar_backend.small_office import NOW, at, small_office
from tests.console.booked import (
    DAY,
    NAME,
    TODAY,
    book,
    calendar,
    clerk,
    day,
    deeds,
    hidden,
    plain,
)
from tests.console.conftest import Browser, token

__all__ = ["calendar", "clerk"]


def choose(browser: Browser, number: str, start: str) -> str:
    """The page that shows what a move would change."""
    return browser.get(f"/console/bookings/{number}/move?start={start}").text


def move(browser: Browser, number: str, page: str, **other: str):
    fields = {name: hidden(page, name) for name in ("office", "of", "seen", "start", "form_token")} | other
    return browser.send(f"/console/bookings/{number}/move", **fields)


def test_a_booking_is_moved_to_a_free_place_after_its_effect_was_shown(
    clerk: Browser, engine: Engine, calendar: OfficeCalendar
):
    booking = book(calendar)
    book(calendar, f"{DAY}T14:00", phone="+81935550000")
    offered = clerk.get(f"/console/bookings/{booking.number}/move?day={DAY}").text
    assert 'value="2026-12-04T14:15"' in offered
    assert 'value="2026-12-04T14:00"' not in offered
    page = choose(clerk, booking.number, f"{DAY}T14:15")
    assert calendar.look_up(booking.number, None).start == at(f"{DAY}T10:00")
    read = plain(page)
    assert "今の日時 2026年12月4日（金） 10:00〜10:15" in read
    assert "新しい日時 2026年12月4日（金） 14:15〜14:30" in read
    answer = move(clerk, booking.number, page)
    assert answer.status_code == 303
    moved = calendar.look_up(booking.number, None)
    assert (moved.start, moved.status) == (at(f"{DAY}T14:15"), "changed")
    assert calendar.history(booking.number)[0][-1].by == "clerk:clerk"
    assert deeds(engine)[0] == ("clerk", "booking.move", f"booking:small/{booking.number}")
    assert "日時を変更しました。" in clerk.get(answer.headers["location"]).text


def test_a_form_sent_twice_moves_or_marks_once(clerk: Browser, engine: Engine, calendar: OfficeCalendar):
    booking = book(calendar, f"{TODAY}T11:00", by_clerk=True)
    page = choose(clerk, booking.number, f"{TODAY}T12:00")
    assert [move(clerk, booking.number, page).status_code for _ in range(2)] == [303, 303]
    page = day(clerk, TODAY)
    assert [mark(clerk, page, booking.number, "came").status_code for _ in range(2)] == [303, 303]
    assert mark(clerk, page, booking.number, "missed").status_code == 409
    assert [action for _, action, _ in deeds(engine)] == ["booking.mark", "booking.move"]


def test_its_own_place_counts_as_free_when_it_is_moved(clerk: Browser, calendar: OfficeCalendar):
    booking = book(calendar, f"{DAY}T10:00", "long")
    answer = move(clerk, booking.number, choose(clerk, booking.number, f"{DAY}T10:15"))
    assert answer.status_code == 303
    assert calendar.look_up(booking.number, None).start == at(f"{DAY}T10:15")


def test_the_last_place_lost_meanwhile_is_told_and_others_are_offered(
    clerk: Browser, calendar: OfficeCalendar
):
    booking = book(calendar)
    page = choose(clerk, booking.number, f"{DAY}T14:15")
    book(calendar, f"{DAY}T14:15", phone="+81935550000", call_sid="CA5")
    answer = move(clerk, booking.number, page)
    assert answer.status_code == 409
    assert "その時刻はもう埋まっています" in answer.text
    assert 'value="2026-12-04T14:30"' in answer.text
    assert 'value="2026-12-04T14:15"' not in answer.text
    assert calendar.look_up(booking.number, None) == booking


def test_the_second_of_two_clerks_is_told(clerk: Browser, calendar: OfficeCalendar):
    booking = book(calendar)
    page = choose(clerk, booking.number, f"{DAY}T14:15")
    calendar.change(booking.number, None, at(f"{DAY}T16:00"), NOW, by="clerk:other", by_clerk=True)
    answer = move(clerk, booking.number, page)
    assert answer.status_code == 409
    assert "ほかの人が先に変更しました" in answer.text
    assert calendar.look_up(booking.number, None).start == at(f"{DAY}T16:00")


@pytest.mark.parametrize(
    ("start", "status", "why"),
    [
        ("2026-12-05T10:00", 409, "開いていません"),
        ("2026-11-23T10:00", 409, "もう過ぎています"),
        ("2026-12-04T20:00", 409, "収まりません"),
        ("2026-12-04T10:07", 409, "刻みに合いません"),
        ("2026-12-29T10:00", 409, "開いていません"),
        ("2026-12-04T25:00", 400, "時刻が読めません"),
        ("9999-12-31T10:00", 400, "時刻が読めません"),
        ("", 400, "時刻が読めません"),
        ("2026-12-04T10:00:00+00:00", 400, "時刻が読めません"),
        ("lane=1", 400, "時刻が読めません"),
    ],
)
def test_a_forged_time_moves_nothing(
    clerk: Browser, calendar: OfficeCalendar, start: str, status: int, why: str
):
    booking = book(calendar)
    page = choose(clerk, booking.number, f"{DAY}T14:15")
    answer = move(clerk, booking.number, page, start=start)
    assert (answer.status_code, why in answer.text) == (status, True)
    assert calendar.look_up(booking.number, None) == booking


@pytest.mark.parametrize(
    "other", [{"seen": "999999"}, {"seen": ""}, {"seen": "x"}, {"of": "77"}, {"office": "x"}]
)
def test_a_forged_form_moves_nothing(clerk: Browser, calendar: OfficeCalendar, other: dict[str, str]):
    booking = book(calendar)
    answer = move(clerk, booking.number, choose(clerk, booking.number, f"{DAY}T14:15"), **other)
    assert answer.status_code in (404, 409)
    assert calendar.look_up(booking.number, None) == booking


def test_without_its_token_no_form_does_anything(clerk: Browser, calendar: OfficeCalendar):
    booking = book(calendar)
    for path in ("/console/bookings/mark", "/console/bookings/new", f"/console/bookings/{booking.number}/move",
                 f"/console/bookings/{booking.number}/cancel", "/console/callbacks/1", "/console/waiting", "/console/waiting/1"):  # fmt: skip
        assert clerk.send(path, office="small", reason="visitor", seen="1").status_code == 403
    assert calendar.look_up(booking.number, None) == booking


def test_another_booking_at_the_same_time_is_told_before_it_is_moved(
    clerk: Browser, calendar: OfficeCalendar
):
    booking = book(calendar)
    other = book(calendar, f"{DAY}T14:00", "both", second=True)
    assert f"同じ時間に別の予約 {other.number}" in choose(clerk, booking.number, f"{DAY}T14:15")


def cancel(browser: Browser, number: str, page: str, **other: str):
    fields = {name: hidden(page, name) for name in ("office", "of", "seen", "form_token")}
    return browser.send(f"/console/bookings/{number}/cancel", **(fields | {"reason": "visitor"} | other))


def test_a_booking_is_cancelled_with_a_reason(clerk: Browser, engine: Engine, calendar: OfficeCalendar):
    booking = book(calendar)
    page = clerk.get(f"/console/bookings/{booking.number}/cancel").text
    for reason in ("", "because <b>he</b> died", "x" * 999):
        assert cancel(clerk, booking.number, page, reason=reason).status_code == 422
    answer = cancel(clerk, booking.number, page)
    shown = plain(clerk.get(answer.headers["location"]).text)
    assert "取り消し" in shown
    assert "理由：ご本人の申し出" in shown
    assert [b.status for b in calendar.bookings()] == ["cancelled"]
    assert deeds(engine) == [("clerk", "booking.cancel", f"booking:small/{booking.number}")]
    # The same form once more, as from a double click, is no fault.
    assert cancel(clerk, booking.number, page).status_code == 303
    assert len(deeds(engine)) == 1
    assert clerk.get(f"/console/bookings/{booking.number}/cancel").status_code == 409


def test_what_another_clerk_cancelled_or_moved_is_not_cancelled(clerk: Browser, calendar: OfficeCalendar):
    booking = book(calendar)
    page = clerk.get(f"/console/bookings/{booking.number}/cancel").text
    calendar.change(booking.number, None, at(f"{DAY}T16:00"), NOW, by="clerk:other", by_clerk=True)
    assert "ほかの人が先に変更しました" in cancel(clerk, booking.number, page).text
    page = clerk.get(f"/console/bookings/{booking.number}/cancel").text
    calendar.cancel(booking.number, None, NOW, by="clerk:other", by_clerk=True)
    assert cancel(clerk, booking.number, page).status_code == 409


def mark(browser: Browser, page: str, number: str, what: str, **other: str):
    found = re.search(rf'value="({number}\.[0-9]+\.{what})"', page)
    assert found, page
    return browser.send(
        "/console/bookings/mark", form_token=token_in(page), office="small", mark=found[1], **other
    )


def token_in(page: str) -> str:
    return hidden(page, "form_token")


def test_who_came_is_marked_with_a_click_and_put_right(
    clerk: Browser, engine: Engine, calendar: OfficeCalendar
):
    booking = book(calendar, f"{TODAY}T11:00", by_clerk=True)
    page = day(clerk, TODAY)
    answer = mark(clerk, page, booking.number, "came")
    assert answer.headers["location"].endswith(f"#n{booking.number}")
    page = day(clerk, TODAY)
    assert "来庁 1" in plain(page)
    assert mark(clerk, page, booking.number, "open").status_code == 303
    page = day(clerk, TODAY)
    assert mark(clerk, page, booking.number, "missed").status_code == 303
    assert [b.status for b in calendar.bookings()] == ["did_not_come"]
    lines = [(h.by, h.action) for h in calendar.history(booking.number)[0]]
    assert lines[1:] == [
        ("clerk:clerk", "came"),
        ("clerk:clerk", "unmarked"),
        ("clerk:clerk", "did_not_come"),
    ]
    assert [action for _, action, _ in deeds(engine)] == ["booking.mark"] * 3
    shown = plain(clerk.get(f"/console/bookings/{booking.number}").text)
    assert "2026年11月24日（火） 10:00 来庁の記録を取り消し clerk" in shown


def test_of_days_to_come_nobody_says_who_came(clerk: Browser, calendar: OfficeCalendar):
    booking = book(calendar)
    page = day(clerk)
    assert ".came" not in page
    version = calendar.record(booking.number).version
    form = token(clerk.get(f"/console/bookings/{booking.number}/cancel"))
    answer = clerk.send(
        "/console/bookings/mark", form_token=form, office="small", mark=f"{booking.number}.{version}.came"
    )
    assert (answer.status_code, "その日になってから" in answer.text) == (409, True)
    assert calendar.look_up(booking.number, None) == booking


@pytest.mark.parametrize("sent", ["", "4711", "4711.1", "4711.1.came.x", "0711.1.came", "4711.x.came", "4711.1.died", "4711.-1.came", "4711." + "9" * 30 + ".came"])  # fmt: skip
def test_a_forged_mark_is_refused(clerk: Browser, calendar: OfficeCalendar, sent: str):
    booking = book(calendar, f"{TODAY}T11:00", by_clerk=True)
    form = token_in(day(clerk, TODAY))
    answer = clerk.send("/console/bookings/mark", form_token=form, office="small", mark=sent)
    assert answer.status_code in (400, 404)
    assert calendar.look_up(booking.number, None).status == "booked"


def test_a_mark_on_what_was_moved_meanwhile_is_told(clerk: Browser, calendar: OfficeCalendar):
    booking = book(calendar, f"{TODAY}T11:00", by_clerk=True)
    page = day(clerk, TODAY)
    calendar.change(booking.number, None, at(f"{TODAY}T12:00"), NOW, by="clerk:other", by_clerk=True)
    assert "ほかの人が先に変更しました" in mark(clerk, page, booking.number, "came").text


def test_an_old_visit_is_put_right_although_its_number_is_anothers_now(
    clerk: Browser, calendar: OfficeCalendar
):
    old = book(calendar, f"{TODAY}T11:00", by_clerk=True)
    calendar.mark(old.number, True, NOW, by="clerk:clerk")
    new = calendar.book("short", at(f"{DAY}T09:00"), "+81935550000", "CA2", NOW, number=old.number)
    assert new.number == old.number
    page = day(clerk, TODAY)
    assert mark(clerk, page, old.number, "open").status_code == 303
    page = day(clerk, TODAY)
    assert mark(clerk, page, old.number, "missed").status_code == 303
    assert {b.start: b.status for b in calendar.bookings()} == {
        old.start: "did_not_come",
        new.start: "booked",
    }
    # The page of the number shows the one that stands, and each day's list its own.
    assert "2026年12月4日（金） 09:00" in plain(clerk.get(f"/console/bookings/{old.number}").text)


def test_the_day_sheet_is_printed_and_that_is_on_record(
    clerk: Browser, engine: Engine, calendar: OfficeCalendar
):
    booking = book(calendar, name="=cmd|'/c calc'!A1")
    sheet = clerk.get(f"/console/bookings/sheet?day={DAY}&counter=desk")
    assert booking.number in sheet.text
    assert "style-src 'sha256-" in sheet.headers["content-security-policy"]
    listed = clerk.get(f"/console/bookings/sheet?day={DAY}&as=csv")
    assert listed.content.startswith(b"\xef\xbb\xbf")
    assert "'=cmd" in listed.text
    assert "attachment" in listed.headers["content-disposition"]
    assert deeds(engine) == [("clerk", "bookings.print", f"day:small/{DAY}")] * 2


def test_each_office_has_its_own_bookings(clerk: Browser, engine: Engine, calendar: OfficeCalendar):
    load_into(engine, small_office(id="ward", name="区役所"))
    ward = OfficeCalendar(engine, "ward")
    here = book(calendar)
    there = ward.book(
        "short", at(f"{DAY}T10:00"), "+81935550000", "CA2", NOW, name="サトウ", number=here.number
    )
    assert there.number == here.number
    page = day(clerk)
    assert '<option value="ward">区役所</option>' in page
    assert "サトウ" not in page
    assert "サトウ" in day(clerk, DAY, "&office=ward")
    assert NAME in clerk.get(f"/console/bookings/{here.number}?office=small").text
    assert "サトウ" in clerk.get(f"/console/bookings/{here.number}?office=ward").text
    # A version of the one office's booking is none at the other.
    moved = choose(clerk, here.number, f"{DAY}T14:15")
    assert move(clerk, here.number, moved, office="ward", of="").status_code in (404, 409)
    assert ward.look_up(here.number, None) == there
