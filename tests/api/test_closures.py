"""Closing a day over HTTP."""

from sqlalchemy import Engine
from starlette.testclient import TestClient

from calendar_backend import OfficeCalendar
from tests.api.problems import problem
from tests.api.test_bookings import PHONE, WHO
from tests.api.test_holds import WISH

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
