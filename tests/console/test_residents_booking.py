"""A resident books: what is shown on the way, and what is booked at its end."""

import re

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar, load_into
from calendar_backend.amending import amend
from tests.calendar_backend.small_office import NOW, at, fill, small_office
from tests.console.booked import DAY, book, calendar, plain
from tests.console.conftest import Browser, later
from tests.console.resident import (
    LANGUAGES,
    PHONE,
    SHOWN,
    books,
    chooses,
    form,
    forms,
    kept,
    number,
    read_back,
    send,
    times,
)

__all__ = ["calendar"]


def asking(engine: Engine, **rules: object) -> None:
    load_into(engine, small_office(rules=rules))


def another(browser: Browser, calendar: OfficeCalendar) -> None:
    """Somebody else books the place on the telephone, now."""
    calendar.book("short", at(f"{DAY}T10:00"), "+81935550000", "CA1", browser.service.clock.now())


def test_a_resident_books_and_history_says_by_which_way(browser: Browser, calendar: OfficeCalendar):
    own = browser.get(books(browser, phone=SHOWN))
    (booking,) = calendar.bookings()
    assert (booking.phone, booking.name, booking.start) == (PHONE, "", at(f"{DAY}T10:00"))
    assert number(own.text) == booking.number
    ((line,),) = calendar.history(booking.number)
    assert line.by.startswith("web:")
    assert PHONE not in line.by + str(line.details)


def test_without_a_telephone_number_the_booking_has_its_own_address_alone(
    browser: Browser, calendar: OfficeCalendar
):
    own = books(browser, phone="")
    assert calendar.bookings()[0].phone == ""
    assert re.fullmatch("/book/mine/[0-9a-f]{32}", own)
    assert browser.get(own).status_code == 200


def test_all_is_read_once_more_before_anything_is_booked(browser: Browser, calendar: OfficeCalendar):
    page = plain(read_back(browser, kept(browser), phone=SHOWN).text)
    for told in ("2026年12月4日（金） 10:00–10:15", "小さな役所", SHOWN, "10:05"):
        assert told in page
    assert calendar.bookings() == []


def test_the_same_form_sent_twice_is_one_booking(browser: Browser, calendar: OfficeCalendar):
    shown = form(read_back(browser, kept(browser), phone=SHOWN), "/book/confirm")
    first, second = (send(browser, shown).headers["location"].partition("?")[0] for _ in range(2))
    assert first == second
    assert len(calendar.bookings()) == 1


def test_a_form_sent_after_its_hold_ran_out_is_one_booking_too(browser: Browser, calendar: OfficeCalendar):
    shown = form(read_back(browser, kept(browser), phone=SHOWN), "/book/confirm")
    later(browser.service, 301)
    first, second = (send(browser, shown).headers["location"].partition("?")[0] for _ in range(2))
    assert first == second
    assert len(calendar.bookings()) == 1


def test_a_form_sent_again_after_it_was_cancelled_books_nothing(browser: Browser, calendar: OfficeCalendar):
    shown = form(read_back(browser, kept(browser), phone=SHOWN), "/book/confirm")
    own = send(browser, shown).headers["location"].partition("?")[0]
    send(browser, form(browser.get(f"{own}/cancel"), f"{own}/cancel"))
    assert send(browser, shown).headers["location"] == own
    assert [one.status for one in calendar.bookings()] == ["cancelled"]


def test_the_place_is_kept_while_the_form_is_filled(browser: Browser, browsers, calendar: OfficeCalendar):
    you = kept(browser)
    assert "10:05" in plain(you.text)
    answer = chooses(browsers())
    assert answer.status_code == 409
    assert "ほかの方の予約で埋まりました" in answer.text
    assert "10:00–10:15" not in plain(answer.text)
    assert [button[1] for button in form(answer, "/book/hold").buttons if button[0] == "start"]
    later(browser.service, 200)
    assert "10:08" in plain(read_back(browser, you, phone=SHOWN).text)
    assert calendar.bookings() == []


def test_a_visitor_keeps_one_place_at_a_time(browser: Browser, calendar: OfficeCalendar):
    kept(browser)
    kept(browser, f"{DAY}T11:00")
    assert f'value="{DAY}T10:00"' in times(browser).text
    assert f'value="{DAY}T11:00"' not in times(browser).text


def test_who_lost_the_place_is_told_with_others_near_and_keeps_what_was_typed(
    browser: Browser, engine: Engine, calendar: OfficeCalendar
):
    asking(engine, asks_name=True)
    you = kept(browser)
    later(browser.service, 301)
    another(browser, calendar)
    answer = read_back(browser, you, phone=SHOWN, name="ヤマダ ハナ")
    assert answer.status_code == 409
    assert "入れた内容は残っています" in plain(answer.text)
    shown = form(answer, "/book/hold")
    nearest = next(value for name, value in shown.buttons if name == "start")
    assert nearest.startswith(f"{DAY}T")
    again = send(browser, shown, start=nearest)
    assert (again.status_code, SHOWN in again.text, "ヤマダ ハナ" in again.text) == (200, True, True)
    send(browser, form(read_back(browser, again), "/book/confirm"))
    assert [one.name for one in calendar.bookings() if one.phone == PHONE] == ["ヤマダ ハナ"]


def test_another_day_chosen_after_a_loss_keeps_what_was_typed(browser: Browser, calendar: OfficeCalendar):
    you = kept(browser)
    later(browser.service, 301)
    another(browser, calendar)
    lost = read_back(browser, you, phone=SHOWN)
    month = next(one for one in forms(lost) if ("day", "2026-12-07") in one.buttons)
    day = send(browser, month, day="2026-12-07")
    again = send(browser, form(day, "/book/hold"), start="2026-12-07T09:00")
    assert SHOWN in again.text


def test_a_form_opened_after_its_hold_ran_out_asks_for_a_time(browser: Browser):
    answer = chooses(browser)
    later(browser.service, 301)
    page = browser.get(answer.headers["location"])
    assert page.status_code == 409
    assert "お取りしておく時間が過ぎました" in page.text


@pytest.mark.parametrize(
    "phone",
    [
        "12",
        "abc",
        "非通知",
        "093-555",
        "0" * 70,
        "123456789012",
        "1234-5678-9012",
        "１２３４ ５６７８ ９０１２",
    ],
)
def test_what_is_no_telephone_number_is_told_and_nothing_is_booked(
    browser: Browser, calendar: OfficeCalendar, phone: str
):
    answer = read_back(browser, kept(browser), phone=phone)
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text
    assert calendar.bookings() == []


@pytest.mark.parametrize("field", ["phone", "name"])
@pytest.mark.parametrize("typed", ["123456789012", "１２３４　５６７８　９０１２"])
def test_twelve_digits_are_refused_and_not_shown_again(
    browser: Browser, engine: Engine, calendar: OfficeCalendar, field: str, typed: str
):
    asking(engine, asks_name=True)
    answer = read_back(browser, kept(browser), **({"phone": SHOWN, "name": "ヤマダ"} | {field: typed}))
    assert answer.status_code == 422
    assert "マイナンバーは入れないでください" in plain(answer.text)
    assert typed not in answer.text
    assert calendar.bookings() == []


def test_twelve_digits_are_not_searched_for(browser: Browser):
    page = browser.get("/book?q=1234-5678-9012")
    assert "マイナンバーは入れないでください" in page.text
    assert "9012" not in page.text.split("<main", 1)[1]


def test_a_name_is_asked_for_where_the_office_wants_it(
    browser: Browser, engine: Engine, calendar: OfficeCalendar
):
    assert 'name="name"' not in kept(browser).text
    asking(engine, asks_name=True)
    you = kept(browser)
    assert read_back(browser, you, phone=SHOWN, name=" ").status_code == 422
    send(browser, form(read_back(browser, you, phone=SHOWN, name="ヤマダ タロウ"), "/book/confirm"))
    assert calendar.bookings()[0].name == "ヤマダ タロウ"


def test_what_the_office_asks_besides_is_asked_and_kept(
    browser: Browser, engine: Engine, calendar: OfficeCalendar
):
    asking(engine, asks={"interpreter": ["en", "jsl"]})
    you = kept(browser)
    assert "通訳は必要ですか" in you.text
    assert read_back(browser, you, **{"d.interpreter": "vi"}).status_code == 422
    checked = read_back(browser, you, phone=SHOWN, **{"d.interpreter": "jsl"})
    assert "手話" in plain(checked.text)
    send(browser, form(checked, "/book/confirm"))
    assert calendar.bookings()[0].details == {"interpreter": "jsl"}


def test_who_has_a_booking_is_told_and_may_have_a_second(browser: Browser, calendar: OfficeCalendar):
    other = book(calendar, f"{DAY}T14:00", phone=PHONE)
    answer = send(browser, form(read_back(browser, kept(browser), phone=SHOWN), "/book/confirm"))
    assert answer.status_code == 409
    assert "もう1つ予約しますか" in plain(answer.text)
    assert other.number not in answer.text
    assert len(calendar.bookings()) == 1
    assert send(browser, form(answer, "/book/confirm")).status_code == 303
    assert len(calendar.bookings()) == 2


def test_as_many_as_a_number_may_have_and_no_more(browser: Browser, engine: Engine, calendar: OfficeCalendar):
    asking(engine, per_person=1)
    calendar.refresh()
    book(calendar, f"{DAY}T14:00", "both", phone=PHONE)
    answer = send(browser, form(read_back(browser, kept(browser), phone=SHOWN), "/book/confirm"))
    assert (answer.status_code, "これ以上予約できません" in answer.text) == (409, True)
    assert len(calendar.bookings()) == 1


def test_several_procedures_are_one_visit(browser: Browser, calendar: OfficeCalendar):
    page = browser.get("/book?procedure=short")
    assert "procedure=short&amp;procedure=both" in page.text
    assert "procedure=short&amp;procedure=short" not in page.text
    you = kept(browser, what="short&procedure=both")
    send(browser, form(read_back(browser, you, phone=SHOWN), "/book/confirm"))
    assert calendar.bookings()[0].procedure_ids == ("short", "both")


def test_a_month_says_why_a_day_is_closed(browser: Browser, engine: Engine, calendar: OfficeCalendar):
    office = small_office(closed=[{"date": "2026-12-08", "name": "庁舎の点検", "reading": "てんけん"}])
    amend(engine, office, calendar.snapshot.revision, NOW, "test")
    page = plain(browser.get("/book/when?procedure=short&month=2026-12").text)
    assert "12/8（火） 休み 庁舎の点検" in page
    assert "12/29（火） 祝日 年末年始" in page
    assert "5 土日" in page
    assert "4 空き" in page


def test_a_full_day_is_no_link(browser: Browser, calendar: OfficeCalendar):
    fill(calendar, "short", f"{DAY}T08:30", f"{DAY}T17:00", 15)
    page = browser.get("/book/when?procedure=short&month=2026-12")
    assert "4 満員" in plain(page.text)
    assert f"day={DAY}" not in page.text.split("<main", 1)[1]
    assert "この日に空きはありません" in times(browser).text


def test_people_are_asked_for_where_several_may_come(
    browser: Browser, engine: Engine, calendar: OfficeCalendar
):
    procedures = [
        {
            "id": "pair",
            "name": "二人",
            "reading": "ふたり",
            "counter": "wide",
            "duration_minutes": 30,
            "people": 2,
        }
    ]
    load_into(engine, small_office(procedures=procedures))
    assert 'name="people"' in times(browser, "pair").text
    you = kept(browser, what="pair", more="&people=2")
    send(browser, form(read_back(browser, you, phone=SHOWN), "/book/confirm"))
    assert calendar.bookings()[0].people == 2


def test_where_several_offices_do_it_one_is_chosen(browser: Browser, engine: Engine):
    second = small_office(id="other", name="別の役所", procedures=[
        {"id": "short", "name": "名", "reading": "な", "counter": "desk", "duration_minutes": 15}])  # fmt: skip
    load_into(engine, second)
    assert browser.get("/book/when?procedure=short").headers["location"] == "/book/office?procedure=short"
    page = browser.get("/book/office?procedure=short")
    assert "別の役所" in page.text
    assert "いちばん早い空き：11/25（水）" in plain(page.text)
    assert browser.get("/book/when?procedure=both").status_code == 200
    assert books(browser, what="short&office=other")
    assert [one.office_id for one in OfficeCalendar(engine, "other").bookings()] == ["other"]


def test_words_find_it_and_what_is_not_found_is_told(browser: Browser):
    assert "長い名" in plain(browser.get("/book?q=ながい").text).split("すべての手続き")[0]
    assert "見つかりませんでした" in browser.get("/book?q=zzz").text


@pytest.mark.parametrize(
    "typed", ["<script>alert(1)</script>", '"><b>x', "{{ 7 * 7 }}", "\u202e", "'; drop table"]
)
def test_hostile_text_shows_as_text(browser: Browser, engine: Engine, calendar: OfficeCalendar, typed: str):
    asking(engine, asks_name=True)
    assert "<script>alert" not in browser.client.get("/book", params={"q": typed, "procedure": typed}).text
    answer = read_back(browser, kept(browser), phone=SHOWN, name=typed)
    assert "<script>alert" not in answer.text
    assert "49" not in plain(answer.text) or typed != "{{ 7 * 7 }}"


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/book?procedure=zzz", 200),
        ("/book/office", 303),
        ("/book/office?procedure=zzz", 303),
        ("/book/when", 404),
        ("/book/when?procedure=zzz", 404),
        ("/book/when?procedure=short&office=zzz", 404),
        ("/book/when?procedure=short&day=zzz", 400),
        ("/book/when?procedure=short&day=9999-12-31", 400),
        ("/book/when?procedure=short&day=2199-12-31", 200),
        ("/book/when?procedure=short&day=2001-01-01", 200),
        ("/book/when?procedure=short&month=2026-13", 400),
        ("/book/when?procedure=short&month=2026-12-01", 400),
        ("/book/when?procedure=short&people=99", 200),
        ("/book/when?" + "procedure=short&" * 40, 200),
        ("/book/when?" + "&".join(f"procedure=x{n}" for n in range(40)), 404),
        ("/book/you?procedure=short&start=zzz", 400),
        ("/book/you?procedure=short&start=2026-12-04T10:00&hold=zzz", 409),
        ("/book/mine/zzz", 404),
        ("/book/mine/" + "0" * 32, 404),
        ("/book/mine/" + "0" * 32 + "/visit.ics", 404),
        ("/book/mine/" + "0" * 32 + "/move", 404),
    ],
)
def test_an_address_that_means_nothing_is_told(browser: Browser, address: str, status: int):
    assert browser.get(address).status_code == status


@pytest.mark.parametrize(
    "start", ["2026-12-05T10:00", "2026-12-04T10:07", "2026-11-24T09:00", "2026-12-04T23:00"]
)
def test_a_time_that_there_is_not_is_not_kept(browser: Browser, start: str):
    assert send(browser, form(times(browser), "/book/hold"), start=start).status_code == 409


def test_a_form_that_was_not_shown_is_refused(browser: Browser, calendar: OfficeCalendar):
    assert browser.send("/book/hold", procedure="short", start=f"{DAY}T10:00").status_code == 403
    assert browser.send("/book/confirm", procedure="short", start=f"{DAY}T10:00", phone="").status_code == 403
    assert calendar.bookings() == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_is_shown_in_every_language(browser: Browser, engine: Engine, language: str):
    asking(engine, asks_name=True, asks={"interpreter": ["en", "zh", "jsl"]})
    browser.get(f"/read-in/{language}")
    pages = [browser.get(one) for one in ("/book", "/book?procedure=short&q=な", "/book/mine")]
    pages += [times(browser), browser.get("/book/when?procedure=short&month=2026-12"), kept(browser)]
    pages.append(read_back(browser, pages[-1], phone=SHOWN, name="ヤマダ", **{"d.interpreter": "zh"}))
    own = send(browser, form(pages[-1], "/book/confirm")).headers["location"]
    pages.append(browser.get(own))
    own = own.partition("?")[0]
    pages += [browser.get(own), browser.get(f"{own}/move"), browser.get(f"{own}/cancel")]
    pages.append(browser.get(f"{own}/move?start=2026-12-07T10:00"))
    for page in pages:
        assert page.status_code == 200, page.text
        assert page.headers["content-language"] == {"easy": "ja", "zh": "zh-Hans"}.get(language, language)
        assert len(page.content) < 60_000
