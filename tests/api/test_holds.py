"""Keeping a place for a while."""

from datetime import datetime, timedelta

from starlette.testclient import TestClient

from tests.api.problems import problem
from tests.api.test_availability import starts
from tests.calendar_backend.small_office import NOW

AT = "2026-12-04T10:00:00+09:00"
WISH = {"office": "small", "procedure": "short", "start": AT}


def test_a_held_place_is_nobody_elses_for_five_minutes(web: TestClient):
    answer = web.post("holds", json=WISH)
    assert answer.status_code == 201
    held = answer.json()
    assert (held["start"], held["end"]) == (AT, "2026-12-04T10:15:00+09:00")
    left = datetime.fromisoformat(held["expires_at"]) - NOW
    assert timedelta(minutes=5) <= left < timedelta(minutes=6)
    assert AT not in starts(web)
    problem(web.post("holds", json=WISH), 409, "place-taken")


def test_the_same_key_gets_the_same_hold(web: TestClient):
    key = {"Idempotency-Key": "k-1"}
    first, again = (web.post("holds", json=WISH, headers=key).json() for _ in range(2))
    assert first == again
    other = WISH | {"start": "2026-12-04T11:00:00+09:00"}
    problem(web.post("holds", json=other, headers=key), 422, "key-reused")


def test_a_hold_is_renewed_and_released(web: TestClient):
    held = web.post("holds", json=WISH).json()
    renewed = web.put(f"holds/{held['hold']}", params={"office": "small"})
    assert (renewed.status_code, renewed.json()["hold"]) == (200, held["hold"])
    assert renewed.json()["expires_at"] > held["expires_at"]
    released = web.delete(f"holds/{held['hold']}", params={"office": "small"})
    assert (released.status_code, released.content) == (204, b"")
    assert AT in starts(web)
    problem(web.delete(f"holds/{held['hold']}", params={"office": "small"}), 410, "hold-gone")
    problem(web.put(f"holds/{held['hold']}", params={"office": "small"}), 410, "hold-gone")


def test_another_zone_names_the_same_moment(web: TestClient):
    assert web.post("holds", json=WISH | {"start": "2026-12-04T01:00:00Z"}).json()["start"] == AT


def test_a_start_that_cannot_be_is_told_why(web: TestClient):
    for start, reason in (
        ("2026-12-04T10:07:00+09:00", "off_grid"),
        ("2026-12-04T07:00:00+09:00", "outside_hours"),
        ("2026-11-20T10:00:00+09:00", "past"),
        ("2026-11-24T14:00:00+09:00", "too_soon"),
        ("2027-06-01T10:00:00+09:00", "too_far"),
        ("9999-12-31T23:59:59-12:00", "too_far"),
        ("0001-01-01T00:00:00+14:00", "past"),
    ):
        assert (
            problem(web.post("holds", json=WISH | {"start": start}), 409, "not-bookable")["reason"] == reason
        )
    closed = problem(
        web.post("holds", json=WISH | {"start": "2027-01-01T10:00:00+09:00"}), 409, "not-bookable"
    )
    assert (closed["reason"], closed["closed"]) == ("closed", "年末年始")


def test_what_is_missing_or_wrong_is_pointed_at(web: TestClient):
    body = problem(
        web.post("holds", json={"office": "small", "start": "2026-12-04T10:00:00", "x": 1}), 422, "invalid"
    )
    assert sorted(error["pointer"] for error in body["errors"]) == ["#/procedure", "#/start", "#/x"]
    problem(
        web.post("holds", content=b"\xff", headers={"content-type": "application/json"}), 400, "malformed"
    )
    body = problem(
        web.post("holds", content=b"{", headers={"content-type": "application/json"}), 422, "invalid"
    )
    assert body["errors"][0]["pointer"] == "#"
