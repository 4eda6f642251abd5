"""A clerk at a small office with bookings, and short ways to see what the pages say."""

import re
from html import unescape

import pytest
from sqlalchemy import Engine

from calendar_backend import OfficeCalendar
from tests.calendar_backend.small_office import NOW, at
from tests.console.conftest import Browser, signed_in
from voicebot.console import audit
from voicebot.console.roles import Role
from voicebot.database import reading

DAY = "2026-12-04"
TODAY = f"{NOW:%Y-%m-%d}"
PHONE = "+81935551234"
SHOWN = "093-555-1234"
NAME = "ヤマダ タロウ"


@pytest.fixture
def calendar(engine: Engine) -> OfficeCalendar:
    return OfficeCalendar(engine, "small")


@pytest.fixture
def clerk(browser: Browser) -> Browser:
    return signed_in(browser, Role.CLERK)


def book(calendar: OfficeCalendar, when: str = f"{DAY}T10:00", what: str = "short", **more: object):
    given = {"phone": PHONE, "call_sid": f"CA{when}", "name": NAME} | more
    return calendar.book(what, at(when), now=NOW, **given)  # type: ignore[arg-type]


def plain(page: str) -> str:
    """What is read, without the markup."""
    main = page.split("<main", 1)[1].split("</main>", 1)[0] if "<main" in page else page
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, page
    return unescape(found[1])


def deeds(engine: Engine) -> list[tuple[str, str, str]]:
    with reading(engine) as connection:
        return [
            (d.who, d.action, d.target) for d in audit.deeds(connection) if not d.action.startswith("account")
        ]


def day(browser: Browser, when: str = DAY, more: str = "") -> str:
    return browser.get(f"/console/bookings?day={when}{more}").text
