"""Who is let in, and how everybody else is told."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tests.api.conftest import WEB
from tests.api.problems import problem
from voicebot.api.body_limit import MAX_BYTES


@pytest.mark.parametrize(
    "headers",
    [{}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer"}, {"Authorization": f"Basic {WEB}"}],
)
def test_without_a_good_token_nobody_is_let_in(nobody: TestClient, headers: dict[str, str]):
    response = nobody.get("offices", headers=headers)
    problem(response, 401, "unauthorized")
    assert response.headers["www-authenticate"].startswith("Bearer")


def test_the_description_is_served_to_everybody_and_says_where_the_api_is(nobody: TestClient):
    response = nobody.get("openapi.json")
    assert response.status_code == 200
    described = response.json()
    assert described["servers"] == [{"url": "/api"}]
    assert set(described["paths"]["/offices"]["get"]["responses"]) == {"200", "401", "413", "422", "503"}
    assert "HTTPValidationError" not in described["components"]["schemas"]


def test_an_address_and_a_method_there_are_not_are_problems(web: TestClient):
    problem(web.get("nowhere"), 404, "not-found")
    response = web.delete("offices")
    problem(response, 405, "method-not-allowed")
    assert response.headers["allow"] == "GET"


def test_an_address_with_a_line_break_is_a_problem_too(web: TestClient):
    problem(web.get("bookings/47%0A11", params={"office": "small"}), 422, "invalid")


def test_too_long_a_body_is_not_read(nobody: TestClient):
    problem(nobody.post("offices", content=b" " * (MAX_BYTES + 1)), 413, "too-long")
    problem(nobody.post("offices", content=b" " * MAX_BYTES), 405, "method-not-allowed")


def test_a_database_that_is_gone_is_a_problem_and_comes_back(path: Path, web: TestClient):
    path.rename(path.with_name("elsewhere.db"))
    response = web.get("offices")
    body = problem(response, 503, "unavailable")
    assert str(path) not in str(body)
    assert response.headers["retry-after"] == "5"
    path.with_name("elsewhere.db").rename(path)
    assert web.get("offices").status_code == 200
