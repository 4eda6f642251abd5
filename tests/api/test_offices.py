"""What can be booked where."""

from sqlalchemy import Engine
from starlette.testclient import TestClient

from calendar_backend import load_into
from tests.api.problems import problem
from tests.calendar_backend.small_office import small_office


def test_all_offices_are_told_with_their_counters(web: TestClient, engine: Engine):
    load_into(engine, small_office(id="other"))
    other, small = web.get("offices").json()
    assert (other["id"], small["id"]) == ("other", "small")
    assert small["time_zone"] == "Asia/Tokyo"
    assert small["counters"][0] == {"id": "desk", "name": "名", "reading": "な"}


def test_the_procedures_of_an_office_are_told(web: TestClient):
    found = web.get("procedures", params={"office": "small"}).json()
    assert [(p["id"], p["counters"], p["duration_minutes"], p["people"]) for p in found] == [
        ("short", ["desk"], 15, 1),
        ("long", ["desk"], 40, 1),
        ("both", ["wide"], 30, 1),
    ]


def test_a_change_of_the_office_is_told_at_once(web: TestClient, engine: Engine):
    assert web.get("offices").json()[0]["name"] == "小さな役所"
    load_into(engine, small_office(name="新しい役所"))
    assert web.get("offices").json()[0]["name"] == "新しい役所"


def test_an_office_that_is_not_there_is_a_problem(web: TestClient):
    problem(web.get("procedures", params={"office": "nowhere"}), 404, "unknown-office")
    body = problem(web.get("procedures"), 422, "invalid")
    assert body["errors"][0]["parameter"] == "office"
    problem(web.get("procedures", params={"office": "A B"}), 422, "invalid")
