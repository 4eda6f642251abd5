"""Closing a day over HTTP."""

from sqlalchemy import Engine
from starlette.testclient import TestClient

from calendar_backend import OfficeCalendar, load_into
from tests.api.problems import problem
from tests.api.test_bookings import PHONE, WHO
from tests.api.test_holds import WISH
from tests.calendar_backend.small_office import NOW, small_office

TYPHOON = {"office": "small", "day": "2026-12-04", "name": "台風", "reading": "たいふう"}


def test_a_closed_day_frees_nobodys_booking_and_lists_whom_to_phone(
    web: TestClient, clerk: TestClient, engine: Engine
):
    number = web.post("bookings", json=WISH | WHO).json()["number"]
    answers = [clerk.post("closures", json=TYPHOON) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [201, 201]
    (affected,) = answers[0].json()["affected"]
    assert (affected["number"], affected["phone"], affected["name"]) == (number, PHONE, "ヤマダ ハナコ")
    assert answers[0].json() == answers[1].json()
    closed = problem(web.post("holds", json=WISH), 409, "not-bookable")
    assert (closed["reason"], closed["closed"]) == ("closed", "台風")
    calendar = OfficeCalendar(engine, "small")
    assert calendar.look_up(number, PHONE).status == "booked"
    assert [callback.phone for callback in calendar.callbacks("open")] == [PHONE]


def test_a_booking_says_what_it_is_affected_by_until_it_is_moved_or_the_day_opened_again(
    web: TestClient, clerk: TestClient, engine: Engine
):
    booking = web.post("bookings", json=WISH | WHO).json()
    where = f"bookings/{booking['number']}?office=small"
    assert booking["affected_by"] is None
    closure = clerk.post("closures", json=TYPHOON).json()["id"]
    shut = {"closure": closure, "name": "台風", "reading": "たいふう"}
    assert web.get(where).json() == booking | {"affected_by": shut}
    calendar = OfficeCalendar(engine, "small")
    calendar.reopen(closure, NOW, by="clerk")
    assert web.get(where).json() == booking
    clerk.post("closures", json=TYPHOON)
    moved = web.patch(where, json={"start": "2026-12-07T10:00:00+09:00"}).json()
    assert (moved["affected_by"], moved["status"]) == (None, "changed")
    assert web.get(where).json() == moved
    assert calendar.callbacks("open") == []


def test_hours_changed_by_the_office_file_affect_without_a_name(web: TestClient, engine: Engine):
    number = web.post("bookings", json=WISH | WHO).json()["number"]
    hours = [{"days": "月火水木金", "open": "13:00", "close": "17:15"}]
    desk, wide = (counter.model_dump(by_alias=True) for counter in small_office().counters)
    load_into(engine, small_office(counters=[desk | {"hours": hours}, wide]))
    shut = {"closure": None, "name": "", "reading": ""}
    assert web.get(f"bookings/{number}?office=small").json()["affected_by"] == shut


def test_a_visit_for_several_is_told_whole(web: TestClient, clerk: TestClient):
    held = web.post("holds", json=WISH | {"also": ["both"]}).json()
    assert held["also"] == ["both"]
    web.post("bookings", json={"office": "small", "hold": held["hold"]} | WHO)
    (affected,) = clerk.post("closures", json=TYPHOON | {"counter": "wide"}).json()["affected"]
    assert (affected["procedure"], affected["also"], affected["people"]) == ("short", ["both"], 1)
    free = web.get("availability", params={"office": "small", "procedure": "short", "also": ["both"]}).json()
    assert free["also"] == ["both"]


def test_one_counter_is_closed_and_the_other_open(web: TestClient, clerk: TestClient):
    assert clerk.post("closures", json=TYPHOON | {"counter": "desk"}).json()["affected"] == []
    problem(web.post("holds", json=WISH), 409, "not-bookable")
    assert web.post("holds", json=WISH | {"procedure": "both"}).status_code == 201


def test_only_a_clerk_closes(web: TestClient, nobody: TestClient):
    problem(web.post("closures", json=TYPHOON), 403, "forbidden")
    problem(nobody.post("closures", json=TYPHOON), 401, "unauthorized")


def test_a_closure_that_cannot_be_is_a_problem(clerk: TestClient):
    problem(clerk.post("closures", json=TYPHOON | {"counter": "nothing"}), 404, "unknown-counter")
    problem(clerk.post("closures", json=TYPHOON | {"day": "2026-11-01"}), 422, "invalid")
    body = problem(clerk.post("closures", json=TYPHOON | {"reading": "台風"}), 422, "invalid")
    assert body["errors"][0]["pointer"] == "#/reading"
