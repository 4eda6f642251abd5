"""A kiosk, a wall screen and a desk of the small office, and how they are used."""

import re
from dataclasses import dataclass

from httpx2 import Response

from calendar_backend import CounterQueue, devices
from tests.calendar_backend.small_office import NOW
from tests.console.conftest import Browser
from tests.console.resident import form, send
from voicebot.console import cookies

DESK = "/desk/small/desk/1"


def with_key(browser: Browser, kind: str) -> Browser:
    """Opens the address with a new key once, as a device does."""
    _, key = devices.make(browser.service.engine, "small", kind, "入口", NOW, by="test")
    answer = browser.get(f"/{kind}?key={key}")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/{kind}")
    browser.client.cookies.set(cookies.DEVICES[kind], key, domain="city.test")
    return browser


@dataclass(frozen=True)
class Drawn:
    number: int
    token: str


def ticket_of(kiosk: Browser, answer: Response) -> Drawn:
    """Of what the kiosk was sent on to."""
    assert answer.status_code == 303, answer.text
    address = answer.headers["location"]
    page = kiosk.get(address)
    found = re.search(r"<strong>(\d+)</strong>", page.text)
    assert found, page.text
    return Drawn(int(found[1]), address.rpartition("/")[2])


def draws(kiosk: Browser, what: str = "short") -> Drawn:
    """Presses what for, and takes the number."""
    return ticket_of(kiosk, send(kiosk, form(kiosk.get(f"/kiosk/take?procedure={what}"), "/kiosk/take")))


def checks_in(kiosk: Browser, typed: str, by: str = "number", **more: str) -> Response:
    page = form(kiosk.get(f"/kiosk/check-in?by={by}"), "/kiosk/check-in")
    return send(kiosk, page, typed=typed, **{"key": "go", **more})


def opens(staff: Browser, address: str = DESK) -> None:
    _, _, office, counter, number = address.split("/")
    answer = staff.post("/desk", "/desk", office=office, counter=counter, number=number)
    assert (answer.status_code, answer.headers["location"]) == (303, address)


def presses(staff: Browser, deed: str, address: str = DESK, **more: str) -> Response:
    """A button of the desk as it is shown."""
    shown = form(staff.get(address), address)
    return send(staff, shown, deed=deed, **more)


def queue(browser: Browser) -> CounterQueue:
    return browser.service.queues.at("small")
