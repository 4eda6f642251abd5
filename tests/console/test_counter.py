"""Who walks in or has booked: drawn, followed, called, served; and what comes between."""

import io
import re
import wave
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, devices
from tests.calendar_backend.small_office import NOW, at
from tests.console import settings_forms
from tests.console.at_the_counter import (
    DESK,
    Drawn,
    checks_in,
    draws,
    opens,
    presses,
    queue,
    ticket_of,
    with_key,
)
from tests.console.booked import NAME, PHONE, TODAY, book, plain
from tests.console.conftest import Browser, later, signed_in
from tests.console.resident import form, forms, send
from voicebot.console import audit
from voicebot.console.page import Page
from voicebot.console.roles import SIGNED_IN, Role
from voicebot.console.routes import PAGES
from voicebot.database import reading
from voicebot.speech.fake_synthesizer import FakeSynthesizer

Browsers = Callable[[], Browser]
BEFORE = NOW - timedelta(days=7)


@pytest.fixture
def kiosk(browsers: Browsers) -> Browser:
    return with_key(browsers(), "kiosk")


@pytest.fixture
def lobby(browsers: Browsers) -> Browser:
    return with_key(browsers(), "lobby")


@pytest.fixture
def staff(browsers: Browsers) -> Browser:
    return signed_in(browsers(), Role.COUNTER)


@pytest.fixture
def phone(browsers: Browsers) -> Browser:
    return browsers()


@pytest.fixture
def calendar(engine: Engine) -> OfficeCalendar:
    return OfficeCalendar(engine, "small")


def follows(phone: Browser, drawn: Drawn) -> str:
    return plain(phone.get(f"/t/{drawn.token}").text)


def test_one_walks_in_waits_is_called_and_served(
    kiosk: Browser, lobby: Browser, staff: Browser, phone: Browser
):
    opens(staff)
    page = plain(kiosk.get("/kiosk/take?procedure=short").text)
    assert "前に待っている方 0人" in page
    first, second = draws(kiosk), draws(kiosk)
    assert (first.number, second.number) == (1, 2)
    assert "前に待っている方 1人" in follows(phone, second)
    assert re.search(r"待ち時間の目安 (およそ\d+〜\d+分|\d+分以内)", follows(phone, second))
    presses(staff, "next")
    assert "お呼びしています" in follows(phone, first)
    assert "1番窓口" in follows(phone, first)
    board = lobby.get("/lobby").text
    assert 'data-call="1.1.desk.1"' in board
    presses(staff, "again")
    assert 'data-call="1.2.desk.1"' in lobby.get("/lobby").text
    presses(staff, "serving")
    assert "data-call" not in lobby.get("/lobby").text
    assert "窓口でうけたまわっています" in follows(phone, first)
    presses(staff, "done")
    assert "終わりました" in follows(phone, first)
    assert "前に待っている方 0人" in follows(phone, second)
    assert [(one.number, one.state) for one in queue(staff).today(NOW)] == [(1, "done"), (2, "waiting")]


def test_the_same_step_gives_one_number_however_often_it_is_sent(kiosk: Browser):
    page = form(kiosk.get("/kiosk/take?procedure=short"), "/kiosk/take")
    numbers = {ticket_of(kiosk, send(kiosk, page)).number for _ in range(3)}
    assert numbers == {1}
    assert len(queue(kiosk).today(NOW)) == 1
    other = send(kiosk, page, procedure="long")
    assert (other.status_code, other.headers["location"]) == (303, "/kiosk")
    assert len(queue(kiosk).today(NOW)) == 1


def booked(calendar: OfficeCalendar, time: str = "10:15", phone: str = PHONE, what: str = "short") -> str:
    """The number of a booking of today, made days ago."""
    made = calendar.book(
        what, at(f"{TODAY}T{time}"), phone, f"CA{time}{phone}", BEFORE, name=NAME, second=True
    )
    return made.number


def test_a_booking_checks_in_and_is_called_at_its_time(
    kiosk: Browser, staff: Browser, calendar: OfficeCalendar
):
    number = booked(calendar)
    first, second = draws(kiosk), draws(kiosk)
    came = ticket_of(kiosk, checks_in(kiosk, number))
    assert ticket_of(kiosk, checks_in(kiosk, number)) == came
    assert "10:15のご予約として" in plain(kiosk.get(f"/t/{came.token}").text)
    opens(staff)
    called = []
    for _ in range(3):
        later(staff.service, 5 * 60)
        presses(staff, "next")
        called.append(queue(staff).desks(staff.service.clock.now())[0].ticket)
        presses(staff, "done")
    assert [one.number for one in called if one] == [first.number, came.number, second.number]
    assert calendar.record(number).booking.status == "came"


def test_a_booking_is_found_by_the_qr_code_of_its_own_page(
    kiosk: Browser, calendar: OfficeCalendar, phone: Browser
):
    number = booked(calendar)
    token = kiosk.service.city.token(calendar.record(number).id)
    drawn = ticket_of(kiosk, checks_in(kiosk, f"https://city.test/book/mine/{token}"))
    assert queue(kiosk).numbered(drawn.number, NOW).booking_number == number


def test_by_the_end_of_the_telephone_number_and_by_time_where_there_are_several(
    kiosk: Browser, calendar: OfficeCalendar
):
    booked(calendar, "10:15")
    late = booked(calendar, "11:00")
    which = checks_in(kiosk, PHONE[-4:], "phone")
    assert (which.status_code, "何時のご予約ですか" in which.text) == (200, True)
    assert NAME not in which.text
    assert PHONE[-7:-4] not in plain(which.text)
    drawn = ticket_of(kiosk, send(kiosk, form(which, "/kiosk/check-in"), start="11:00"))
    assert queue(kiosk).numbered(drawn.number, NOW).booking_number == late


def test_two_at_one_time_are_asked_for_the_number(kiosk: Browser, calendar: OfficeCalendar):
    booked(calendar, "10:15")
    booked(calendar, "10:15", what="both")
    assert "予約番号を押してください" in plain(checks_in(kiosk, PHONE[-4:], "phone").text)


def test_guesses_at_a_kiosk_come_to_an_end(kiosk: Browser, calendar: OfficeCalendar):
    booked(calendar)
    for guess in range(10):
        assert checks_in(kiosk, f"{guess:04}", "phone").status_code == 422
    stopped = checks_in(kiosk, PHONE[-4:], "phone")
    assert stopped.status_code == 429
    assert "あと16分" in plain(stopped.text)
    later(kiosk.service, 16 * 60)
    assert checks_in(kiosk, PHONE[-4:], "phone").status_code == 303


def test_digits_are_pressed_one_by_one_without_any_script(kiosk: Browser):
    page = kiosk.get("/kiosk/check-in")
    for key in ("1", "2", "back", "3", "clear", "4", "5"):
        page = send(kiosk, form(page, "/kiosk/check-in"), key=key)
    assert 'value="45"' in page.text
    short = send(kiosk, form(page, "/kiosk/check-in"), key="go")
    assert (short.status_code, "数字を4つ" in short.text) == (422, True)


def test_a_booking_of_another_day_is_told_its_day(kiosk: Browser, calendar: OfficeCalendar):
    number = book(calendar).number
    assert "2026年12月4日（金） 10:00" in plain(checks_in(kiosk, number).text)


def test_a_booking_that_is_cancelled_while_it_is_called_is_served_and_before_it_is_not(
    kiosk: Browser, staff: Browser, phone: Browser, calendar: OfficeCalendar
):
    numbers = booked(calendar, "10:15"), booked(calendar, "10:30")
    first, second = (ticket_of(kiosk, checks_in(kiosk, number)) for number in numbers)
    opens(staff)
    presses(staff, "next")
    for number in numbers:
        calendar.cancel(number, None, NOW, by="clerk:hana", by_clerk=True)
    assert "予約は取り消し済み" in plain(staff.get(DESK).text)
    assert "お呼びしています" in follows(phone, first)
    assert "取り消されたか、変わりました" in follows(phone, second)
    presses(staff, "serving")
    presses(staff, "done")
    assert "待っている方はいません" in plain(staff.get(presses(staff, "next").headers["location"]).text)
    assert "お待ちになるのをやめました" in follows(phone, second)


def test_a_typhoon_closes_the_day_and_all_are_told_at_once(
    kiosk: Browser, lobby: Browser, staff: Browser, phone: Browser, browsers: Browsers
):
    opens(staff)
    drawn = draws(kiosk)
    asked_before = form(kiosk.get("/kiosk/take?procedure=short"), "/kiosk/take")
    clerk = signed_in(browsers(), Role.CLERK)
    address = f"{settings_forms.OFFICE}/close"
    given = settings_forms.fields(clerk.get(address), address) | {"first": TODAY, "reason": "台風"}
    preview = settings_forms.send(clerk, address, given | {"step": "check"})
    assert settings_forms.save(clerk, preview, address).status_code == 303
    for browser, page in ((kiosk, "/kiosk"), (lobby, "/lobby"), (staff, DESK), (phone, f"/t/{drawn.token}")):
        assert "台風" in plain(browser.get(page).text)
    assert "/kiosk/take?" not in kiosk.get("/kiosk").text
    refused = send(kiosk, asked_before)
    assert (refused.status_code, "台風" in plain(refused.text)) == (409, True)
    assert "窓口は閉めてあります" in plain(presses(staff, "next").text)
    assert len(queue(kiosk).today(NOW)) == 1
    reopened = settings_forms.fields(clerk.get(address), f"{settings_forms.OFFICE}/reopen")
    settings_forms.send(clerk, f"{settings_forms.OFFICE}/reopen", reopened)
    assert "お待ちください" in follows(phone, drawn)
    presses(staff, "next")
    assert "お呼びしています" in follows(phone, drawn)


def test_sent_on_missed_back_and_left(kiosk: Browser, staff: Browser, phone: Browser):
    opens(staff)
    one, other, third = draws(kiosk), draws(kiosk), draws(kiosk)
    presses(staff, "next")
    where = form(staff.get(f"{DESK}/send-on"), DESK)
    assert send(staff, where, to="wide").headers["location"] == f"{DESK}?told=desk_sent_on"
    assert queue(staff).numbered(one.number, NOW).counter_id == "wide"
    presses(staff, "next")
    presses(staff, "missed")
    assert "お会いできませんでした" in follows(phone, other)
    shown = [f for f in forms(staff.get(DESK).text) if ("deed", "back") in f.fields]
    send(staff, shown[0], ticket=str(other.number))
    assert queue(staff).numbered(other.number, NOW).state == "waiting"
    send(phone, form(phone.get(f"/t/{third.token}/leave"), f"/t/{third.token}/leave"))
    assert "お待ちになるのをやめました" in follows(phone, third)


def test_a_desk_pauses_closes_and_refuses_what_is_not_as_it_was_seen(kiosk: Browser, staff: Browser):
    opens(staff)
    draws(kiosk)
    draws(kiosk)
    old = form(staff.get(DESK), DESK)
    presses(staff, "next")
    assert "ほかの人が先に" in plain(send(staff, old, deed="next").text)
    shown = form(staff.get(DESK), DESK)
    presses(staff, "done")
    presses(staff, "next")
    assert send(staff, shown, deed="done").status_code == 409
    assert [one.state for one in queue(staff).today(NOW)] == ["done", "called"]
    assert presses(staff, "close").status_code == 409
    presses(staff, "pause")
    presses(staff, "missed")
    assert presses(staff, "next").status_code == 409
    presses(staff, "open")
    assert "次を呼ぶ" in plain(staff.get(DESK).text)
    presses(staff, "close")
    assert queue(staff).desks(NOW)[0].state == "closed"
    assert presses(staff, "no such deed").status_code == 303


def test_who_has_booked_and_comes_to_the_desk_is_taken_in_there(staff: Browser, calendar: OfficeCalendar):
    number = booked(calendar)
    opens(staff)
    page = staff.get(DESK).text
    assert "ヤ＊＊" in page
    shown = [f for f in forms(page) if ("deed", "came") in f.fields]
    send(staff, shown[0], booking=number)
    assert [one.booking_number for one in queue(staff).line("desk", NOW)] == [number]
    send(staff, shown[0], booking="0000")
    assert len(queue(staff).today(NOW)) == 1


@pytest.mark.parametrize(
    "address",
    [
        "/desk/none/desk/1",
        "/desk/small/none/1",
        "/desk/small/desk/0",
        "/desk/small/desk/51",
        "/desk/small/desk/x",
    ],
)
def test_there_is_no_such_desk(staff: Browser, address: str):
    assert staff.get(address).status_code == 404


def test_a_desk_is_chosen_by_counter_and_number(staff: Browser):
    assert "1から50まで" in staff.post("/desk", "/desk", office="small", counter="desk", number="0").text
    assert "窓口を選んで" in staff.post("/desk", "/desk", office="small", counter="x", number="1").text
    opens(staff)
    assert f'href="{DESK}"' in staff.get("/desk").text


def test_the_role_of_the_counter_serves_and_sees_nothing_else(staff: Browser):
    needing = [one for one in PAGES if isinstance(one, Page) and one.needs and one.method == "GET"]
    for one in needing:
        path = re.sub(r"\{\w+(:\w+)?\}", "1", one.path)
        assert (staff.get(path).status_code != 403) == (one.needs in (Role.COUNTER, SIGNED_IN)), path
    assert staff.get("/desk").status_code == 200
    assert staff.get("/console/password").status_code == 200
    nav = staff.get("/desk").text.split('<nav class="nav"')[1].split("</nav>")[0]
    assert re.findall('href="([^"]+)"', nav) == ["/desk"]


@pytest.mark.parametrize(
    ("role", "may"), [(Role.VIEWER, 403), (Role.OPERATOR, 403), (Role.CLERK, 200), (Role.ADMINISTRATOR, 200)]
)
def test_others_serve_only_from_clerk_on(browser: Browser, role: Role, may: int):
    assert signed_in(browser, role).get("/desk").status_code == may


def test_who_serves_begins_at_the_desk(browsers: Browsers, browser: Browser):
    signed_in(browsers(), Role.COUNTER)
    assert browser.signs_in("counter").headers["location"] == "/desk"
    assert browsers().get("/desk").headers["location"].startswith("/sign-in")


def test_the_lobby_has_nothing_of_anybody_but_numbers(
    kiosk: Browser, lobby: Browser, staff: Browser, calendar: OfficeCalendar
):
    number = booked(calendar, "10:00")
    drawn = ticket_of(kiosk, checks_in(kiosk, number))
    opens(staff)
    presses(staff, "next")
    page = lobby.get("/lobby").text
    assert f"<strong>{drawn.number}</strong>" in page
    for secret in (number, NAME, "ヤマダ", "ヤ＊", PHONE[-4:], drawn.token, "短", "長い名"):
        assert secret not in page


def test_a_call_is_heard_with_chime_and_voice(kiosk: Browser, lobby: Browser, staff: Browser):
    opens(staff, "/desk/small/desk/3")
    draws(kiosk)
    with wave.open(io.BytesIO(lobby.get("/lobby/said/1").content)) as file:
        assert not file.readframes(file.getnframes()).strip(b"\0")
    presses(staff, "next", "/desk/small/desk/3")
    sound = lobby.get("/lobby/said/1")
    assert sound.headers["content-type"] == "audio/wav"
    with wave.open(io.BytesIO(sound.content)) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (8000, 1, 2)
        assert file.getnframes() > 1.2 * 8000
    voice = staff.service.parts.synthesizer
    assert isinstance(voice, FakeSynthesizer)
    assert voice.spoken[-1][0].text == "1番のかた、3番窓口へ、お越しください。"
    assert voice.spoken[-1][0].reading == "いちばんのかた、さんばんまどぐちえ、おこしください。"
    opens(staff, "/desk/small/wide/3")
    lobby.get("/lobby/said/1")
    assert voice.spoken[-1][0].text == "1番のかた、名の、3番へ、お越しください。"
    for wrong in ("2", "0", "x", "99999999999999999999"):
        assert lobby.get(f"/lobby/said/{wrong}").status_code == 404


@pytest.mark.parametrize("page", ["/kiosk", "/lobby"])
def test_without_a_key_a_device_says_what_to_do(browser: Browser, page: str):
    for address in (page, f"{page}?key=wrong"):
        answer = browser.get(address)
        assert answer.status_code == 403
        assert "/console/settings/devices" in answer.text


def test_a_key_is_of_one_kind_and_opens_nothing_once_it_is_taken_back(browsers: Browsers, engine: Engine):
    device, key = devices.make(engine, "small", "kiosk", "入口", NOW, by="test")
    browser = browsers()
    assert browser.get(f"/lobby?key={key}").status_code == 403
    assert browser.get(f"/kiosk?key={key}").status_code == 303
    assert browser.get("/kiosk").status_code == 200
    page = form(browser.get("/kiosk/take?procedure=short"), "/kiosk/take")
    devices.take_back(engine, "small", device.id, NOW, by="test")
    assert browser.get("/kiosk").status_code == 403
    assert send(browser, page).status_code == 403
    assert browser.get("/kiosk/alive").status_code == 403


def test_an_administrator_makes_a_key_and_takes_it_back(browser: Browser, browsers: Browsers, engine: Engine):
    chief, address = signed_in(browser, Role.ADMINISTRATOR), "/console/settings/devices"
    assert "置く場所を" in chief.post(address, address, office="small", kind="kiosk", name=" ").text
    assert "種類を選んで" in chief.post(address, address, office="small", kind="tv", name="入口").text
    made = chief.post(address, address, office="small", kind="kiosk", name="正面入口")
    found = re.search(r"/kiosk\?key=([\w-]{43})", made.text)
    assert found
    assert found[1] not in chief.get(address).text
    device = browsers()
    assert device.get(found[0]).status_code == 303
    page = chief.get(address)
    shown = form(page, f"{address}/take-back")
    assert send(chief, shown, device="1").headers["location"].endswith("told=device_taken_back")
    assert send(chief, shown, device="1").status_code == 409
    assert device.get("/kiosk").status_code == 403
    with reading(engine) as connection:
        deeds = [deed for deed in audit.deeds(connection) if deed.action.startswith("device")]
    assert [one.action for one in deeds] == ["device.take_back", "device.make"]
    assert found[1] not in str(deeds)
    assert signed_in(browsers(), Role.CLERK).get(address).status_code == 403


def test_the_kiosk_finds_by_words_and_has_no_page_for_what_is_not(kiosk: Browser):
    assert "/kiosk/take?procedure=long" in kiosk.get("/kiosk/found?q=長い").text
    assert "見つかりませんでした" in kiosk.get("/kiosk/found?q=ぴょんぴょこ").text
    assert kiosk.get("/kiosk/found?q=123456789012").headers["location"] == "/kiosk"
    assert kiosk.get("/kiosk/take?procedure=none").status_code == 404
    assert kiosk.get("/kiosk/ticket/none").status_code == 404
    assert kiosk.get(f"/t/{'x' * 43}").status_code == 404


def test_after_hours_the_kiosk_draws_nothing(kiosk: Browser):
    page = form(kiosk.get("/kiosk/take?procedure=short"), "/kiosk/take")
    later(kiosk.service, 8 * 60 * 60)
    assert "本日の受付は終わりました" in plain(kiosk.get("/kiosk").text)
    assert "本日の受付は終わりました" in plain(send(kiosk, page).text)
    assert queue(kiosk).today(kiosk.service.clock.now()) == []


@pytest.mark.parametrize("language", ["ja", "easy", "en", "zh", "ko"])
def test_all_pages_of_the_kiosk_are_there_in_each_language(
    kiosk: Browser, lobby: Browser, phone: Browser, language: str
):
    for browser in (kiosk, lobby, phone):
        browser.get(f"/read-in/{language}")
    drawn = draws(kiosk)
    pages = [
        kiosk.get(one)
        for one in ("/kiosk", "/kiosk/check-in", "/kiosk/check-in?by=phone", f"/kiosk/ticket/{drawn.token}")
    ]
    pages += [lobby.get("/lobby"), phone.get(f"/t/{drawn.token}"), phone.get(f"/t/{drawn.token}/leave")]
    tag = {"easy": "ja", "zh": "zh-Hans"}.get(language, language)
    assert {one.status_code for one in pages} == {200}
    assert all(f'<html lang="{tag}">' in one.text for one in pages)


def test_the_slip_has_a_qr_code_and_the_number_of_whoever_follows_it(kiosk: Browser):
    drawn = draws(kiosk)
    page = kiosk.get(f"/kiosk/ticket/{drawn.token}").text
    assert "<svg" in page
    assert "data-print" in page


def test_the_day_sheet_shows_who_is_here(kiosk: Browser, browsers: Browsers, calendar: OfficeCalendar):
    drawn = ticket_of(kiosk, checks_in(kiosk, booked(calendar)))
    sheet = plain(signed_in(browsers(), Role.CLERK).get(f"/console/bookings?day={TODAY}").text)
    assert f"札{drawn.number} 待っている" in sheet
    viewer = signed_in(browsers(), Role.OPERATOR)
    assert "札" not in plain(viewer.get("/console/bookings?day=2026-12-04").text)
