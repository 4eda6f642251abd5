"""Pages that go on answering, on a real socket."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import requests

from tests.telephony.conftest import NOW, running_line
from tests.telephony.wire_phone import PATIENCE_S, Line, eventually
from voicebot.console import accounts, answering, cookies, sign_ins
from voicebot.console.roles import Role
from voicebot.database import writing


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    with running_line(tmp_path) as made:
        yield made


def cookie(line: Line) -> str:
    with writing(line.service.engine) as connection:
        accounts.add(connection, "hana", Role.VIEWER, "p" * 20, NOW, "test")
        return sign_ins.begin(connection, "hana", NOW)


def opened(line: Line, cookie: str) -> requests.Response:
    headers = {"Cookie": f"{cookies.SESSION}={cookie}"}
    return requests.get(f"{line.url}/console/lines", headers=headers, stream=True, timeout=PATIENCE_S)


def messages(response: requests.Response) -> Iterator[str]:
    """Each message's data, and the names of events."""
    for text in response.iter_lines(chunk_size=1):
        kind, _, value = text.decode().partition(": ")
        if kind in ("data", "event") and value:
            yield value


async def test_the_console_tells_how_many_calls_are_under_way_as_that_changes(line: Line):
    stream = await asyncio.to_thread(opened, line, cookie(line))
    assert stream.headers["content-type"].startswith("text/event-stream")
    assert "no-" in stream.headers["cache-control"]
    told = messages(stream)
    assert await asyncio.to_thread(next, told) == "ただいま0件の通話中です。"
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    assert await asyncio.to_thread(next, told) == "ただいま1件の通話中です。"
    await phone.hangs_up()
    assert await asyncio.to_thread(next, told) == "ただいま0件の通話中です。"
    stream.close()
    await eventually(lambda: line.service.hub.watchers == 0)


@pytest.mark.parametrize("cookie", ["", "nobody"])
def test_nobody_watches_who_is_not_signed_in(line: Line, cookie: str):
    assert opened(line, cookie).status_code == 401


def test_no_more_watch_than_the_service_can_bear(line: Line, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(answering, "MOST_LIVE", 0)
    assert opened(line, cookie(line)).status_code == 503


async def test_who_signs_out_sees_no_more(line: Line, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(answering, "READMITTED", timedelta(0))
    given = cookie(line)
    told = messages(await asyncio.to_thread(opened, line, given))
    assert await asyncio.to_thread(next, told) == "ただいま0件の通話中です。"
    with writing(line.service.engine) as connection:
        sign_ins.end(connection, given)
    phone = await line.phone().dial()
    assert await asyncio.to_thread(next, told) == "ended"
    assert list(told) == []
    await phone.hangs_up()


async def test_a_service_going_down_waits_for_nobody_who_watches(line: Line):
    told = messages(await asyncio.to_thread(opened, line, cookie(line)))
    await asyncio.to_thread(next, told)
    line.service.hub.close()
    assert await asyncio.to_thread(list, told) == []
