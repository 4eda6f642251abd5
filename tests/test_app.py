"""What the service tells of itself, and how it goes down."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.telephony.conftest import running_line
from tests.telephony.wire_phone import Line


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    with running_line(tmp_path) as made:
        yield made


async def test_the_service_says_that_it_lives(line: Line):
    answer = await line.phone().get("healthz")
    assert (answer.status_code, answer.text) == (200, "ok\n")


async def test_the_service_says_that_it_is_ready_and_how_many_lines_are_in_use(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    answer = await phone.get("readyz")
    assert (answer.status_code, answer.json()) == (200, {"ready": True, "lines": 1})
    await phone.hangs_up()
    assert (await phone.get("readyz")).json()["lines"] == 0


async def test_without_its_database_the_service_lives_but_is_not_ready(line: Line):
    for file in line.service.settings.var.glob("voicebot.db*"):
        file.unlink()
    answer = await line.phone().get("readyz")
    assert (answer.status_code, answer.json()["ready"]) == (503, False)
    assert "database" in answer.json()["why"]
    assert (await line.phone().get("healthz")).status_code == 200


async def test_a_service_going_down_is_not_ready(line: Line):
    line.service.closing = True
    answer = await line.phone().get("readyz")
    assert (answer.status_code, answer.json()["why"]) == (503, "going down")


async def test_an_address_there_is_not_is_not_found(line: Line):
    assert (await line.phone().get("admin")).status_code == 404


async def test_the_calendar_is_served_beside_the_calls(line: Line):
    described = await line.phone().get("api/openapi.json")
    assert described.json()["servers"] == [{"url": "/api"}]
    refused = await line.phone().get("api/offices")
    assert (refused.status_code, refused.headers["content-type"]) == (401, "application/problem+json")
    assert (await line.phone().get("feeds/kokurakita-shimin/ido/secret.ics")).status_code == 404


async def test_what_is_measured_is_served(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    told = (await phone.get("metrics")).text
    assert "voicebot_lines 1.0" in told
    assert "voicebot_utterances_waiting 0.0" in told
    await phone.hangs_up()
    told = (await phone.get("metrics")).text
    assert "voicebot_lines 0.0" in told
    assert 'voicebot_calls_total{outcome="abandoned"} 1.0' in told
