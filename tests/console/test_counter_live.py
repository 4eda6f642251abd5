"""Screens that are open, on a real socket, while a desk calls."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
import requests

from calendar_backend import devices
from tests.console.resident import form
from tests.telephony.conftest import NOW, running_line
from tests.telephony.wire_phone import Line, eventually
from voicebot.console import accounts, answering, cookies, sign_ins
from voicebot.console.roles import Role
from voicebot.database import writing
from voicebot.queues import Queues

SLOW_S = 120.0
"""What a slow machine may take to answer."""


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Line]:
    with running_line(tmp_path) as made:
        yield made


def opened(line: Line, path: str, **cookie: str) -> Iterator[str]:
    """The lines of a stream as they come."""
    named = "; ".join(f"{name}={value}" for name, value in cookie.items())
    stream = requests.get(f"{line.url}{path}", headers={"Cookie": named}, stream=True, timeout=SLOW_S)
    assert stream.status_code == 200, stream.text
    return (text.decode() for text in stream.iter_lines(chunk_size=1))


async def until(lines: Iterator[str], text: str) -> str:
    found = await asyncio.to_thread(lambda: next((one for one in lines if text in one), None))
    assert found is not None, text
    return found


def device(line: Line, kind: str) -> dict[str, str]:
    _, key = devices.make(line.service.engine, line.service.office.id, kind, "入口", NOW, by="test")
    return {cookies.DEVICES[kind]: key}


def person(line: Line) -> dict[str, str]:
    with writing(line.service.engine) as connection:
        accounts.add(connection, "hana", Role.COUNTER, "p" * 20, NOW, "test")
        return {cookies.SESSION: sign_ins.begin(connection, "hana", NOW)}


async def test_a_call_is_told_to_lobby_desk_and_telephone_at_once(line: Line):
    queues: Queues = line.service.queues
    office = line.service.office.id
    queue = queues.at(office)
    now = line.service.clock.now()
    ticket = queue.draw("juminhyo", now, client="kiosk:1", step="1")
    queue.open_desk(ticket.counter_id, 2, now, by="test")
    desk = f"/desk/{office}/{ticket.counter_id}/2/live"
    lobby = await asyncio.to_thread(lambda: opened(line, "/lobby/live", **device(line, "lobby")))
    phone = await asyncio.to_thread(lambda: opened(line, f"/t/{ticket.token}/live"))
    staff = await asyncio.to_thread(lambda: opened(line, desk, **person(line)))
    await until(phone, "お待ちください")
    await until(staff, "待っている方（呼ぶ順）1人")
    queue.call_next(ticket.counter_id, 2, now, by="test")
    queues.changed(office, ticket.counter_id)
    assert "data-sound" in await until(lobby, f'data-call="1.1.{ticket.counter_id}.2"')
    await until(phone, "お呼びしています")
    await until(staff, "呼び出し中")


async def test_a_kiosk_is_told_what_is_shut(line: Line):
    office = line.service.office.id
    kiosk = await asyncio.to_thread(lambda: opened(line, "/kiosk/live", **device(line, "kiosk")))
    await until(kiosk, "/kiosk/take?procedure=juminhyo")
    now = line.service.clock.now()
    line.service.city.at(office).close(now.date(), "台風", "たいふう", now, by="clerk:hana")
    line.service.queues.changed(office)
    await until(kiosk, "台風")


@pytest.mark.parametrize("path", ["/kiosk/live", "/lobby/live"])
def test_without_a_key_a_stream_ends_at_once(line: Line, path: str):
    stream = requests.get(f"{line.url}{path}", stream=True, timeout=SLOW_S)
    assert "event: ended" in [text.decode() for text in stream.iter_lines(chunk_size=1)]


async def test_residents_who_follow_take_no_place_from_the_staff(line: Line, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(answering, "MOST_LIVE_RESIDENTS", 1)
    key = device(line, "lobby")
    first = await asyncio.to_thread(lambda: opened(line, "/lobby/live", **key))
    await until(first, "お呼びしている番号")
    cookie = {"Cookie": "; ".join(f"{name}={value}" for name, value in key.items())}
    second = await asyncio.to_thread(
        lambda: requests.get(f"{line.url}/lobby/live", headers=cookie, timeout=SLOW_S)
    )
    assert second.status_code == 503
    ticket = line.service.queues.at(line.service.office.id).draw("juminhyo", NOW, client="kiosk:1")
    desk = f"/desk/{line.service.office.id}/{ticket.counter_id}/1/live"
    staff = await asyncio.to_thread(lambda: opened(line, desk, **person(line)))
    await until(staff, "待っている方")
    await eventually(lambda: line.service.hub.watchers == 2)


async def test_what_is_cancelled_on_the_pages_is_told_to_who_waits_for_it(line: Line):
    office, now = line.service.office.id, line.service.clock.now()
    calendar = line.service.city.at(office)
    start = now.replace(hour=11, minute=0, second=0, microsecond=0)
    booking = calendar.book("juminhyo", start, "", "CA1", now - timedelta(days=7))
    ticket = line.service.queues.at(office).check_in(now, client="kiosk:1", number=booking.number)
    phone = await asyncio.to_thread(lambda: opened(line, f"/t/{ticket.token}/live"))
    await until(phone, "お待ちください")
    mine = f"{line.url}/book/mine/{line.service.city.token(calendar.record(booking.number).id)}/cancel"
    with requests.Session() as session:
        page = await asyncio.to_thread(lambda: session.get(mine, timeout=SLOW_S))
        sent = dict(form(page.text, mine.removeprefix(line.url)).fields)
        await asyncio.to_thread(lambda: session.post(mine, data=sent, timeout=SLOW_S))
    await until(phone, "取り消されたか、変わりました")
