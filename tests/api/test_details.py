"""What an office asks besides, over HTTP."""

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from calendar_backend import load_into
from tests.api.problems import problem
from tests.api.test_bookings import SMALL, WHO
from tests.api.test_holds import WISH
from tests.calendar_backend.small_office import small_office

CHINESE = {"details": {"interpreter": "zh"}}


@pytest.fixture(autouse=True)
def helpful(engine: Engine) -> None:
    load_into(engine, small_office(rules={"asks": {"interpreter": ["en", "zh"]}}))


def test_an_office_says_what_it_asks(web: TestClient):
    (office,) = web.get("offices").json()
    assert office["asks"] == {"interpreter": ["en", "zh"]}


def test_an_answer_comes_back_with_the_booking(web: TestClient):
    booked = web.post("bookings", json=WISH | WHO | CHINESE).json()
    assert booked["details"] == {"interpreter": "zh"}
    assert web.get(f"bookings/{booked['number']}", params=SMALL).json()["details"] == {"interpreter": "zh"}
    later = {"start": "2026-12-04T11:00:00+09:00"}
    moved = web.patch(f"bookings/{booked['number']}", params=SMALL, json=later).json()
    assert moved["details"] == {"interpreter": "zh"}


def test_a_hold_is_booked_with_the_answer(web: TestClient):
    held = web.post("holds", json=WISH).json()["hold"]
    booked = web.post("bookings", json={**SMALL, "hold": held, **WHO, **CHINESE})
    assert (booked.status_code, booked.json()["details"]) == (201, {"interpreter": "zh"})


def test_what_is_not_offered_is_refused(web: TestClient):
    problem(web.post("bookings", json=WISH | WHO | {"details": {"interpreter": "vi"}}), 422, "invalid")
