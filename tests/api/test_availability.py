"""What is free."""

from starlette.testclient import TestClient

from tests.api.problems import problem

FRIDAY = {"office": "small", "procedure": "short", "from": "2026-12-04", "to": "2026-12-04"}


def starts(client: TestClient, **params: object) -> list[str]:
    (day,) = client.get("availability", params=FRIDAY | params).json()["days"]
    assert day["day"] == "2026-12-04"
    return day["starts"]


def test_all_free_starts_of_a_day_are_told_with_their_zone(web: TestClient):
    found = starts(web)
    assert found[0] == "2026-12-04T08:30:00+09:00"
    assert found[-1] == "2026-12-04T17:00:00+09:00"
    assert len(found) == 35


def test_without_days_all_that_can_be_booked_is_told(web: TestClient):
    days = web.get("availability", params={"office": "small", "procedure": "both"}).json()["days"]
    assert (days[0]["day"], days[-1]["day"]) == ("2026-11-25", "2027-01-22")


def test_several_procedures_take_their_time_together(web: TestClient):
    assert starts(web, also=["long"])[-1] == "2026-12-04T16:15:00+09:00"


def test_two_people_need_two_places(web: TestClient):
    body = problem(web.get("availability", params=FRIDAY | {"people": 2}), 422, "invalid")
    assert "人数" in body["detail"]


def test_days_that_cannot_be_booked_are_left_out(web: TestClient):
    answer = web.get("availability", params=FRIDAY | {"from": "2026-11-01", "to": "2026-11-24"})
    assert answer.json()["days"] == []
    assert (answer.json()["office"], answer.json()["procedure"]) == ("small", "short")


def test_what_makes_no_sense_is_a_problem(web: TestClient):
    problem(web.get("availability", params=FRIDAY | {"to": "2026-12-03"}), 422, "invalid")
    problem(web.get("availability", params=FRIDAY | {"procedure": "nothing"}), 404, "unknown-procedure")
    problem(web.get("availability", params=FRIDAY | {"office": "nowhere"}), 404, "unknown-office")
    body = problem(web.get("availability", params=FRIDAY | {"from": "soon"}), 422, "invalid")
    assert [error["parameter"] for error in body["errors"]] == ["from"]
