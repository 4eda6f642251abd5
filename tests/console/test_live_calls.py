"""Calls under way on the list's page, and a person for them: on a real socket."""

import asyncio
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
import requests

from tests.telephony.conftest import NOW, running_line
from tests.telephony.wire_phone import PATIENCE_S, Line
from voicebot.console import accounts, audit, cookies, sign_ins
from voicebot.console.pages.calls import under_way
from voicebot.console.roles import Role
from voicebot.database import reading, writing


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_way, "PACE_S", 0)


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    with running_line(tmp_path) as made:
        yield made


def cookie(line: Line, role: Role, name: str = "hana") -> str:
    with writing(line.service.engine) as connection:
        accounts.add(connection, name, role, "p" * 20, NOW, "test")
        return sign_ins.begin(connection, name, NOW)


def pieces(response: requests.Response) -> Iterator[str]:
    """Whole messages."""
    data: list[str] = []
    for text in response.iter_lines(chunk_size=1):
        kind, _, value = text.decode().partition(": ")
        if kind == "data":
            data.append(value)
        elif not text and data:
            yield "\n".join(data)
            data = []


async def until(told: Iterator[str], *words: str) -> str:
    async with asyncio.timeout(PATIENCE_S):
        while True:
            piece = await asyncio.to_thread(next, told)
            if all(word in piece for word in words):
                return piece


def get(line: Line, path: str, given: str) -> requests.Response:
    headers = {"Cookie": f"{cookies.SESSION}={given}", "Accept": "text/html"}
    return requests.get(f"{line.url}{path}", headers=headers, timeout=PATIENCE_S)


def press(line: Line, page: str, given: str) -> requests.Response:
    """The button of the call's page address, as the list shows it."""
    shown = get(line, "/console/calls", given).text
    token = re.search(r'name="form_token" value="([^"]+)"', shown)
    assert token
    headers = {"Cookie": f"{cookies.SESSION}={given}", "Accept": "text/html"}
    return requests.post(
        f"{line.url}{page}/person",
        data={"form_token": unescape(token[1])},
        headers=headers,
        timeout=PATIENCE_S,
        allow_redirects=False,
    )


async def test_an_operator_sees_where_a_call_stands_as_it_goes_on(line: Line):
    stream = await asyncio.to_thread(opened_live, line, cookie(line, Role.OPERATOR))
    told = pieces(stream)
    assert "ただいま通話はありません" in await asyncio.to_thread(next, told)
    phone = await line.phone().dial()
    piece = await until(told, "093-555-1234", "用件をうかがう")
    assert f"/console/calls/2026-11-24/{phone.sid}" in piece
    await phone.hears("ask_procedure")
    await phone.presses("1")
    await until(told, "日にちをうかがう", "手続き", "ご希望の日")
    await phone.hangs_up()
    await until(told, "ただいま通話はありません")
    stream.close()


def opened_live(line: Line, given: str) -> requests.Response:
    headers = {"Cookie": f"{cookies.SESSION}={given}"}
    return requests.get(f"{line.url}/console/calls/live", headers=headers, stream=True, timeout=PATIENCE_S)


async def test_the_button_brings_a_person_and_who_pressed_is_on_record(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    page = f"/console/calls/2026-11-24/{phone.sid}"
    first = await asyncio.to_thread(press, line, page, cookie(line, Role.OPERATOR))
    assert (first.status_code, first.headers["location"]) == (303, "/console/calls?told=person")
    await phone.hears_out()
    assert "transferring" in phone.heard
    with reading(line.service.engine) as connection:
        deeds = audit.deeds(connection, target=f"call:2026-11-24/{phone.sid}")
    assert [(deed.who, deed.action) for deed in deeds] == [("hana", "call.person")]


async def test_the_second_who_presses_is_told(line: Line):
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    page = f"/console/calls/2026-11-24/{phone.sid}"
    assert (await asyncio.to_thread(press, line, page, cookie(line, Role.OPERATOR))).status_code == 303
    second = await asyncio.to_thread(press, line, page, cookie(line, Role.CLERK, "taro"))
    assert second.status_code == 409
    assert "もう係員につないでいます" in second.text
    await phone.hears_out()


async def test_who_presses_when_the_call_has_ended_is_told(line: Line):
    given = cookie(line, Role.OPERATOR)
    phone = await line.phone().dial()
    other = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.hangs_up()
    gone = await asyncio.to_thread(press, line, f"/console/calls/2026-11-24/{phone.sid}", given)
    assert gone.status_code == 409
    assert "通話は終わっています" in gone.text
    await other.hangs_up()


async def test_a_call_that_goes_on_has_a_page(line: Line):
    given = cookie(line, Role.OPERATOR)
    phone = await line.phone().dial()
    await phone.hears("ask_procedure")
    await phone.presses("1")
    await phone.hears("ask_date")
    page = await asyncio.to_thread(get, line, f"/console/calls/2026-11-24/{phone.sid}", given)
    assert page.status_code == 200
    assert "この通話は続いています" in page.text
    assert "通話中" in page.text
    assert "outcome.json" not in page.text
    await phone.hangs_up()


async def test_a_viewer_sees_calls_without_people_and_no_button(line: Line):
    given = cookie(line, Role.VIEWER)
    phone = await line.phone("+819012345678").dial()
    await phone.hears("ask_procedure")
    shown = (await asyncio.to_thread(get, line, "/console/calls", given)).text
    assert "＊＊＊78" in shown
    assert "090-1234-5678" not in shown
    assert "/person" not in shown
    await phone.hangs_up()


@pytest.mark.parametrize("given", ["", "nobody"])
def test_nobody_watches_who_is_not_signed_in(line: Line, given: str):
    assert opened_live(line, given).status_code == 401
