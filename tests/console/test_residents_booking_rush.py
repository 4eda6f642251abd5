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
from tests.console.resident import SHOWN, books, form, kept, read_back, send, times
from voicebot.console.residents import keeping, visitor
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
    kept_for: Counter[bool] = Counter()
    for n in range(most + 40):
        browser.client.cookies.delete("voicebot_booker")
        answer = send(browser, page, start=starts[n % len(starts)])
        if answer.status_code == 303:
            kept_for["hold=free-" not in answer.headers["location"]] += 1
    assert kept_for[True] == holds(engine) <= most
    later(browser.service, 300)
    assert holds(engine, browser.service.clock.now()) == 0
    browser.client.cookies.delete("voicebot_booker")
    assert "hold=free-" not in send(browser, page, start=starts[0]).headers["location"]


def spent(browser: Browser) -> None:
    """Everything that its address may keep is kept."""
    limit = browser.client.app.state.console.holds_from
    for _ in range(limit.most):
        limit.admit("testclient", browser.service.clock.now())


def test_who_may_have_nothing_kept_is_told_so_and_books_all_the_same(
    browser: Browser, calendar: OfficeCalendar, engine: Engine
):
    spent(browser)
    you = kept(browser)
    assert "この時間をお取りしておけません" in you.text
    check = read_back(browser, you, phone=SHOWN)
    assert "この時間をお取りしておけません" in check.text
    assert holds(engine) == 0
    shown = form(check, "/book/confirm")
    answers = [send(browser, shown) for _ in range(2)]
    assert [one.status_code for one in answers] == [303, 303]
    (booking,) = calendar.bookings()
    assert f"{booking.start:%m-%dT%H:%M}" == "12-04T10:00"


def test_what_is_not_kept_may_go_to_another_and_is_told_at_once(browsers, calendar: OfficeCalendar):
    first, second = browsers(), browsers()
    spent(first)
    you = kept(first, start=LAST)
    check = form(read_back(first, you, phone=SHOWN), "/book/confirm")
    fill(calendar, "short", LAST, LAST, 15)
    assert send(first, check, start=LAST).status_code == 409
    assert read_back(first, you, phone=SHOWN).status_code == 409
    assert "ほかの方の予約で埋まりました" in send(second, form(times(second), "/book/hold"), start=LAST).text


def test_where_many_are_kept_no_more_of_a_day_are_than_are_left(
    browser: Browser, engine: Engine, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(keeping, "FREELY", 0)
    page = form(times(browser), "/book/hold")
    starts = [value for name, value in page.buttons if name == "start" and value.startswith(DAY)]
    for start in starts:
        browser.client.cookies.delete("voicebot_booker")
        send(browser, page, start=start)
    left = [one for name, one in form(times(browser), "/book/hold").buttons if one.startswith(f"{DAY}T")]
    assert 0 < holds(engine) < len(starts)
    assert len(set(left)) + 1 >= holds(engine)


def test_a_booking_is_moved_though_the_new_place_may_not_be_kept(browser: Browser, calendar: OfficeCalendar):
    own = books(browser, phone=SHOWN)
    spent(browser)
    answer = send(browser, form(browser.get(f"{own}/move?day={DAY}"), f"{own}/hold"), start=f"{DAY}T11:00")
    answer = browser.get(answer.headers["location"])
    assert send(browser, form(answer, f"{own}/move")).headers["location"] == f"{own}?done=moved"
    (booking,) = calendar.bookings()
    assert booking.start.hour == 11


def test_many_bookings_of_a_few_leave_room_for_others(browser: Browser):
    limit = browser.client.app.state.console.bookings_of_all
    now = browser.service.clock.now()
    for n in range(limit.most):
        limit.admit(f"192.0.2.{n % 20}", now)
    answer = send(browser, form(read_back(browser, kept(browser), phone=SHOWN), "/book/confirm"))
    assert answer.status_code == 303


def test_who_comes_when_all_is_spent_is_told_to_phone(browser: Browser):
    limit = browser.client.app.state.console.bookings_of_all
    now = browser.service.clock.now()
    for n in range(limit.most):
        limit.admit(n, now)
    answer = send(browser, form(read_back(browser, kept(browser), phone=SHOWN), "/book/confirm"))
    assert answer.status_code == 429
    assert "お急ぎのときは、お電話ください" in answer.text


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
