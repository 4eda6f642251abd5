"""Chromium before a real service: `make test-browser`. Both run on the wall clock; only what is said and booked is asserted."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.browser.house import PASSWORD, furnished, phoned, running
from voicebot.console.roles import Role
from voicebot.telephony.caller import CallResult

PATIENCE_MS = 120_000
"""For everything that a page does at once."""
expect.set_options(timeout=PATIENCE_MS)

DESKTOP, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.fixture(scope="session")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("var")


@pytest.fixture(scope="session")
def service(var: Path) -> Iterator[str]:
    """The address of one that runs with the real recognizer and voices, on a database of its own."""
    furnished(var)
    with running(var) as address:
        yield address


@pytest.fixture(scope="session")
def call(service: str) -> CallResult:
    """One that the service took."""
    return phoned(service)


@contextmanager
def chromium(*arguments: str) -> Iterator[Browser]:
    """Debian's, without a sandbox (the tests may run as root). Fails where it is not installed."""
    path = shutil.which("chromium")
    assert path, "Chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox", *arguments])
        yield browser
        browser.close()


@pytest.fixture
def pages(service: str) -> Iterator[Callable[..., Page]]:
    """Opens a page of the service. A script's fault on any of them fails the test."""
    faults: list[str] = []
    with chromium() as browser:

        def opened(path: str, viewport: dict[str, int] = DESKTOP, **options: object) -> Page:
            page = browser.new_page(base_url=service, viewport=viewport, **options)
            page.set_default_timeout(PATIENCE_MS)
            watch(page, faults)
            page.goto(path)
            return page

        yield opened
    assert faults == []


def signs_in(page: Page, role: Role, back: str = "/console") -> None:
    """By the keyboard, as an account that is named after its role."""
    page.goto(f"/sign-in?back={quote(back)}")
    page.get_by_label("利用者名").fill(str(role))
    page.get_by_label("パスワード").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(re.escape(back)))


def watch(page: Page, faults: list[str]) -> None:
    """Collects exceptions, files that are missing, and refusals of the page's policy; 422 is an answer."""
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on(
        "console",
        lambda said: (
            faults.append(f"{said.text} {said.location['url']}")
            if said.type == "error" and " 422 " not in said.text
            else None
        ),
    )
