"""A day that is shown, on a real socket, while others book."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from calendar_backend import OfficeCalendar
from tests.calendar_backend.small_office import at
from tests.console.test_live import cookie
from tests.telephony.conftest import NOW, running_line
from tests.telephony.wire_phone import PATIENCE_S, Line, eventually
from voicebot.console import cookies
from voicebot.console.pages.bookings import day


@pytest.fixture
def line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    monkeypatch.setattr(day, "EVERY_S", 0.02)
    with running_line(tmp_path) as made:
        yield made


def opened(line: Line, query: str) -> requests.Response:
    headers = {"Cookie": f"{cookies.SESSION}={cookie(line)}"}
    address = f"{line.url}/console/bookings/live?{query}"
    return requests.get(address, headers=headers, stream=True, timeout=PATIENCE_S)


def until(lines: Iterator[bytes], text: str) -> str:
    """The first line with the text."""
    return next(line.decode() for line in lines if text in line.decode())


async def test_what_is_booked_without_a_call_appears_by_itself(line: Line):
    office = line.service.office.id
    calendar = OfficeCalendar(line.service.engine, office)
    stream = await asyncio.to_thread(opened, line, f"office={office}&day=2026-12-04")
    lines = stream.iter_lines(chunk_size=1)
    await asyncio.to_thread(until, lines, "空き")
    booking = calendar.book("tennyu", at("2026-12-04T10:00"), "+81935551234", "web:1", NOW, name="ヤマダ")
    told = await asyncio.to_thread(until, lines, f'id="n{booking.number}"')
    assert "visit" in told
    # A viewer watches: no names in clear on the stream, either.
    assert "ヤ＊＊" in await asyncio.to_thread(until, lines, "ヤ")
    calendar.cancel(booking.number, None, NOW, by="clerk", by_clerk=True)
    await asyncio.to_thread(until, lines, "空き 3")
    stream.close()
    await eventually(lambda: line.service.hub.watchers == 0)


@pytest.mark.parametrize("query", ["day=garbage", "office=none", "counter=none"])
def test_a_wish_that_makes_no_sense_ends_the_stream(line: Line, query: str):
    stream = opened(line, query)
    assert "event: ended" in [text.decode() for text in stream.iter_lines(chunk_size=1)]
