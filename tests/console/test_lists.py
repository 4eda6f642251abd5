"""Who is to be phoned and who waits, worked off in the browser."""

import re
from datetime import date
from html import unescape

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, load_into
from tests.calendar_backend.small_office import NOW, at, fill, small_office
from tests.console.booked import DAY, NAME, PHONE, SHOWN, deeds, hidden, plain
from tests.console.conftest import Browser, later, signed_in
from voicebot.archive import index
from voicebot.archive.summary import Summary
from voicebot.console.roles import Role
from voicebot.database import writing

SID = "CA" + "7" * 32


@pytest.fixture
def calendar(engine: Engine) -> OfficeCalendar:
    return OfficeCalendar(engine, "small")


@pytest.fixture
def clerk(browser: Browser) -> Browser:
    return signed_in(browser, Role.CLERK)


def send(browser: Browser, page: str, kind: str, row: int, **fields: str):
    """The form of one line, as it was shown."""
    form = re.search(rf'action="/console/{kind}/{row}".*?</form>', page, re.S)
    assert form, page
    shown = {name: hidden(form[0], name) for name in ("form_token", "office", "seen")}
    return browser.send(f"/console/{kind}/{row}", **(shown | fields))


def callbacks(browser: Browser, more: str = "") -> str:
    return browser.get(f"/console/callbacks{more}").text


def test_who_asked_first_is_phoned_first_and_the_call_is_one_click_away(
    clerk: Browser, engine: Engine, calendar: OfficeCalendar
):
    called = Summary(
        folder=f"2026-11-24/{SID}", sid=SID, began=NOW, ended=NOW, outcome="callback", office="small",
        procedures=(), caller="＊＊＊34", confidence=None, silences=0, transfers=0, booking="",
        turns=3, first_words="", text="",
    )  # fmt: skip
    with writing(engine) as connection:
        index.put(connection, called)
    calendar.ask_callback(PHONE, "住民票のことで相談したい", NOW, by=SID, name=NAME)
    calendar.ask_callback("+81935550000", "後から", at("2026-11-24T10:05"), by="CA2")
    page = callbacks(clerk)
    assert page.index("住民票のことで") < page.index("後から")
    assert f'href="tel:{PHONE}"' in page
    assert SHOWN in page
    assert f'href="/console/calls/2026-11-24/{SID}"' in page


def test_a_line_is_worked_off_with_a_click_and_stays_with_who_and_when(
    clerk: Browser, engine: Engine, calendar: OfficeCalendar
):
    row = calendar.ask_callback(PHONE, "相談", NOW, by=SID).id
    for tries, told in ((1, "不在"), (2, "不在 2回")):
        later(clerk.service, 60)
        assert send(clerk, callbacks(clerk), "callbacks", row, answer="not_reached").status_code == 303
        assert told in plain(callbacks(clerk))
        assert calendar.callbacks()[0].tries == tries
    assert send(clerk, callbacks(clerk), "callbacks", row, answer="done").status_code == 303
    assert "折り返す相手はいません" in callbacks(clerk)
    read = plain(callbacks(clerk, "?settled=yes"))
    assert "済み 2026年11月24日（火） 10:02 clerk" in read
    assert calendar.callbacks()[0].origin == SID
    assert deeds(engine) == [("clerk", "callback.settle", f"callback:small/{row}")] * 3


def test_a_double_click_counts_once(clerk: Browser, engine: Engine, calendar: OfficeCalendar):
    row = calendar.ask_callback(PHONE, "相談", NOW, by=SID).id
    page = callbacks(clerk)
    for _ in range(2):
        assert send(clerk, page, "callbacks", row, answer="not_reached").status_code == 303
    assert calendar.callbacks()[0].tries == 1
    assert len(deeds(engine)) == 1
    assert send(clerk, page, "callbacks", row, answer="done").status_code == 409


def test_the_second_of_two_clerks_on_a_line_is_told(clerk: Browser, calendar: OfficeCalendar):
    row = calendar.ask_callback(PHONE, "相談", NOW, by=SID).id
    page = callbacks(clerk)
    calendar.settle_callback(row, "not_reached", NOW, by="clerk:other")
    answer = send(clerk, page, "callbacks", row, answer="done")
    assert (answer.status_code, "ほかの人が先に変更しました" in answer.text) == (409, True)
    page = callbacks(clerk)
    calendar.settle_callback(row, "done", NOW, by="clerk:other")
    assert send(clerk, page, "callbacks", row, answer="done").status_code == 409


def test_bookings_that_a_closure_hits_are_listed_with_their_booking(clerk: Browser, calendar: OfficeCalendar):
    booking = calendar.book("short", at(f"{DAY}T10:00"), PHONE, "CA1", NOW, name=NAME)
    calendar.close(date.fromisoformat(DAY), "台風", "たいふう", NOW, by="clerk:boss")
    page = callbacks(clerk)
    assert f"/console/bookings/{booking.number}?" in page
    assert "台風" in plain(page)
    shown = plain(clerk.get(f"/console/bookings/{booking.number}").text)
    assert "台風のため受けられません" in shown


@pytest.mark.parametrize("sent", [{"answer": ""}, {"answer": "open"}, {"answer": "DONE"}, {"seen": "x", "answer": "done"}, {"office": "x", "answer": "done"}])  # fmt: skip
def test_a_forged_answer_settles_nothing(clerk: Browser, calendar: OfficeCalendar, sent: dict[str, str]):
    row = calendar.ask_callback(PHONE, "相談", NOW, by=SID).id
    assert send(clerk, callbacks(clerk), "callbacks", row, **sent).status_code in (400, 404, 409)
    assert calendar.callbacks()[0].state == "open"


@pytest.mark.parametrize("row", ["0", "99", "-1", "x", "9" * 30])
def test_a_line_that_there_is_not_is_told(clerk: Browser, calendar: OfficeCalendar, row: str):
    first = calendar.ask_callback(PHONE, "相談", NOW, by=SID).id
    form = hidden(callbacks(clerk), "form_token")
    for kind in ("callbacks", "waiting"):
        sent = {
            "form_token": form,
            "office": "small",
            "seen": "x",
            "answer": "done" if kind == "callbacks" else "wait",
        }
        assert clerk.send(f"/console/{kind}/{row}", **sent).status_code == 404
    assert calendar.callbacks()[0].id == first


@pytest.mark.parametrize("path", ["/console/callbacks", "/console/waiting"])
def test_a_viewer_sees_how_many_wait_but_nobody(browser: Browser, calendar: OfficeCalendar, path: str):
    calendar.ask_callback(PHONE, "電話は 093-555-1234 です", NOW, by=SID, name=NAME)
    calendar.wait_for("short", PHONE, (date(2026, 12, 4),) * 2, NOW, by=SID, name=NAME)
    page = signed_in(browser, Role.VIEWER).get(path).text
    assert "ヤ＊＊" in page
    assert not [text for text in (NAME, SHOWN, PHONE, "tel:", 'name="answer"') if text in page]
    assert browser.send(f"{path}/1", answer="done").status_code == 403


def test_markup_shows_as_text(clerk: Browser, calendar: OfficeCalendar):
    calendar.ask_callback(PHONE, "<img src=x onerror=alert(1)>", NOW, by="<b>x</b>", name="<i>\u202e")
    calendar.wait_for("short", PHONE, (date(2026, 12, 4),) * 2, NOW, by="clerk:<b>", name="<i>")
    for page in (callbacks(clerk), clerk.get("/console/waiting").text):
        assert not [one for one in ("<img", "<b>x", "<i>", "<b>") if one in page]


def waits(calendar: OfficeCalendar) -> int:
    """Somebody to whom a place is offered."""
    fill(calendar, "short", f"{DAY}T08:30", f"{DAY}T17:00", 15)
    row = calendar.wait_for("short", PHONE, (date.fromisoformat(DAY),) * 2, NOW, by=SID, name=NAME).id
    calendar.cancel(calendar.bookings()[4].number, None, NOW, by="CA0")
    assert [entry.id for entry in calendar.offer(NOW, by="service")] == [row]
    return row


def test_an_offer_that_is_accepted_is_booked(clerk: Browser, engine: Engine, calendar: OfficeCalendar):
    row = waits(calendar)
    page = clerk.get("/console/waiting").text
    assert "2026年12月4日（金） 09:30（11:00 まで）" in plain(page)
    answer = send(clerk, page, "waiting", row, answer="accept")
    (booking,) = calendar.bookings_of_phone(PHONE, NOW)
    assert answer.headers["location"].startswith(f"/console/bookings/{booking.number}?")
    assert booking.start == at(f"{DAY}T09:30")
    assert "待っている方はいません" in clerk.get("/console/waiting").text
    assert deeds(engine)[0] == ("clerk", "waiting.accept", f"waiting:small/{row}")
    again = send(clerk, page, "waiting", row, answer="accept")
    assert again.headers["location"].startswith(f"/console/bookings/{booking.number}?")
    assert len(calendar.bookings_of_phone(PHONE, NOW)) == 1
    assert send(clerk, page, "waiting", row, answer="wait").status_code == 409


@pytest.mark.parametrize(("answer", "state", "left"), [("wait", "waiting", 1), ("decline", "declined", 0)])
def test_an_offer_that_is_refused_is_free_again(
    clerk: Browser, calendar: OfficeCalendar, answer: str, state: str, left: int
):
    row = waits(calendar)
    assert send(clerk, clerk.get("/console/waiting").text, "waiting", row, answer=answer).status_code == 303
    assert calendar.waiting()[0].state == state
    assert clerk.get("/console/waiting").text.count('class="part" aria-labelledby="h') == left
    calendar.book("short", at(f"{DAY}T09:30"), "+81935550000", "CA9", NOW)


def test_an_offer_that_ran_out_is_told_and_stays_on_the_list(clerk: Browser, calendar: OfficeCalendar):
    row = waits(calendar)
    page = clerk.get("/console/waiting").text
    later(clerk.service, 3601)
    answer = send(clerk, page, "waiting", row, answer="accept")
    assert (answer.status_code, "押さえた枠は、もうありません" in answer.text) == (409, True)
    clerk.service.city.sweep(clerk.service.clock.now())
    page = clerk.get("/console/waiting").text
    assert "時間切れ" in page
    assert send(clerk, page, "waiting", row, answer="wait").status_code == 303
    assert calendar.waiting()[0].state == "waiting"


def enter(browser: Browser, **other: str):
    fields = {"procedure": "short", "phone": SHOWN, "name": NAME, "first": DAY, "last": DAY, "people": "1"}
    return browser.post("/console/waiting", "/console/waiting", office="small", **(fields | other))


def test_a_clerk_puts_somebody_on_the_list(clerk: Browser, calendar: OfficeCalendar):
    assert enter(clerk).status_code == 303
    (entry,) = calendar.waiting()
    assert (entry.phone, entry.name, entry.origin) == (PHONE, NAME, "clerk:clerk")
    assert enter(clerk).status_code == 303
    assert len(calendar.waiting()) == 1


@pytest.mark.parametrize("other", [{"phone": ""}, {"phone": "非通知"}, {"phone": "12"}, {"name": "x" * 61}, {"first": "x"}, {"last": "2026-11-01"}, {"last": "9999-01-01"}, {"procedure": "none"}, {"procedure": ""}, {"people": "9"}, {"people": "x"}])  # fmt: skip
def test_a_wish_that_cannot_be_kept_is_told_and_not_lost(
    clerk: Browser, calendar: OfficeCalendar, other: dict[str, str]
):
    answer = enter(clerk, **other)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    kept = {"phone": SHOWN, "name": NAME} | other
    assert all(f'value="{kept[key]}"' in unescape(answer.text) for key in ("phone", "name"))
    assert calendar.waiting() == []


@pytest.mark.parametrize(
    ("other", "ja", "en"),
    [
        ({"procedure": ""}, "手続きを選んでください。</span>", "Choose a procedure.</span>"),
        ({"last": "2199-12-01"}, "2027年1月23日（土）までの日を", "Give a day up to Sat 23 Jan 2027"),
        ({"name": "123456789018"}, "12桁の番号", "twelve digits"),
        ({"name": "１２３４－５６７８－９０１２"}, "12桁の番号", "twelve digits"),
        ({"phone": ""}, "電話番号を入れてください。", "Give the telephone number."),
        ({"phone": "abc"}, ">電話番号として読めません。", "cannot be read as a telephone number"),
        ({"people": "9"}, "一度に1人までです。", "is for 1 at most."),
        ({"people": ""}, "一度に1人までです。", "is for 1 at most."),
    ],
)
def test_why_a_wish_cannot_be_kept_stands_at_its_field(
    clerk: Browser, calendar: OfficeCalendar, other: dict[str, str], ja: str, en: str
):
    for language, told in (("ja", ja), ("en", en)):
        clerk.get(f"/language/{language}")
        answer = enter(clerk, **other)
        assert (answer.status_code, told in answer.text) == (422, True)
        assert re.search(rf'id="{next(iter(other))}"[^>]*aria-invalid="true"', answer.text)
    assert calendar.waiting() == []


def test_full_width_people_wait(clerk: Browser, calendar: OfficeCalendar):
    assert enter(clerk, people="１").status_code == 303
    assert calendar.waiting()[0].people == 1


def test_the_other_offices_tell_how_many_wait_there(clerk: Browser, engine: Engine, calendar: OfficeCalendar):
    load_into(engine, small_office(id="ward", name="区役所"))
    OfficeCalendar(engine, "ward").ask_callback(PHONE, "区の相談", NOW, by=SID)
    page = callbacks(clerk)
    assert "区役所（1）" in page
    assert "区の相談" not in page
    assert "区の相談" in callbacks(clerk, "?office=ward")
