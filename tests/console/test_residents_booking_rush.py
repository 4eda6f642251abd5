"""Many at once: the last place, bots, and those behind one address."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from sqlalchemy import Engine, func, select

from calendar_backend import OfficeCalendar
from calendar_backend.models import HELD, BookingRow
from tests.calendar_backend.small_office import NOW, fill
from tests.console.booked import DAY, calendar, plain
from tests.console.conftest import Browser, later
from tests.console.resident import SHOWN, form, kept, read_back, send, times
from voicebot.console.residents import visitor
from voicebot.database import reading

__all__ = ["calendar"]

LAST = f"{DAY}T17:00"


def holds(engine: Engine, now=NOW) -> int:
    asked = select(func.count(BookingRow.id)).where(BookingRow.status == HELD, BookingRow.held_until > now)
    with reading(engine) as connection:
        return connection.scalar(asked) or 0


def test_the_last_place_goes_to_one_and_the_other_is_told_at_once(browsers, calendar: OfficeCalendar):
    fill(calendar, "short", f"{DAY}T08:30", f"{DAY}T16:45", 15)
    visitors = [browsers() for _ in range(3)]
    shown = [form(times(one), "/book/hold") for one in visitors]
    together = Barrier(len(visitors))

    def press(one: Browser, page) -> tuple[int, str]:
        together.wait()
        answer = send(one, page, start=LAST)
        return answer.status_code, answer.text

    with ThreadPoolExecutor(len(visitors)) as pool:
        answers = list(pool.map(press, visitors, shown))
    assert Counter(status for status, _ in answers) == {303: 1, 409: 2}
    assert all("ほかの方の予約で埋まりました" in text for status, text in answers if status == 409)
    assert all(">2026年12月" in text for status, text in answers if status == 409)


def test_two_whose_holds_ran_out_get_one_booking_of_one_place(browsers, calendar: OfficeCalendar):
    first = browsers()
    mine = form(read_back(first, kept(first), phone=SHOWN), "/book/confirm")
    later(first.service, 301)
    second = browsers()
    theirs = form(read_back(second, kept(second), phone="090-1234-5678"), "/book/confirm")
    later(first.service, 301)
    together = Barrier(2)

    def press(one: Browser, page) -> int:
        together.wait()
        return send(one, page).status_code

    with ThreadPoolExecutor(2) as pool:
        answers = sorted(pool.map(press, (first, second), (mine, theirs)))
    assert answers == [303, 409]
    assert len(calendar.bookings()) == 1


def test_one_form_pressed_many_times_at_once_is_one_booking(browser: Browser, calendar: OfficeCalendar):
    shown = form(read_back(browser, kept(browser), phone=SHOWN), "/book/confirm")
    with ThreadPoolExecutor(4) as pool:
        answers = list(
            pool.map(lambda _: send(browser, shown).headers["location"].partition("?")[0], range(4))
        )
    assert len(set(answers)) == 1
    assert len(calendar.bookings()) == 1


def test_bots_behind_one_address_take_no_more_places_than_it_may(browsers, engine: Engine):
    browser = browsers()
    page = form(times(browser, "both"), "/book/hold")
    starts = [value for name, value in form(times(browser, "both"), "/book/hold").buttons if name == "start"]
    most = browser.client.app.state.console.holds_from.most
    answers: Counter[int] = Counter()
    for n in range(most + 40):
        browser.client.cookies.delete("voicebot_booker")
        answers[send(browser, page, start=starts[n % len(starts)]).status_code] += 1
    assert answers[429] == 40
    assert 0 < holds(engine) <= most
    later(browser.service, 300)
    assert holds(engine, browser.service.clock.now()) == 0
    browser.client.cookies.delete("voicebot_booker")
    assert send(browser, page, start=starts[0]).status_code == 303


def test_a_hold_is_not_made_longer_more_often_than_its_address_may(browser: Browser, engine: Engine):
    you = kept(browser)
    most = browser.client.app.state.console.holds_from.most
    assert "10:05" in plain(read_back(browser, you, phone="").text)
    for _ in range(most - 2):
        read_back(browser, you, phone="")
    later(browser.service, 120)
    answer = read_back(browser, you, phone=SHOWN)
    assert (answer.status_code, "10:05" in plain(answer.text)) == (200, True)
    later(browser.service, 180)
    assert holds(engine, browser.service.clock.now()) == 0


def test_a_cookie_that_was_not_given_is_no_visitor(browser: Browser, engine: Engine):
    for forged in ("", "zzz", "0123456789abcdef.zzz", "\udc80", "a" * 4000):
        browser.client.cookies.set(
            "voicebot_booker", forged.encode("ascii", "ignore").decode(), domain="city.test"
        )
        assert kept(browser).status_code == 200
        with reading(engine) as connection:
            clients = list(connection.scalars(select(BookingRow.call_sid)))
        assert all(len(one) == len("web:") + 32 for one in clients)
        later(browser.service, 301)


def test_who_comes_next_to_the_same_screen_is_another_visitor(browser: Browser, calendar: OfficeCalendar):
    def made() -> int:
        return send(
            browser, form(read_back(browser, kept(browser, what="both"), phone=""), "/book/confirm")
        ).status_code

    assert [made(), made()] == [303, 303]
    clients = {line.by for booking in calendar.bookings() for line in calendar.history(booking.number)[0]}
    assert len(clients) == 2


@pytest.mark.parametrize(
    ("host", "key"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("testclient", "testclient"),
    ],
)
def test_an_address_is_a_household(host: str, key: str):
    class Here:
        class request:
            class client:
                pass

    Here.request.client.host = host
    assert visitor.address(Here) == key


def test_bookings_are_limited_by_the_hour(browser: Browser):
    limit = browser.client.app.state.console.bookings_from
    assert (limit.most, limit.within) == (30, timedelta(hours=1))
    shown = form(read_back(browser, kept(browser), phone=SHOWN), "/book/confirm")
    for _ in range(limit.most):
        limit.admit("testclient", browser.service.clock.now())
    assert send(browser, shown).status_code == 429
    later(browser.service, 3601)
    assert send(browser, shown).status_code == 303
